import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { firstIndex } from '../../shared/article/pieces.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { common } from '../../shared/texts/common.ts';
import { findAll } from './fold.ts';
import { type ReaderModel, useReader } from './model.ts';
import { offsetInView, reveal } from './scrolling.ts';
import { reader } from './texts.ts';
import { selectSpan } from './use-selection.ts';

/** Closes the bar and selects what was looked at, so that it can be marked at once. */
export function closeFind(model: ReaderModel): void {
  const { spans, at } = model.found.value;
  model.finding.value = false;
  model.found.value = { spans: [], at: -1 };
  model.scroller.current?.focus({ preventScroll: true });
  const span = spans[at];
  if (span !== undefined) selectSpan(model, span);
}

/** Find in the article: case, accents and quotation marks don't matter. Enter goes on, Shift+Enter back. */
export function FindBar() {
  const model = useReader();
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  // Before the next key comes: what is typed right after Ctrl+F belongs in here.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const { spans, at } = model.found.value;
  const look = (wanted: string) => {
    setWords(wanted);
    const found = findAll(model.folded.value, wanted);
    const text = model.scroller.current?.querySelector<HTMLElement>('article') ?? null;
    const from = text === null ? 0 : offsetInView(model, text);
    const next = firstIndex(found, (span) => span.start >= from);
    show(model, found, found.length === 0 ? -1 : next % found.length);
  };
  const go = (step: number) => {
    if (spans.length > 0) show(model, spans, (at + step + spans.length) % spans.length);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') closeFind(model);
    else go(event.shiftKey ? -1 : 1);
  };
  return (
    <search class="find-bar">
      <Icon name="search" />
      <input
        ref={field}
        class="field"
        aria-label={reader.findLabel}
        placeholder={reader.findLabel}
        value={words}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={press}
      />
      <output class="figures" aria-live="polite">
        {words === '' ? '' : spans.length === 0 ? reader.findNone : reader.findPlace(at + 1, spans.length)}
      </output>
      <button
        type="button"
        class="icon-button"
        aria-label={reader.findPrevious}
        disabled={spans.length === 0}
        onClick={() => go(-1)}
      >
        <span class="turned">
          <Icon name="chevron" />
        </span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={reader.findNext}
        disabled={spans.length === 0}
        onClick={() => go(1)}
      >
        <Icon name="chevron" />
      </button>
      <button type="button" class="icon-button" aria-label={common.close} onClick={() => closeFind(model)}>
        <Icon name="close" />
      </button>
    </search>
  );
}

function show(model: ReaderModel, spans: ReturnType<typeof findAll>, at: number): void {
  model.found.value = { spans, at };
  const span = spans[at];
  if (span !== undefined) reveal(model, span);
}
