import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecordIndex } from '../../db/record-index.ts';
import type { ImportSummary } from '../../main/contract/index.ts';
import { createCore } from '../../main/core/create-core.ts';
import { warcContainer } from '../../main/formats/warc/container.ts';

/** `take-archive.ts LIBRARY ARCHIVE`: takes a web archive in and says in JSON how long that took and how much memory. */
const [library = '', archive = ''] = process.argv.slice(2);

/** The first pass by itself: until the first page can be read. */
async function surveySeconds(): Promise<number> {
  const scratch = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
  const from = performance.now();
  const open = await warcContainer.open({
    path: archive,
    name: archive,
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

/** Memory that is no page of a file (the library's own are mapped, and given back when others want them); 0 where the system doesn't say. */
let anonymous = 0;
function look(): void {
  try {
    const found = /^RssAnon:\s+(\d+) kB/mu.exec(readFileSync('/proc/self/status', 'utf8'));
    anonymous = Math.max(anonymous, Number(found?.[1] ?? 0) * 1024);
  } catch {
    // Only Linux tells.
  }
}

const looking = setInterval(look, 100);
const core = createCore({ agent: 'Verbatim bench' });
await core.openLibrary(library, { mode: 'write' });
const from = performance.now();
const summary = (await core.call('import.run', { grants: [core.grants.issue(archive, 'read')] })) as ImportSummary;
const seconds = (performance.now() - from) / 1000;
const { rows } = (await core.call('imports.lines', { id: summary.id, outcome: 'partial', limit: 1 })) as {
  readonly rows: readonly { readonly reason: string | null }[];
};
const originals = await core.context().pool.read('originals.count');
await core.close();
clearInterval(looking);
const peak = process.resourceUsage().maxRSS * 1024;
console.log(
  JSON.stringify({
    articles: summary.counts.taken,
    images: originals.count - summary.counts.taken,
    surveySeconds: await surveySeconds(),
    seconds,
    peak,
    anonymous,
    reason: rows[0]?.reason ?? null,
  }),
);
