import { useLayoutEffect, useRef } from 'preact/hooks';
import { highlightColors } from '../../../main/contract/annotations.ts';
import type { Span } from '../../../main/contract/canonical-text.ts';
import { rangeOf } from '../../shared/article/page-text.ts';
import { KeyCaps } from '../../shared/parts/key-caps.tsx';
import { setSelectionAside } from './correct-actions.ts';
import { leftOutTexts } from './left-out-texts.ts';
import { cite, createAnnotation } from './mark-actions.ts';
import { type Draft, type ReaderModel, useReader } from './model.ts';
import { reader } from './texts.ts';
import { dropSelection } from './use-selection.ts';

/** Highlights the selection and lets it go. */
export function highlight(model: ReaderModel): void {
  const span = model.selection.value;
  if (span === null) return;
  dropSelection(model);
  void createAnnotation(model, span, { color: model.color.value });
}

/** Opens the card of a new mark on the selection. */
export function begin(model: ReaderModel, kind: Draft['kind']): void {
  const span = model.selection.value;
  if (span === null) return;
  model.editing.value = null;
  model.active.value = null;
  model.draft.value = { kind, span };
  model.drawer.value = true;
}

/** UTF-16 units of a selection that are measured at either end. */
const mostMeasured = 4000;

/** What can be done with a selection, beside it. The keys do the same without it. */
export function Toolbar() {
  const model = useReader();
  const box = useRef<HTMLDivElement>(null);
  const span = model.selection.value;
  const shown = span !== null && !model.selecting.value && model.draft.value === null;
  useLayoutEffect(() => {
    if (shown && box.current !== null) place(model, box.current);
  });
  if (!shown) return null;
  const writable = model.writable.value;
  return (
    // The mouse mustn't take the selection away with its press.
    <div
      ref={box}
      class="selection-tools"
      role="toolbar"
      aria-label={reader.selectionTools}
      onMouseDown={(event) => event.preventDefault()}
    >
      {writable && (
        <>
          <span class="colors">
            {highlightColors.map((color, index) => (
              <button
                key={color}
                type="button"
                class={`color-dot color-dot-${color}`}
                aria-label={reader.highlightIn(reader.colors[color])}
                title={`${reader.highlightIn(reader.colors[color])} (${index + 1})`}
                onClick={() => {
                  model.color.value = color;
                  highlight(model);
                }}
              />
            ))}
          </span>
          <Tool label={reader.note} keys="n" run={() => begin(model, 'note')} />
          <Tool label={reader.code} keys="c" run={() => begin(model, 'codes')} />
          <Tool label={reader.statement} keys="s" run={() => begin(model, 'statement')} />
          <Tool label={leftOutTexts.setAside} keys="x" run={() => void setSelectionAside(model, span)} />
        </>
      )}
      <Tool label={reader.cite} keys="y" run={() => void cite(model, { span })} />
    </div>
  );
}

function Tool(props: { readonly label: string; readonly keys: string; readonly run: () => void }) {
  return (
    <button type="button" class="tool" onClick={props.run}>
      {props.label}
      <KeyCaps keys={props.keys} />
    </button>
  );
}

/** Over the selection's first line, else under its last, else at the top of the page; never outside it. */
function place(model: ReaderModel, box: HTMLElement): void {
  const page = model.page.value;
  const span = model.selection.value;
  const { current: scroller } = model.scroller;
  if (page === null || span === null || scroller === null) return;
  const linesOf = (part: Span) => [...(rangeOf(page, part)?.getClientRects() ?? [])].filter((rect) => rect.width > 0);
  // Of a long selection its ends are enough: to measure all of a book it would have to be laid out.
  const first = linesOf({ start: span.start, end: Math.min(span.end, span.start + mostMeasured) })[0];
  const last = linesOf({ start: Math.max(span.start, span.end - mostMeasured), end: span.end }).at(-1);
  if (first === undefined || last === undefined) return;
  const view = scroller.getBoundingClientRect();
  const space = 8;
  const over = first.top - space - box.offsetHeight;
  const under = last.bottom + space;
  const top = over >= view.top + space ? over : under + box.offsetHeight <= view.bottom ? under : view.top + space;
  const middle = (first.left + first.right) / 2 - box.offsetWidth / 2;
  const left = Math.max(view.left + space, Math.min(middle, view.right - box.offsetWidth - space));
  box.style.top = `${Math.round(top - view.top + scroller.scrollTop)}px`;
  box.style.left = `${Math.round(left - view.left)}px`;
}
