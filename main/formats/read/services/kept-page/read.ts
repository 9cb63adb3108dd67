import { decodeText } from '../../../../reading/document/decode.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { htmlContentOf } from '../../news/news-item/content.ts';
import { emptyItem } from '../../news/news-item/news-item.ts';
import { toDocument } from '../../news/news-item/to-document.ts';
import { wordsOfText } from '../../news/news-item/words.ts';

/** For `FormatReader.read`. */
export async function* read({ bytes, told, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const url = told?.url ?? null;
  const content = htmlContentOf(decodeText(bytes).text, url);
  const item = { ...emptyItem, part: told?.part ?? '', title: told?.title ?? null, url, content };
  yield await toDocument(item, told?.program ?? 'kept-page', signal);
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfText(decodeText(bytes).text);
}
