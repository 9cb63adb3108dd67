import { type CheckLine, type ErrorCode, VerbatimError } from '../../contract/index.ts';
import { checkClosedLibrary } from '../../core/health/check-closed.ts';
import { libraryFolder } from '../../core/library/session.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import { type ExitCode, type Session, withLibrary } from '../session.ts';

/** Why a library can't be opened though it is there: a report says more than a sentence. */
const closed: ReadonlySet<ErrorCode> = new Set(['library-damaged', 'library-newer', 'input-output']);

/** Looks at everything a library promises; 2 when something is wrong. One that can't be opened is looked at from outside. */
export async function checkCommand(output: Output, signal: AbortSignal, library: string): Promise<ExitCode> {
  try {
    return await withLibrary(library, 'best', { output, signal }, checkOpen);
  } catch (error) {
    if (!(error instanceof VerbatimError) || !closed.has(error.code)) throw error;
    const lines = checkClosedLibrary(libraryFolder(library), error, {
      signal,
      progress: ({ items }) => output.progress(line`originals: ${items.done}`),
    });
    for await (const one of lines) await tell(output, one);
    return 2;
  }
}

async function checkOpen({ api, output, signal }: Session): Promise<ExitCode> {
  const { ok: whole, lines } = await api.call(
    'health.check',
    {},
    { signal, onProgress: ({ items }) => output.progress(line`originals: ${items.done} of ${items.total}`) },
  );
  for (const one of lines) await tell(output, one);
  return whole ? 0 : 2;
}

async function tell(output: Output, { check: name, ok, detail }: CheckLine): Promise<void> {
  await output.result(
    { check: name, ok, detail },
    () => line`${ok ? 'sound' : output.strong('WRONG')}  ${name}: ${detail}`,
  );
}
