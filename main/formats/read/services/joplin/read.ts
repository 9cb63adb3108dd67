import { VerbatimError } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import { type CapturedDocument, type FormatSource, type FoundInFile, isMention } from '../../../format.ts';
import { splitFrontMatter } from '../../documents/markdown/front-matter.ts';
import { markdownDocument, wordsOfMarkdown } from '../../documents/markdown/read.ts';
import { normaliseText } from '../../documents/text/lines.ts';
import { htmlContentOf } from '../../news/news-item/content.ts';
import { emptyItem } from '../../news/news-item/news-item.ts';
import { toDocument } from '../../news/news-item/to-document.ts';
import { wordsOfText } from '../../news/news-item/words.ts';
import { cleanLine, cleanTags, instantOf, webAddress } from '../exports/brought.ts';
import { type JoplinItem, joplinItem, joplinKinds } from './note.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  const item = joplinItem(decodeText(source.bytes).text);
  if (item === null || item.properties.get('type_') !== joplinKinds.note)
    throw new VerbatimError(
      'unsupported',
      'It is a notebook, a tag or another thing of a Joplin export, and no note. Export as JEX, and add that: it brings notebooks and tags with their notes.',
    );
  if (item.properties.get('encryption_applied') === '1')
    throw new VerbatimError('unsupported', 'The note is encrypted. Turn encryption off in Joplin, and export again.');
  yield await readNote(item, source);
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  const item = joplinItem(decodeText(bytes).text);
  if (item === null) return normaliseText(decodeText(bytes).text);
  const body = isHtml(item) ? wordsOfText(item.body) : wordsOfMarkdown(item.body);
  return `${item.title}\n${body}\n${item.raw}`;
}

function isHtml({ properties }: JoplinItem): boolean {
  return properties.get('markup_language') === '2';
}

async function readNote(item: JoplinItem, source: FormatSource): Promise<CapturedDocument> {
  const { properties } = item;
  const title = cleanLine(item.title);
  const url = webAddress(properties.get('source_url'));
  const byline = cleanTags([properties.get('author') ?? '']);
  const captured = instantOf(properties.get('user_created_time') ?? properties.get('created_time'));
  if (isHtml(item)) {
    const content = htmlContentOf(item.body, url);
    const found = await toDocument({ ...emptyItem, title, url, bylines: byline, content }, 'joplin', source.signal);
    if (isMention(found)) throw new VerbatimError('unsupported', 'The note is empty.');
    return { ...found, captured };
  }
  const { fields } = splitFrontMatter('');
  const modified = parseDate(properties.get('user_updated_time') ?? '', 'en');
  // A note of one's own has no address; then the day it was written is that of its publication.
  const published = url === null ? parseDate(properties.get('user_created_time') ?? '', 'en') : null;
  const known = { ...fields, title, url, byline, published, modified: url === null ? modified : null, captured };
  return markdownDocument({ fields: known, body: item.body, problem: null }, source);
}
