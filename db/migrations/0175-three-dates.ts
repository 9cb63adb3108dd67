import type { Migration } from './migration.ts';

/** Who tells when something was captured or said; a file's own time stands by itself. */
export const threeDates: Migration = {
  version: 175,
  name: 'file dates apart from captures',
  sql: `
-- 'record', 'original' or 'container'; null where nobody says, and of what was kept before and can't be told any more.
ALTER TABLE captures ADD COLUMN captured_by TEXT;
-- When the file was last changed.
ALTER TABLE captures ADD COLUMN file_dated TEXT;
-- Of a suggestion: the day that the words around it give, empty where they give none.
ALTER TABLE statements ADD COLUMN said_in_words TEXT;

UPDATE captures SET captured_by = 'record' WHERE captured IS NOT NULL AND source ->> '$.record' IS NOT NULL;
UPDATE captures SET captured_by = 'container' WHERE captured IS NOT NULL AND captured_by IS NULL AND captured = source ->> '$.told.saved';
-- Until now a file's own time stood for the capture where the file told none. Files of these forms never do; and no other
-- tells it in thousandths of a second, as disks do.
UPDATE captures SET file_dated = captured, captured = NULL
  WHERE captured IS NOT NULL AND captured_by IS NULL AND (
    format IN ('text', 'epub', 'docx', 'odt', 'rtf', 'nitf', 'ninjs', 'newsml', 'feed')
    OR (format IN ('html', 'mhtml', 'webarchive', 'markdown', 'pdf', 'email') AND captured LIKE '%.___Z' AND captured NOT LIKE '%.000Z'));

-- A day that no person changed is the words'.
UPDATE statements SET said_in_words = coalesce(said, '') WHERE confidence < 1 AND uuid NOT IN (
  SELECT substr(subject, 11) FROM events WHERE subject LIKE 'statement %' AND detail LIKE 'Changed: %said %');
`,
};
