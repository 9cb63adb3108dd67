import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();
const at = '2024-11-14T10:00:00.000Z';
const onDisk = '2024-11-14T10:00:00.417Z';

it('tells what a file’s own time was taken for a capture, who told the captures, and who dated what was said', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 175) });
  const captures: readonly (readonly [name: string, format: string, captured: string | null, source: object | null])[] =
    [
      ['letter.txt', 'text', at, null],
      ['saved.html', 'html', at, null],
      ['plain.html', 'html', onDisk, null],
      [
        'page.warc',
        'html',
        at,
        { container: 'c.warc', member: 'm', record: { id: null, offset: 0, length: 1, date: at, digest: null } },
      ],
      ['listed.html', 'html', onDisk, { container: 'list.zip', member: 'm', record: null, told: { saved: onDisk } }],
      ['undated.html', 'html', null, null],
      ['clipped.json', 'joplin', onDisk, null],
    ];
  old.exec(
    `INSERT INTO articles (id, uuid, text_sha256, title, byline, words, added) VALUES (1, 'a1', 'x', 'A', '[]', 1, '${at}')`,
  );
  const original = old.prepare('INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (?, ?, 1, ?, ?)');
  const capture = old.prepare(
    'INSERT INTO captures (id, uuid, article, original, part, name, format, captured, imported, source) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [index, [name, format, captured, source]] of captures.entries()) {
    original.run(index + 1, `h${index}`, 'text/plain', at);
    capture.run(index + 1, `c${index}`, index + 1, '', name, format, captured, at, source && JSON.stringify(source));
  }
  old.exec(
    `INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created)
     VALUES (1, 'r1', 1, 1, 1, 'text/1', '{}', '', '[]', 'x', 1, '${at}')`,
  );
  const statement = old.prepare(
    `INSERT INTO statements (uuid, article, made_in, kind, state, said, confidence, quote, prefix, suffix, created, modified)
     VALUES (?, 1, 1, 'direct', 'confirmed', ?, ?, 'Words', '', '', '${at}', '${at}')`,
  );
  statement.run('s-dated', '2024-11-13', 0.9);
  statement.run('s-undated', null, 0.9);
  statement.run('s-changed', '2024-11', 0.9);
  statement.run('s-own', '2024', 1);
  old
    .prepare(
      "INSERT INTO events (uuid, at, kind, agent, subject, outcome, detail) VALUES ('e', ?, 'edit', 'person', ?, 'success', ?)",
    )
    .run(at, 'statement s-changed', 'Changed: said 2024-11.');
  old.close();

  const db = openWritable(library.file);
  const rows = db.prepare('SELECT name, captured, captured_by, file_dated FROM captures ORDER BY id').raw().all();
  expect(rows).toEqual([
    ['letter.txt', null, null, at],
    // It may be its saver's word, or the file's time: nobody can tell any more.
    ['saved.html', at, null, null],
    ['plain.html', null, null, onDisk],
    ['page.warc', at, 'record', null],
    ['listed.html', onDisk, 'container', null],
    ['undated.html', null, null, null],
    ['clipped.json', onDisk, null, null],
  ]);
  expect(db.prepare('SELECT uuid, said, said_in_words FROM statements ORDER BY id').raw().all()).toEqual([
    ['s-dated', '2024-11-13', '2024-11-13'],
    ['s-undated', null, ''],
    ['s-changed', '2024-11', null],
    ['s-own', '2024', null],
  ]);
  db.close();
});
