import type { Migration } from './migration.ts';

/** Captures out of containers: where each stood, and the web archives that some came from. */
export const containers: Migration = {
  version: 20,
  name: 'containers',
  sql: `
-- Web archives that captures were taken from: referenced where they lie, or copied among the originals, or both.
CREATE TABLE archives (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT,                     -- null until it has been read to the end
  path TEXT,                       -- where it lay when it was taken in; null for one restored from a package
  original INTEGER REFERENCES originals(id), -- its copy, where the person chose to keep one
  added TEXT NOT NULL
) STRICT;
CREATE INDEX archives_sha256 ON archives(sha256);
CREATE INDEX archives_original ON archives(original);

ALTER TABLE captures ADD COLUMN source TEXT; -- JSON: container, member, record; null for a file of its own
ALTER TABLE captures ADD COLUMN archive INTEGER REFERENCES archives(id);
CREATE INDEX captures_archive ON captures(archive) WHERE archive IS NOT NULL;
`,
};
