import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWritable } from '../../db/open.ts';
import { compareArticles, keepCompared, storeSketch } from '../../db/queries/likeness.ts';
import type { WritableDb } from '../../db/types.ts';
import {
  leastShingles,
  nearDuplicate,
  overlapOf,
  shinglesOf,
  shingleWords,
  sketchOf,
} from '../../main/contract/index.ts';
import { type Edit, edits } from './edits.ts';
import { articleInserter, fillLibrary } from './fill-library.ts';
import { ArticleGenerator, type GeneratedArticle } from './generator.ts';
import { quantile, table } from './measure.ts';

export interface DuplicatesBench {
  /** Articles of the library that have nothing to do with one another. */
  readonly articles: number;
  /** Pairs of each kind of edit that are put among them. */
  readonly each: number;
}

interface Pair {
  readonly edit: Edit;
  /** The rowids of its two articles. */
  readonly key: string;
  readonly texts: readonly [string, string];
}

/**
 * Puts pairs made by known edits among articles that share nothing, lets the library find them, and prints
 * how many it found and what it took; then what other thresholds would find.
 */
export function benchDuplicates({ articles, each }: DuplicatesBench): void {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-duplicates-'));
  const file = join(folder, 'library.sqlite');
  try {
    const generator = new ArticleGenerator();
    console.log(
      `Near-duplicates: shingles of ${shingleWords} words, threshold ${nearDuplicate} of the shorter text, at least ${leastShingles} shingles; ${articles} articles, ${each} pairs of each kind`,
    );
    fillLibrary(file, generator, { from: 0, to: articles });
    const db = openWritable(file);
    const pairs = putPairs(db, generator, articles, each);
    const found = compareWaiting(db);
    printFound(pairs, found);
    printTimes(db, generator, articles);
    db.close();
    printThresholds(pairs);
    console.log(`\nlibrary.sqlite: ${(statSync(file).size / 1e6).toFixed(0)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Compared = { readonly article: number; readonly revision: number };

function textOf(article: GeneratedArticle): string {
  return article.paragraphs.join('\n\n');
}

/** Writes the pairs into the library. */
function putPairs(db: WritableDb, generator: ArticleGenerator, after: number, each: number): Pair[] {
  const insert = articleInserter(db);
  const pairs: Pair[] = [];
  for (const edit of edits(generator))
    for (let count = 0; count < each; count++) {
      const number = after + 2 * pairs.length;
      const [one, other] = edit.make(generator.article(number), generator.article(number + 1));
      pairs.push({ edit, key: keyOf(insert(one), insert(other)), texts: [textOf(one), textOf(other)] });
    }
  return pairs;
}

function keyOf(one: number, other: number): string {
  return `${one} ${other}`;
}

/** Compares what waits as the background does; answers the keys of the pairs found. */
function compareWaiting(db: WritableDb): Set<string> {
  const waiting = db
    .prepare<[], Compared>(
      'SELECT id AS article, current_revision AS revision FROM articles WHERE compared IS NOT current_revision ORDER BY id',
    )
    .all();
  db.transaction(() => keepCompared(db, compareArticles(db, waiting)))();
  const pairs = db.prepare<[], { one: number; other: number }>('SELECT one, other FROM article_pairs').all();
  return new Set(pairs.map(({ one, other }) => keyOf(one, other)));
}

function printFound(pairs: readonly Pair[], found: ReadonlySet<string>): void {
  const expected = new Set(pairs.map(({ key }) => key));
  const chance = [...found].filter((key) => !expected.has(key)).length;
  const isFound = ({ key }: Pair) => found.has(key);
  console.log('\nFound by the library; and how much of the shorter text is in the longer (5th, 50th, 95th of 100)');
  const rows = byEdit(pairs).map(([edit, own]) => {
    const hits = own.filter(isFound).length;
    const share = (hits / own.length).toFixed(3);
    const contained = own.map(containmentOf);
    return [
      edit.name,
      `${hits}/${own.length}`,
      edit.sameWork ? `recall ${share}` : `wrongly ${share}`,
      ...[0.05, 0.5, 0.95].map((part) => quantile(contained, part).toFixed(2)),
    ];
  });
  console.log(table(rows));
  const { precision, recall } = scores(pairs, isFound, chance);
  console.log(
    `\nTogether: precision ${precision}, recall ${recall}; pairs that share nothing, found all the same: ${chance}`,
  );
}

/** The same pairs by the whole texts alone, without what sampling loses, at other thresholds. */
function printThresholds(pairs: readonly Pair[]): void {
  const contained = new Map(pairs.map((pair) => [pair, containmentOf(pair)]));
  console.log('\nBy all shingles of both texts, at other thresholds');
  const thresholds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
  const rows = thresholds.map((threshold) => {
    const { precision, recall } = scores(pairs, (pair) => (contained.get(pair) ?? 0) >= threshold, 0);
    return [threshold.toFixed(1), `precision ${precision}`, `recall ${recall}`];
  });
  console.log(table(rows));
}

function byEdit(pairs: readonly Pair[]): [Edit, Pair[]][] {
  const edits = new Map<Edit, Pair[]>();
  for (const pair of pairs) edits.set(pair.edit, [...(edits.get(pair.edit) ?? []), pair]);
  return [...edits];
}

function containmentOf({ texts }: Pair): number {
  return overlapOf(shinglesOf(texts[0]), shinglesOf(texts[1])).containment;
}

function scores(pairs: readonly Pair[], isFound: (pair: Pair) => boolean, chance: number) {
  const wanted = pairs.filter(({ edit }) => edit.sameWork);
  const right = wanted.filter(isFound).length;
  const wrong = pairs.filter((pair) => !pair.edit.sameWork && isFound(pair)).length + chance;
  return { precision: (right / (right + wrong)).toFixed(3), recall: (right / wanted.length).toFixed(3) };
}

/** What one more article costs a library of this size. */
function printTimes(db: WritableDb, generator: ArticleGenerator, articles: number): void {
  const sample = 1000;
  const sketching: number[] = [];
  const storing: number[] = [];
  const comparing: number[] = [];
  const timed = (times: number[], work: () => void) => {
    const began = performance.now();
    work();
    times.push(performance.now() - began);
  };
  const texts = Array.from({ length: sample }, (_, index) => textOf(generator.article(5_000_000 + index)));
  const free = (db.prepare<[], number>('SELECT max(id) FROM revisions').pluck().get() ?? 0) + 1;
  db.exec('BEGIN');
  // Rows of the sketch alone, which the end of the transaction takes back.
  db.pragma('defer_foreign_keys = ON');
  for (const [index, text] of texts.entries()) {
    let sketch: ReturnType<typeof sketchOf> = null;
    timed(sketching, () => {
      sketch = sketchOf(text);
    });
    timed(storing, () => storeSketch(db, free + index, sketch));
  }
  db.exec('ROLLBACK');
  const spread = db.prepare<[{ every: number }], Compared>(
    'SELECT id AS article, current_revision AS revision FROM articles WHERE id % :every = 0 LIMIT 1000',
  );
  for (const one of spread.all({ every: Math.max(1, Math.floor(articles / 1000)) }))
    timed(comparing, () => compareArticles(db, [one]));
  console.log(`\nOne more article among ${articles}, milliseconds (median, 95th of 100)`);
  const row = (name: string, times: readonly number[]) => [
    name,
    ...[0.5, 0.95].map((share) => quantile(times, share).toFixed(3)),
  ];
  console.log(
    table([
      row('its sketch, in the parser', sketching),
      row('kept by the writer', storing),
      row('compared with all others, in the background', comparing),
    ]),
  );
}
