import type { Migration } from './migration.ts';

/**
 * Which articles may be one work: by their texts (near-duplicates) or because an older library held
 * them under two addresses that today's rules make one. Nothing here leaves the library, and all but a
 * person's "not the same" can be worked out again.
 */
export const likeness: Migration = {
  version: 30,
  name: 'articles that are alike',
  sql: `
-- The sample of a text's shingles by which texts like it are found; none for a text too short to tell.
CREATE TABLE text_sketches (
  revision INTEGER PRIMARY KEY REFERENCES revisions(id) ON DELETE CASCADE,
  shingles INTEGER NOT NULL,       -- different ones in the whole text
  kept INTEGER NOT NULL,           -- how many of them are in shingle_index
  scale INTEGER NOT NULL           -- those whose hash is under 2^(32 - scale)
) STRICT;

-- The kept hashes of each text as words, rowid is the revision's. A word index and no ordinary one: hashes come
-- in no order, so forty for each article would touch forty pages of a B-tree and one segment of FTS5
-- (0.63 ms against 0.05 ms an article at a hundred thousand, 52 MB against 32 MB).
CREATE VIRTUAL TABLE shingle_index USING fts5(
  hashes, content='', contentless_delete=1, detail='none', tokenize='ascii'
);
CREATE TRIGGER text_sketches_removed AFTER DELETE ON text_sketches BEGIN
  DELETE FROM shingle_index WHERE rowid = old.revision;
END;

-- The revision that an article was last compared by; the background comes back to those that have another now.
ALTER TABLE articles ADD COLUMN compared INTEGER;
CREATE INDEX articles_uncompared ON articles(id) WHERE compared IS NOT current_revision;

CREATE TABLE article_pairs (
  one INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'address')),
  shared INTEGER,                  -- shingles in both; null for "address"
  containment REAL,                -- of them in the shorter text, 0 to 1
  resemblance REAL,                -- of them in both together, 0 to 1
  PRIMARY KEY (one, other, kind),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_pairs_other ON article_pairs(other);

-- A person's word that two articles are not the same.
CREATE TABLE dismissed_pairs (
  one INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  dismissed TEXT NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) STRICT, WITHOUT ROWID;
CREATE INDEX dismissed_pairs_other ON dismissed_pairs(other);
`,
};
