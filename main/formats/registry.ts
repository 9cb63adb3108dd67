import { arcReader } from './arc/index.ts';
import { bookmarksReader } from './bookmarks/index.ts';
import { containers } from './containers.ts';
import { cslReader } from './csl/index.ts';
import { docxReader } from './docx/index.ts';
import { emailReader } from './email/index.ts';
import { epubReader } from './epub/index.ts';
import { feedReader } from './feed/index.ts';
import { jsonFeedReader } from './feed/json-feed.ts';
import { describeData, describeForeign, describeXml } from './foreign.ts';
import type { ContainerReader, FormatReader } from './format.ts';
import { htmlReader } from './html/index.ts';
import { hypothesisReader } from './hypothesis/index.ts';
import { instapaperReader } from './instapaper/index.ts';
import { joplinReader } from './joplin/index.ts';
import { keptPageReader } from './kept-page/index.ts';
import { markdownReader } from './markdown/index.ts';
import { mhtmlReader } from './mhtml/index.ts';
import { newsmlReader } from './newsml/index.ts';
import { ninjsReader } from './ninjs/index.ts';
import { nitfReader } from './nitf/index.ts';
import { odtReader } from './odt/index.ts';
import { omnivoreListReader } from './omnivore/list.ts';
import { pdfReader } from './pdf/index.ts';
import { pocketAnnotationsReader } from './pocket/annotations.ts';
import { pocketReader } from './pocket/index.ts';
import { readwiseReader, readwiseReaderReader } from './readwise/index.ts';
import { rtfReader } from './rtf/index.ts';
import { sitemapReader } from './sitemap/index.ts';
import { textReader } from './text/index.ts';
import { wallabagReader } from './wallabag/index.ts';
import { warcReader } from './warc/index.ts';
import { webArchiveReader } from './webarchive/index.ts';

/** The formats that are read, one line each. The order decides between equals. */
export const readers: readonly FormatReader[] = [
  pdfReader,
  epubReader,
  docxReader,
  odtReader,
  rtfReader,
  warcReader,
  arcReader,
  feedReader,
  jsonFeedReader,
  nitfReader,
  newsmlReader,
  ninjsReader,
  sitemapReader,
  pocketReader,
  pocketAnnotationsReader,
  instapaperReader,
  bookmarksReader,
  hypothesisReader,
  readwiseReader,
  readwiseReaderReader,
  wallabagReader,
  omnivoreListReader,
  cslReader,
  keptPageReader,
  joplinReader,
  htmlReader,
  mhtmlReader,
  webArchiveReader,
  emailReader,
  markdownReader,
  textReader,
];

/** The reader that made a capture, by the name kept with it; null for one this version doesn't have. */
export function readerByName(name: string): FormatReader | null {
  return readers.find((reader) => reader.name === name) ?? null;
}

/** Readers of prose take any text and are less sure of it than this; those of a kind of data are surer. */
const sure = 0.9;
/** A reader of text that knows no more than that it is text is less sure than this. */
const likely = 0.5;

/** How many bytes at the start are enough to tell a format. */
export const headLength = 64 * 1024;

export type Sniffed =
  | { readonly kind: 'known'; readonly reader: FormatReader }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Tells a file's format by its content, then by its name. */
export function sniffFormat(bytes: Uint8Array, name: string): Sniffed {
  const best = surest(readers, bytes.subarray(0, headLength), name);
  if (best === null || best.certainty < sure) {
    const isGuess = (best?.certainty ?? 0) < likely;
    const foreign = describeForeign(bytes) ?? describeData(bytes) ?? (isGuess ? describeXml(bytes) : null);
    if (foreign !== null) return { kind: 'unknown', reason: foreign };
  }
  if (best !== null) return { kind: 'known', reader: best.reader };
  return {
    kind: 'unknown',
    reason:
      'It is binary data of a kind Verbatim does not read. Save the page as HTML or the text as plain text, and add that.',
  };
}

/** The container that a file is, by its first bytes and its name; null for a document and for what nothing opens. */
export function sniffContainer(head: Uint8Array, name: string): ContainerReader | null {
  const container = surest(containers, head, name);
  if (container === null) return null;
  // A book is a zip too, and a letter looks like a mailbox: whoever is surer of it has it.
  const document = surest(readers, head, name);
  return (document?.certainty ?? 0) >= container.certainty ? null : container.reader;
}

function surest<Reader extends Pick<FormatReader, 'sniff'>>(
  among: readonly Reader[],
  head: Uint8Array,
  name: string,
): { readonly reader: Reader; readonly certainty: number } | null {
  let best: { reader: Reader; certainty: number } | null = null;
  for (const reader of among) {
    const certainty = reader.sniff(head, name);
    if (certainty > (best?.certainty ?? 0)) best = { reader, certainty };
    // Nobody can be surer, and of equals the first is taken.
    if (certainty >= 1) break;
  }
  return best;
}
