import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { findTerms } from '../../../main/contract/words.ts';
import { paint, paintColors, unpaint } from '../../shared/article/painting.ts';
import { firstIndex } from '../../shared/article/pieces.ts';
import { inlineStatements } from '../../shared/article/statement-blocks.ts';
import type { MarginEntry, ReaderModel } from './model.ts';

/** Keeps the paint true to the model: marks, statements, the search's terms, what is found, active or chosen. */
export function usePainting(model: ReaderModel, terms: readonly string[]): void {
  const inline = useComputed(() =>
    inlineStatements(model.owners.value, model.starts.value.blocks, model.statements.value),
  );
  /** What stands everywhere in a long text is painted where it is seen. */
  const nearOf = (spans: readonly Span[]) => {
    const near = model.near.value;
    if (near === null) return spans;
    return spans.slice(
      firstIndex(spans, ({ end }) => end > near.start),
      firstIndex(spans, ({ start }) => start >= near.end),
    );
  };
  useSignalEffect(() => {
    const page = model.page.value;
    if (page === null) return;
    paintColors(
      page,
      model.entries.value.flatMap((entry) =>
        entry.kind === 'annotation' && entry.span !== null ? [{ color: entry.annotation.color, span: entry.span }] : [],
      ),
    );
  });
  useSignalEffect(() => {
    const page = model.page.value;
    if (page === null) return;
    paint(
      page,
      'statement',
      inline.value.flatMap(({ spans }) => spans),
    );
  });
  useSignalEffect(() => {
    const page = model.page.value;
    if (page === null) return;
    const active = model.entries.value.find(({ id }) => id === model.active.value);
    const corrected = model.corrected.value;
    paint(page, 'active', corrected === null ? underlined(active) : []);
    paint(page, 'draft', corrected?.spans ?? (model.draft.value === null ? [] : [model.draft.value.span]));
  });
  useSignalEffect(() => {
    const page = model.page.value;
    const speaker = model.speaker.value;
    if (page === null) return;
    const theirs = model.statements.value.filter(({ speakers }) => speakers.some(({ id }) => id === speaker));
    paint(
      page,
      'speaker',
      theirs.flatMap(({ spans }) => spans),
    );
  });
  useSignalEffect(() => {
    const page = model.page.value;
    if (page === null) return;
    const { spans, at } = model.found.value;
    const now = spans[at];
    paint(
      page,
      'found',
      nearOf(spans).filter((span) => span !== now),
    );
    paint(page, 'found-now', now === undefined ? [] : [now]);
  });
  useSignalEffect(() => {
    const page = model.page.value;
    const chosen = model.cursorSpan.value;
    if (page !== null) paint(page, 'cursor', chosen === null ? [] : [chosen]);
  });
  const text = model.view.value?.revision.text ?? '';
  const found = useSignal<readonly Span[]>([]);
  useEffect(() => {
    found.value = findTerms(text, terms);
  }, [found, text, terms]);
  useSignalEffect(() => {
    const page = model.page.value;
    if (page !== null) paint(page, 'term', nearOf(found.value));
  });
  useEffect(() => unpaint, []);
}

/** A statement of whole blocks is shown by its rule; a line under every word of it would be hard to read. */
function underlined(active: MarginEntry | undefined): readonly Span[] {
  if (active === undefined || active.span === null) return [];
  if (active.kind === 'annotation') return [active.span];
  return active.statement.kind === 'block' ? [] : active.statement.spans;
}
