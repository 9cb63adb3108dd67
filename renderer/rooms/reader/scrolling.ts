import type { Span } from '../../../main/contract/canonical-text.ts';
import { offsetAt, rangeOf } from '../../shared/article/page-text.ts';
import { firstIndex } from '../../shared/article/pieces.ts';
import type { ReaderModel } from './model.ts';

/** Space kept above a line that is brought to the top, in CSS pixels. */
const lead = 28;

/** So many units are looked at for a line of words: a span may be a book. */
const mostLine = 2000;

/** The rectangle of a span's first line, in window coordinates; null where nothing of it is drawn. */
export function firstLine(model: ReaderModel, span: Span): DOMRect | null {
  const page = model.page.value;
  const end = Math.min(span.end, span.start + mostLine);
  const range = page === null ? null : rangeOf(page, { start: span.start, end });
  if (range === null) return null;
  return [...range.getClientRects()].find((rect) => rect.height > 0) ?? null;
}

/** Scrolls so that a span stands in view: nowhere when it does, else a third down the page. */
export function reveal(model: ReaderModel, span: Span): void {
  model.column.current?.bringNear(span.start);
  const line = firstLine(model, span);
  const { current: scroller } = model.scroller;
  if (line === null || scroller === null) return;
  const box = scroller.getBoundingClientRect();
  if (line.top >= box.top + lead && line.bottom <= box.bottom - 2 * lead) return;
  scroller.scrollTop += line.top - box.top - box.height / 3;
}

/** Whether the line with an offset is in view. */
export function isInView(model: ReaderModel, offset: number): boolean {
  const line = firstLine(model, { start: Math.max(0, offset - 1), end: offset });
  const box = model.scroller.current?.getBoundingClientRect();
  return line !== null && box !== undefined && line.bottom > box.top && line.top < box.bottom;
}

/** Puts the line with an offset at the top of the page. */
export function scrollToOffset(model: ReaderModel, offset: number): void {
  const { current: scroller } = model.scroller;
  if (scroller === null) return;
  if (offset > 0) model.column.current?.bringNear(offset);
  const line = offset === 0 ? null : firstLine(model, { start: offset, end: offset + 1 });
  scroller.scrollTop = line === null ? 0 : scroller.scrollTop + line.top - scroller.getBoundingClientRect().top - lead;
}

/** The offset of the first line in view; 0 while the head is. */
export function offsetInView(model: ReaderModel, text: HTMLElement): number {
  const { current: scroller } = model.scroller;
  const page = model.page.value;
  if (scroller === null || page === null) return 0;
  const top = scroller.getBoundingClientRect().top + lead / 2;
  const runs = [...looked(model, text, top).querySelectorAll<HTMLElement>('[data-start]')];
  const index = firstIndex(runs, (run) => run.getBoundingClientRect().bottom > top);
  const run = runs[index];
  if (run === undefined) return page.pieces.at(-1)?.end ?? 0;
  const box = run.getBoundingClientRect();
  const start = Number(run.dataset.start);
  if (box.top >= top) return start === page.pieces[0]?.start ? 0 : start;
  // The run reaches above the page: which of its lines is the first one in view?
  return offsetAt(page, text, box.left + 1, top + lead / 2) ?? start;
}

/** The part of a long text that is at a height of the window, in CSS pixels; else all of it. */
function looked(model: ReaderModel, text: HTMLElement, top: number): HTMLElement {
  const elements = model.column.current?.elements ?? [];
  const reaches = firstIndex(elements, (part) => part.getBoundingClientRect().bottom > top);
  // One that gives no words is followed by one that does, or is the last.
  return elements.slice(reaches).find((part) => part.querySelector('[data-start]') !== null) ?? text;
}

/** How much of the page has been scrolled by, 0 to 1. */
export function progress(scroller: HTMLElement): number {
  const room = scroller.scrollHeight - scroller.clientHeight;
  return room <= 0 ? 1 : Math.min(1, Math.max(0, scroller.scrollTop / room));
}
