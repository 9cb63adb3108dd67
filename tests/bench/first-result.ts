import { readFileSync } from 'node:fs';
import { createCore } from '../../main/core/create-core.ts';
import { ArticleGenerator } from './generator.ts';
import { queryKinds } from './queries.ts';

/**
 * A process of its own, so that a start is a start and memory is the core's alone: opens a library, gives
 * the first result, then answers many queries, and says what it took as one line of JSON.
 */
export interface FirstResult {
  /** Milliseconds from the process's start. */
  readonly loaded: number;
  readonly opened: number;
  readonly found: number;
  /** Bytes after the first result, and after many. */
  readonly atFirst: Memory;
  readonly afterMany: Memory;
}
export interface Memory {
  readonly resident: number;
  /** Without pages of files (the library's mapped pages, programs); null where the system doesn't say. */
  readonly anonymous: number | null;
}

function memory(): Memory {
  const resident = process.memoryUsage.rss();
  try {
    const found = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return { resident, anonymous: found === null ? null : Number(found[1]) * 1024 };
  } catch {
    return { resident, anonymous: null };
  }
}

const [path = '', articles = '0', queries = '0'] = process.argv.slice(2);
const loaded = performance.now();
const core = createCore({ agent: 'Verbatim bench' });
const state = await core.openLibrary(path, { mode: 'write' });
if (state.status !== 'open') throw new Error(JSON.stringify(state));
const opened = performance.now();
await core.call('search.run', { query: 'harbour trust' });
const found = performance.now();
const atFirst = memory();
for (const kind of queryKinds(new ArticleGenerator(), Number(articles)))
  for (let count = 0; count < Number(queries); count++) await core.call('search.run', kind.make());
const afterMany = memory();
await core.close();
console.log(JSON.stringify({ loaded, opened, found, atFirst, afterMany } satisfies FirstResult));
