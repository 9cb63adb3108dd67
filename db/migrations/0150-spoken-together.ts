import type { Migration } from './migration.ts';

/** Statements that several make together, that their cue interrupts, or whose speaker the article only describes. */
export const spokenTogether: Migration = {
  version: 150,
  name: 'several speakers, interrupted words',
  sql: `
-- What interrupts the words, as [[start, end], …] in UTF-16 units of "quote"; null where nothing does.
ALTER TABLE statements ADD COLUMN gaps TEXT;
-- How the article calls a speaker whom it doesn't name.
ALTER TABLE statements ADD COLUMN described TEXT;
-- Whoever speaks together with the first speaker, who stands with the statement: nearly every statement has one, and the
-- ledger's index holds it.
CREATE TABLE joint_speakers (
  statement INTEGER NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,       -- from 1
  speaker INTEGER NOT NULL REFERENCES speakers(id),
  role TEXT,                       -- as of then
  organization INTEGER REFERENCES organizations(id),
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX joint_speakers_speaker ON joint_speakers(speaker);
CREATE INDEX joint_speakers_organization ON joint_speakers(organization);
`,
};
