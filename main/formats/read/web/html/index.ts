import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatReader } from '../../../format.ts';
import { declaredCharset } from '../../../shared/html/charset.ts';
import { besideThePage } from '../../../shared/html/images.ts';
import { readPage } from './read-page.ts';
import { sniffHtml } from './sniff.ts';
import { markupVersion } from './version.ts';
import { wordsOf } from './words.ts';

/** Reads saved web pages. */
export const htmlReader: FormatReader = {
  name: 'html',
  version: markupVersion,
  mediaType: 'text/html',
  sniff: sniffHtml,
  async *read(source) {
    yield await readPage({
      markup: decodePage(source.bytes),
      fallbackTitle: titleOfName(source.name),
      savedFrom: null,
      captured: null,
      resource: besideThePage((path) => source.companion(path)),
      signal: source.signal,
    });
  },
  words(bytes) {
    return wordsOfMarkup(decodePage(bytes));
  },
};

function decodePage(bytes: Uint8Array): string {
  return decodeText(bytes, declaredCharset(bytes)).text;
}

/** All words of a page's or a fragment's markup as the blocks made from it hold them; for `FormatReader.words`. */
export function wordsOfMarkup(markup: string): string {
  return wordsOf(markup);
}

function titleOfName(name: string): string {
  const title = name
    .replace(/\.x?html?$/iu, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  return title === '' ? 'Untitled page' : title;
}
