import type { Migration } from './migration.ts';

/** Pages that files tell of, columns of tables that a person explained, and the outcomes of both in a report. */
export const awaitedPages: Migration = {
  version: 60,
  name: 'awaited pages',
  sql: `
-- Articles that a file told of without holding them. Gone when the page is there and was given what was told.
CREATE TABLE awaited_pages (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  url TEXT UNIQUE,                 -- canonical; null where the file names none, then the title stands for it
  title_key TEXT,                  -- the title, folded
  address TEXT,                    -- as the file has it
  title TEXT,
  published TEXT,                  -- JSON, PreciseDate
  told TEXT NOT NULL,
  dismissed TEXT                   -- a person waits no longer for it; kept until the library is closed, for undo
) STRICT;
CREATE UNIQUE INDEX awaited_pages_title ON awaited_pages(title_key) WHERE url IS NULL;

CREATE TABLE awaited_files (
  page INTEGER NOT NULL REFERENCES awaited_pages(id) ON DELETE CASCADE,
  file TEXT NOT NULL,
  told TEXT NOT NULL,
  PRIMARY KEY (page, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX awaited_files_file ON awaited_files(file);

CREATE TABLE awaited_tags (
  page INTEGER NOT NULL REFERENCES awaited_pages(id) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (page, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE awaited_marks (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES awaited_pages(id) ON DELETE CASCADE,
  uuid TEXT NOT NULL,              -- made from the mark itself, so that it is known when it comes again
  mark TEXT NOT NULL,              -- JSON, BroughtMark
  UNIQUE (page, uuid)
) STRICT;

-- Tables (CSV, JSON Lines) that no known program wrote: what their columns mean, once a person has said so.
CREATE TABLE column_mappings (
  signature TEXT PRIMARY KEY,      -- hash of the kind of file and its columns' names
  kind TEXT NOT NULL CHECK (kind IN ('csv', 'json-lines')),
  name TEXT NOT NULL,
  columns TEXT NOT NULL,           -- JSON: the columns' names in order
  sample TEXT NOT NULL,            -- JSON: the first rows, long cells cut
  fields TEXT,                     -- JSON: field → column; null until somebody has said
  met TEXT NOT NULL,
  mapped TEXT
) STRICT, WITHOUT ROWID;

-- A CHECK can't be changed in place (sqlite.org/lang_altertable.html, section 7): the lines move house.
CREATE TABLE import_lines_next (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'partial', 'duplicate', 'revision', 'mentioned', 'unmapped', 'refused')),
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
