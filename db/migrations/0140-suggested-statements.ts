import type { Migration } from './migration.ts';

/** What waits for a decision has an index of its own, whose entries alone are counted. */
export const suggestedStatements: Migration = {
  version: 140,
  name: 'statements that wait for a decision',
  sql: `
CREATE INDEX statements_suggested ON statements(article, state, binned) WHERE state = 'suggested' AND binned IS NULL;
`,
};
