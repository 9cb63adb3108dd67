import type { Migration } from './migration.ts';

/** Why a suggestion was made; and what waits for a decision is counted by how sure it is. */
export const reasons: Migration = {
  version: 160,
  name: 'why statements are suggested',
  sql: `
-- JSON of the contract's SuggestionReason; null for a person's own statements, and for suggestions made before.
ALTER TABLE statements ADD COLUMN reason TEXT;
DROP INDEX statements_suggested;
CREATE INDEX statements_suggested ON statements(confidence, article, state, binned) WHERE state = 'suggested' AND binned IS NULL;
-- Counted under a filter without looking at the rows.
DROP INDEX statements_ledger;
CREATE INDEX statements_ledger ON statements(dated DESC, article DESC, id, state, kind, speaker, organization, role, said, binned, confidence)
  WHERE binned IS NULL;
`,
};
