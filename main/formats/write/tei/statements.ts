import { assertNever, headingName, type StatementRecord } from '../../../contract/index.ts';
import { type LeavingArticle, leavingStatements, type Speaking } from '../marks.ts';
import { type StatementFact, statementFacts } from '../statement-facts.ts';
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
  return statementFacts(leaving, statement).map((fact) =>
    joinedXml([element('label', {}, fact.label), element('item', {}, factXml(fact))]),
  );
}

function factXml(fact: StatementFact): Xml | string {
  if ('speaking' in fact) return speakerOf(fact.speaking);
  switch (fact.is) {
    case 'words':
      return element('quote', {}, fact.text);
    case 'date':
      return element('date', { when: w3cDate(fact.text) }, fact.text);
    case 'text':
      return fact.text;
    default:
      return assertNever(fact.is);
  }
}

function speakerOf({ speaker, role, organization }: Speaking): Xml {
  return joinedXml([
    element('name', { ref: `#${names.speaker(speaker.id)}` }, headingName(speaker.name)),
    ...(role === null ? [] : [', ', element('roleName', {}, headingName(role))]),
    ...(organization === null
      ? []
      : [', ', element('orgName', { ref: `#${names.organization(organization.id)}` }, headingName(organization.name))]),
  ]);
}
