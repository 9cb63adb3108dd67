import {
  type ArticleId,
  leastShingles,
  nearDuplicate,
  overlapOf,
  shinglesOf,
  sketchOf,
  type TextOverlap,
  type TextSketch,
} from '../../main/contract/index.ts';
import type { ReadableDb, WritableDb } from '../types.ts';
import { textOfRevision } from './revision-contents.ts';

/**
 * Which articles carry much of the same text: candidates by the shingles that their sketches share, then
 * the truth by all shingles of both texts. Sketches come with a revision when it is taken in; whatever has
 * none gets it when it is compared.
 */

/** A shingle that stands in more texts than this is a turn of phrase or a paper's own boilerplate, and leads nowhere. */
const commonShingle = 300;
/** Of so many candidates the texts are read, the likeliest first. */
const mostCandidates = 60;
/** A sample errs: a candidate is looked at from this part of what its sample would have to share. */
const candidateShare = 0.5;

/** Keeps a text's sketch, so that texts like it are found. */
export function storeSketch(db: WritableDb, revision: number, sketch: TextSketch | null): void {
  if (sketch === null) return;
  db.prepare('INSERT INTO text_sketches (revision, shingles, kept, scale) VALUES (?, ?, ?, ?)').run(
    revision,
    sketch.shingles,
    sketch.hashes.length,
    sketch.scale,
  );
  db.prepare('INSERT INTO shingle_index (rowid, hashes) VALUES (?, ?)').run(
    revision,
    sketch.hashes.map(hashWord).join(' '),
  );
}

function hashWord(hash: number): string {
  return hash.toString(36);
}

/** An article whose current revision was not compared with the others yet. */
export interface WaitingArticle {
  /** Rowids. */
  readonly article: number;
  readonly revision: number;
  /** Its sketch where the library has none yet; null too for a text that is too short for one. */
  readonly sketch: TextSketch | null;
}

/** By the index of those that wait: SQLite would take one that is narrow and has every article. */
export const waitingSql = `SELECT a.id AS article, a.current_revision AS revision FROM articles a INDEXED BY articles_uncompared
  WHERE a.compared IS NOT a.current_revision AND a.current_revision IS NOT NULL LIMIT ?`;

/** The next articles to compare. */
export function waitingArticles(db: ReadableDb, limit: number): WaitingArticle[] {
  const sketched = db.prepare<[number], number>('SELECT 1 FROM text_sketches WHERE revision = ?').pluck();
  return db
    .prepare<[number], { article: number; revision: number }>(waitingSql)
    .all(limit)
    .map((row) => ({
      ...row,
      sketch: sketched.get(row.revision) === undefined ? sketchOf(textOfRevision(db, row.revision) ?? '') : null,
    }));
}

/** How many articles wait. */
export function countWaiting(db: ReadableDb): number {
  return (
    db
      .prepare<[], number>(
        'SELECT count(*) FROM articles INDEXED BY articles_uncompared WHERE compared IS NOT current_revision',
      )
      .pluck()
      .get() ?? 0
  );
}

/** Keeps sketches that were made after their revision was taken in. */
export function storeSketches(db: WritableDb, articles: readonly WaitingArticle[]): void {
  const known = db
    .prepare<[number], number>(
      'SELECT r.id IS NULL OR s.revision IS NOT NULL FROM (SELECT ? AS id) wanted LEFT JOIN revisions r ON r.id = wanted.id LEFT JOIN text_sketches s ON s.revision = r.id',
    )
    .pluck();
  for (const { revision, sketch } of articles)
    if (sketch !== null && known.get(revision) === 0) storeSketch(db, revision, sketch);
}

export interface FoundPair extends TextOverlap {
  /** Rowid of the other article. */
  readonly other: number;
}
export interface ComparedArticle {
  readonly article: number;
  readonly revision: number;
  readonly pairs: readonly FoundPair[];
}

/** Compares each article's current text with all others. Articles in the bin are found too: they may come back. */
export function compareArticles(
  db: ReadableDb,
  articles: readonly { readonly article: number; readonly revision: number }[],
): ComparedArticle[] {
  return articles.map(({ article, revision }) => {
    const text = textOfRevision(db, revision) ?? '';
    const sketch = sketchOf(text);
    if (sketch === null) return { article, revision, pairs: [] };
    const shingles = shinglesOf(text);
    const pairs = candidatesOf(db, article, sketch).flatMap((candidate): FoundPair[] => {
      const overlap = overlapOf(shingles, shinglesOf(textOfRevision(db, candidate.revision) ?? ''));
      return overlap.containment >= nearDuplicate && overlap.shared >= leastShingles * nearDuplicate
        ? [{ other: candidate.article, ...overlap }]
        : [];
    });
    return { article, revision, pairs };
  });
}

export const postingsSql = `SELECT rowid FROM shingle_index WHERE shingle_index MATCH ? LIMIT ${commonShingle + 1}`;
export const candidatesSql = `SELECT a.id AS article, s.revision, s.shingles, s.scale
  FROM json_each(?) wanted JOIN text_sketches s ON s.revision = wanted.value JOIN revisions r ON r.id = s.revision
  JOIN articles a ON a.id = r.article AND a.current_revision = r.id`;

interface Candidate {
  readonly article: number;
  readonly revision: number;
  readonly shingles: number;
  readonly scale: number;
}

/** Other articles whose sketch shares so much with this one that the texts are worth reading. */
function candidatesOf(db: ReadableDb, article: number, sketch: TextSketch): Candidate[] {
  const shared = new Map<number, number>();
  const postings = db.prepare<[string], number>(postingsSql).pluck();
  for (const hash of sketch.hashes) {
    const revisions = postings.all(`"${hashWord(hash)}"`);
    if (revisions.length > commonShingle) continue;
    for (const revision of revisions) shared.set(revision, (shared.get(revision) ?? 0) + 1);
  }
  return db
    .prepare<[string], Candidate>(candidatesSql)
    .all(JSON.stringify([...shared.keys()]))
    .filter((candidate) => candidate.article !== article)
    .map((candidate) => ({ candidate, share: sampledShare(sketch, candidate, shared.get(candidate.revision) ?? 0) }))
    .filter(({ share }) => share >= 1)
    .sort((one, other) => other.share - one.share)
    .slice(0, mostCandidates)
    .map(({ candidate }) => candidate);
}

/**
 * What two sketches share, as a part of what near-duplicates would be expected to share at the least; 1 and
 * more is worth a look. Of small samples one common hash is enough.
 */
function sampledShare(sketch: TextSketch, candidate: Candidate, shared: number): number {
  const sampled = Math.min(sketch.shingles, candidate.shingles) / 2 ** Math.max(sketch.scale, candidate.scale);
  return shared / Math.max(1, Math.floor(sampled * nearDuplicate * candidateShare));
}

/** Writes what comparing found, and what no longer holds goes; answers the articles whose pairs changed. */
export function keepCompared(db: WritableDb, compared: readonly ComparedArticle[]): ArticleId[] {
  const before = db.prepare<[number, number], { compared: number | null }>(
    'SELECT compared FROM articles WHERE id = ? AND current_revision = ?',
  );
  const drop = db.prepare<[{ article: number }], { one: number; other: number }>(
    "DELETE FROM article_pairs WHERE kind = 'text' AND (one = :article OR other = :article) RETURNING one, other",
  );
  const keep = db.prepare(
    `INSERT OR REPLACE INTO article_pairs (one, other, kind, shared, containment, resemblance)
     SELECT min(:article, :other), max(:article, :other), 'text', :shared, :containment, :resemblance
     WHERE EXISTS (SELECT 1 FROM articles WHERE id = :other)`,
  );
  const done = db.prepare('UPDATE articles SET compared = ? WHERE id = ?');
  const touched = new Set<number>();
  for (const { article, revision, pairs } of compared) {
    // Another revision came meanwhile: the article waits again by itself.
    const last = before.get(article, revision);
    if (last === undefined) continue;
    // What others found of a new article holds: of a large group each looks at a part only.
    for (const pair of last.compared === null ? [] : drop.all({ article }))
      for (const one of [pair.one, pair.other]) touched.add(one);
    for (const pair of pairs) {
      keep.run({ article, ...pair });
      for (const one of [article, pair.other]) touched.add(one);
    }
    done.run(revision, article);
  }
  return db
    .prepare<[string], ArticleId>('SELECT uuid FROM articles WHERE id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify([...touched]));
}
