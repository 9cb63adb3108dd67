import { expect, it } from 'vitest';
import { migrations } from '../../db/migrations/index.ts';
import { openWritable } from '../../db/open.ts';
import { readSpeaker } from '../../db/queries/people/describe.ts';
import { listPeople } from '../../db/queries/people/list.ts';
import { eachWithLibraryFile } from '../support/library-file.ts';

const library = eachWithLibraryFile();

it('gives those who speak in an older library a page with the roles that its articles tell', () => {
  const old = openWritable(library.file, { migrations: migrations.filter(({ version }) => version < 155) });
  const at = '2024-11-14T10:00:00.000Z';
  const id = (digit: number) => `0193a000-0000-7000-8000-00000000000${digit}`;
  old.exec(`
    INSERT INTO articles (id, uuid, text_sha256, title, byline, published, published_key, words, added)
      VALUES (1, '${id(1)}', 'text', 'Quay closes', '[]', '2024-11-14', '2024-11-14', 1, '${at}');
    INSERT INTO originals (id, sha256, bytes, media_type, added) VALUES (1, 'hash', 1, 'text/plain', '${at}');
    INSERT INTO captures (id, uuid, article, original, part, name, format, imported) VALUES (1, 'c', 1, 1, '', 'a.txt', 'text', '${at}');
    INSERT INTO revisions (id, uuid, article, capture, number, extractor, metadata, captions, people, sha256, words, created)
      VALUES (7, 'r', 1, 1, 1, 'text/1', '{}', '', '[]', 'text', 1, '${at}');
    UPDATE articles SET current_revision = 7;
    INSERT INTO speakers (id, uuid, name, folded) VALUES (1, '${id(2)}', 'Ines Alder', 'ines alder'), (2, '${id(3)}', 'Harbour Trust', 'harbour trust');
    INSERT INTO organizations (id, uuid, name, folded) VALUES (1, '${id(4)}', 'Harbour Trust', 'harbour trust');
    INSERT INTO statements (id, uuid, article, made_in, kind, state, speaker, role, organization, dated, confidence, quote, prefix, suffix, created, modified)
      VALUES (3, 's', 1, 7, 'direct', 'confirmed', 1, 'warden', 1, '2024-11-14', 1, 'Words', '', '', '${at}', '${at}'),
        (4, 't', 1, 7, 'direct', 'suggested', 2, NULL, NULL, '2024-11-14', 1, 'Words', '', '', '${at}', '${at}'),
        (5, 'u', 1, 7, 'direct', 'rejected', 2, NULL, NULL, '2024-11-14', 1, 'Words', '', '', '${at}', '${at}');`);
  old.close();
  const db = openWritable(library.file);
  const { rows } = listPeople(db, { words: null, kind: null, sort: 'name' }, { offset: 0, limit: 10 });
  expect(rows).toMatchObject([
    { name: 'Harbour Trust', kind: 'organization', statements: 1, aliases: [], role: null },
    {
      name: 'Ines Alder',
      kind: 'person',
      statements: 1,
      role: 'warden',
      organization: 'Harbour Trust',
      last: '2024-11-14',
    },
  ]);
  const [trust, alder] = rows;
  if (trust === undefined || alder === undefined) throw new Error('nobody is listed');
  expect(readSpeaker(db, alder.id)).toMatchObject({
    name: 'Ines Alder',
    notes: '',
    isKindKept: false,
    statements: 1,
    suggested: 0,
    inArticles: [{ role: 'warden', since: '2024-11-14', firstSaid: { title: 'Quay closes' }, statements: 1 }],
    kept: [],
  });
  expect(readSpeaker(db, trust.id)).toMatchObject({ statements: 1, suggested: 1 });
  db.close();
});
