import { VerbatimError } from '../contract/index.ts';
import { type Core, createCore } from '../core/create-core.ts';
import { agent } from '../launch/installation.ts';
import { keepLastWords } from '../launch/last-words.ts';
import type { Client } from '../rpc/client.ts';
import type { Output } from './output.ts';
import { line } from './printable.ts';

/** How a command ended: done, failed, or done with something refused or found wrong. */
export type ExitCode = 0 | 1 | 2;

/** What every command works with. */
export interface Session {
  readonly core: Core;
  /** The core's methods and jobs, typed as the contract has them. */
  readonly api: Pick<Client, 'call' | 'on'>;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/**
 * - `read`: as it is, beside whoever has it open for writing.
 * - `write`: for writing, or not at all.
 * - `create`: for writing; an empty library is made where there is none.
 * - `best`: for writing where possible, because it leaves a line in the event log; else for reading.
 */
export type Access = 'read' | 'write' | 'create' | 'best';

/** Opens the library, does the work and closes it again, whatever happens. */
export async function withLibrary(
  library: string,
  access: Access,
  given: { readonly output: Output; readonly signal: AbortSignal },
  work: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const core = createCore({ agent: agent() });
  const letGo = keepLastWords(core);
  try {
    core.on('library.state', (state) => {
      if (state.status === 'opening' && state.progress !== null)
        given.output.progress(line`bringing the library up to date: ${state.progress.done} of ${state.progress.total}`);
    });
    await open(core, library, access);
    given.output.clearProgress();
    const state = await core.state();
    if (state.status === 'open') for (const notice of state.library.notices) given.output.remark(line`${notice}`);
    const api: Session['api'] = {
      call: core.call.bind(core) as Client['call'],
      on: core.on.bind(core),
    };
    return await work({ ...given, core, api });
  } finally {
    await core.close();
    letGo();
  }
}

async function open(core: Core, library: string, access: Access): Promise<void> {
  const first = await core.openLibrary(library, {
    mode: access === 'read' ? 'read' : 'write',
    create: access === 'create',
    orRead: access === 'best',
  });
  if (first.status === 'open') return;
  if (first.status === 'busy' && access === 'best') {
    const second = await core.openLibrary(library, { mode: 'read' });
    if (second.status === 'open') return;
  }
  // A library of an older shape is brought up to date by opening it for writing once.
  if (first.status === 'failed' && first.code === 'library-read-only' && access === 'read')
    return open(core, library, 'write');
  if (first.status === 'busy')
    throw new VerbatimError(
      'library-busy',
      `${first.path} is open for writing elsewhere (${first.heldBy}). Close it there and try again.`,
    );
  if (first.status === 'failed') throw new VerbatimError(first.code, first.message);
  throw new VerbatimError('no-library', `${library} could not be opened.`);
}

const page = 1000;

/** Every row of a listing, page by page. */
export async function* everyRow<Row>(
  read: (offset: number, limit: number) => Promise<{ readonly rows: readonly Row[] }>,
): AsyncGenerator<Row> {
  for (let offset = 0; ; offset += page) {
    const { rows } = await read(offset, page);
    yield* rows;
    if (rows.length < page) return;
  }
}
