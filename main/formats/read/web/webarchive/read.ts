import { VerbatimError } from '../../../../contract/index.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { type FramedPage, readFramedPages } from '../html/framed-pages.ts';
import { wordsOfMarkup } from '../html/words.ts';
import { markupOf, openWebArchive, type WebArchive, type WebResource } from './archive.ts';

/** For `FormatReader.read`. */
export async function* read({ bytes, name, signal }: FormatSource): AsyncIterable<FoundInFile> {
  const archive = openWebArchive(bytes);
  const { page, frames } = archive;
  if (!isPage(page))
    throw new VerbatimError(
      'unsupported',
      `It is a web archive of no page, but of ${page.mediaType || 'something of no known kind'}. Open it in Safari, save what it shows as a file of its own, and add that.`,
    );
  const framed = (resource: WebResource): FramedPage => framedPage(resource, archive);
  yield await readFramedPages({
    root: framed(page),
    frames: frames.filter(isPage).map(framed),
    fallbackTitle: name.replace(/\.webarchive$/iu, '').trim() || 'Untitled page',
    captured: null,
    signal,
  });
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  const { page, frames } = openWebArchive(bytes);
  return [page, ...frames].map((resource) => wordsOfMarkup(markupOf(resource))).join('\n');
}

function isPage({ mediaType }: WebResource): boolean {
  return mediaType === 'text/html' || mediaType === 'application/xhtml+xml' || mediaType === '';
}

function framedPage(resource: WebResource, { resources }: WebArchive): FramedPage {
  return {
    markup: markupOf(resource),
    address: /^https?:\/\//iu.test(resource.address) ? resource.address : null,
    resource: (written, absolute) =>
      Promise.resolve(
        resources.get(absolute ?? '')?.data ?? resources.get(absoluteTo(written, resource.address))?.data ?? null,
      ),
  };
}

/** Pages that were opened from a disk have addresses that are not the web's. */
function absoluteTo(written: string, address: string): string {
  return URL.parse(written, address === '' ? undefined : address)?.href ?? '';
}
