import { type DnaDocument, type DnaEntity, type DnaStatement, longestDnaName } from '../../../db/dna/records.ts';
import { type ArticleRecord, type CodeId, headingName, type StatementRecord } from '../../contract/index.ts';
import {
  currentRevision,
  type LeavingArticle,
  leavingStatements,
  placeOf,
  type Speaking,
  speakingIn,
} from '../../formats/write/marks.ts';
import { type StatementFact, statementFacts } from '../../formats/write/statement-facts.ts';

/**
 * An article as DNA has documents (decision 0239): a *DNA Statement* for each speaker and each code of a statement, and an
 * *Annotation* on its words with all that DNA has no field for.
 */
export function dnaDocument(leaving: LeavingArticle): DnaDocument {
  const { article } = leaving;
  const { text, metadata } = currentRevision(article);
  const placed = leavingStatements(article).map((statement) => ({ statement, ...placeOf(article, statement) }));
  const standing = placed.flatMap(({ statement, span }) => (span === null ? [] : [{ statement, span }]));
  const lost = placed.filter(({ span }) => span === null).map(({ statement }) => statement);
  return {
    title: shortName(article.title),
    text,
    author: shortName(article.byline.join('; ')),
    source: shortName(article.publication ?? ''),
    section: shortName(metadata.section ?? ''),
    ...dateOf(
      article,
      lost.map((statement) => `No longer in the text:\n${noteOn(leaving, statement)}`),
    ),
    statements: standing.flatMap(({ statement, span }) =>
      statementsFor(leaving, statement).map((one) => ({ start: span.start, stop: span.end, ...one })),
    ),
    annotations: standing.map(({ statement, span }) => ({
      start: span.start,
      stop: span.end,
      note: noteOn(leaving, statement),
    })),
  };
}

const nobody: DnaEntity = { value: '', alias: '' };

function statementsFor(
  leaving: LeavingArticle,
  statement: StatementRecord,
): readonly Omit<DnaStatement, 'start' | 'stop'>[] {
  const speaking = speakingIn(statement);
  const actors =
    speaking.length === 0 ? [{ person: nobody, organization: nobody }] : speaking.map((one) => actorOf(leaving, one));
  const codes = leaving.codesOn.get(statement.id) ?? [];
  const concepts =
    codes.length === 0 ? [{ concept: nobody, agreement: true }] : codes.map((code) => conceptOf(leaving, code));
  return actors.flatMap((actor) => concepts.map((concept) => ({ ...actor, ...concept })));
}

function actorOf({ people }: LeavingArticle, { speaker, organization }: Speaking) {
  const person = people.get(speaker.id);
  const named: DnaEntity = { value: shortName(speaker.name), alias: shortName((person?.aliases ?? []).join('; ')) };
  return person?.kind === 'organization'
    ? { person: nobody, organization: named }
    : { person: named, organization: { value: shortName(organization?.name ?? ''), alias: '' } };
}

/** A code whose name begins with `not:` is the other side of the one without it; nothing else says for or against. */
const against = /^not:\s*(?=\S)/i;

function conceptOf({ codebook }: LeavingArticle, code: CodeId): { concept: DnaEntity; agreement: boolean } {
  const path = codebook.path(code);
  const name = path.at(-1) ?? '';
  const concept = [...path.slice(0, -1), name.replace(against, '')].join(' > ');
  return { concept: { value: shortName(concept), alias: '' }, agreement: !against.test(name) };
}

function noteOn(leaving: LeavingArticle, statement: StatementRecord): string {
  return [`statement: ${statement.id}`, ...statementFacts(leaving, statement).map(factInWords)].join('\n');
}

function factInWords(fact: StatementFact): string {
  if (!('speaking' in fact)) return `${fact.label}: ${fact.text}`;
  const { speaker, role, organization } = fact.speaking;
  return `speaker: ${[speaker.name, role, organization?.name ?? null].filter((part) => part !== null).join(', ')}`;
}

/** DNA wants a day of every document: where the article's isn't known, it is that of the capture or of its coming here, and the notes say so. */
function dateOf(article: ArticleRecord, more: readonly string[]): Pick<DnaDocument, 'date' | 'notes'> {
  const revision = currentRevision(article);
  const capture = article.captures.find(({ id }) => id === revision.capture);
  const date = article.published ?? capture?.captured ?? article.added;
  const notes = [
    article.url,
    article.published === null
      ? `The day of publication is not known: the date is that ${capture?.captured == null ? 'on which it was taken into the library' : 'of the capture'}.`
      : `published: ${article.published}`,
    `SHA-256 of the original: ${capture?.original ?? ''}`,
    `SHA-256 of the text: ${revision.sha256}`,
    ...more,
  ];
  return { date: secondsOf(date), notes: notes.filter((note) => note !== null).join('\n\n') };
}

/** The clock that a date shows, wherever it was; what isn't known of it is its beginning. */
function secondsOf(date: string): number {
  const [, year = '1970', month = '01', day = '01', hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(date) ?? [];
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second) / 1000;
}

/** SQLite counts code points. */
function shortName(name: string): string {
  const letters = [...headingName(name)];
  return letters.length <= longestDnaName ? letters.join('') : `${letters.slice(0, longestDnaName - 1).join('')}…`;
}
