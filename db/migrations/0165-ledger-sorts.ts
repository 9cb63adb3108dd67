import type { Migration } from './migration.ts';

/** The ledger is sorted by when a statement was found, and by how sure a suggestion is. */
export const ledgerSorts: Migration = {
  version: 165,
  name: 'sorting the ledger',
  sql: `
-- By when they were found or made, which is the order of their rows; with all that the ledger narrows by, as in its own order.
CREATE INDEX statements_found ON statements(id, state, kind, speaker, organization, role, said, binned, confidence, article, dated)
  WHERE binned IS NULL;
-- By how sure the program was.
CREATE INDEX statements_sure
  ON statements(confidence DESC, dated DESC, article DESC, id, state, kind, speaker, organization, role, said, binned)
  WHERE binned IS NULL;
`,
};
