import { VerbatimError } from '../../../../contract/index.ts';
import type { FormatReader } from '../../../format.ts';
import { type FramedPage, readFramedPages } from '../html/framed-pages.ts';
import { wordsOfMarkup } from '../html/index.ts';
import { markupVersion } from '../html/version.ts';
import { isBinary, markupOf, openWebArchive, type WebArchive, type WebResource } from './archive.ts';

/** Reads pages that Safari saves with their pictures in one file (`.webarchive`), in both forms of property lists. */
export const webArchiveReader: FormatReader = {
  name: 'webarchive',
  version: `1.${markupVersion}`,
  mediaType: 'application/x-webarchive',
  sniff(head, name) {
    const isNamed = /\.webarchive$/iu.test(name);
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 64 * 1024)).toString('latin1');
    if (
      !isBinary(head) &&
      !/^\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!DOCTYPE plist|<plist[\s>])/iu.test(start)
    )
      return 0;
    // A list may tell its keys' names far behind the page's bytes.
    return isNamed || start.includes('WebMainResource') ? 1 : 0;
  },
  async *read({ bytes, name, signal }) {
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
  },
  words(bytes) {
    const { page, frames } = openWebArchive(bytes);
    return [page, ...frames].map((resource) => wordsOfMarkup(markupOf(resource))).join('\n');
  },
};

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
