import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ArticleId,
  JobInput,
  JobName,
  JobOutput,
  MethodInput,
  MethodName,
  MethodOutput,
} from '../../main/contract/index.ts';
import type * as CoreModule from '../../main/core/create-core.ts';
import { buildProgram } from '../bench/built.ts';
import { projectRoot } from '../e2e/driver/process.ts';

// The built program is what people have, and it opens in a fraction of the time: nothing is compiled in its threads.
await buildProgram();
const { createCore } = (await import(join(projectRoot, 'dist', 'main', 'core', 'create-core.js'))) as typeof CoreModule;

/** What was wrong, in words; nothing when all held. */
export type Findings = readonly string[];

/** A library opened as a second start opens it, with typed calls and what every examination asks. */
export class OpenedLibrary {
  readonly core: CoreModule.Core;
  readonly folder: string;

  private constructor(core: CoreModule.Core, folder: string) {
    this.core = core;
    this.folder = folder;
  }

  /** Opens it for writing, does the work and closes it. Throws what the opening said when it isn't open. */
  static with<Value>(folder: string, work: (library: OpenedLibrary) => Promise<Value>): Promise<Value> {
    return OpenedLibrary.#as('write', folder, work);
  }

  /** The same for reading, beside whoever has it open for writing. */
  static reading<Value>(folder: string, work: (library: OpenedLibrary) => Promise<Value>): Promise<Value> {
    return OpenedLibrary.#as('read', folder, work);
  }

  static async #as<Value>(
    mode: 'read' | 'write',
    folder: string,
    work: (library: OpenedLibrary) => Promise<Value>,
  ): Promise<Value> {
    const core = createCore({ agent: 'Verbatim faults' });
    try {
      const state = await core.openLibrary(folder, { mode });
      if (state.status !== 'open') throw new Error(`the library did not open: ${JSON.stringify(state)}`);
      return await work(new OpenedLibrary(core, folder));
    } finally {
      await core.close();
    }
  }

  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>> {
    return this.core.call(name, input) as Promise<MethodOutput<Name>>;
  }
  run<Name extends JobName>(name: Name, input: JobInput<Name>): Promise<JobOutput<Name>> {
    return this.core.call(name, input) as Promise<JobOutput<Name>>;
  }

  async articles(): Promise<readonly ArticleId[]> {
    const found: ArticleId[] = [];
    for (let offset = 0; ; offset += 1000) {
      const { rows } = await this.call('search.run', { query: '', offset, limit: 1000 });
      found.push(...rows.map(({ article }) => article.id));
      if (rows.length < 1000) return found;
    }
  }

  /** What the program's own check finds wrong, and what a killed process should not have left. */
  async unsound(): Promise<Findings> {
    const { lines } = await this.run('health.check', {});
    return [
      ...lines.filter(({ ok }) => !ok).map(({ check, detail }) => `check: ${check}: ${detail}`),
      ...(await leftInOriginals(this.folder)),
    ];
  }
}

async function leftInOriginals(library: string): Promise<Findings> {
  const names = await readdir(join(library, 'originals')).catch(() => []);
  return names.filter((name) => name.startsWith('.')).map((name) => `left in originals: ${name}`);
}

/** Those of `wanted` that are not among `present`, as findings. */
export function missing(what: string, wanted: readonly string[], present: Iterable<string>): Findings {
  const there = new Set(present);
  return wanted.filter((one) => !there.has(one)).map((one) => `${what} was acknowledged and is not there: ${one}`);
}
