import { useEffect } from 'preact/hooks';
import { offsetAt } from '../../shared/article/page-text.ts';
import { isPlaced } from './margin.tsx';
import type { MarginEntry, ReaderModel } from './model.ts';

/** A click on marked words makes their card active; where marks lie on each other, further clicks go through them. */
export function useClicks(model: ReaderModel, text: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const { current } = text;
    if (current === null) return;
    const clicked = (event: MouseEvent) => {
      if (showLink(model, event)) return;
      const page = model.page.value;
      if (page === null || document.getSelection()?.isCollapsed === false) return;
      const offset = offsetAt(page, current, event.clientX, event.clientY);
      const under =
        offset === null ? [] : model.entries.value.filter((entry) => isPlaced(entry) && covers(entry, offset));
      // The shortest first: a note on three words lies over the statement of three paragraphs.
      under.sort((a, b) => lengthOf(a) - lengthOf(b));
      const now = under.findIndex(({ id }) => id === model.active.value);
      model.active.value = under[(now + 1) % Math.max(1, under.length)]?.id ?? null;
    };
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter') showLink(model, event);
    };
    current.addEventListener('click', clicked);
    current.addEventListener('keydown', pressed);
    return () => {
      current.removeEventListener('click', clicked);
      current.removeEventListener('keydown', pressed);
    };
  }, [model, text]);
}

/** Shows where a link leads, when it was one that was clicked and not words being selected in it. */
function showLink(model: ReaderModel, event: Event): boolean {
  const anchor = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-href]') : null;
  if (anchor === null || document.getSelection()?.isCollapsed === false) return false;
  event.preventDefault();
  model.link.value = { href: anchor.dataset.href ?? '', anchor };
  return true;
}

function covers({ span }: MarginEntry, offset: number): boolean {
  return span !== null && span.start <= offset && offset < span.end;
}

function lengthOf({ span }: MarginEntry): number {
  return span === null ? 0 : span.end - span.start;
}
