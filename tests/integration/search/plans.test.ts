import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CancelSlot } from '../../../db/cancel.ts';
import { openWritable } from '../../../db/open.ts';
import type { SearchCondition, SearchStep } from '../../../db/queries/search-plan.ts';
import { hitsSql, pageSql, type Sql } from '../../../db/queries/search-sql.ts';
import type { WritableDb } from '../../../db/types.ts';

/** A search over a hundred thousand articles is quick only as long as SQLite goes these ways. */
let folder: string;
let db: WritableDb;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-plans-'));
  db = openWritable(join(folder, 'library.sqlite'));
  new CancelSlot(CancelSlot.buffer()).install(db);
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function planOf(sql: Sql, ...more: number[]): string[] {
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.text}`)
    .all(...sql.parameters, ...more)
    .map((row) => row.detail)
    .filter((detail) => /^(SCAN|SEARCH|MATERIALIZE|USE TEMP)/.test(detail));
}
const words: SearchStep['walk'] = { kind: 'articles', match: '"harbour" AND "trust"' };
const step = (
  walk: SearchStep['walk'],
  condition: SearchCondition | null = null,
  rank: string | null = null,
): SearchStep => ({
  walk,
  condition,
  rank,
});

test('counting words reads the index alone', () => {
  expect(planOf(hitsSql(step(words), 'none'))).toEqual(['SCAN w VIRTUAL TABLE INDEX 0:M7']);
});

test('ranking words works each rank out once', () => {
  expect(planOf(pageSql(step(words), 'rank', { many: true }), 50, 0)).toEqual([
    'MATERIALIZE hits',
    'SCAN w VIRTUAL TABLE INDEX 0:M7',
    'SCAN hits',
    // Once more for their number.
    'SCAN hits',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
});

test('a speaker is a set of ids, a date a look at an index, and both read no row', () => {
  const condition: SearchCondition = {
    kind: 'and',
    parts: [
      { kind: 'statement', condition: { kind: 'speaker', speakers: [1] } },
      { kind: 'published', side: 'after', value: '2016' },
      { kind: 'published', side: 'before', value: '2017' },
    ],
  };
  expect(planOf(hitsSql(step(words, condition), 'none'))).toEqual([
    'SCAN w VIRTUAL TABLE INDEX 0:M7',
    'SEARCH s USING COVERING INDEX statements_spoken (speaker=?)',
    'SCAN json_each VIRTUAL TABLE INDEX 1:',
    'SEARCH d EXISTS USING COVERING INDEX articles_dated (id=? AND published>? AND published<?)',
  ]);
});

test('words in statements read no row of a statement', () => {
  const walk: SearchStep['walk'] = {
    kind: 'statements',
    match: '"trust"',
    condition: { kind: 'speaker', speakers: [1] },
  };
  expect(planOf(hitsSql(step(walk), 'all'))).toEqual([
    'SCAN w VIRTUAL TABLE INDEX 0:M1',
    'SEARCH s USING COVERING INDEX statements_live (id=?)',
    expect.stringMatching(/^S(CAN|EARCH) articles USING COVERING INDEX articles_binned/),
    'SCAN json_each VIRTUAL TABLE INDEX 1:',
    'USE TEMP B-TREE FOR GROUP BY',
  ]);
});

test.each(['newest', 'oldest'] as const)('%s first goes along the index of dates and sorts nothing', (by) => {
  expect(planOf(pageSql(step(words), by, { many: true, without: [1, 2] }), 50, 0)).toEqual([
    'SCAN a USING COVERING INDEX articles_published',
    'SCAN w VIRTUAL TABLE INDEX 0:M7',
    'SCAN json_each VIRTUAL TABLE INDEX 1:',
  ]);
  expect(planOf(pageSql(step(null), by, { many: true }), 50, 0)).toEqual([
    'SCAN a USING COVERING INDEX articles_published',
  ]);
  expect(planOf(pageSql(step(null), by, { many: true, backwards: true }), 50, 0)).toEqual([
    'SCAN a USING COVERING INDEX articles_published',
  ]);
});

test('a few hits are looked up by their ids', () => {
  expect(planOf(pageSql(step(words), 'newest', { many: false }), 50, 0)).toEqual([
    'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
    'SCAN w VIRTUAL TABLE INDEX 0:M7',
    'USE TEMP B-TREE FOR ORDER BY',
  ]);
});

test('ranking among alternatives asks the index once, not once an article', () => {
  const condition: SearchCondition = {
    kind: 'or',
    parts: [
      { kind: 'match', match: '"trust"' },
      { kind: 'code', codes: [1] },
    ],
  };
  const plan = planOf(hitsSql(step(null, condition, '"trust"'), 'all'));
  expect(plan).toContain('MATERIALIZE ranks');
  expect(plan).toContain('SCAN a USING COVERING INDEX articles_published');
  expect(plan.filter((line) => line.startsWith('SCAN search_index'))).toEqual([
    'SCAN search_index VIRTUAL TABLE INDEX 0:M7',
    'SCAN search_index VIRTUAL TABLE INDEX 0:M7',
  ]);
});
