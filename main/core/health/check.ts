import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { parse } from 'valibot';
import { type CheckLine, type ErrorCode, Sha256, toErrorData } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { JobControl } from '../handlers.ts';
import { countUnused } from '../originals/unused.ts';
import { checkArchives } from './check-archives.ts';
import { checkReadingCopies } from './check-reading-copies.ts';

const page = 500;

/**
 * Looks at everything a library promises: the database's integrity and references, the index against
 * its content, every revision's text against its hash, every original's bytes against their name, every reading
 * copy against its original.
 * Nothing is repaired. Yields each finding as it is known.
 */
export async function* checkLibrary(context: CoreContext, job: JobControl): AsyncGenerator<CheckLine> {
  const watched = { signal: job.signal, onProgress: job.progress };
  yield* aside('integrity', () => context.pool.maintain(watched, 'check.soundness'));
  yield* aside('search index', async () => [await context.pool.maintain(watched, 'check.searchIndex')]);
  yield* aside('texts', async () => [await context.pool.maintain(watched, 'check.texts')]);
  yield* aside('originals', () => checkOriginals(context, job));
  yield* aside('reading copies', () => checkReadingCopies(context, job));
  yield* aside('unused originals', () => checkUnused(context, job.signal));
  yield* aside('archive', () => checkArchives(context, job.signal));
}

/** One part of the check. What is so damaged that it can't be looked at is a finding too, and the other parts are still looked at. */
async function* aside(
  check: CheckLine['check'],
  part: () => Promise<readonly CheckLine[]> | AsyncIterable<CheckLine>,
): AsyncGenerator<CheckLine> {
  try {
    yield* await part();
  } catch (error) {
    const { code, message } = toErrorData(error);
    if (!unreadable.has(code)) throw error;
    yield { check, ok: false, detail: message };
  }
}

/** What a damaged, failing or locked place says of itself. */
const unreadable: ReadonlySet<ErrorCode> = new Set(['library-damaged', 'input-output', 'access-denied']);

async function* checkOriginals(context: CoreContext, job: JobControl): AsyncGenerator<CheckLine> {
  const total = await context.pool.read('originals.count');
  const missing: string[] = [];
  const changed: string[] = [];
  let items = 0;
  let bytes = 0;
  let lastTold = 0;
  for (let after = 0; ; ) {
    const rows = await context.pool.readWith({ signal: job.signal }, 'originals.page', after, page);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
    for (const row of rows) {
      const found = await hashFile(context, parse(Sha256, row.sha256), job.signal);
      if (found === null) missing.push(row.sha256);
      else if (found !== row.sha256) changed.push(row.sha256);
      items += 1;
      bytes += row.bytes;
      if (performance.now() - lastTold > 100) {
        lastTold = performance.now();
        job.progress({
          phase: 'working',
          items: { done: items, total: total.count },
          bytes: { done: bytes, total: total.bytes },
          secondsLeft: null,
          current: null,
        });
      }
    }
  }
  for (const sha256 of missing)
    yield {
      check: 'original',
      ok: false,
      detail: `${sha256} is missing from the originals folder. Take the same file, or a hand-over package that holds it, in again: it is put back in its place.`,
    };
  for (const sha256 of changed)
    yield {
      check: 'original',
      ok: false,
      detail: `${sha256} was changed: its bytes do not have the hash they are kept under. Take the same file, or a hand-over package that holds it, in again: it is put back in its place.`,
    };
  if (missing.length + changed.length === 0)
    yield {
      check: 'originals',
      ok: true,
      detail: `${items} originals, ${bytes} bytes: each is there and has the hash it is kept under.`,
    };
}

async function* checkUnused(context: CoreContext, signal: AbortSignal): AsyncGenerator<CheckLine> {
  const { files, bytes } = await countUnused(context, signal);
  if (files === 0) return;
  const what = files === 1 ? '1 file' : `${files} files`;
  yield {
    check: 'unused originals',
    ok: true,
    detail: `${what} (${bytes} bytes) among the originals ${files === 1 ? 'is' : 'are'} referred to by nothing and kept. To take articles out of them, add the folder ${context.originals.folder}.`,
  };
}

async function hashFile(context: CoreContext, sha256: Sha256, signal: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(context.originals.stream(sha256), hash, { signal });
    return hash.digest('hex');
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
