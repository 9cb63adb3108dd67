/** The pieces of a search text. Every text has pieces: nothing is an error. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly prefix: boolean; readonly end: number }
  | { readonly kind: 'phrase'; readonly text: string; readonly prefix: boolean; readonly closed: boolean }
  | { readonly kind: 'field'; readonly name: FieldName; readonly text: string }
  | { readonly kind: 'operator'; readonly name: 'OR' | 'AND' | 'NOT' }
  | { readonly kind: 'minus' | 'open' | 'close' };

const fieldNames = [
  'title',
  'by',
  'from',
  'speaker',
  'role',
  'org',
  'code',
  'collection',
  'language',
  'kind',
  'state',
  'said',
  'in',
  'before',
  'after',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** Other words for a field. */
const alsoCalled: Readonly<Record<string, FieldName>> = {
  publication: 'from',
  organisation: 'org',
  organization: 'org',
};
const written = [...fieldNames, ...Object.keys(alsoCalled)];
const longest = Math.max(...written.map((name) => name.length)) + 1;

const space = /\s/u;
/** Straight, curly, low and angular quotation marks: keyboards and word processors give them all. */
const quote = /["“”„‟«»]/u;
const field = new RegExp(`^(${written.join('|')}):`, 'i');

function fieldNamed(text: string): FieldName {
  const name = text.toLowerCase();
  return fieldNames.find((known) => known === name) ?? alsoCalled[name] ?? 'title';
}

/**
 * Cuts a search text into tokens. `OR`, `AND` and `NOT` count in capitals only; a minus counts at a
 * word's beginning; a quotation that isn't closed goes to the end.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  let fresh = true;
  while (index < text.length) {
    const character = text.charAt(index);
    if (space.test(character)) {
      index += 1;
      fresh = true;
    } else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close' });
      index += 1;
      fresh = true;
    } else if (quote.test(character)) {
      let end = index + 1;
      while (end < text.length && !quote.test(text.charAt(end))) end += 1;
      const phrase = text.slice(index + 1, end);
      const prefix = text.charAt(end + 1) === '*';
      tokens.push({ kind: 'phrase', text: phrase, prefix, closed: end < text.length });
      index = end + (prefix ? 2 : 1);
      fresh = true;
    } else if (fresh && character === '-') {
      while (text.charAt(index) === '-') index += 1;
      if (index < text.length && !space.test(text.charAt(index))) tokens.push({ kind: 'minus' });
    } else {
      const named = fresh ? field.exec(text.slice(index, index + longest)) : null;
      if (named?.[1] !== undefined) {
        tokens.push({ kind: 'field', name: fieldNamed(named[1]), text: named[0] });
        index += named[0].length;
        continue;
      }
      let end = index + 1;
      while (end < text.length && !/[\s()]/u.test(text.charAt(end)) && !quote.test(text.charAt(end))) end += 1;
      tokens.push(wordToken(text.slice(index, end), end));
      index = end;
      fresh = false;
    }
  }
  return tokens;
}

function wordToken(text: string, end: number): Token {
  if (text === 'OR' || text === 'AND' || text === 'NOT') return { kind: 'operator', name: text };
  const prefix = text.endsWith('*');
  return { kind: 'word', text: prefix ? text.replace(/\*+$/, '') : text, prefix, end };
}
