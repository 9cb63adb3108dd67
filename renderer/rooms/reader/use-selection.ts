import { effect } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { differsInWords } from '../../../main/contract/revisions.ts';
import { type PageText, rangeOf, spanOfRange } from '../../shared/article/page-text.ts';
import { trimmed } from '../../shared/article/spans.ts';
import { overlay } from '../../shared/state/overlays.ts';
import type { ReaderModel } from './model.ts';
import { isInView, offsetInView, reveal } from './scrolling.ts';
import {
  type Cursor,
  cursorAt,
  cursorOf,
  type Direction,
  extended,
  moved,
  spanOfCursor,
  swapped,
  type Unit,
} from './sentence-cursor.ts';
import { reader } from './texts.ts';

/** What the keyboard can do with the selection. */
export interface SelectionKeys {
  move(unit: 'sentence' | 'word', direction: Direction): void;
  extend(unit: Unit, direction: Direction): void;
  swap(): void;
  drop(): void;
}

/** Follows the page's selection, whoever makes it, and lets the keyboard make any that the mouse can. */
export function useSelection(model: ReaderModel, text: { readonly current: HTMLElement | null }): SelectionKeys {
  useLayoutEffect(() => followSelection(model, text), [model, text]);
  const step = (next: (cursor: Cursor) => Cursor) => {
    const cursor = cursorNow(model);
    if (cursor === null) {
      const first = cursorAt(model.segments.value, whereToGoOn(model, text.current));
      if (first !== null) put(model, first);
      return;
    }
    const after = next(cursor);
    if (after === cursor) model.announcement.value = reader.said.end;
    else put(model, after);
  };
  return {
    move: (unit, direction) => step((cursor) => moved(model.segments.value, cursor, unit, direction)),
    extend: (unit, direction) =>
      step((cursor) => extended(model.segments.value, model.view.value?.revision.text ?? '', cursor, unit, direction)),
    swap: () => {
      step(swapped);
      model.announcement.value = reader.said.swapped;
    },
    drop: () => dropSelection(model),
  };
}

/** Takes the selection off the page. */
export function dropSelection(model: ReaderModel): void {
  model.resume.current = model.selection.value?.end ?? model.resume.current;
  document.getSelection()?.removeAllRanges();
  model.selection.value = null;
  model.cursor.value = null;
}

/** Selects a span on the page itself, so that everything that a selection can do works on it. */
export function selectSpan(model: ReaderModel, span: Span): void {
  const page = model.page.value;
  const range = page === null ? null : rangeOf(page, span);
  const selection = document.getSelection();
  if (range === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(range);
  // The browser tells of it later; a key pressed before that must find it.
  model.selection.value = span;
}

/** Behind what was selected last while that is still in view, else at the first line that is. */
function whereToGoOn(model: ReaderModel, text: HTMLElement | null): number {
  const { current: last } = model.resume;
  if (last !== null && isInView(model, last)) return last;
  return text === null ? 0 : offsetInView(model, text);
}

function cursorNow(model: ReaderModel): Cursor | null {
  const span = model.selection.value;
  return model.cursor.value ?? (span === null ? null : cursorOf(span));
}

function put(model: ReaderModel, cursor: Cursor): void {
  const span = spanOfCursor(cursor);
  model.cursor.value = cursor;
  const words = trimmed(model.view.value?.revision.text ?? '', span);
  model.selection.value = words;
  if (words === null) {
    document.getSelection()?.removeAllRanges();
    return;
  }
  selectSpan(model, words);
  reveal(
    model,
    cursor.focus === span.start ? { start: span.start, end: span.start + 1 } : { start: span.end - 1, end: span.end },
  );
  model.announcement.value = spoken(model.view.value?.revision.text.slice(words.start, words.end) ?? '');
}

/** What a screen reader hears of a selection: all of it, or both ends of a long one. */
function spoken(words: string): string {
  if (words.length <= 400) return reader.said.selected(words);
  return reader.said.selectedLong(words.slice(0, 80), words.slice(-80), words.split(/\s+/).length);
}

function followSelection(model: ReaderModel, text: { readonly current: HTMLElement | null }): () => void {
  // What lies over the article, such as the palette, has fields with selections of their own. The article's stays as it
  // was, for the commands that are chosen there, and is put back on the page when it is uncovered.
  let covered = false;
  const uncover = effect(() => {
    if (overlay.value !== null) covered = true;
    else if (covered)
      requestAnimationFrame(() => {
        covered = overlay.value !== null;
        const span = model.selection.value;
        if (!covered && span !== null) selectSpan(model, span);
      });
  });
  const changed = () => {
    if (covered) return;
    const selection = document.getSelection();
    const page = model.page.value;
    if (selection === null || page === null || text.current === null) return;
    const anchor = selection.anchorNode;
    // A field that is written in has a selection of its own; it leaves the article's as it was.
    if (anchor !== null && !text.current.contains(anchor) && model.draft.value !== null) return;
    const span = selectedSpan(page, selection, text.current, model.view.value?.revision.text ?? '');
    const cursor = model.cursor.value;
    const own = cursor === null ? null : trimmed(model.view.value?.revision.text ?? '', spanOfCursor(cursor));
    if (own?.start !== span?.start || own?.end !== span?.end) model.cursor.value = null;
    if (model.selection.value?.start !== span?.start || model.selection.value?.end !== span?.end)
      model.selection.value = span;
  };
  const down = (event: PointerEvent) => {
    if (event.target instanceof Node && text.current?.contains(event.target)) model.selecting.value = true;
  };
  const up = () => {
    model.selecting.value = false;
  };
  // Copying gives the canonical words, without what is drawn between them.
  const copy = (event: ClipboardEvent) => {
    const span = model.selection.value;
    if (span === null || text.current === null || isField(event.target)) return;
    const selection = document.getSelection();
    // All that is on the page can be selected at once; what is meant is the article.
    const inText =
      text.current.contains(selection?.anchorNode ?? null) || selection?.containsNode(text.current) === true;
    if (!inText) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', wordsToCopy(model, span));
  };
  document.addEventListener('copy', copy);
  document.addEventListener('selectionchange', changed);
  document.addEventListener('pointerdown', down);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', up);
  return () => {
    uncover();
    document.removeEventListener('copy', copy);
    document.removeEventListener('selectionchange', changed);
    document.removeEventListener('pointerdown', down);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', up);
  };
}

/** The exact words alone; where they are known not to be their original's, with a line that says so. */
function wordsToCopy(model: ReaderModel, span: Span): string {
  const revision = model.view.value?.revision;
  const words = revision?.text.slice(span.start, span.end) ?? '';
  return revision?.verbatim?.state === 'differs' ? `${words}\n\n[${differsInWords(revision.verbatim.reason)}]` : words;
}

function selectedSpan(page: PageText, selection: Selection, text: HTMLElement, words: string): Span | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(text)) return null;
  const span = spanOfRange(page, range);
  return span === null ? null : trimmed(words, span);
}

/** What is written in a field has a selection of its own. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
