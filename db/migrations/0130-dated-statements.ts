import type { Migration } from './migration.ts';

/** The ledger's order stands beside each statement, so that a page of it is read from an index. */
export const datedStatements: Migration = {
  version: 130,
  name: 'order of the ledger',
  sql: `
-- What the ledger sorts by: when it was said, else its article's date, else nothing. Whoever writes "said" writes it,
-- and so does whoever gives an article another date.
ALTER TABLE statements ADD COLUMN dated TEXT NOT NULL DEFAULT '';
UPDATE statements SET dated = coalesce(said, (SELECT a.published_key FROM articles a WHERE a.id = article), '');
DROP INDEX statements_said;
-- The order, and all that the ledger narrows by, so that no row with its quotation is read to be counted or passed over.
CREATE INDEX statements_ledger ON statements(dated DESC, article DESC, id, state, kind, speaker, organization, role, said, binned)
  WHERE binned IS NULL;
`,
};
