import type { Migration } from './migration.ts';

/**
 * The first shape of a library. Rowids are internal and never leave; `uuid` does. Instants are
 * ISO 8601 UTC text. JSON columns are written and read by one function each, in db/queries.
 */
export const first: Migration = {
  version: 10,
  name: 'first shape',
  sql: `
CREATE TABLE originals (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT;

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  url TEXT,                        -- canonical, normalised; what makes two captures the same work
  text_sha256 TEXT NOT NULL,       -- of the current revision; known by it when there is no URL
  title TEXT NOT NULL,
  byline TEXT NOT NULL,            -- JSON array of names
  publication TEXT,
  published TEXT,                  -- ISO 8601 cut at the known precision, as in the metadata
  published_key TEXT,              -- the same in UTC where a zone is known, for sorting and ranges
  language TEXT,
  words INTEGER NOT NULL,
  current_revision INTEGER REFERENCES revisions(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL DEFAULT 0,
  added TEXT NOT NULL,
  binned TEXT
) STRICT;
CREATE UNIQUE INDEX articles_url ON articles(url) WHERE url IS NOT NULL;
CREATE INDEX articles_text ON articles(text_sha256);
-- "binned" stands in these indexes so that SQLite needn't look at the rows, which lie among long texts.
CREATE INDEX articles_published ON articles(published_key, id, binned) WHERE binned IS NULL;
-- What no search can find, to be counted with every search.
CREATE INDEX articles_wordless ON articles(words, binned) WHERE words = 0 AND binned IS NULL;
CREATE INDEX articles_dated ON articles(id, published, binned) WHERE binned IS NULL;
CREATE INDEX articles_binned ON articles(binned) WHERE binned IS NOT NULL;

CREATE TABLE captures (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  original INTEGER NOT NULL REFERENCES originals(id),
  part TEXT NOT NULL DEFAULT '',   -- which document of the original; empty where it holds one
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  url TEXT,
  captured TEXT,
  imported TEXT NOT NULL,
  UNIQUE (original, part)
) STRICT;
CREATE INDEX captures_article ON captures(article);

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  capture INTEGER NOT NULL REFERENCES captures(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,         -- 1, 2, … within the article
  extractor TEXT NOT NULL,
  metadata TEXT NOT NULL,          -- JSON, ArticleMetadata
  document TEXT NOT NULL,          -- JSON, ReadingDocument
  text TEXT NOT NULL,              -- canonical
  captions TEXT NOT NULL,          -- searched, but no part of the text
  removals TEXT NOT NULL,          -- JSON, RemovalLogEntry[]
  people TEXT NOT NULL,            -- JSON, Person[]
  sha256 TEXT NOT NULL,
  words INTEGER NOT NULL,
  created TEXT NOT NULL,
  settled INTEGER NOT NULL DEFAULT 1, -- 0 until the marks of the revision before are placed in this one
  UNIQUE (article, number)
) STRICT;
CREATE INDEX revisions_capture ON revisions(capture);
-- Asked at every opening; without it all texts of the library would be read.
CREATE INDEX revisions_unsettled ON revisions(id) WHERE settled = 0;

-- Images that documents show: which originals a revision uses, so that nothing in use is ever removed.
CREATE TABLE revision_images (
  revision INTEGER NOT NULL REFERENCES revisions(id) ON DELETE CASCADE,
  original INTEGER NOT NULL REFERENCES originals(id),
  PRIMARY KEY (revision, original)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_images_original ON revision_images(original);

CREATE TABLE organizations (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE      -- case and diacritics folded
) STRICT;

CREATE TABLE speakers (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  made_in INTEGER NOT NULL REFERENCES revisions(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('block', 'direct', 'mixed', 'indirect')),
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  speaker INTEGER REFERENCES speakers(id),
  role TEXT,                       -- as of then
  organization INTEGER REFERENCES organizations(id),
  said TEXT,
  confidence REAL NOT NULL,
  cue TEXT,
  quote TEXT NOT NULL,             -- W3C TextQuoteSelector of the span as it was made
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  binned TEXT
) STRICT;
CREATE INDEX statements_article ON statements(article);
CREATE INDEX statements_speaker ON statements(speaker);
CREATE INDEX statements_said ON statements(said);
CREATE INDEX statements_binned ON statements(binned) WHERE binned IS NOT NULL;
-- All that search asks of a statement, so that it doesn't read the rows with their quotations.
CREATE INDEX statements_live ON statements(id, article, speaker, state, binned) WHERE binned IS NULL AND state <> 'rejected';
CREATE INDEX statements_spoken ON statements(speaker, article, state, binned) WHERE binned IS NULL AND state <> 'rejected';

CREATE TABLE statement_placements (
  statement INTEGER NOT NULL REFERENCES statements(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL REFERENCES revisions(id) ON DELETE CASCADE,
  placement TEXT NOT NULL CHECK (placement IN ('exact', 'moved', 'changed', 'lost')),
  start INTEGER,                   -- UTF-16 units of the canonical text; null when lost
  "end" INTEGER,
  PRIMARY KEY (statement, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_placements_revision ON statement_placements(revision);

CREATE TABLE annotations (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  made_in INTEGER NOT NULL REFERENCES revisions(id) ON DELETE CASCADE,
  color TEXT,
  note TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  binned TEXT
) STRICT;
CREATE INDEX annotations_article ON annotations(article);
CREATE INDEX annotations_binned ON annotations(binned) WHERE binned IS NOT NULL;

CREATE TABLE annotation_placements (
  annotation INTEGER NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL REFERENCES revisions(id) ON DELETE CASCADE,
  placement TEXT NOT NULL CHECK (placement IN ('exact', 'moved', 'changed', 'lost')),
  start INTEGER,
  "end" INTEGER,
  PRIMARY KEY (annotation, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_placements_revision ON annotation_placements(revision);

CREATE TABLE codes (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  parent INTEGER REFERENCES codes(id),
  definition TEXT NOT NULL,
  color INTEGER NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  binned TEXT
) STRICT;
CREATE UNIQUE INDEX codes_name ON codes(coalesce(parent, 0), name) WHERE binned IS NULL;

CREATE TABLE annotation_codes (
  annotation INTEGER NOT NULL REFERENCES annotations(id) ON DELETE CASCADE,
  code INTEGER NOT NULL REFERENCES codes(id) ON DELETE CASCADE,
  PRIMARY KEY (annotation, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotation_codes_code ON annotation_codes(code);

CREATE TABLE collections (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  parent INTEGER REFERENCES collections(id),
  position INTEGER NOT NULL,
  query TEXT,                      -- a saved search; null for one made by hand
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  binned TEXT
) STRICT;

CREATE TABLE collection_articles (
  collection INTEGER NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (collection, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_articles_article ON collection_articles(article);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  started TEXT NOT NULL,
  ended TEXT,
  cancelled INTEGER NOT NULL DEFAULT 0,
  placed TEXT NOT NULL DEFAULT '{}' -- JSON, counts by placement
) STRICT;

CREATE TABLE import_lines (
  id INTEGER PRIMARY KEY,
  import INTEGER NOT NULL REFERENCES imports(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'partial', 'duplicate', 'revision', 'refused')),
  article TEXT,                    -- uuids, kept as history even when the article is gone
  revision TEXT,
  title TEXT,
  reason TEXT,
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX import_lines_import ON import_lines(import, outcome);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  agent TEXT NOT NULL,             -- program and version, or "person"
  subject TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('success', 'warning', 'failure')),
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL              -- JSON
) STRICT, WITHOUT ROWID;

-- What is searched of an article. One row a live article; FTS5 reads it when it makes snippets or rebuilds.
CREATE VIEW search_content AS
SELECT a.id AS rowid, a.id AS id, a.title AS title,
  a.byline AS byline,              -- the JSON as it is: its brackets and quotes part words, and FTS5 may not use json_each
  coalesce(a.publication, '') AS publication,
  coalesce(r.text, '') AS body,
  coalesce(r.captions, '') AS captions,
  coalesce((SELECT group_concat(n.note, char(10) ORDER BY n.id) FROM annotations n WHERE n.article = a.id AND n.binned IS NULL AND n.note <> ''), '') AS notes,
  coalesce((SELECT group_concat(c.name, char(10) ORDER BY n.id, c.id) FROM annotations n JOIN annotation_codes ac ON ac.annotation = n.id JOIN codes c ON c.id = ac.code
    WHERE n.article = a.id AND n.binned IS NULL AND c.binned IS NULL), '') AS codes
FROM articles a LEFT JOIN revisions r ON r.id = a.current_revision
WHERE a.binned IS NULL;

CREATE VIRTUAL TABLE search_index USING fts5(
  title, byline, publication, body, captions, notes, codes,
  content='search_content', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
INSERT INTO search_index(search_index, rank) VALUES ('rank', 'bm25(8.0, 4.0, 2.0, 1.0, 0.5, 3.0, 3.0)');

-- The words of statements, for "in:statement". Rowid is the statement’s. Contentless: SQLite counts code points and
-- cannot cut a span of UTF-16 units, so the writer feeds the words in and search reads them from the revision.
CREATE VIRTUAL TABLE statement_index USING fts5(
  words, content='', contentless_delete=1,
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
`,
};
