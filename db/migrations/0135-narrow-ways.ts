import type { Migration } from './migration.ts';

/** Indexes for what would otherwise read every row: removing what others refer to, counting for Health, long logs. */
export const narrowWays: Migration = {
  version: 135,
  name: 'indexes for removing and counting',
  sql: `
-- Each row that goes is looked for in all tables that refer to its own; without an index that is a walk over all their rows.
CREATE INDEX statements_made_in ON statements(made_in);
CREATE INDEX annotations_made_in ON annotations(made_in);
CREATE INDEX statements_organization ON statements(organization) WHERE organization IS NOT NULL;
CREATE INDEX codes_parent ON codes(parent) WHERE parent IS NOT NULL;
CREATE INDEX collections_parent ON collections(parent) WHERE parent IS NOT NULL;
-- This one tells Health, too, which articles have a revision by an earlier extractor.
CREATE INDEX articles_current ON articles(current_revision, binned) WHERE current_revision IS NOT NULL;
CREATE INDEX revisions_extractor ON revisions(extractor);

-- Rows lie among long texts: what is counted stands here alone.
CREATE INDEX originals_bytes ON originals(bytes);
DROP INDEX annotations_article;
CREATE INDEX annotations_article ON annotations(article, binned);
-- The log's order without its words, to count it and to pass over what is newer than a page.
CREATE INDEX events_order ON events(id);
`,
};
