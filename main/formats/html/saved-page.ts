import type { HtmlPage } from './tree.ts';

/** What browsers and savers write into a page about where it came from. */

/** The address that the file says it was saved from, or null. */
export function savedFromOf(page: HtmlPage): string | null {
  for (const comment of page.comments) {
    // Internet Explorer's "mark of the web", which Chromium and others write too.
    const mark = /saved from url=\(\d+\)(\S+)/iu.exec(comment);
    // SingleFile's comment.
    const single = /(?:^|\n)\s*url:\s*(https?:\S+)/iu.exec(comment);
    const address = mark?.[1] ?? single?.[1];
    if (address !== undefined && /^https?:\/\//iu.test(address)) return address;
  }
  return null;
}

/** When the file says it was saved, as it wrote it, or null. */
export function savedDateOf(page: HtmlPage): string | null {
  for (const comment of page.comments) {
    const match = /saved date:\s*([^\n]{8,80})/iu.exec(comment);
    if (match?.[1] !== undefined) return match[1].replace(/\s*\([^)]*\)\s*$/u, '').trim();
  }
  return null;
}
