import type { RemovalLogEntry } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { momentOf } from '../../../../reading/document/kept-copies.ts';
import { type HtmlPage, parsePage } from '../../../shared/html/tree.ts';
import { readerViewOf } from './reader-view.ts';
import { plainText } from './removal-log.ts';
import { undoReplay } from './replayed-page.ts';
import { restorePictures } from './single-file-pictures.ts';

/**
 * What browsers, savers and archives write into a page about where it came from, and what they changed
 * in it.
 */
export interface SavedPage {
  /** With what the saver put in taken out, and what it moved put back. */
  readonly page: HtmlPage;
  /** The address on the web that it was saved from, or null. */
  readonly savedFrom: string | null;
  /** When it was captured, ISO 8601 in UTC; null where nobody says. */
  readonly captured: string | null;
  readonly removals: readonly RemovalLogEntry[];
  /** True for a saver that leaves out the end tags that HTML lets one leave out: no end is then no sign of a cut. */
  readonly omitsEndTags: boolean;
}

/** `known` is what the file's container says of the page. An archive that the page was saved out of knows better. */
export function readSavedPage(
  markup: string,
  known: { readonly savedFrom: string | null; readonly captured: string | null },
): SavedPage {
  const written = restorePictures(markup);
  const page = parsePage(written);
  const omitsEndTags = page.comments.some((comment) => /SingleFile/u.test(comment));
  const said = known.savedFrom ?? savedFromOf(page);
  const replayed = undoReplay(written, said);
  if (replayed === null)
    return {
      page,
      savedFrom: said === null ? (readerViewOf(page)?.address ?? null) : said,
      captured: known.captured ?? captureDate(page),
      removals: [],
      omitsEndTags,
    };
  const restored = parsePage(replayed.markup);
  return {
    page: restored,
    savedFrom: replayed.address ?? readerViewOf(restored)?.address ?? null,
    captured: replayed.captured ?? known.captured ?? captureDate(page),
    removals: replayed.toolbars.flatMap(toolbarEntry),
    omitsEndTags,
  };
}

function toolbarEntry(markup: string): RemovalLogEntry[] {
  const text = plainText(parsePage(markup).root, 2000).replace(/\s+/gu, ' ').trim().slice(0, 2000);
  const reason = 'It is the toolbar of the web archive that the page was saved out of.';
  return text === '' ? [] : [{ step: 'saved-page', reason, text, place: { before: 0, blocks: null } }];
}

/** The address that the file says it was saved from, or null. */
function savedFromOf(page: HtmlPage): string | null {
  for (const comment of page.comments) {
    const address = pageAddress(savedFromIn(comment) ?? '');
    if (address !== null) return address;
  }
  const root = page.elements.find(({ name }) => name === 'html');
  return pageAddress(metaOf(page, 'savepage-url') ?? root?.attributes['data-scrapbook-source'] ?? '');
}

function savedFromIn(comment: string): string | undefined {
  // Internet Explorer's "mark of the web", which Chromium's family writes too.
  const mark = /saved from url=\(\d+\)(\S+)/iu.exec(comment)?.[1];
  if (mark !== undefined) return mark;
  // SingleFile, in a line of its own under "Page saved with" (before 2019 "Archive processed by").
  if (/SingleFile/u.test(comment)) return /(?:^|[\n\r|])\s*(?:original )?url:\s*(\S+)/iu.exec(comment)?.[1];
  const monolith = /^\s*Saved from (\S+) at \S+ using monolith\b/iu.exec(comment)?.[1];
  if (monolith !== undefined) return monolith;
  // HTTrack leaves the scheme out; in its days it was this one.
  const mirrored = /^\s*Mirrored from (\S+) by HTTrack/iu.exec(comment)?.[1];
  return mirrored === undefined || /^https?:/iu.test(mirrored) ? mirrored : `http://${mirrored}`;
}

/**
 * The page's address on the web, also where a browser's reading view stands before it:
 * `about:reader?url=…` (Firefox), `chrome-distiller://…?url=…` (Chrome), `read://…?url=…` (Edge).
 */
function pageAddress(written: string): string | null {
  const view = /^(?:about:reader|chrome-distiller:|dom-distiller:|read:)/iu.test(written)
    ? /[?&]url=([^&#]+)/iu.exec(written)?.[1]
    : undefined;
  if (view !== undefined) {
    try {
      return pageAddress(decodeURIComponent(view));
    } catch {
      return null;
    }
  }
  return /^https?:\/\//iu.test(written) ? written : null;
}

function metaOf(page: HtmlPage, name: string): string | null {
  const meta = page.elements.find((element) => element.name === 'meta' && element.attributes.name === name);
  return meta?.attributes.content ?? null;
}

/** The file's own word on when it was saved, in UTC; null without one or without its zone. */
function captureDate(page: HtmlPage): string | null {
  const root = page.elements.find(({ name }) => name === 'html');
  // WebScrapBook writes fourteen digits and milliseconds, in UTC.
  const digits = /^\d{14}/u.exec(root?.attributes['data-scrapbook-create'] ?? '')?.[0];
  if (digits !== undefined) return momentOf(digits);
  const written = savedDateOf(page);
  const date = written === null ? null : parseDate(written, 'en');
  if (date === null || !/(?:Z|[+-]\d{2}:\d{2})$/u.test(date.value)) return null;
  return new Date(date.value).toISOString();
}

function savedDateOf(page: HtmlPage): string | null {
  for (const comment of page.comments) {
    const single = /saved date:\s*([^\n]{8,80})/iu.exec(comment)?.[1];
    const monolith = /^\s*Saved from .{0,4000}? at (\S+) using monolith\b/iu.exec(comment)?.[1];
    const mirrored = /\bby HTTrack Website Copier\b[^,]*,\s*([^\n]{8,80})/iu.exec(comment)?.[1];
    const found = single ?? monolith ?? mirrored;
    if (found !== undefined) return found.replace(/\s*\([^)]*\)\s*$/u, '').trim();
  }
  return metaOf(page, 'savepage-date')?.replace(/\s*\([^)]*\)\s*$/u, '') ?? null;
}
