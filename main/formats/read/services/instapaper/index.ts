import { tableReader } from '../exports/table-reader.ts';

/** Instapaper's CSV (URL, Title, Selection, Folder, Timestamp, and newer ones Tags). It holds no words but selections. */
export const instapaperReader = tableReader({
  name: 'instapaper',
  columns: ['url', 'title', 'selection', 'folder'],
  rows: () => import('./rows.ts'),
});
