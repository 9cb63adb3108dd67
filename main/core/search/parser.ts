import { statementKinds, statementStates } from '../../contract/statements.ts';
import { wordsOf } from '../../contract/words.ts';
import { type FieldName, type Token, tokensOf } from './lexer.ts';
import { group, type Ignored, type ParsedQuery, type Query, type WordField } from './query.ts';

/**
 * Groups deeper than this are read as if their parentheses were not there. It keeps the tree far from
 * the limits of FTS5's own parser, and no person nests so deep.
 */
const deepest = 24;

const wordFields: Partial<Record<FieldName, WordField>> = { title: 'title', by: 'byline', from: 'publication' };

/** What may stand behind a field that knows a few words; anything else is words to look for. */
const values: Readonly<Record<'kind' | 'state', readonly string[]>> = { kind: statementKinds, state: statementStates };

export interface ParseOptions {
  /**
   * The text is being typed: its last word, when nothing follows it and no quotation mark closes it, may
   * go on and is looked for as a beginning of words too. A single letter is left out until it has a
   * second one: no index answers it quickly, and hardly any article lacks it.
   */
  readonly typing?: boolean;
}

/**
 * Reads a search text. All texts are legal.
 *
 * - Words side by side must all be there. `OR` joins its two neighbours, and binds closer than standing
 *   side by side: `harbour trust OR faith` wants harbour, and trust or faith. So filters beside an OR
 *   hold for both its sides. (Westlaw, LexisNexis and the web's engines read it so.)
 * - `-word`, `-"a phrase"`, `-(…)`, `-speaker:x`: not that.
 * - `"…"` words in a row; `word*` a beginning; parentheses group, and need no partner.
 * - `title: by: from: speaker: role: org: code: collection: language: kind: state: said: before: after: in:` take the word,
 *   phrase or group after them.
 * - A word with something other than letters inside (`don't`, `C++`, `a.b`) is its letters in a row.
 * - An operator without neighbours is nothing, unless operators are all there is: then they are words.
 */
export function parseQuery(text: string, options: ParseOptions = {}): ParsedQuery {
  const tokens = tokensOf(text);
  const parser = new Parser(markTyped(tokens, text, options));
  const parsed = parser.parse();
  if (parsed.query !== null || parsed.ignored.length > 0) return parsed;
  const operators = tokens.flatMap((token) => (token.kind === 'operator' ? [token.name] : []));
  const words = operators.flatMap((name) => parser.words(name, false, false, null) ?? []);
  return { query: group('and', words), ignored: [] };
}

/** Makes the word that is being typed a beginning; drops a lone letter that has just been begun. */
function markTyped(tokens: readonly Token[], text: string, options: ParseOptions): readonly Token[] {
  const last = tokens.at(-1);
  const typed =
    (last?.kind === 'word' && last.end === text.length && !last.prefix) || (last?.kind === 'phrase' && !last.closed);
  if (!options.typing || !typed) return tokens;
  const words = wordsOf(last.text);
  const word = words.at(-1);
  if (word === undefined || word.end !== last.text.length) return tokens;
  const others = tokens.slice(0, -1);
  if ([...word.word].length > 1) return [...others, { ...last, prefix: true }];
  if (words.length === 1) return others;
  return last.kind === 'word' ? tokens : [...others, { ...last, text: last.text.slice(0, word.start) }];
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #ignored: Ignored[] = [];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): ParsedQuery {
    const parts: Query[] = [];
    while (this.#next < this.#tokens.length) {
      const part = this.#all(0, null);
      if (part !== null) parts.push(part);
      // A closing parenthesis without an opening one is passed over.
      this.#next += 1;
    }
    return { query: group('and', parts), ignored: this.#ignored };
  }

  /** Everything up to the group's end. */
  #all(depth: number, field: FieldName | null): Query | null {
    const parts: Query[] = [];
    for (let token = this.#peek(); token !== undefined && token.kind !== 'close'; token = this.#peek()) {
      const part = this.#either(depth, field);
      if (part !== null) parts.push(part);
    }
    return group('and', parts);
  }

  /** One part, or several joined by OR. */
  #either(depth: number, field: FieldName | null): Query | null {
    const parts: Query[] = [];
    do {
      const part = this.#one(depth, field);
      if (part !== null) parts.push(part);
    } while (this.#takeOperators());
    return group('or', parts);
  }

  /** Passes over operators between two parts; true when an OR was among them. */
  #takeOperators(): boolean {
    let either = false;
    for (let token = this.#peek(); token?.kind === 'operator' && token.name !== 'NOT'; token = this.#peek()) {
      either ||= token.name === 'OR';
      this.#next += 1;
    }
    const after = this.#peek();
    return either && after !== undefined && after.kind !== 'close';
  }

  #one(depth: number, field: FieldName | null): Query | null {
    // A thousand of them in a row are no thousand calls.
    let isNegated = false;
    for (let token = this.#peek(); token !== undefined && isNegation(token); token = this.#peek()) {
      isNegated = !isNegated;
      this.#next += 1;
    }
    const part = this.#wanted(depth, field);
    return isNegated ? negate(part) : part;
  }

  #wanted(depth: number, field: FieldName | null): Query | null {
    const token = this.#peek();
    if (token === undefined || token.kind === 'close') return null;
    this.#next += 1;
    switch (token.kind) {
      case 'operator':
      case 'minus':
        return null;
      case 'open':
        return this.#group(depth, field);
      case 'field': {
        const value = this.#peek();
        // A field that is still being typed asks for nothing yet.
        if (value === undefined || (value.kind !== 'word' && value.kind !== 'phrase' && value.kind !== 'open'))
          return null;
        return this.#one(depth, token.name);
      }
      case 'phrase':
        return this.#leaf(token.text, true, token.prefix, field);
      case 'word':
        return this.#leaf(token.text, false, token.prefix, field);
    }
  }

  #group(depth: number, field: FieldName | null): Query | null {
    // Too deep: the parenthesis is passed over, and so is its partner, later.
    if (depth >= deepest) return null;
    const inner = this.#all(depth + 1, field);
    if (this.#peek()?.kind === 'close') this.#next += 1;
    return inner;
  }

  #leaf(text: string, phrase: boolean, prefix: boolean, field: FieldName | null): Query | null {
    switch (field) {
      case null:
      case 'title':
      case 'by':
      case 'from':
        return this.words(text, phrase, prefix, field === null ? null : (wordFields[field] ?? null));
      case 'speaker':
      case 'role':
      case 'org':
      case 'collection':
      case 'code': {
        if (field === 'speaker' && text.trim() === '?') return { kind: 'unnamed' };
        const words = wordsOf(text).map((word) => word.word);
        if (words.length > 0)
          return { kind: field === 'org' ? 'organization' : field, text: text.trim(), words, phrase };
        this.#ignored.push({ text: `${field}:${text}`, reason: 'no-name' });
        return null;
      }
      case 'kind':
      case 'state': {
        const value = text.trim().toLowerCase();
        if (values[field].includes(value)) return { kind: field, value };
        return this.words(`${field} ${text}`, phrase, prefix, null);
      }
      case 'language':
        if (/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(text.trim()))
          return { kind: field, value: text.trim().toLowerCase() };
        return this.words(`${field} ${text}`, phrase, prefix, null);
      case 'said':
      case 'before':
      case 'after': {
        const value = dateOf(text);
        if (value !== null) return field === 'said' ? { kind: field, value } : { kind: 'date', side: field, value };
        if (/\p{L}/u.test(text)) return this.words(`${field} ${text}`, phrase, prefix, null);
        this.#ignored.push({ text: `${field}:${text}`, reason: 'no-date' });
        return null;
      }
      case 'in':
        if (/^statements?$/i.test(text)) return { kind: 'in', place: 'statement' };
        if (/^notes?$/i.test(text)) return { kind: 'in', place: 'notes' };
        return this.words(`in ${text}`, phrase, prefix, null);
    }
  }

  words(text: string, phrase: boolean, prefix: boolean, field: WordField | null): Query | null {
    const words = wordsOf(text).map((word) => word.word);
    if (words.length > 0) return { kind: 'words', text: text.trim(), words, phrase, prefix, field };
    if (/[^\s*]/u.test(text)) this.#ignored.push({ text: text.trim(), reason: 'no-word' });
    return null;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }
}

function isNegation(token: Token): boolean {
  return token.kind === 'minus' || (token.kind === 'operator' && token.name === 'NOT');
}

function negate(part: Query | null): Query | null {
  if (part === null) return null;
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

/** A year, month or day of the calendar, with `-`, `/` or `.` between; null for anything else. */
function dateOf(text: string): string | null {
  const found = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text.trim());
  if (found === null) return null;
  const [, year = '', month, day] = found;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  const monthText = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return monthText;
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > days) return null;
  return `${monthText}-${day.padStart(2, '0')}`;
}
