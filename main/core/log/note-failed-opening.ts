import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../../../db/backups/set-aside.ts';
import { toErrorData } from '../../contract/index.ts';
import { LibraryLog } from './library-log.ts';

/** Notes in a library's own log why it could not be opened. Where another program has it, the log is that one's. */
export async function noteFailedOpening(libraryPath: string, agent: string, error: unknown): Promise<void> {
  const { code } = toErrorData(error);
  if (code === 'library-busy' || !existsSync(join(libraryPath, databaseName))) return;
  const log = new LibraryLog(libraryPath);
  log.note({ kind: 'opening-failed', agent, code });
  await log.written();
}
