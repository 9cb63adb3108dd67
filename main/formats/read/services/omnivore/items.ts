import * as v from 'valibot';
import type { ForeignMark, ForeignMarks, MemberDescription } from '../../../../contract/index.ts';
import { parseJson, Text, tolerantArray } from '../../news/news-item/json.ts';
import { cleanLine, cleanTags, instantOf, markOf, quoteOf, webAddress } from '../exports/brought.ts';

export const program = 'Omnivore';

/** An article in the lists of Omnivore's export (`metadata_0_to_20.json`). */
const Item = v.object({
  id: v.string(),
  slug: v.string(),
  title: Text,
  description: Text,
  author: Text,
  url: Text,
  labels: tolerantArray(v.string()),
  savedAt: Text,
  publishedAt: Text,
});
export type OmnivoreItem = v.InferOutput<typeof Item>;

export function itemsOf(bytes: Uint8Array): readonly OmnivoreItem[] {
  return v.parse(tolerantArray(Item), parseJson(bytes, 'a list of Omnivore’s export'));
}

/** What the list says of an article whose words are in a file beside it. */
export function descriptionOf(item: OmnivoreItem, part: string): MemberDescription {
  return {
    part,
    program,
    precedence: 'over',
    title: cleanLine(item.title),
    url: webAddress(item.url),
    byline: cleanTags([item.author ?? '']),
    publication: null,
    published: item.publishedAt,
    language: null,
    description: cleanLine(item.description),
    saved: instantOf(item.savedAt),
  };
}

export function marksOf({ labels }: OmnivoreItem, highlights: string | null): ForeignMarks {
  return { program, tags: cleanTags(labels), marks: highlights === null ? [] : highlightsIn(highlights) };
}

/**
 * The highlights of one article in Omnivore's Markdown: each a block of lines that begin with `>`, labels as
 * `#words` behind it or below, then its note up to the next. What stands before the first is a note on the whole.
 */
export function highlightsIn(markdown: string): ForeignMark[] {
  const marks: ForeignMark[] = [];
  let quote: string[] = [];
  let note: string[] = [];
  const end = (): void => {
    const words = withoutLabels(quote.join('\n').trim());
    const below = withoutLabels(note.join('\n').trim());
    if (words.text !== '' || below.text !== '')
      marks.push(
        markOf({
          quote: words.text === '' ? null : quoteOf(words.text),
          note: below.text,
          color: words.text === '' ? null : 'amber',
          tags: cleanTags([...words.labels, ...below.labels]),
        }),
      );
    quote = [];
    note = [];
  };
  for (const line of markdown.split(/\r\n|\n|\r/u)) {
    const quoted = /^\s{0,3}>\s?(.*)$/u.exec(line)?.[1];
    if (quoted === undefined) note.push(line);
    else {
      if (note.some((one) => one.trim() !== '')) end();
      quote.push(quoted);
    }
  }
  end();
  return marks;
}

const label = /^#[\p{L}\p{N}_/-]+$/u;

/** Labels stand at the end of the words, or alone in the first line below them. */
function withoutLabels(text: string): { readonly text: string; readonly labels: readonly string[] } {
  // Words and the white space between them by turns, so that what is left stands as it was.
  const pieces = text.split(/(\s+)/u);
  const end = pieces.findLastIndex((piece, index) => index % 2 === 0 && !label.test(piece)) + 1;
  if (end < pieces.length)
    return { text: pieces.slice(0, end).join(''), labels: pieces.slice(end).filter((piece) => label.test(piece)) };
  const [line = ''] = text.split('\n', 1);
  const words = line.trim().split(/\s+/u);
  return words.every((word) => label.test(word))
    ? { text: text.slice(line.length).trim(), labels: words }
    : { text, labels: [] };
}
