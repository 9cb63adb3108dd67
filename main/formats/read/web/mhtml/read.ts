import { VerbatimError } from '../../../../contract/index.ts';
import type { CapturedDocument, FormatSource, FoundInFile } from '../../../format.ts';
import { dateOfHead, instantOf } from '../../../shared/mime/dates.ts';
import { decodeWords } from '../../../shared/mime/encoded-words.ts';
import type { LocatedPart } from '../../../shared/mime/related-parts.ts';
import { textOfPart } from '../../../shared/mime/text-part.ts';
import { type FramedPage, readFramedPages } from '../html/framed-pages.ts';
import { wordsOfMarkup } from '../html/words.ts';
import { type MhtmlArchive, openMhtml } from './archive.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  yield await readArchive(openMhtml(source.bytes), source);
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  const { root, frames } = openMhtml(bytes);
  return [...(root === null ? [] : [root]), ...frames].map((page) => wordsOfMarkup(textOfPart(page.entity))).join('\n');
}

async function readArchive(archive: MhtmlArchive, source: FormatSource): Promise<CapturedDocument> {
  const { root, frames, head } = archive;
  if (root === null)
    throw new VerbatimError(
      'unsupported',
      'It is a web archive (MHTML) without a page in it. Open it in the browser that saved it, and save the page again.',
    );
  const framed = (page: LocatedPart): FramedPage => ({
    markup: textOfPart(page.entity),
    address: addressOf(archive, page),
    resource: archive.resourcesOf(page),
  });
  const document = await readFramedPages({
    root: framed(root),
    frames: frames.map(framed),
    fallbackTitle: decodeWords(head.get('subject') ?? '') || titleOfName(source.name),
    captured: instantOf(dateOfHead(head)),
    signal: source.signal,
  });
  return { ...document, partial: document.partial ?? whyPartial(archive) };
}

/** Chrome names the page's address in the head of the file, all name it at the page's part. */
function addressOf({ root, head }: MhtmlArchive, page: LocatedPart): string | null {
  const snapshot = page === root ? head.get('snapshot-content-location')?.replace(/\s+/gu, '') : undefined;
  const address = snapshot ?? page.location ?? '';
  return /^https?:\/\//iu.test(address) ? address : null;
}

function whyPartial({ unclosed, truncated }: MhtmlArchive): string | null {
  if (unclosed)
    return 'The file ends before its last part does: it may have been cut off while it was saved. Compare its last words, or save the page again.';
  return truncated ? 'The file has more parts than are read; pictures may be missing.' : null;
}

function titleOfName(name: string): string {
  const title = name
    .replace(/\.mht(?:ml)?$/iu, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  return title === '' ? 'Untitled page' : title;
}
