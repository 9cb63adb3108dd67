import { headingName, type StatementRecord, sealInWords } from '../../../contract/index.ts';
import { confirmedBy, type LeavingArticle, leavingStatements, placeOf, sealedWords, speakingIn } from '../marks.ts';
import { w3cDate } from './dates.ts';
import { names } from './names.ts';
import type { StatementParts } from './parts.ts';
import { element, joinedXml, onLines, type Xml } from './xml.ts';

/** What is known of each statement besides its place: a list at the end, also of those that have no place any more. */
export function statementsOf(leaving: LeavingArticle, parts: StatementParts): Xml | null {
  const statements = leavingStatements(leaving.article);
  if (statements.length === 0) return null;
  const items = statements.map((statement) =>
    element(
      'item',
      { 'xml:id': names.statement(statement), corresp: pointersTo(statement, parts.count(statement)) },
      element('list', { type: 'gloss' }, onLines(factsOf(leaving, statement))),
    ),
  );
  return element('back', {}, element('div', { type: 'statements' }, element('list', {}, onLines(items))));
}

function pointersTo(statement: StatementRecord, count: number): string {
  return Array.from({ length: count }, (_, index) => `#${names.words(statement, index + 1)}`).join(' ');
}

function factsOf(leaving: LeavingArticle, statement: StatementRecord): Xml[] {
  const { article, confirmedByPackage } = leaving;
  const { seal, original, text, madeOn } = sealedWords(article, statement);
  const { placement, words } = placeOf(article, statement);
  const { said, cue, reason } = statement;
  const decided = confirmedBy(statement, confirmedByPackage);
  const facts: readonly (readonly [label: string, value: Xml | string | null])[] = [
    ['words', element('quote', {}, words)],
    ['made on', madeOn === null || madeOn === words ? null : element('quote', {}, madeOn)],
    ['kind', statement.kind],
    ['decision', decided === null ? statement.state : `${statement.state} by a ${decided}`],
    ['confidence', String(statement.confidence)],
    ...speakingIn(statement).map(
      ({ speaker, role, organization }) =>
        [
          'speaker',
          joinedXml([
            element('name', { ref: `#${names.speaker(speaker.id)}` }, headingName(speaker.name)),
            ...(role === null ? [] : [', ', element('roleName', {}, headingName(role))]),
            ...(organization === null
              ? []
              : [
                  ', ',
                  element(
                    'orgName',
                    { ref: `#${names.organization(organization.id)}` },
                    headingName(organization.name),
                  ),
                ]),
          ]),
        ] as const,
    ),
    ['described', statement.described ?? null],
    ['said', said === null ? null : element('date', { when: w3cDate(said) }, said)],
    ['cue', cue],
    ['rule', reason?.rule ?? null],
    ['could have been', reason === undefined || reason.others.length === 0 ? null : reason.others.join('; ')],
    ['placement', placement],
    ['seal', sealInWords[seal]],
    ['SHA-256 of the original', original],
    ['SHA-256 of the text', text],
  ];
  return facts.flatMap(([label, value]) =>
    value === null || value === '' ? [] : [joinedXml([element('label', {}, label), element('item', {}, value)])],
  );
}
