import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Statement } from '../../../main/contract/statements.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import {
  chooseEdge,
  closeEditing,
  isRightToLeft,
  joinParts,
  leaveOut,
  moveEdge,
  saveWords,
  wordsAtEdge,
} from './correct-words.ts';
import { useReader } from './model.ts';
import { SharedWhileCorrecting } from './shared-words-list.tsx';
import { reader } from './texts.ts';
import type { Edge, EdgeDirection, EdgeUnit } from './word-edges.ts';

const texts = reader.words;

/** Where a statement's words begin and end: each edge is moved by a word or a sentence, and seen in the text meanwhile. */
export function WordsEditor({ statement }: { readonly statement: Statement }) {
  const model = useReader();
  const corrected = model.corrected.value;
  const form = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('button.by-word')?.focus({ preventScroll: true });
    // Beside the text the card stands where its passage does; in the drawer it may be anywhere.
    if (form.current?.closest('.drawer') !== null) form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (corrected === null) return null;
  // A focused button would take it for a press.
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void saveWords(model);
  };
  const { spans } = corrected;
  const selected = model.selection.value;
  const inside =
    selected !== null && spans.some(({ start, end }) => start < selected.start && selected.end < end) ? selected : null;
  return (
    <fieldset ref={form} class="words-editor" onKeyDown={press}>
      <legend>{texts.title}</legend>
      {spans.map((_, stretch) => (
        <div key={`${stretch}`} class="stretch-edges">
          <EdgeRow edge={{ stretch, side: 'begin' }} />
          <EdgeRow edge={{ stretch, side: 'end' }} />
          {stretch < spans.length - 1 && (
            <button type="button" class="link-button" onClick={() => joinParts(model, stretch)}>
              {texts.join}
            </button>
          )}
        </div>
      ))}
      {inside !== null && (
        <button type="button" class="link-button" onClick={() => leaveOut(model, inside)}>
          {texts.leaveOut}
        </button>
      )}
      <SharedWhileCorrecting statement={statement} />
      <p class="hint">{texts.keys}</p>
      <div class="acts">
        <button type="button" class="button primary" onClick={() => void saveWords(model)}>
          {reader.save}
        </button>
        <button type="button" class="button" onClick={() => closeEditing(model)}>
          {reader.cancel}
        </button>
      </div>
    </fieldset>
  );
}

/** One edge with the words at it; whichever was touched last is the one that the keys move. */
function EdgeRow({ edge }: { readonly edge: Edge }) {
  const model = useReader();
  const corrected = model.corrected.value;
  const span = corrected?.spans[edge.stretch];
  if (corrected === null || span === undefined) return null;
  const { stretch, side } = edge;
  const isChosen = corrected.edge.stretch === stretch && corrected.edge.side === side;
  const name = corrected.spans.length === 1 ? texts.edges[side] : texts.of(texts.edges[side], stretch + 1);
  const text = model.view.value?.revision.text ?? '';
  const move = (unit: EdgeUnit, direction: EdgeDirection) => (
    <button
      type="button"
      class={`icon-button by-${unit} ${direction}`}
      aria-label={texts.moves[side][direction][unit]}
      title={texts.moves[side][direction][unit]}
      onClick={() => {
        chooseEdge(model, edge);
        moveEdge(model, unit, direction);
      }}
    >
      <Icon name={unit === 'word' ? 'back' : 'far-back'} />
    </button>
  );
  return (
    <fieldset
      class={`edge-row${isChosen ? ' chosen' : ''}`}
      dir={isRightToLeft(model) ? 'rtl' : 'ltr'}
      onFocusIn={() => chooseEdge(model, edge)}
    >
      <legend>{name}</legend>
      {move('sentence', 'earlier')}
      {move('word', 'earlier')}
      <span class="edge-words" dir="auto">
        {wordsAtEdge(text, span, side)}
      </span>
      {move('word', 'later')}
      {move('sentence', 'later')}
    </fieldset>
  );
}
