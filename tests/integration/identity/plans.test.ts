import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { alikeSql } from '../../../db/queries/duplicates.ts';
import { candidatesSql, postingsSql, waitingSql } from '../../../db/queries/likeness.ts';
import type { WritableDb } from '../../../db/types.ts';

/** Every new article asks these of the whole library; they stay quick only as long as SQLite goes these ways. */
let folder: string;
let db: WritableDb;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-plans-'));
  db = openWritable(join(folder, 'library.sqlite'));
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const planOf = (sql: string, ...parameters: unknown[]) =>
  db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
    .map(({ detail }) => detail)
    .filter((detail) => /^(SCAN|SEARCH)/.test(detail));

test('a shingle’s texts are read from the index alone', () => {
  expect(planOf(postingsSql, '"abc"')).toEqual(['SCAN shingle_index VIRTUAL TABLE INDEX 0:M1']);
});

test('candidates are looked up one by one', () => {
  expect(planOf(candidatesSql, '[1]').sort()).toEqual([
    'SCAN wanted VIRTUAL TABLE INDEX 1:',
    'SEARCH a USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH r USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH s USING INTEGER PRIMARY KEY (rowid=?)',
  ]);
});

test('what waits to be compared is an index of its own', () => {
  expect(planOf(waitingSql, 16)).toEqual(['SCAN a USING INDEX articles_uncompared']);
});

test('the articles like one are found from both ends of a pair and by the text', () => {
  const plan = planOf(alikeSql, { article: 1, sha256: 'x' });
  expect(plan.filter((step) => step.startsWith('SCAN'))).toEqual(['SCAN p']);
  expect(plan).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^SEARCH p USING PRIMARY KEY \(one=\?\)/),
      expect.stringMatching(/^SEARCH p USING INDEX article_pairs_other \(other=\?\)/),
      expect.stringMatching(/^SEARCH t USING INDEX articles_text \(text_sha256=\?\)/),
    ]),
  );
});
