import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { findTerms } from '../../main/contract/words.ts';
import type { ReaderModel } from './model.ts';
import { paint, paintColors, unpaint } from './painting.ts';
import { blockStatements, inlineStatements } from './statement-blocks.ts';

/** Keeps the paint true to the model: marks, statements, the search's terms, what is found, active or chosen. */
export function usePainting(model: ReaderModel, terms: readonly string[]): void {
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
    const view = model.view.value;
    if (page === null || view === null) return;
    const { statements } = view;
    const spans = model.starts.value.blocks;
    const owners = blockStatements(view.revision.document.blocks, spans, statements);
    const inline = inlineStatements(owners, spans, statements);
    paint(
      page,
      'statement',
      inline.flatMap(({ span }) => span ?? []),
    );
  });
  useSignalEffect(() => {
    const page = model.page.value;
    if (page === null) return;
    // A statement of whole blocks is shown by its rule; a line under every word of it would be hard to read.
    const active = model.entries.value.find(({ id }) => id === model.active.value);
    const line = active?.kind === 'statement' && active.statement.kind === 'block' ? null : (active?.span ?? null);
    paint(page, 'active', line === null ? [] : [line]);
    paint(page, 'draft', model.draft.value === null ? [] : [model.draft.value.span]);
  });
  useSignalEffect(() => {
    const page = model.page.value;
    if (page === null) return;
    const { spans, at } = model.found.value;
    paint(
      page,
      'found',
      spans.filter((_, index) => index !== at),
    );
    paint(page, 'found-now', spans[at] === undefined ? [] : [spans[at]]);
  });
  useSignalEffect(() => {
    const page = model.page.value;
    const chosen = model.cursorSpan.value;
    if (page !== null) paint(page, 'cursor', chosen === null ? [] : [chosen]);
  });
  const drawn = model.page.value;
  const text = model.view.value?.revision.text ?? '';
  const found = useMemo(() => findTerms(text, terms), [text, terms]);
  useEffect(() => {
    if (drawn !== null) paint(drawn, 'term', found);
  }, [drawn, found]);
  useEffect(() => unpaint, []);
}
