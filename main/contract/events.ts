import type { LibraryChange } from './changes.ts';
import type { ExtractionLine } from './extraction.ts';
import type { ImportId } from './ids.ts';
import type { ImportLine } from './imports.ts';
import type { JobSummary } from './jobs.ts';
import type { LibraryState } from './library.ts';

/** What the core tells everybody who listens: topic → payload. */
export interface Events {
  /**
   * The feed of changes: something was written; whoever shows it reads it again. A person's act is told at once,
   * those of long work together, a few times a second.
   */
  readonly 'library.changed': readonly LibraryChange[];
  readonly 'library.state': LibraryState;
  /** A job began, came to its turn, ended or was put away. Its progress goes to those who are attached to it. */
  readonly 'jobs.changed': JobSummary;
  /** Lines of a running *Extract again*, as they come. */
  readonly 'extraction.lines': { readonly lines: readonly ExtractionLine[] };
  /** Lines of a running import, in batches, as they come. */
  readonly 'import.lines': { readonly id: ImportId; readonly lines: readonly ImportLine[] };
}
export type EventTopic = keyof Events;
export const eventTopics = [
  'library.changed',
  'library.state',
  'jobs.changed',
  'import.lines',
  'extraction.lines',
] as const satisfies readonly EventTopic[];
