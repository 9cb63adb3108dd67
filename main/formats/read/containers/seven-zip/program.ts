import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import * as v from 'valibot';

/**
 * 7-Zip as a program without a process: compiled to WebAssembly, it sees the folder of one archive and nothing
 * else of this machine, and its memory ends where it is told to end.
 */

const packages = createRequire(import.meta.url);

/** Memory of one run. What archives ask for is their dictionary, of up to 256 MB at 7-Zip's highest setting. */
const mostMemory = 448 * 1024 * 1024;

/** 7-Zip's exit codes, as far as they matter here. */
export const exitCodes = { done: 0, failed: 2, outOfMemory: 8 } as const;

export interface SevenZipRun {
  readonly code: number;
  /** Lines of what it says, and of its errors. */
  readonly said: readonly string[];
  readonly errors: readonly string[];
}

/**
 * Runs one command on an archive: `l` lists it, `x` unpacks all of its files one after the other into `sink`.
 * It works until it is done; whoever calls it has a thread for it. What `sink` throws ends the run.
 */
export async function runSevenZip(
  command: 'l' | 'x',
  archive: string,
  sink: ((bytes: Uint8Array) => void) | null = null,
): Promise<SevenZipRun> {
  const start: Start = packages('7z-wasm');
  const program = await readFile(packages.resolve('7z-wasm/7zz.wasm'));
  const said: string[] = [];
  const errors: string[] = [];
  const output = sink === null ? null : new Output(sink);
  const options: Options = {
    instantiateWasm: (imports, ready) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(program), boundedMemory(imports));
      ready(instance);
      return instance.exports;
    },
    // There is nobody whom it could ask.
    stdin: () => null,
    print: (line) => said.push(line),
    printErr: (line) => errors.push(line),
    quit: (_, reason) => {
      throw reason;
    },
    ...(output === null ? {} : { stdout: (unit) => output.put(unit) }),
  };
  const { FS, NODEFS, callMain } = await start(options);
  FS.mkdir('/archive');
  FS.mount(NODEFS, { root: dirname(archive) }, '/archive');
  const switches = ['-t7z', '-bd', '-spd', '-sccUTF-8', `-p${noPassword}`, ...(command === 'l' ? ['-slt'] : ['-so'])];
  let code: number = exitCodes.failed;
  try {
    code = v.parse(v.number(), callMain([command, ...switches, '--', `/archive/${basename(archive)}`]));
    output?.flush();
  } catch (error) {
    if (output?.hasFailed === true) throw error;
    // The program gave up in the middle of something: damage that it has no exit code for.
    errors.push(String(error));
  }
  return { code, said, errors };
}

/** With none it would ask for one; what is encrypted has another. */
const noPassword = 'none';

/** What of the package is used here. Its own types are of a module in another form, and leave out the memory. */
type Start = (options: Options) => Promise<{
  readonly FS: {
    mkdir(path: string): void;
    mount(system: unknown, options: { readonly root: string }, place: string): void;
  };
  readonly NODEFS: unknown;
  callMain(words: string[]): unknown;
}>;

interface Options {
  instantiateWasm(imports: WebAssembly.Imports, ready: (instance: WebAssembly.Instance) => void): WebAssembly.Exports;
  stdin(): null;
  /** A byte, signed. */
  stdout?(byte: number): void;
  print(line: string): void;
  printErr(line: string): void;
  quit(code: number, reason: unknown): void;
}

/** The program asks its surroundings for more memory; beyond the limit it gets none, and says so. */
function boundedMemory(imports: WebAssembly.Imports): WebAssembly.Imports {
  const bounded = Object.entries(imports).map(([name, group]) => {
    const { emscripten_resize_heap: resize } = group;
    if (typeof resize !== 'function') return [name, group];
    const within = (bytes: number): unknown => (bytes >>> 0 > mostMemory ? 0 : resize(bytes));
    return [name, { ...group, emscripten_resize_heap: within }];
  });
  return Object.fromEntries(bounded);
}

/** Gathers the bytes that come one by one. */
class Output {
  readonly #sink: (bytes: Uint8Array) => void;
  readonly #bytes = new Uint8Array(1024 * 1024);
  #length = 0;
  /** It was the sink that threw. */
  hasFailed = false;

  constructor(sink: (bytes: Uint8Array) => void) {
    this.#sink = sink;
  }

  put(byte: number): void {
    this.#bytes[this.#length] = byte;
    this.#length += 1;
    if (this.#length === this.#bytes.length) this.flush();
  }

  flush(): void {
    const bytes = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    if (bytes.length === 0) return;
    this.hasFailed = true;
    this.#sink(bytes);
    this.hasFailed = false;
  }
}
