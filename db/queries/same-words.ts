import { type ArticleId, type PreciseDate, type RevisionId, wordsOf } from '../../main/contract/index.ts';
import type { ReadableDb } from '../types.ts';
import { preciseDate } from './articles.ts';
import { textOfRevision } from './revision-contents.ts';

/** A statement is looked for piece by piece, because somebody may quote any part of it; words a piece. */
const pieceLength = 12;
/** So many pieces of a long statement, spread over it. */
const mostPieces = 12;
/** Of each piece the longest words are counted, which are the rare ones more often than not. */
const countedOfPiece = 6;
/** So many articles are counted for a word; one that more have is common. */
const commonWord = 400;
/** Phrases around the rarest words of a piece: where one of them was altered another may be as it was. */
const probesOfPiece = 2;
/** So many phrases of nothing but common words are looked for, which takes longer: where rarer ones are few. */
const mostCommonProbes = 4;
/** A phrase that stands in more articles is a turn of phrase, and leads nowhere where another one does. */
const commonPhrase = 200;
/** The texts of so many articles are read, those with the most phrases first. */
const mostRead = 40;

/** An article that has some of the words in a row, with its text. */
export interface ArticleWithWords {
  readonly article: ArticleId;
  readonly revision: RevisionId;
  readonly title: string;
  readonly publication: string | null;
  readonly published: PreciseDate | null;
  readonly text: string;
}

/** A word of the statement, at its place, with how many articles have it; no more are counted than make it common. */
interface CountedWord {
  readonly at: number;
  readonly articles: number;
}

const matching = 'SELECT rowid FROM search_index WHERE search_index MATCH ? LIMIT ?';

/**
 * Articles other than `article` in whose text words of a statement stand in a row. Its rarest words are found by counting
 * up to a bound, and the phrases around them by the index, so that neither takes longer in a large library than in a
 * middling one. `more`: others may have them too.
 */
export function articlesWithWords(
  db: ReadableDb,
  article: ArticleId,
  words: string,
): { readonly articles: readonly ArticleWithWords[]; readonly more: boolean } {
  const own = db.prepare<[string], number>('SELECT id FROM articles WHERE uuid = ?').pluck().get(article) ?? 0;
  const find = db.prepare<[string, number], number>(matching).pluck();
  const hits = new Map<number, number>();
  let more = false;
  const found = probesOf(db, words).map((phrase) => find.all(bodyPhrase(phrase), commonPhrase + 1));
  const telling = found.filter((rows) => rows.length <= commonPhrase);
  for (const rows of telling.length > 0 ? telling : found) {
    more ||= rows.length > commonPhrase;
    for (const row of rows) if (row !== own) hits.set(row, (hits.get(row) ?? 0) + 1);
  }
  const best = [...hits].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return {
    articles: readTexts(
      db,
      best.slice(0, mostRead).map(([row]) => row),
    ),
    more: more || best.length > mostRead,
  };
}

/** Three words in a row around the rarest words of each piece, as far as any other article has those. */
function probesOf(db: ReadableDb, text: string): readonly (readonly string[])[] {
  const words = wordsOf(text).map(({ word }) => word);
  const counted = piecesOf(words.length).map((piece) => countWords(db, words, piece));
  const rare = counted.flatMap((piece) =>
    apart(piece.filter(({ articles }) => articles <= commonWord)).slice(0, probesOfPiece),
  );
  const common = counted.flatMap((piece) => piece.filter(({ articles }) => articles > commonWord).slice(0, 1));
  const chosen = rare.length >= mostCommonProbes ? rare : [...rare, ...common.slice(0, mostCommonProbes - rare.length)];
  return chosen.map(({ at }) => {
    const from = Math.max(0, Math.min(at - 1, words.length - 3));
    return words.slice(from, from + 3);
  });
}

/** Where the pieces begin and end, spread over so many words. */
function piecesOf(words: number): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.max(1, Math.min(mostPieces, Math.ceil(words / pieceLength)));
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * words) / count);
    return { from, to: Math.min(words, Math.max(from + pieceLength, Math.floor(((index + 1) * words) / count))) };
  });
}

/** The longest words of a piece, the rarest first; those that only its own article has lead nowhere. */
function countWords(
  db: ReadableDb,
  words: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly CountedWord[] {
  const count = db.prepare<[string, number], number>(`SELECT count(*) FROM (${matching})`).pluck();
  return words
    .slice(from, to)
    .map((word, index) => ({ word, at: from + index }))
    .sort((one, other) => other.word.length - one.word.length)
    .slice(0, countedOfPiece)
    .map(({ word, at }) => ({ at, articles: count.get(bodyPhrase([word]), commonWord + 1) ?? 0 }))
    .filter(({ articles }) => articles > 1)
    .sort((one, other) => one.articles - other.articles);
}

/** Without those whose phrase an earlier one's overlaps. */
function apart(counted: readonly CountedWord[]): readonly CountedWord[] {
  return counted.filter(({ at }, index) => !counted.slice(0, index).some((other) => Math.abs(other.at - at) < 2));
}

/** Nothing of a text is syntax: every word stands in quotation marks. */
function bodyPhrase(words: readonly string[]): string {
  return `body : "${words.join(' ').replaceAll('"', ' ')}"`;
}

interface Row {
  readonly article: ArticleId;
  readonly revision: RevisionId;
  readonly revisionRow: number;
  readonly title: string;
  readonly publication: string | null;
  readonly published: string | null;
}

function readTexts(db: ReadableDb, rows: readonly number[]): ArticleWithWords[] {
  return db
    .prepare<[string], Row>(
      `SELECT a.uuid AS article, r.uuid AS revision, r.id AS revisionRow, a.title, a.publication,
         r.metadata ->> '$.published.value' AS published
       FROM json_each(?) wanted JOIN articles a ON a.id = wanted.value JOIN revisions r ON r.id = a.current_revision
       WHERE a.binned IS NULL ORDER BY wanted.key`,
    )
    .all(JSON.stringify(rows))
    .flatMap(({ revisionRow, published, ...row }) => {
      const text = textOfRevision(db, revisionRow);
      return text === null ? [] : [{ ...row, published: preciseDate(published), text }];
    });
}
