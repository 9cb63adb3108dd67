import { containers } from './containers.ts';
import { describeData, describeForeign, describeXml } from './foreign.ts';
import type { ContainerReader, FormatReader } from './format.ts';
import { arcReader } from './read/archives/arc/index.ts';
import { warcReader } from './read/archives/warc/index.ts';
import { docxReader } from './read/documents/docx/index.ts';
import { epubReader } from './read/documents/epub/index.ts';
import { markdownReader } from './read/documents/markdown/index.ts';
import { odtReader } from './read/documents/odt/index.ts';
import { pdfReader } from './read/documents/pdf/index.ts';
import { rtfReader } from './read/documents/rtf/index.ts';
import { textReader } from './read/documents/text/index.ts';
import { emailReader } from './read/mail/email/index.ts';
import { feedReader } from './read/news/feed/index.ts';
import { jsonFeedReader } from './read/news/feed/json-feed.ts';
import { newsmlReader } from './read/news/newsml/index.ts';
import { ninjsReader } from './read/news/ninjs/index.ts';
import { nitfReader } from './read/news/nitf/index.ts';
import { sitemapReader } from './read/news/sitemap/index.ts';
import { bookmarksReader } from './read/services/bookmarks/index.ts';
import { cslReader } from './read/services/csl/index.ts';
import { hypothesisReader } from './read/services/hypothesis/index.ts';
import { instapaperReader } from './read/services/instapaper/index.ts';
import { joplinReader } from './read/services/joplin/index.ts';
import { keptPageReader } from './read/services/kept-page/index.ts';
import { omnivoreListReader } from './read/services/omnivore/list.ts';
import { pocketAnnotationsReader } from './read/services/pocket/annotations.ts';
import { pocketReader } from './read/services/pocket/index.ts';
import { readwiseReader, readwiseReaderReader } from './read/services/readwise/index.ts';
import { wallabagReader } from './read/services/wallabag/index.ts';
import { htmlReader } from './read/web/html/index.ts';
import { mhtmlReader } from './read/web/mhtml/index.ts';
import { webArchiveReader } from './read/web/webarchive/index.ts';

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
