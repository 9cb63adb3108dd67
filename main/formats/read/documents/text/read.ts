import type { ArticleMetadata } from '../../../../contract/index.ts';
import { reportersOf } from '../../../../reading/document/byline.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import { headSources, readHead } from '../../../../reading/document/head.ts';
import { guessLanguage } from '../../../../reading/document/language.ts';
import { titleOfBody } from '../../../../reading/document/title.ts';
import type { CapturedDocument, FormatSource, FoundInFile } from '../../../format.ts';
import { textToBlocks } from './blocks.ts';
import { findHeadings } from './headings.ts';
import { normaliseText, quotePrefix } from './lines.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  source.signal.throwIfAborted();
  yield readText(decodeText(source.bytes).text, source.name);
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  return wordsOfText(decodeText(bytes).text);
}

/** All words of plain text as the blocks made from it hold them; for `FormatReader.words`. */
export function wordsOfText(text: string): string {
  return normaliseText(text)
    .split('\n')
    .map((line) => line.slice(quotePrefix(line).length))
    .join('\n');
}

function readText(raw: string, name: string): CapturedDocument {
  const text = normaliseText(raw);
  const language = guessLanguage(text);
  const head = readHead(textToBlocks(text), { title: null }, language);
  const blocks = markFurniture(findHeadings(head.blocks));
  const byline = head.byline.length > 0 ? head.byline : reportersOf(blocks);
  const metadata: ArticleMetadata = {
    title: head.title ?? (titleOfBody(blocks) || name.replace(/\.[^.]{1,8}$/u, '')),
    subheading: head.subheading,
    byline,
    publication: head.publication,
    section: head.section,
    published: head.published,
    modified: head.modified,
    url: head.url,
    language,
    description: null,
    leadImage: null,
    sources: {
      title: { from: 'first-sentence', overruled: [] },
      ...(byline.length === 0 ? {} : { byline: { from: 'contact-line', overruled: [] } }),
      ...(language === null ? {} : { language: { from: 'words', overruled: [] } }),
      ...headSources(head, 'page'),
    },
  };
  return { part: '', metadata, blocks, images: [], removals: [], captured: null, partial: null };
}
