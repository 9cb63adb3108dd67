import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { findTerms } from '../../../main/contract/words.ts';
import { keepPlace } from './kept-places.ts';
import type { ReaderModel } from './model.ts';
import { offsetInView, progress, reveal, scrollToOffset } from './scrolling.ts';

/** Milliseconds of quiet after which the place is kept. */
const quiet = 500;

export interface Entry {
  readonly at: number | undefined;
  readonly terms: readonly string[];
}

/**
 * Opens the article where it was left (or at the words that were looked for), keeps the place, and holds it
 * when the text is drawn anew.
 */
export function usePosition(
  model: ReaderModel,
  text: { readonly current: HTMLElement | null },
  bar: { readonly current: HTMLElement | null },
  entry: Entry,
): void {
  const opened = useRef(false);
  const last = useRef(0);
  const drawn = model.drawn.value;

  useLayoutEffect(() => {
    if (drawn === null) return;
    if (opened.current) scrollToOffset(model, last.current);
    else open(model, entry);
    opened.current = true;
    if (text.current !== null) last.current = offsetInView(model, text.current);
  }, [model, drawn, text, entry]);

  useEffect(() => {
    const { current: scroller } = model.scroller;
    if (drawn === null || scroller === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let kept = model.view.value?.position ?? 0;
    const keep = () => {
      clearTimeout(timer);
      if (last.current === kept || model.view.value?.current !== true) return;
      kept = last.current;
      keepPlace(model.article, kept);
    };
    const scrolled = () => {
      if (text.current !== null) last.current = offsetInView(model, text.current);
      showProgress(scroller, bar.current);
      clearTimeout(timer);
      timer = setTimeout(keep, quiet);
    };
    showProgress(scroller, bar.current);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    addEventListener('pagehide', keep);
    return () => {
      scroller.removeEventListener('scroll', scrolled);
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [model, drawn, text, bar]);
}

function open(model: ReaderModel, { at, terms }: Entry): void {
  const position = model.view.value?.position ?? 0;
  if (at !== undefined) {
    // Whoever comes for a suggestion wants to see it, however unsure.
    if (model.unsure.value.some(({ span }) => span?.start === at)) model.showsUnsure.value = true;
    reveal(model, { start: at, end: at + 1 });
    const entry = model.entries.value.find(({ span }) => span?.start === at);
    if (entry !== undefined) model.active.value = entry.id;
    return;
  }
  const [first] = findTerms(model.view.value?.revision.text ?? '', terms);
  if (first !== undefined) reveal(model, first);
  else scrollToOffset(model, position);
}

function showProgress(scroller: HTMLElement, bar: HTMLElement | null): void {
  if (bar === null) return;
  const part = progress(scroller);
  bar.style.transform = `scaleX(${part})`;
  bar.setAttribute('aria-valuenow', String(Math.round(part * 100)));
}
