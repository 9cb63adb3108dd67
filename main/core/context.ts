import type { DatabasePool } from '../../db/pool.ts';
import type { Events, EventTopic } from '../contract/index.ts';
import type { Downloads } from './export/downloads.ts';
import type { ParserPool } from './extract/parser-pool.ts';
import type { Grants } from './grants.ts';
import type { JobRegistry } from './jobs/registry.ts';
import type { ChangeFeed } from './library/change-feed.ts';
import type { LibraryLog } from './log/library-log.ts';
import type { OriginalStore } from './originals/store.ts';
import type { TextThreads } from './texts/text-threads.ts';
import type { FolderWatch } from './watch/folder-watch.ts';

/** What the core's modules share while one library is open. */
export interface CoreContext {
  readonly libraryPath: string;
  readonly pool: DatabasePool;
  readonly originals: OriginalStore;
  /** Where untrusted bytes are parsed. */
  readonly parsers: ParserPool;
  /** Where texts are worked on. */
  readonly texts: TextThreads;
  /** What is under way, whoever started it. */
  readonly jobs: JobRegistry;
  readonly watch: FolderWatch;
  readonly grants: Grants;
  readonly downloads: Downloads;
  /** Program and version, as the event log names who acted. */
  readonly agent: string;
  /** Where the program notes its own working. */
  readonly log: LibraryLog;
  /** Where it is told what was written, whoever wrote it. */
  readonly changes: ChangeFeed;
  emit<Topic extends Exclude<EventTopic, 'library.changed'>>(topic: Topic, payload: Events[Topic]): void;
}
