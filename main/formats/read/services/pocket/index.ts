import { tableReader } from '../exports/table-reader.ts';

/**
 * Pocket's export since 2024 (`part_000000.csv`: title, url, time_added, cursor, tags, status; tags parted by
 * `|`). Pocket hands out no words; it closed in 2025.
 */
export const pocketReader = tableReader({
  name: 'pocket',
  columns: ['title', 'url', 'time_added', 'status'],
  rows: () => import('./rows.ts'),
});
