/** A piece of what stands in the search field, to be coloured as what it is understood to be. */
export interface QueryPiece {
  readonly text: string;
  readonly kind: 'plain' | 'field' | 'value' | 'operator';
}

const fields = [
  ...['title', 'by', 'from', 'publication', 'speaker', 'role', 'org', 'organisation', 'organization', 'code'],
  ...['collection', 'language', 'kind', 'state', 'said', 'in', 'before', 'after'],
];
const token = /("[^"]*"?)|(\s+)|([()])|([^\s()"]+)/gu;

/**
 * Colours for the search field. The core alone decides what a query means; this only recognises the
 * written forms (`field:value`, `OR`, `-not`), and every character of the query comes back in order.
 */
export function queryPieces(query: string): QueryPiece[] {
  const pieces: QueryPiece[] = [];
  for (const match of query.matchAll(token)) {
    const [text] = match;
    const field = /^-?([a-z]+):/iu.exec(text);
    if (field?.[1] !== undefined && fields.includes(field[1].toLowerCase())) {
      pieces.push({ text: field[0], kind: 'field' });
      if (text.length > field[0].length) pieces.push({ text: text.slice(field[0].length), kind: 'value' });
    } else if (text.startsWith('"') && pieces.at(-1)?.kind === 'field') pieces.push({ text, kind: 'value' });
    else if (text === 'OR' || text === '(' || text === ')' || text === '-') pieces.push({ text, kind: 'operator' });
    else pieces.push({ text, kind: 'plain' });
  }
  return pieces;
}

/** Puts a word such as `in:statement` into a query, or takes it out again. */
export function toggleWord(query: string, word: string): string {
  const words = query.split(/\s+/u).filter((part) => part !== '');
  return words.includes(word) ? words.filter((part) => part !== word).join(' ') : [...words, word].join(' ');
}

/** A field with a value that may hold spaces: `speaker:"Ines Alder"`. Quotes inside are dropped. */
export function fieldQuery(field: string, value: string): string {
  return `${field}:"${value.replaceAll('"', '')}"`;
}
