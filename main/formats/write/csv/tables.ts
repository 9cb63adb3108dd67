import {
  type AnnotationRecord,
  type ArticleRecord,
  type CodeId,
  canonicalText,
  factsOfPackage,
  headingName,
  type Person,
  type Span,
  type StatementRecord,
  sealInWords,
  sentencesOf,
} from '../../../contract/index.ts';
import {
  type Codebook,
  confirmedBy,
  currentRevision,
  type LeavingArticle,
  placeOf,
  sealedWords,
  speakersOf,
  speakingIn,
} from '../marks.ts';
import { type CsvValue, csvHead, csvLine } from './csv.ts';

/** One table: its columns and what each says of one row. */
interface Table<Row> {
  readonly head: string;
  line(row: Row): string;
}

function table<Row>(columns: readonly (readonly [name: string, value: (row: Row) => CsvValue])[]): Table<Row> {
  return {
    head: csvHead(columns.map(([name]) => name)),
    line: (row) => csvLine(columns.map(([, value]) => value(row))),
  };
}

/** Names stand on one line and turn nothing; words, notes and sentences are as they are. */
function named(name: string | null | undefined): string | null {
  return name === null || name === undefined ? null : headingName(name);
}

/** What both tables say of the article. */
const articleColumns = [
  ['article', ({ article }) => article.id],
  ['title', ({ article }) => headingName(article.title)],
  ['byline', ({ article }) => headingName(article.byline.join('; '))],
  ['publication', ({ article }) => named(article.publication)],
  ['url', ({ article }) => article.url],
  ['published', ({ article }) => article.published],
  ['captured', ({ article }) => captureOf(article)?.captured ?? null],
  ['file_dated', ({ article }) => captureOf(article)?.fileDated ?? null],
] satisfies readonly (readonly [string, (row: { readonly article: ArticleRecord }) => CsvValue])[];

function captureOf(article: ArticleRecord): ArticleRecord['captures'][number] | undefined {
  const { capture } = currentRevision(article);
  return article.captures.find((candidate) => candidate.id === capture);
}

/** Which particulars no original tells; which package did stays at home. */
function factsToldByPackage(article: ArticleRecord): string {
  return factsOfPackage(currentRevision(article).metadata, captureOf(article))
    .map(({ field }) => field)
    .join('; ');
}

export interface StatementRow extends LeavingArticle {
  readonly statement: StatementRecord;
}

/** One statement a line, with what was said, by whom, when and where it stands. */
export const statementTable = table<StatementRow>([
  ['statement', ({ statement }) => statement.id],
  ...articleColumns,
  ['kind', ({ statement }) => statement.kind],
  ['state', ({ statement }) => statement.state],
  // Several speak together: each column holds theirs in the same order, divided by semicolons.
  ['speaker', ({ statement }) => together(statement, ({ name }) => name)],
  ['also_called', (row) => aliasesOf(row)],
  ['role', ({ statement }) => together(statement, ({ role }) => role)],
  ['organization', ({ statement }) => together(statement, ({ organization }) => organization)],
  ['described', ({ statement }) => named(statement.described)],
  ['said', ({ statement }) => statement.said],
  ['words', ({ article, statement }) => placeOf(article, statement).words],
  ['sentences', ({ article, statement }) => sentencesAround(article, placeOf(article, statement).span)],
  ['paragraphs', ({ article, statement }) => paragraphsAround(article, placeOf(article, statement).span)],
  ['placement', ({ article, statement }) => placeOf(article, statement).placement],
  ['seal', ({ article, statement }) => sealInWords[sealedWords(article, statement).seal]],
  ['made_on', ({ article, statement }) => sealedWords(article, statement).madeOn],
  ['start', ({ article, statement }) => placeOf(article, statement).span?.start ?? null],
  ['end', ({ article, statement }) => placeOf(article, statement).span?.end ?? null],
  ['spans', ({ article, statement }) => spansOf(placeOf(article, statement).spans)],
  ['cue', ({ statement }) => statement.cue],
  ['confidence', ({ statement }) => statement.confidence],
  ['codes', ({ statement, codesOn, codebook }) => codePaths(codesOn.get(statement.id) ?? [], codebook)],
  ['text_sha256', ({ article }) => currentRevision(article).sha256],
  ['original_sha256', ({ article, statement }) => sealedWords(article, statement).original],
  ['told_by_package', ({ article }) => factsToldByPackage(article)],
  ['confirmed_by', ({ statement, confirmedByPackage }) => confirmedBy(statement, confirmedByPackage)],
]);

function together(statement: StatementRecord, value: (speaker: Person) => string | null): string | null {
  const values = speakersOf(statement).map((speaker) => named(value(speaker)));
  return values.every((one) => one === null) ? null : values.map((one) => one ?? '').join('; ');
}

/** Other names of each speaker, divided by commas, in the order of the speakers. */
function aliasesOf({ statement, people }: StatementRow): string | null {
  const aliases = speakingIn(statement).map(({ speaker }) => people.get(speaker.id)?.aliases ?? []);
  return aliases.every((names) => names.length === 0)
    ? null
    : aliases.map((names) => names.map(headingName).join(', ')).join('; ');
}

function codePaths(codes: readonly CodeId[], codebook: Codebook): string {
  return codes.map((code) => headingName(codebook.path(code).join(' > '))).join('; ');
}

/** `12-40; 61-75`: where the words stand that are interrupted. */
function spansOf(spans: readonly Span[]): string | null {
  return spans.length === 0 ? null : spans.map(({ start, end }) => `${start}-${end}`).join('; ');
}

export interface AnnotationRow {
  readonly article: ArticleRecord;
  readonly annotation: AnnotationRecord;
  readonly codebook: Codebook;
}

/** One annotation a line; codes by their whole path, several divided by a semicolon. */
export const annotationTable = table<AnnotationRow>([
  ['annotation', ({ annotation }) => annotation.id],
  ...articleColumns,
  ['quote', ({ annotation }) => annotation.quote],
  ['words_now', ({ article, annotation }) => placeOf(article, annotation).words],
  ['sentence', ({ article, annotation }) => sentencesAround(article, placeOf(article, annotation).span)],
  ['paragraph', ({ article, annotation }) => paragraphsAround(article, placeOf(article, annotation).span)],
  ['codes', ({ annotation, codebook }) => codePaths(annotation.codes, codebook)],
  ['note', ({ annotation }) => annotation.note],
  ['color', ({ annotation }) => annotation.color],
  ['placement', ({ article, annotation }) => placeOf(article, annotation).placement],
  ['start', ({ article, annotation }) => placeOf(article, annotation).span?.start ?? null],
  ['end', ({ article, annotation }) => placeOf(article, annotation).span?.end ?? null],
  ['created', ({ annotation }) => annotation.created],
  ['modified', ({ annotation }) => annotation.modified],
  ['text_sha256', ({ article }) => currentRevision(article).sha256],
  ['told_by_package', ({ article }) => factsToldByPackage(article)],
]);

/** The paragraphs that a span touches, whole; null for a lost mark. */
export function paragraphsAround(article: ArticleRecord, span: Span | null): string | null {
  return span === null
    ? null
    : touched(article, span)
        .map(({ text }) => text)
        .join('\n\n');
}

/** The sentences that a span touches, whole; null for a lost mark. */
export function sentencesAround(article: ArticleRecord, span: Span | null): string | null {
  if (span === null) return null;
  return touched(article, span)
    .map(({ text, start }) => {
      const sentences = sentencesOf(text).filter(
        (sentence) => start + sentence.start < span.end && start + sentence.end > span.start,
      );
      const first = sentences[0];
      const last = sentences.at(-1);
      return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The canonical text is made anew for each mark only when the article changes. */
const segmentsOf = new WeakMap<ArticleRecord, readonly { readonly text: string; readonly start: number }[]>();

function touched(article: ArticleRecord, span: Span): readonly { readonly text: string; readonly start: number }[] {
  let segments = segmentsOf.get(article);
  if (segments === undefined) {
    segments = canonicalText(currentRevision(article).document).segments.map(({ content, start }) => ({
      text: content.text,
      start,
    }));
    segmentsOf.set(article, segments);
  }
  return segments.filter(({ text, start }) => start < span.end && start + text.length > span.start);
}
