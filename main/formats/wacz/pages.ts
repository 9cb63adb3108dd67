import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import * as v from 'valibot';
import type { PackageSource } from '../package/package.ts';
import type { NamedPage } from '../records/page-lists.ts';

/** WACZ 1.1.1, 5.2: a line a page; the first line says what the list is. */
const Page = v.object({
  url: v.string(),
  /** What the server answered, where the crawler says so. */
  status: v.optional(v.number()),
});

/** The pages that somebody visited or chose, and those that a crawler came by from them. */
const lists = /^pages\/(pages|extraPages)\.jsonl$/u;

/** The pages that the lists of a WACZ name. Lines that can't be read name none. */
export async function* pagesOf(zip: PackageSource): AsyncIterable<NamedPage> {
  for (const { path } of zip.files) {
    const list = lists.exec(path)?.[1];
    if (list === undefined) continue;
    const lines = createInterface({ input: Readable.from(limited(zip.stream(path)), { objectMode: false }) });
    for await (const line of lines) {
      const page = v.safeParse(Page, parsed(line));
      if (page.success && (page.output.status ?? 200) < 400 && /^https?:\/\//iu.test(page.output.url))
        yield { url: page.output.url, isChosen: list === 'pages' };
    }
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** A line of a list holds a page's text at most; one that goes on longer would be held in memory and is cut. */
const longestLine = 16 * 1024 * 1024;

async function* limited(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let line = 0;
  for await (const chunk of chunks) {
    const last = chunk.lastIndexOf(0x0a);
    line = last < 0 ? line + chunk.byteLength : chunk.byteLength - last;
    yield chunk;
    if (line <= longestLine) continue;
    line = 0;
    yield lineEnd;
  }
}

const lineEnd = Buffer.from('\n');
