import { assertNever } from '../../contract/index.ts';
import type { Query, WordsQuery } from './query.ts';

/** An FTS5 expression, and whether it says what is wanted or what is not. */
export interface Match {
  readonly match: string;
  readonly negative: boolean;
}

/**
 * Writes a tree of words as an FTS5 expression (https://sqlite.org/fts5.html#full_text_query_syntax),
 * or null when the tree holds anything else. FTS5 knows `NOT` only between two expressions, so a tree
 * that begins with a "not" comes out as its opposite, marked negative.
 */
export function matchOf(query: Query): Match | null {
  switch (query.kind) {
    case 'words':
      return { match: termOf(query), negative: false };
    case 'not': {
      const part = matchOf(query.part);
      return part && { match: part.match, negative: !part.negative };
    }
    case 'and': {
      const parts = matchesOf(query.parts);
      return parts && conjunction(parts);
    }
    case 'or': {
      // "a or not b" is "not (b and not a)".
      const parts = matchesOf(query.parts);
      const opposite = parts && conjunction(parts.map(({ match, negative }) => ({ match, negative: !negative })));
      return opposite && { match: opposite.match, negative: !opposite.negative };
    }
    case 'speaker':
    case 'unnamed':
    case 'role':
    case 'organization':
    case 'code':
    case 'collection':
    case 'kind':
    case 'state':
    case 'language':
    case 'said':
    case 'date':
    case 'in':
    case 'statement':
    case 'notes':
      return null;
    default:
      return assertNever(query);
  }
}

function matchesOf(parts: readonly Query[]): Match[] | null {
  const matches = parts.map(matchOf);
  return matches.includes(null) ? null : matches.filter((match) => match !== null);
}

/** All of them: "a and not b" where something is wanted, else the opposite of "b or c". */
function conjunction(parts: readonly Match[]): Match {
  const wanted = unique(parts.filter((part) => !part.negative));
  const unwanted = unique(parts.filter((part) => part.negative));
  if (wanted.length === 0) return { match: join(unwanted, 'OR'), negative: true };
  const all = join(wanted, 'AND');
  return { match: unwanted.length === 0 ? all : `(${all} NOT ${join(unwanted, 'OR')})`, negative: false };
}

function unique(parts: readonly Match[]): string[] {
  return [...new Set(parts.map((part) => part.match))];
}

function join(matches: readonly string[], operator: 'AND' | 'OR'): string {
  return matches.length === 1 ? matches.join('') : `(${matches.join(` ${operator} `)})`;
}

/** The words in quotation marks; they are folded words, so no quotation mark stands in them. */
function termOf(query: WordsQuery): string {
  const term = `"${query.words.join(' ')}"${query.prefix ? ' *' : ''}`;
  return query.field === null ? term : `{${query.field}} : ${term}`;
}
