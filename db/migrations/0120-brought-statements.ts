import type { Migration } from './migration.ts';

/** Whose decision a statement's state is: a person's here, or that of whoever wrote a package. */
export const broughtStatements: Migration = {
  version: 120,
  name: 'brought statements',
  sql: `
-- The package that told the statement as it stands; null once a person here has changed it, and for one that was made here.
-- Of statements that came before, it isn't known.
ALTER TABLE statements ADD COLUMN brought_by TEXT;
`,
};
