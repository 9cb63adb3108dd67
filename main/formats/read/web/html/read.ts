import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { declaredCharset } from '../../../shared/html/charset.ts';
import { besideThePage } from '../../../shared/html/images.ts';
import { readPage } from './read-page.ts';
import { wordsOfMarkup } from './words.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  yield await readPage({
    markup: decodePage(source.bytes),
    fallbackTitle: titleOfName(source.name),
    savedFrom: null,
    captured: null,
    resource: besideThePage((path) => source.companion(path)),
    signal: source.signal,
  });
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfMarkup(decodePage(bytes));
}

function decodePage(bytes: Uint8Array): string {
  return decodeText(bytes, declaredCharset(bytes)).text;
}

function titleOfName(name: string): string {
  const title = name
    .replace(/\.x?html?$/iu, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  return title === '' ? 'Untitled page' : title;
}
