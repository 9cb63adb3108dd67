import type { ExtractionLine } from './extraction.ts';
import type { ArticleId, ImportId } from './ids.ts';
import type { ImportLine } from './imports.ts';
import type { LibraryState } from './library.ts';

/** What the core tells everybody who listens: topic → payload. */
export interface Events {
  /** Something was written; whoever shows it reads again. `articles` is null when it concerns many. */
  readonly 'library.changed': {
    readonly subjects: readonly (
      | 'articles'
      | 'annotations'
      | 'statements'
      | 'codes'
      | 'duplicates'
      | 'collections'
      | 'imports'
      | 'awaited'
      | 'columns'
      | 'events'
      | 'bin'
    )[];
    readonly articles: readonly ArticleId[] | null;
  };
  readonly 'library.state': LibraryState;
  /** Lines of a running *Extract again*, as they come. */
  readonly 'extraction.lines': { readonly lines: readonly ExtractionLine[] };
  /** Lines of a running import, in batches, as they come. */
  readonly 'import.lines': { readonly id: ImportId; readonly lines: readonly ImportLine[] };
}
export type EventTopic = keyof Events;
export const eventTopics = [
  'library.changed',
  'library.state',
  'import.lines',
  'extraction.lines',
] as const satisfies readonly EventTopic[];
