import * as v from 'valibot';
import { byteLines } from '../../../shared/json/byte-lines.ts';
import type { PackageSource } from '../../../shared/package/package.ts';
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
    for await (const { bytes } of byteLines(zip.stream(path), longestLine)) {
      const page = v.safeParse(Page, bytes === null ? null : parsed(bytes));
      if (page.success && (page.output.status ?? 200) < 400 && /^https?:\/\//iu.test(page.output.url))
        yield { url: page.output.url, isChosen: list === 'pages' };
    }
  }
}

function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString());
  } catch {
    return null;
  }
}

/** A line of a list holds a page's text at most; a longer one names no page. */
const longestLine = 16 * 1024 * 1024;
