import type { Span } from '../../main/contract/canonical-text.ts';
import type { ReaderModel } from './model.ts';
import { offsetAt, rangeOf } from './page-text.ts';
import { firstIndex } from './pieces.ts';

/** Space kept above a line that is brought to the top, in CSS pixels. */
const lead = 28;

/** The rectangle of a span's first line, in window coordinates; null where nothing of it is drawn. */
export function firstLine(model: ReaderModel, span: Span): DOMRect | null {
  const page = model.page.value;
  const range = page === null ? null : rangeOf(page, span);
  if (range === null) return null;
  return [...range.getClientRects()].find((rect) => rect.height > 0) ?? null;
}

/** Scrolls so that a span stands in view: nowhere when it does, else a third down the page. */
export function reveal(model: ReaderModel, span: Span): void {
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
  const line = offset === 0 ? null : firstLine(model, { start: offset, end: offset + 1 });
  scroller.scrollTop = line === null ? 0 : scroller.scrollTop + line.top - scroller.getBoundingClientRect().top - lead;
}

/** The offset of the first line in view; 0 while the head is. */
export function offsetInView(model: ReaderModel, text: HTMLElement): number {
  const { current: scroller } = model.scroller;
  const page = model.page.value;
  if (scroller === null || page === null) return 0;
  const top = scroller.getBoundingClientRect().top + lead / 2;
  const runs = [...text.querySelectorAll<HTMLElement>('[data-start]')];
  const index = firstIndex(runs, (run) => run.getBoundingClientRect().bottom > top);
  const run = runs[index];
  if (run === undefined) return page.pieces.at(-1)?.end ?? 0;
  const box = run.getBoundingClientRect();
  if (box.top >= top) return index === 0 ? 0 : Number(run.dataset.start);
  // The run reaches above the page: which of its lines is the first one in view?
  return offsetAt(page, text, box.left + 1, top + lead / 2) ?? Number(run.dataset.start);
}

/** How much of the page has been scrolled by, 0 to 1. */
export function progress(scroller: HTMLElement): number {
  const room = scroller.scrollHeight - scroller.clientHeight;
  return room <= 0 ? 1 : Math.min(1, Math.max(0, scroller.scrollTop / room));
}
