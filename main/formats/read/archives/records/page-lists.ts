import * as v from 'valibot';
import type { FoundRecord, RecordFile } from './record-file.ts';
import type { ListedPage } from './record-index.ts';

/** More of a list is not read: it would be held in memory as a whole. */
const longestList = 16 * 1024 * 1024;

/** What Webrecorder's programs write into their first records: the pages that a person visited. */
const WrittenMetadata = v.object({
  pages: v.optional(v.array(v.object({ url: v.string() }))),
});

/** A page as a list names it. */
export type NamedPage = Pick<ListedPage, 'url' | 'isChosen'>;

/** The pages that a record of an archive names as those it was made for; none for most records. */
export async function pagesOfRecord(found: FoundRecord, records: RecordFile): Promise<readonly NamedPage[]> {
  const { head } = found;
  // Browsertrix writes one record for each page it has loaded.
  const loaded = head.type === 'resource' ? /^urn:pageinfo:(https?:.+)$/iu.exec(head.uri ?? '') : null;
  if (loaded?.[1] !== undefined) return [{ url: loaded[1], isChosen: false }];
  if (head.type !== 'warcinfo') return [];
  const announced = head.blockLength ?? 0;
  const isAllThere = found.beginning.length >= head.length + announced;
  const bytes = isAllThere ? found.beginning : (await records.read(found.offset, found.length, longestList)).bytes;
  if (bytes === null) return [];
  const text = Buffer.from(bytes.subarray(head.length, head.length + announced)).toString('utf8');
  const written = /^json-metadata:[ \t]*(\{.*\})[ \t]*\r?$/mu.exec(text)?.[1];
  return written === undefined ? [] : pagesOf(written);
}

function pagesOf(written: string): readonly NamedPage[] {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    // A list that can't be read is none: pages are found by rule.
    return [];
  }
  const metadata = v.safeParse(WrittenMetadata, json);
  return metadata.success ? (metadata.output.pages ?? []).map(({ url }) => ({ url, isChosen: true })) : [];
}
