import { packContents } from '../revision-contents.ts';
import type { WritableDb } from '../types.ts';
import type { Migration } from './migration.ts';

interface FormerRow {
  readonly id: number;
  readonly document: string;
  readonly text: string;
  readonly removals: string;
}

/**
 * What revisions say lies packed, apart from their rows, and words of three letters to begin with are found by the index
 * of words themselves: an index of three-letter beginnings was a quarter of all that the search kept (decision 0212).
 */
export const packedContents: Migration = {
  version: 145,
  name: 'texts packed, and the search index made smaller',
  sql: `
CREATE TABLE revision_contents (
  revision INTEGER PRIMARY KEY REFERENCES revisions(id) ON DELETE CASCADE,
  words BLOB NOT NULL,             -- document and text: db/revision-contents.ts
  removals BLOB NOT NULL           -- JSON, RemovalLogEntry[], packed
) STRICT;
ALTER TABLE revisions ADD COLUMN on_pages INTEGER NOT NULL DEFAULT 0; -- its blocks stand on pages, or it has none
DROP VIEW search_content;
DROP TABLE search_index;
`,
  apply: (db) => {
    pack(db);
    // Columns are dropped by writing every row again, so the rows are made short first.
    db.exec(`
UPDATE revisions SET document = '', text = '', removals = '';
ALTER TABLE revisions DROP COLUMN document;
ALTER TABLE revisions DROP COLUMN text;
ALTER TABLE revisions DROP COLUMN removals;
CREATE VIEW search_content AS
SELECT a.id AS rowid, a.id AS id, a.title AS title,
  a.byline AS byline,              -- the JSON as it is: its brackets and quotes part words, and FTS5 may not use json_each
  coalesce(a.publication, '') AS publication,
  coalesce(packed_text(k.words), '') AS body,
  coalesce(r.captions, '') AS captions,
  coalesce((SELECT group_concat(n.note, char(10) ORDER BY n.id) FROM annotations n WHERE n.article = a.id AND n.binned IS NULL AND n.note <> ''), '') AS notes,
  coalesce((SELECT group_concat(c.name, char(10) ORDER BY n.id, c.id) FROM annotations n JOIN annotation_codes ac ON ac.annotation = n.id JOIN codes c ON c.id = ac.code
    WHERE n.article = a.id AND n.binned IS NULL AND c.binned IS NULL), '') AS codes
FROM articles a LEFT JOIN revisions r ON r.id = a.current_revision LEFT JOIN revision_contents k ON k.revision = a.current_revision
WHERE a.binned IS NULL;
CREATE VIRTUAL TABLE search_index USING fts5(
  title, byline, publication, body, captions, notes, codes,
  content='search_content', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2'
);
INSERT INTO search_index(search_index, rank) VALUES ('rank', 'bm25(8.0, 4.0, 2.0, 1.0, 0.5, 3.0, 3.0)');
INSERT INTO search_index(search_index) VALUES ('rebuild');
`);
  },
  makesTable: 'revision_contents',
  // The index is made anew of the articles, whatever the former one had.
  changesRows: ['search_index_docsize'],
  leavesRoom: true,
};

function pack(db: WritableDb): void {
  const next = db.prepare<[number], FormerRow>(
    'SELECT id, document, text, removals FROM revisions WHERE id > ? ORDER BY id LIMIT 100',
  );
  const keep = db.prepare('INSERT INTO revision_contents (revision, words, removals) VALUES (?, ?, ?)');
  const onPages = db.prepare('UPDATE revisions SET on_pages = 1 WHERE id = ?');
  for (let after = 0; ; ) {
    const rows = next.all(after);
    for (const { id, document, text, removals } of rows) {
      const contents = packContents(document, text, removals);
      keep.run(id, contents.words, contents.removals);
      if (contents.onPages) onPages.run(id);
      after = id;
    }
    if (rows.length === 0) return;
  }
}
