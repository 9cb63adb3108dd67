import type { Migration } from './migration.ts';

/** Imports that can be paused, and go on after a restart where they were. */
export const importQueue: Migration = {
  version: 50,
  name: 'import queue',
  sql: `
ALTER TABLE imports ADD COLUMN state TEXT NOT NULL DEFAULT 'ended'
  CHECK (state IN ('waiting', 'running', 'paused', 'interrupted', 'cancelled', 'ended'));
ALTER TABLE imports ADD COLUMN roots TEXT NOT NULL DEFAULT '[]';   -- JSON: the paths that the person chose
ALTER TABLE imports ADD COLUMN options TEXT NOT NULL DEFAULT '{}'; -- JSON: collection, copyArchives
UPDATE imports SET state = CASE WHEN cancelled = 1 OR ended IS NULL THEN 'cancelled' ELSE 'ended' END;

ALTER TABLE import_lines ADD COLUMN source TEXT; -- path of the file, or of the container it came from; null where unknown

-- What an import that has not ended has behind it. Emptied when it ends.
CREATE TABLE import_progress (
  import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  source TEXT NOT NULL,            -- path of a file
  position TEXT,                   -- how far a container is; null when the file is done
  PRIMARY KEY (import, source)
) STRICT, WITHOUT ROWID;

-- Folders whose new files are taken in by themselves, and what of each file was seen.
CREATE TABLE watched_folders (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,
  collection TEXT,
  added TEXT NOT NULL
) STRICT;
CREATE TABLE watched_files (
  folder INTEGER NOT NULL REFERENCES watched_folders(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified TEXT NOT NULL,
  PRIMARY KEY (folder, path)
) STRICT, WITHOUT ROWID;
`,
};
