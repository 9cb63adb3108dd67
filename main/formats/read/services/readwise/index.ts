import { tableReader } from '../exports/table-reader.ts';

/**
 * Readwise's highlights (Highlight, Book Title, Book Author, Amazon Book ID, Note, Color, Tags, Location Type,
 * Location, Highlighted at, Document tags). There is no address in them: an article is known by its title,
 * and only when it holds the words.
 */
export const readwiseReader = tableReader({
  name: 'readwise',
  columns: ['highlight', 'book title', 'book author', 'highlighted at'],
  rows: () => import('./highlights.ts'),
});

/** The list of documents of Readwise Reader (Title, URL, ID, Document tags, Saved date, …, Location, Seen). */
export const readwiseReaderReader = tableReader({
  name: 'readwise-reader',
  columns: ['title', 'url', 'id', 'document tags', 'saved date', 'location'],
  rows: () => import('./reader-documents.ts'),
});
