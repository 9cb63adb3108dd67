/** What of the statements `s` counts as somebody's words: neither rejected nor in the bin, nor of an article there. */
export const live = `s.binned IS NULL AND s.state <> 'rejected' AND s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)`;
