import * as v from 'valibot';
import { VerbatimError } from '../../../../contract/index.ts';
import { type FormatSource, type FoundInFile, isMention } from '../../../format.ts';
import { htmlContentOf } from '../../news/news-item/content.ts';
import { parseJson, Text, TextOrNumber, tolerantArray } from '../../news/news-item/json.ts';
import { emptyItem } from '../../news/news-item/news-item.ts';
import { PartNames } from '../../news/news-item/parts.ts';
import { toDocument } from '../../news/news-item/to-document.ts';
import { wordsOfJson } from '../../news/news-item/words.ts';
import { cleanLine, cleanTags, instantOf, listed, markOf, quoteOf, webAddress } from '../exports/brought.ts';

const program = 'Wallabag';
/** An entry of Wallabag 2's JSON export; a tag is its name there and an object in the API's answers. */
const Entry = v.object({
  id: TextOrNumber,
  title: Text,
  url: Text,
  origin_url: Text,
  given_url: Text,
  content: Text,
  language: Text,
  published_at: Text,
  created_at: Text,
  published_by: tolerantArray(v.string()),
  domain_name: Text,
  is_starred: v.fallback(v.nullish(v.union([v.number(), v.boolean()])), null),
  tags: tolerantArray(
    v.union([
      v.string(),
      v.pipe(
        v.object({ label: v.string() }),
        v.transform(({ label }) => label),
      ),
    ]),
  ),
  annotations: tolerantArray(
    v.object({ id: TextOrNumber, text: Text, quote: Text, created_at: Text, updated_at: Text }),
  ),
});
type Entry = v.InferOutput<typeof Entry>;
/** What Wallabag writes in place of a page that it couldn't fetch. */
const notFetched = /^\s*(?:<p>)?\s*wallabag can['’]?t retrieve contents for this article/iu;
const Answer = v.object({ _embedded: v.object({ items: tolerantArray(Entry) }) });

/** For `FormatReader.read`. */
export async function* read({ bytes, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const entries = entriesOf(parseJson(bytes, 'an export of Wallabag'));
  if (entries.length === 0) throw new VerbatimError('unsupported', 'It is an export of Wallabag without any entry.');
  const parts = new PartNames();
  for (const entry of entries) {
    signal.throwIfAborted();
    yield await readEntry(entry, parts, signal);
  }
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfJson(parseJson(bytes, 'an export of Wallabag'));
}

function entriesOf(json: unknown): readonly Entry[] {
  const answer = v.safeParse(Answer, json);
  return answer.success ? answer.output._embedded.items : v.parse(tolerantArray(Entry), json);
}

async function readEntry(entry: Entry, parts: PartNames, signal: AbortSignal): Promise<FoundInFile> {
  const url = webAddress(entry.origin_url) ?? webAddress(entry.url) ?? webAddress(entry.given_url);
  const title = cleanLine(entry.title);
  const part = parts.next(url ?? entry.id ?? title);
  const marks = marksOf(entry);
  const markup = entry.content;
  const content = markup === null || notFetched.test(markup) ? null : htmlContentOf(markup, url);
  if (content === null) return listed({ part, title, url, marks });
  const found = await toDocument(
    {
      ...emptyItem,
      part,
      title,
      bylines: entry.published_by,
      publication: cleanLine(entry.domain_name),
      published: entry.published_at,
      url,
      language: entry.language,
      content,
    },
    'wallabag',
    signal,
  );
  return isMention(found) ? found : { ...found, marks, captured: instantOf(entry.created_at) };
}

function marksOf({ tags, is_starred, annotations }: Entry) {
  const isStarred = is_starred === true || is_starred === 1;
  return {
    program,
    tags: cleanTags([...tags, ...(isStarred ? ['Starred'] : [])]),
    marks: annotations.flatMap(({ id, text, quote, created_at, updated_at }) =>
      text === null && quote === null
        ? []
        : markOf({
            id,
            quote: quote === null ? null : quoteOf(quote),
            note: text ?? '',
            color: quote === null ? null : 'amber',
            created: instantOf(created_at),
            modified: instantOf(updated_at),
          }),
    ),
  };
}
