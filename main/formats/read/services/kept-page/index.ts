import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader } from '../../../format.ts';
import { htmlContentOf } from '../../news/news-item/content.ts';
import { emptyItem } from '../../news/news-item/news-item.ts';
import { toDocument } from '../../news/news-item/to-document.ts';
import { wordsOfText } from '../../news/news-item/words.ts';
import { markupVersion } from '../../web/html/version.ts';

/**
 * The words of an article as another program kept them, and nothing else: a reading service's page without a
 * head, a cell of a table. What it is called and where it was is told by the container that it comes out of.
 * No file is one by its look.
 */
export const keptPageReader: FormatReader = {
  name: 'kept-page',
  version: `1.${markupVersion}`,
  mediaType: 'text/html',
  sniff: () => 0,
  async *read({ bytes, told, signal }) {
    const url = told?.url ?? null;
    const content = htmlContentOf(decodeText(bytes).text, url);
    const item = { ...emptyItem, part: told?.part ?? '', title: told?.title ?? null, url, content };
    yield await toDocument(item, told?.program ?? 'kept-page', signal);
  },
  words: (bytes) => wordsOfText(decodeText(bytes).text),
};
