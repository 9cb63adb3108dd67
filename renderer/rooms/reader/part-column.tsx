import { batch, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import type { Span } from '../../../main/contract/canonical-text.ts';
import type { Block } from '../../../main/contract/document.ts';
import { withDrawnAnew } from '../../shared/article/page-text.ts';
import { heightOf, type Part } from '../../shared/article/parts.ts';
import { overlaps } from '../../shared/article/spans.ts';
import { keepSelection } from './keep-selection.ts';
import { ReaderContext, type ReaderModel } from './model.ts';
import type { Measure } from './page-layout.ts';
import { PartView } from './part-view.tsx';

/**
 * The parts of a long text on the page. Each has an element of its own from the beginning, which holds its words
 * as plain text until it is drawn: so the whole text can be selected, copied, marked and read aloud before it is,
 * and nothing has to know which of it is. The browser lays out those near the window alone (`content-visibility`).
 */
export interface PartColumn {
  readonly elements: readonly HTMLElement[];
  /** Draws and lays out what shows the beginning of a span, and what is next to it, so that it can be measured. */
  bringNear(offset: number): void;
  /** Takes heights for what is not laid out yet. */
  estimate(measure: Measure): void;
  close(): void;
}

/** Milliseconds that one go of drawing in the background takes. */
const go = 8;

export function openPartColumn({
  model,
  box,
  parts,
  blocks,
  pages,
}: {
  readonly model: ReaderModel;
  readonly box: HTMLElement;
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  readonly pages: ReadonlySignal<readonly (number | null)[]>;
}): PartColumn {
  const text = model.view.peek()?.revision.text ?? '';
  const elements = parts.map((part) => plainPart(part, text));
  const drawn = new Set<number>();
  const near = new Set<number>();
  box.replaceChildren(...elements);

  function draw(index: number): void {
    const part = parts[index];
    const element = elements[index];
    if (part === undefined || element === undefined || drawn.has(index)) return;
    drawn.add(index);
    const { value: before } = model.page;
    keepSelection(model, element, () => {
      element.replaceChildren();
      render(
        <ReaderContext.Provider value={model}>
          <PartView part={part} blocks={blocks} pages={pages} />
        </ReaderContext.Provider>,
        element,
      );
      // Before the page is read for the first time there is nothing to be kept true.
      if (before !== null && part.span !== null) model.page.value = withDrawnAnew(before, part.span, element);
    });
  }

  const watch = new IntersectionObserver(
    (seen) =>
      batch(() => {
        for (const { target, isIntersecting } of seen) {
          const index = places.get(target);
          if (index === undefined) continue;
          target.classList.toggle('near', isIntersecting);
          if (isIntersecting) near.add(index);
          else near.delete(index);
          if (isIntersecting) draw(index);
        }
        model.near.value = spanOf([...near].sort((a, b) => a - b).flatMap((index) => parts[index]?.span ?? []));
      }),
    { root: model.scroller.current ?? box.closest('.reader-page'), rootMargin: '100% 0px' },
  );
  const places = new Map<Element, number>(elements.map((element, index) => [element, index]));
  for (const element of elements) watch.observe(element);

  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function drawOn(until: number): void {
    batch(() => {
      for (; next < parts.length && performance.now() < until; next++) draw(next);
    });
    if (next < parts.length) timer = setTimeout(() => drawOn(performance.now() + go));
  }
  // What a person sees comes first: two frames.
  const waiting = requestAnimationFrame(() => {
    timer = setTimeout(() => drawOn(performance.now() + go), 50);
  });
  const drawAll = () => {
    clearTimeout(timer);
    drawOn(Number.POSITIVE_INFINITY);
  };
  addEventListener('beforeprint', drawAll);
  draw(0);

  return {
    elements,
    bringNear(offset) {
      const index = parts.findIndex(({ span }) => span !== null && span.end > offset);
      if (index < 0) return;
      batch(() => {
        for (let at = index - 1; at <= index + 1; at++) {
          draw(at);
          elements[at]?.classList.add('near');
        }
        const spans = parts.slice(Math.max(0, index - 1), index + 2).flatMap(({ span }) => span ?? []);
        const { value: seen } = model.near;
        const brought = spanOf(spans);
        if (brought !== null && (seen === null || !overlaps(seen, brought))) model.near.value = brought;
      });
    },
    estimate({ units, textSize }) {
      for (const [index, element] of elements.entries()) {
        const part = parts[index];
        if (part === undefined) continue;
        const { lines, gaps } = heightOf(part, units);
        element.style.containIntrinsicBlockSize = `auto ${Math.round((lines * 1.62 + gaps * 0.95) * textSize)}px`;
      }
    },
    close() {
      watch.disconnect();
      cancelAnimationFrame(waiting);
      clearTimeout(timer);
      removeEventListener('beforeprint', drawAll);
      model.near.value = null;
      endDrawn([...drawn].flatMap((index) => elements[index] ?? []));
    },
  };
}

/** Ends what was drawn, so that nothing follows the model any more: a book of it would hold up the next page. */
function endDrawn(elements: HTMLElement[]): void {
  const until = performance.now() + go;
  while (performance.now() < until) {
    const element = elements.pop();
    if (element === undefined) return;
    render(null, element);
  }
  setTimeout(() => endDrawn(elements));
}

function plainPart({ span }: Part, text: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'part';
  if (span === null) return element;
  const words = document.createElement('div');
  words.className = 'plain';
  words.dataset.start = String(span.start);
  words.append(document.createTextNode(text.slice(span.start, span.end)));
  element.append(words);
  return element;
}

function spanOf(spans: readonly Span[]): Span | null {
  const [first] = spans;
  const last = spans.at(-1);
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}
