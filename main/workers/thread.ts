import { VerbatimError } from '../contract/index.ts';

/** Limits that keep a hostile file from more than its own report line. */
export interface ParserLimits {
  readonly heapMegabytes: number;
  /** For a small file; each megabyte adds a second. For a container: how long it may be silent. */
  readonly seconds: number;
}
export const parserLimits: ParserLimits = { heapMegabytes: 1024, seconds: 60 };

/** Where a thread's entry stands beside the file that starts it, among the sources or in the build. */
export function threadUrl(name: string, beside: string): URL {
  return new URL(beside.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, beside);
}

/** What is told when a thread ran over its memory; null for any other error. */
export function outOfMemory(error: unknown, limits: ParserLimits): VerbatimError | null {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new VerbatimError(
        'limit-exceeded',
        `Reading it took more than ${limits.heapMegabytes} MB of memory and was stopped.`,
      )
    : null;
}
