import type { Migration } from './migration.ts';

/** What became of the comparison of reading copies with their originals. */
export const verbatimChecks: Migration = {
  version: 110,
  name: 'verbatim checks',
  // 0115 was made before it, and there are libraries that have that one alone.
  makesTable: 'verbatim_checks',
  sql: `
CREATE TABLE verbatim_checks (
  revision INTEGER PRIMARY KEY REFERENCES revisions(id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('sound', 'differs', 'not-compared')),
  reason TEXT,                     -- why it differs, or could not be compared
  at TEXT,                         -- when it was compared last
  agent TEXT                       -- by which version
) STRICT;
-- Lists ask which few differ.
CREATE INDEX verbatim_checks_differing ON verbatim_checks(revision) WHERE state = 'differs';
-- A revision without a row was made here from its original. Of an older library that took a package in, it isn't known which were.
INSERT INTO verbatim_checks (revision, state)
  SELECT id, 'not-compared' FROM revisions WHERE EXISTS (SELECT 1 FROM events WHERE kind = 'restore');
`,
};
