import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import type { WritableDb } from '../../db/types.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();
const text = 'The harbour 🌊 is open. Nobody 🛳 left.';
const wave = text.indexOf('🌊');

function fill(db: WritableDb): void {
  const at = '2024-11-14T10:00:00.000Z';
  db.exec(`
    INSERT INTO articles (uuid, text_sha256, title, byline, words, added) VALUES ('article', 'text', 'A', '[]', 1, '${at}');
    INSERT INTO originals (sha256, bytes, media_type, added) VALUES ('${createHash('sha256').update(text).digest('hex')}', 1, 'text/plain', '${at}');
    INSERT INTO captures (uuid, article, original, part, name, format, imported) VALUES ('capture', 1, 1, '', 'a.txt', 'text', '${at}');
  `);
  for (const number of [1, 2])
    db.prepare(
      `INSERT INTO revisions (uuid, article, capture, number, extractor, metadata, document, text, captions, removals, people, sha256, words, created, settled)
       VALUES (?, 1, 1, ?, 'text/1', '{}', '{"blocks":[]}', ?, '', '[]', '[]', ?, 7, '${at}', 1)`,
    ).run(`revision ${number}`, number, text, `hash ${number}`);
  db.exec('UPDATE articles SET current_revision = 2 WHERE id = 1');
  for (const kind of ['annotation', 'statement'] as const) {
    const own =
      kind === 'annotation' ? ['color, note', "'amber', ''"] : ['kind, state, confidence', "'direct', 'confirmed', 1"];
    // As a selection from the middle of the wave, and to the middle of the ship, was kept.
    db.prepare(
      `INSERT INTO ${kind}s (uuid, article, made_in, ${own[0]}, quote, prefix, suffix, created, modified) VALUES (?, 1, 1, ${own[1]}, ?, ?, ?, '${at}', '${at}')`,
    ).run(kind, '\uFFFD is open. Nobody \uFFFD', 'The harbour \uFFFD', '\uFFFD left.');
    for (const revision of [1, 2])
      db.prepare(
        `INSERT INTO ${kind}_placements (${kind}, revision, placement, start, "end") VALUES (1, ?, 'exact', ?, ?)`,
      ).run(revision, wave + 1, text.indexOf('🛳') + 1);
  }
  db.prepare('INSERT INTO statement_index (rowid, words) VALUES (1, ?)').run('\uFFFD is open. Nobody \uFFFD');
}

it('gives marks that ended within a character the whole of it, in every revision', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 115) });
  fill(old);
  old.close();
  const db = openWritable(library.file);
  const words = '🌊 is open. Nobody 🛳';
  for (const kind of ['annotation', 'statement']) {
    expect(db.prepare(`SELECT quote, prefix, suffix FROM ${kind}s`).get()).toEqual({
      quote: words,
      prefix: 'The harbour ',
      suffix: ' left.',
    });
    expect(db.prepare(`SELECT start, "end" FROM ${kind}_placements ORDER BY revision`).all()).toEqual([
      { start: wave, end: wave + words.length },
      { start: wave, end: wave + words.length },
    ]);
  }
  expect(db.prepare("SELECT rowid FROM statement_index WHERE statement_index MATCH 'nobody'").pluck().all()).toEqual([
    1,
  ]);
  db.close();
});

it('leaves a mark whose words really hold the replacement character', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 115) });
  fill(old);
  const damaged = 'It reads \uFFFD there.';
  old.prepare('UPDATE revisions SET text = ?').run(damaged);
  old.prepare("UPDATE annotations SET quote = '\uFFFD there', prefix = 'It reads ', suffix = '.'").run();
  old.prepare('UPDATE annotation_placements SET start = 9, "end" = 16').run();
  old.close();
  const db = openWritable(library.file);
  expect(db.prepare('SELECT quote FROM annotations').pluck().get()).toBe('\uFFFD there');
  expect(db.prepare('SELECT start, "end" FROM annotation_placements WHERE revision = 1').get()).toEqual({
    start: 9,
    end: 16,
  });
  db.close();
});
