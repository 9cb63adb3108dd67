import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openRecordIndex } from '../../db/record-index.ts';
import type { ImportSummary } from '../../main/contract/index.ts';
import type * as Core from '../../main/core/create-core.ts';
import { warcContainer } from '../../main/formats/read/archives/warc/container.ts';
import { ArticleGenerator } from './generator.ts';
import { peakMemory, quantile } from './measure.ts';
import { queryKinds } from './queries.ts';

/**
 * `take-in.ts LIBRARY PATH [WARM]`: takes a folder or an archive in with the built program and says in JSON how long
 * that took, how much memory, and how long searches took meanwhile and afterwards. What WARM holds is taken in first and
 * not counted, so that the parts are started and compiled, as they are for the peers.
 */
const [library = '', path = '', warm] = process.argv.slice(2);

const built = new URL('../../dist/main/core/create-core.js', import.meta.url);
const { createCore } = (await import(built.href)) as typeof Core;
const core = createCore({ agent: 'Verbatim bench' });
await core.openLibrary(library, { mode: 'write' });
const takeIn = async (from: string): Promise<ImportSummary> =>
  (await core.call('import.run', { grants: [core.grants.issue(from, 'read')] })) as ImportSummary;
if (warm !== undefined) await takeIn(warm);

const kinds = queryKinds(new ArticleGenerator(), 1000);
let asked = 0;
/** One search after another of all kinds, with the pause of a person who types. */
async function search(): Promise<{ readonly at: number; readonly took: number }> {
  const kind = kinds[asked++ % kinds.length];
  if (kind === undefined) throw new Error('there are no queries');
  await pause(30);
  const at = performance.now();
  await core.call('search.run', kind.make());
  return { at, took: performance.now() - at };
}

/** An archive's first pass by itself: until the first page can be read. */
async function surveySeconds(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const from = performance.now();
  const open = await warcContainer.open({
    path,
    name: path,
    after: null,
    signal: new AbortController().signal,
    scratch,
    openIndex: () => openRecordIndex(join(scratch, 'records.sqlite')),
    progress: () => undefined,
  });
  for await (const _ of open.members()) break;
  const seconds = (performance.now() - from) / 1000;
  await open.close();
  rmSync(scratch, { recursive: true });
  return seconds;
}

const searches: { readonly at: number; readonly took: number }[] = [];
let running = true;
const searching = (async () => {
  while (running) searches.push(await search());
})();
const cpu = process.cpuUsage();
const began = performance.now();
const summary = await takeIn(path);
const ended = performance.now();
running = false;
const { user, system } = process.cpuUsage(cpu);
await searching;
const peak = peakMemory();
const idle: number[] = [];
for (let count = 0; count < kinds.length * 15; count += 1) idle.push((await search()).took);
await core.close();
const { counts } = summary;
// A library that is still small is searched faster: only the second half is held against the full one.
const meanwhile = searches.filter(({ at }) => at > (began + ended) / 2).map(({ took }) => took);

console.log(
  JSON.stringify({
    pages: counts.taken + counts.partial + counts.revision,
    seconds: (ended - began) / 1000,
    cpu: (user + system) / 1e6,
    peak,
    survey: statSync(path).isFile() ? await surveySeconds() : null,
    searches: meanwhile.length,
    idle: { median: quantile(idle, 0.5), p95: quantile(idle, 0.95) },
    meanwhile: { median: quantile(meanwhile, 0.5), p95: quantile(meanwhile, 0.95) },
  }),
);
