import { assertNever } from '../../contract/index.ts';
import { type Names, nameKey } from './plan.ts';
import type { Ignored, NameQuery, ParsedQuery, Query, WordsQuery } from './query.ts';

/** More people than this are counted, not named. */
const mostNames = 3;

/**
 * A search in plain English, one phrase a part: for the line under the field, so that a person sees how
 * it was read. Joined by commas they make a sentence.
 */
export function understood(parsed: ParsedQuery, names: Names): string[] {
  const { query } = parsed;
  const parts = query === null ? [] : query.kind === 'and' ? query.parts : [query];
  return [...parts.map((part) => say(part, names)), ...parsed.ignored.map(sayIgnored)];
}

function say(query: Query, names: Names): string {
  switch (query.kind) {
    case 'words':
      return sayWords(query);
    case 'speaker':
      return `spoken by ${sayNames(query, names, 'nobody')}`;
    case 'unnamed':
      return 'spoken by somebody who is not named';
    case 'code':
      return `coded ${sayNames(query, names, 'no code')}`;
    case 'role':
      return `by somebody who is ${sayNames(query, names, 'nobody is')}`;
    case 'organization':
      return `said for ${sayNames(query, names, 'no organisation')}`;
    case 'collection':
      return `in the collection ${sayNames(query, names, 'none')}`;
    case 'kind':
    case 'state':
      return `${query.kind} ${query.value}`;
    case 'language':
      return `in the language ${query.value}`;
    case 'said':
      return `said in ${query.value}`;
    case 'date':
      return `published ${query.side === 'after' ? 'on or after' : 'before'} ${sayDate(query.value)}`;
    case 'in':
      return query.place === 'statement' ? 'within a statement' : 'within notes';
    case 'statement':
      return 'within a statement';
    case 'notes':
      return 'with notes';
    case 'and':
      return query.parts.map((part) => inner(part, names)).join(' and ');
    case 'or':
      return `either ${query.parts.map((part) => inner(part, names)).join(' or ')}`;
    case 'not':
      return query.part.kind === 'words' && query.part.field === null
        ? `without ${sayWords(query.part)}`
        : `not ${inner(query.part, names)}`;
    default:
      return assertNever(query);
  }
}

function inner(query: Query, names: Names): string {
  const said = say(query, names);
  return query.kind === 'and' || query.kind === 'or' ? `(${said})` : said;
}

function sayWords(query: WordsQuery): string {
  const kind = query.prefix
    ? query.words.length > 1
      ? 'a phrase beginning with'
      : 'a word beginning with'
    : query.phrase && query.words.length > 1
      ? 'the phrase'
      : 'the word';
  const words = `“${query.text}”`;
  switch (query.field) {
    case null:
      return `${kind} ${words}`;
    case 'title':
      return `${kind} ${words} in the title`;
    case 'notes':
      return `${kind} ${words} in notes`;
    case 'byline':
      return `written by ${words}`;
    case 'publication':
      return `from ${words}`;
  }
}

function sayNames(query: NameQuery, names: Names, none: string): string {
  const found = names.get(nameKey(query))?.names ?? [];
  if (found.length === 0) return `“${query.text}” (${none} of that name)`;
  if (found.length > mostNames) return `“${query.text}” (${found.length} of that name)`;
  return found.join(' or ');
}

const months = 'January February March April May June July August September October November December'.split(' ');

/** A date's beginning: `2024-11` is 1 November 2024. */
function sayDate(value: string): string {
  const [year = '', month = '01', day = '01'] = value.split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${Number(year)}`;
}

function sayIgnored(ignored: Ignored): string {
  switch (ignored.reason) {
    case 'no-word':
      return `“${ignored.text}” left out (no letter or digit in it)`;
    case 'no-date':
      return `“${ignored.text}” left out (no date like 2016, 2016-11 or 2016-11-16)`;
    case 'no-name':
      return `“${ignored.text}” left out (no name in it)`;
  }
}
