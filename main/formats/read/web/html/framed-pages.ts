import { blockText, type RemovalLogEntry } from '../../../../contract/index.ts';
import type { CapturedDocument } from '../../../format.ts';
import type { ResourceFinder } from '../../../shared/html/images.ts';
import { leftOut } from '../../../shared/left-out.ts';
import { readFragment } from './read-fragment.ts';
import { readPage } from './read-page.ts';

/** One page of a file that keeps a page together with those it shows in frames. */
export interface FramedPage {
  readonly markup: string;
  /** On the web, or null. */
  readonly address: string | null;
  readonly resource: ResourceFinder;
}

/** What the file says of all of them. */
export interface FramedPages {
  readonly root: FramedPage;
  readonly frames: readonly FramedPage[];
  readonly fallbackTitle: string;
  /** ISO 8601 in UTC, or null. */
  readonly captured: string | null;
  readonly signal: AbortSignal;
}

/**
 * Reads the page; its frames are left out, because each is a page of its own, and stand in the log. A
 * frameset has no words of its own: what it frames with most words is then the page that was saved.
 */
export async function readFramedPages(pages: FramedPages): Promise<CapturedDocument> {
  const { root, frames, fallbackTitle, captured, signal } = pages;
  const read = ({ markup, address, resource }: FramedPage): Promise<CapturedDocument> =>
    readPage({ markup, fallbackTitle, savedFrom: address, captured, resource, signal });
  let shown = root;
  let document = await read(root);
  if (wordsIn(document) === 0)
    for (const frame of frames) {
      const framed = await read(frame);
      if (wordsIn(framed) <= wordsIn(document)) continue;
      document = framed;
      shown = frame;
    }
  const removals: RemovalLogEntry[] = [...document.removals];
  for (const page of [root, ...frames]) {
    if (page === shown) continue;
    const entry = await frameEntry(page, document.blocks.length, signal);
    if (entry !== null) removals.push(entry);
  }
  return { ...document, removals };
}

function wordsIn({ blocks }: CapturedDocument): number {
  return blocks.reduce((sum, block) => sum + blockText(block).length, 0);
}

async function frameEntry(
  { markup, address }: FramedPage,
  before: number,
  signal: AbortSignal,
): Promise<RemovalLogEntry | null> {
  const { blocks } = await readFragment({ markup, address, resource: () => Promise.resolve(null), signal });
  const named = address === null ? '' : ` (${address})`;
  return leftOut('frame', `The page shows it in a frame of its own${named}.`, blocks, before);
}
