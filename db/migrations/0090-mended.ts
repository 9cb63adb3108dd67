import type { Migration } from './migration.ts';

/** Lines of reports that tell of originals which were put back. */
export const mended: Migration = {
  version: 90,
  name: 'mended originals',
  sql: `
-- A CHECK can't be changed in place (sqlite.org/lang_altertable.html, section 7): the lines move house. Nothing refers to them.
CREATE TABLE import_lines_next (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'partial', 'duplicate', 'mended', 'revision', 'mentioned', 'unmapped', 'refused')),
  article TEXT,                    -- uuids, kept as history even when the article is gone
  revision TEXT,
  title TEXT,
  reason TEXT,
  bytes INTEGER NOT NULL,
  source TEXT                      -- path of the file, or of the container it came from; null where unknown
) STRICT;
INSERT INTO import_lines_next (id, import, path, outcome, article, revision, title, reason, bytes, source)
  SELECT id, import, path, outcome, article, revision, title, reason, bytes, source FROM import_lines;
DROP TABLE import_lines;
ALTER TABLE import_lines_next RENAME TO import_lines;
CREATE INDEX import_lines_import ON import_lines(import, outcome);
`,
};
