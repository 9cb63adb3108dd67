// A process of its own over the built program, so that a start is a start and memory is the core's alone: opens a
// library, gives the first result, answers the queries of a file, and says what it took as one line of JSON.
// Plain JavaScript, because stripping types would be a part of the time and memory that are measured.
import { readFileSync } from 'node:fs';
import { createCore } from '../../dist/main/core/create-core.js';

/** Bytes: all in memory, and without pages of files (the library's mapped pages, programs), where the system says. */
function memory() {
  const resident = process.memoryUsage.rss();
  try {
    const found = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
    return { resident, anonymous: found === null ? null : Number(found[1]) * 1024 };
  } catch {
    return { resident, anonymous: null };
  }
}

const [library, queries] = process.argv.slice(2);
const loaded = performance.now();
const core = createCore({ agent: 'Verbatim bench' });
const state = await core.openLibrary(library, { mode: 'write' });
if (state.status !== 'open') throw new Error(JSON.stringify(state));
const opened = performance.now();
await core.call('search.run', { query: 'harbour trust' });
const found = performance.now();
const atFirst = memory();
for (const query of JSON.parse(readFileSync(queries, 'utf8'))) await core.call('search.run', query);
const afterMany = memory();
await core.close();
console.log(JSON.stringify({ loaded, opened, found, atFirst, afterMany }));
