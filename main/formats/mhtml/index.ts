import { blockText, type RemovalLogEntry, VerbatimError } from '../../contract/index.ts';
import type { CapturedDocument, FormatReader, FormatSource } from '../format.ts';
import { wordsOfMarkup } from '../html/index.ts';
import { readFragment } from '../html/read-fragment.ts';
import { readPage } from '../html/read-page.ts';
import { leftOut } from '../left-out.ts';
import { dateOfHead, instantOf } from '../mime/dates.ts';
import { decodeWords } from '../mime/encoded-words.ts';
import { type MhtmlArchive, type MhtmlPage, markupOf, openMhtml } from './archive.ts';
import { sniffMhtml } from './sniff.ts';

/** Reads pages that browsers save with their pictures in one file (RFC 2557): Chrome, Edge, Opera, Internet Explorer, Word. */
export const mhtmlReader: FormatReader = {
  name: 'mhtml',
  version: '1',
  mediaType: 'multipart/related',
  sniff: sniffMhtml,
  async *read(source) {
    yield await readArchive(openMhtml(source.bytes), source);
  },
  words(bytes) {
    const { root, frames } = openMhtml(bytes);
    return [...(root === null ? [] : [root]), ...frames].map((page) => wordsOfMarkup(markupOf(page))).join('\n');
  },
};

async function readArchive(archive: MhtmlArchive, source: FormatSource): Promise<CapturedDocument> {
  const { root, frames } = archive;
  if (root === null)
    throw new VerbatimError(
      'unsupported',
      'It is a web archive (MHTML) without a page in it. Open it in the browser that saved it, and save the page again.',
    );
  let shown = root;
  let document = await read(root);
  if (wordsIn(document) === 0) {
    // A frameset has no words of its own: what it frames is what was saved.
    for (const frame of frames) {
      const framed = await read(frame);
      if (wordsIn(framed) <= wordsIn(document)) continue;
      document = framed;
      shown = frame;
    }
  }
  const others = [root, ...frames].filter((page) => page !== shown);
  return {
    ...document,
    removals: [...document.removals, ...(await frameLog(others, document.blocks.length, source.signal))],
    partial: document.partial ?? whyPartial(archive),
  };

  function read(page: MhtmlPage): Promise<CapturedDocument> {
    return readPage({
      markup: markupOf(page),
      fallbackTitle: decodeWords(archive.head.get('subject') ?? '') || titleOfName(source.name),
      savedFrom: addressOf(archive, page),
      captured: instantOf(dateOfHead(archive.head)),
      resource: archive.resourcesOf(page),
      signal: source.signal,
    });
  }
}

function wordsIn({ blocks }: CapturedDocument): number {
  return blocks.reduce((sum, block) => sum + blockText(block).length, 0);
}

/** Chrome names the page's address in the head of the file, all name it at the page's part. */
function addressOf({ root, head }: MhtmlArchive, page: MhtmlPage): string | null {
  const snapshot = page === root ? head.get('snapshot-content-location')?.replace(/\s+/gu, '') : undefined;
  const address = snapshot ?? page.location ?? '';
  return /^https?:\/\//iu.test(address) ? address : null;
}

/** What the frames say: left out, because each is a page of its own, and there to be put back. */
async function frameLog(
  frames: readonly MhtmlPage[],
  before: number,
  signal: AbortSignal,
): Promise<CapturedDocument['removals']> {
  const log: RemovalLogEntry[] = [];
  for (const frame of frames) {
    const address = frame.location !== null && /^https?:/iu.test(frame.location) ? frame.location : null;
    const resource = (): Promise<null> => Promise.resolve(null);
    const { blocks } = await readFragment({ markup: markupOf(frame), address, resource, signal });
    const named = address === null ? '' : ` (${address})`;
    const entry = leftOut('frame', `The page shows it in a frame of its own${named}.`, blocks, before);
    if (entry !== null) log.push(entry);
  }
  return log;
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
