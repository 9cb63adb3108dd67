import type { Migration } from './migration.ts';

/** What a person keeps of whoever speaks: other names, kind, notes, roles; and what was joined and moved, to be taken back. */
export const people: Migration = {
  version: 155,
  name: 'people and their names',
  sql: `
-- Null: an organization where one has that name, else a person.
ALTER TABLE speakers ADD COLUMN kind TEXT CHECK (kind IN ('person', 'organization'));
ALTER TABLE speakers ADD COLUMN notes TEXT NOT NULL DEFAULT '';
-- Set where this is only another name of somebody: no statement is an alias's. Whom it names is never an alias.
ALTER TABLE speakers ADD COLUMN alias_of INTEGER REFERENCES speakers(id);
CREATE INDEX speakers_alias_of ON speakers(alias_of) WHERE alias_of IS NOT NULL;

-- Roles that a person knows of; those that articles give stand with their statements.
CREATE TABLE speaker_roles (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  speaker INTEGER NOT NULL REFERENCES speakers(id) ON DELETE CASCADE,
  role TEXT,
  organization TEXT,
  since TEXT,                      -- ISO 8601 cut at the known precision; null where it isn't known
  until TEXT,
  article INTEGER REFERENCES articles(id) ON DELETE SET NULL -- the one that says so
) STRICT;
CREATE INDEX speaker_roles_speaker ON speaker_roles(speaker);
CREATE INDEX speaker_roles_article ON speaker_roles(article) WHERE article IS NOT NULL;

-- Statements that a person gave to somebody else, many at once. What is taken back has no row any more.
CREATE TABLE speaker_changes (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'move')),
  source INTEGER NOT NULL REFERENCES speakers(id) ON DELETE CASCADE,
  target INTEGER NOT NULL REFERENCES speakers(id) ON DELETE CASCADE,
  made_target INTEGER NOT NULL,    -- 1 where the target was made for it
  aliases TEXT NOT NULL            -- JSON: the rows that were other names of the source
) STRICT;
CREATE INDEX speaker_changes_source ON speaker_changes(source);
CREATE INDEX speaker_changes_target ON speaker_changes(target);
CREATE TABLE speaker_moves (
  change INTEGER NOT NULL REFERENCES speaker_changes(id) ON DELETE CASCADE,
  statement INTEGER NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,       -- 0 for the first speaker, else as in joint_speakers
  PRIMARY KEY (change, statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_moves_statement ON speaker_moves(statement);

-- Two names that a person says are two people: they are not proposed as one again.
CREATE TABLE people_told_apart (
  one INTEGER NOT NULL REFERENCES speakers(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES speakers(id) ON DELETE CASCADE,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX people_told_apart_other ON people_told_apart(other);

-- All that a person's page sums up of statements, so that no row with its quotation is read for it.
DROP INDEX statements_spoken;
CREATE INDEX statements_spoken ON statements(speaker, article, state, binned, dated, role, organization)
  WHERE binned IS NULL AND state <> 'rejected';
`,
};
