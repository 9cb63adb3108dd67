import * as v from 'valibot';
import type { ForeignMark, PreciseDate } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import type { FormatSource, FoundInFile, MentionedArticle } from '../../../format.ts';
import { lineOf } from '../../news/news-item/content.ts';
import { parseJson, Text, TextOrNumber, tolerantArray } from '../../news/news-item/json.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { cleanLine, cleanTags, listed, markOf, webAddress } from '../exports/brought.ts';

/** A date of CSL-JSON: parts, or words. */
const CslDate = v.fallback(
  v.nullish(
    v.object({
      'date-parts': tolerantArray(v.array(v.union([v.number(), v.string()]))),
      raw: Text,
      literal: Text,
    }),
  ),
  null,
);
/** An item of CSL-JSON (citationstyles.org, "csl-data.json"). */
const Item = v.object({
  id: TextOrNumber,
  type: v.string(),
  title: Text,
  URL: Text,
  DOI: Text,
  issued: CslDate,
  note: Text,
  keyword: Text,
});
type Item = v.InferOutput<typeof Item>;

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const parts = new PartNames();
  for (const item of v.parse(tolerantArray(Item), parseJson(bytes, 'a list of references'))) {
    signal.throwIfAborted();
    yield mentionOf(item, parts);
  }
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'a list of references'));
}

function mentionOf(item: Item, parts: PartNames): MentionedArticle {
  const url = webAddress(item.URL) ?? (item.DOI === null ? null : webAddress(`https://doi.org/${item.DOI.trim()}`));
  const title = item.title === null ? null : cleanLine(lineOf(item.title));
  const note = item.note?.trim() ?? '';
  const marks: ForeignMark[] = note === '' ? [] : [markOf({ note })];
  return listed({
    part: parts.next(url ?? title ?? item.id),
    title,
    url,
    published: dateOf(item),
    marks: { program: 'References', tags: cleanTags((item.keyword ?? '').split(/[,;]/u)), marks },
  });
}

function dateOf({ issued }: Item): PreciseDate | null {
  const [parts] = issued?.['date-parts'] ?? [];
  const written = parts === undefined ? (issued?.raw ?? issued?.literal) : parts.map(padded).join('-');
  return written == null ? null : parseDate(written, 'en');
}

function padded(part: number | string): string {
  return String(part).padStart(2, '0');
}
