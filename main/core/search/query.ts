/**
 * What a search field's text means, as a typed tree. Parsed from anything a person types; never handed
 * to the database as text.
 */

/** The parts of an article that a field confines a word to. */
export type WordField = 'title' | 'byline' | 'publication' | 'notes';

/** A word, or several that stand in a row. */
export interface WordsQuery {
  readonly kind: 'words';
  /** As typed, without quotes and star. */
  readonly text: string;
  /** Folded, at least one. */
  readonly words: readonly string[];
  /** True when it was put in quotes. */
  readonly phrase: boolean;
  /** The last word may go on. */
  readonly prefix: boolean;
  /** Null: anywhere in the article. */
  readonly field: WordField | null;
}

/**
 * Articles with a statement by somebody, by somebody with such a role, or for an organization; with a passage coded so; in a
 * collection.
 */
export type NameQuery =
  | NameQueryOf<'speaker'>
  | NameQueryOf<'role'>
  | NameQueryOf<'organization'>
  | NameQueryOf<'code'>
  | NameQueryOf<'collection'>;

interface NameQueryOf<Kind extends string> {
  readonly kind: Kind;
  readonly text: string;
  readonly words: readonly string[];
  /** Quoted: these words in a row; else each begins a word of the name. */
  readonly phrase: boolean;
}

/** A statement that nobody is named as the speaker of: `speaker:?`. */
export interface UnnamedQuery {
  readonly kind: 'unnamed';
}

export interface DateQuery {
  readonly kind: 'date';
  /** `after` takes the date's own beginning in, `before` leaves it out: the two part all articles. */
  readonly side: 'before' | 'after';
  /** `2016`, `2016-11` or `2016-11-16`. */
  readonly value: string;
}

/** A statement of a kind or in a state; an article in a language. */
export type ValueQuery = ValueQueryOf<'kind'> | ValueQueryOf<'state'> | ValueQueryOf<'language'>;

interface ValueQueryOf<Kind extends string> {
  readonly kind: Kind;
  readonly value: string;
}

/** A statement that was said in a year, a month or on a day. */
export interface SaidQuery {
  readonly kind: 'said';
  /** `2016`, `2016-11` or `2016-11-16`. */
  readonly value: string;
}

/** Confines the words beside it to statements, or to notes. */
export interface PlaceQuery {
  readonly kind: 'in';
  readonly place: 'statement' | 'notes';
}

/** One statement of the article for which all of `query` holds; null: any statement. Made by `confine`. */
export interface StatementQuery {
  readonly kind: 'statement';
  readonly query: Query | null;
}
/** The article has notes. Made by `confine`. */
export interface NotesQuery {
  readonly kind: 'notes';
}

export interface GroupQuery {
  readonly kind: 'and' | 'or';
  /** At least two. */
  readonly parts: readonly Query[];
}
export interface NotQuery {
  readonly kind: 'not';
  readonly part: Query;
}

export type Query =
  | WordsQuery
  | NameQuery
  | UnnamedQuery
  | DateQuery
  | ValueQuery
  | SaidQuery
  | PlaceQuery
  | StatementQuery
  | NotesQuery
  | GroupQuery
  | NotQuery;

export interface ParsedQuery {
  /** Null when nothing is asked for: every article. */
  readonly query: Query | null;
  /** What was typed and can't be looked for. */
  readonly ignored: readonly Ignored[];
}
export interface Ignored {
  readonly text: string;
  /** It has no letter or digit, or stands where a date or a name belongs and isn't one (yet). */
  readonly reason: 'no-word' | 'no-date' | 'no-name';
}

/**
 * Joins queries; none gives null, one itself; groups of the same kind become one, but for a group with
 * an `in:`, which holds for that group only.
 */
export function group(kind: GroupQuery['kind'], parts: readonly Query[]): Query | null {
  const flat = parts.flatMap((part) => (part.kind === kind && !part.parts.some(isPlace) ? part.parts : [part]));
  const [first, ...others] = flat;
  if (first === undefined) return null;
  return others.length === 0 ? first : { kind, parts: flat };
}

function isPlace(query: Query): boolean {
  return query.kind === 'in' || (query.kind === 'not' && isPlace(query.part));
}
