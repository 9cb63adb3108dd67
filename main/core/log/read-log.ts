import { readFile } from 'node:fs/promises';
import { safeParse } from 'valibot';
import { LogLine } from '../../contract/index.ts';
import { logFiles } from './files.ts';

/**
 * Lines of a library's log, the newest first. Whether the library can be opened makes no difference. Lines that
 * can't be understood (a process was killed in the middle of one) are left out.
 */
export async function readLog(
  libraryPath: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly LogLine[]; readonly total: number }> {
  const lines: string[] = [];
  for (const file of logFiles(libraryPath)) lines.push(...(await linesOf(file)).reverse());
  return { rows: lines.slice(offset, offset + limit).flatMap(understood), total: lines.length };
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function understood(line: string): LogLine[] {
  try {
    const parsed = safeParse(LogLine, JSON.parse(line));
    return parsed.success ? [parsed.output] : [];
  } catch {
    return [];
  }
}
