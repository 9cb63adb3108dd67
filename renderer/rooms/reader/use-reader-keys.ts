import { highlightColors } from '../../../main/contract/annotations.ts';
import type { Statement, StatementState } from '../../../main/contract/statements.ts';
import { firstIndex } from '../../shared/article/pieces.ts';
import { useCommands } from '../../shared/state/commands.ts';
import { type KeyBindings, useKeys } from '../../shared/state/keys.ts';
import { notify } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { back } from '../../shared/state/route.ts';
import { actsRun, afterActs } from '../../shared/state/undo.ts';
import { triageBindings } from '../../shared/statement/triage-keys.ts';
import { setSelectionAside } from './correct-actions.ts';
import { beginCorrecting, closeEditing, isRightToLeft, moveEdge, saveWords } from './correct-words.ts';
import { closeFind } from './find-bar.tsx';
import { goToEntry } from './go-to-entry.ts';
import { leftOutTexts } from './left-out-texts.ts';
import { isPlaced } from './margin.tsx';
import { changeAnnotation, changeStatement, cite, deleteAnnotation } from './mark-actions.ts';
import type { MarginEntry, ReaderModel } from './model.ts';
import { openNeighbour } from './neighbours.ts';
import { goToSameSpeaker, toggleSpeaker } from './same-speaker.tsx';
import { offsetInView } from './scrolling.ts';
import { reader } from './texts.ts';
import { compareWithNeighbour } from './timeline.tsx';
import { begin, highlight } from './toolbar.tsx';
import type { SelectionKeys } from './use-selection.ts';

const { keyLabels: labels } = reader;

/** All keys of the reader, and the commands that the palette and the menu have of it. */
export function useReaderKeys(model: ReaderModel, selection: SelectionKeys): void {
  const commands = commandsOf(model);
  useCommands(commands);
  useKeys(
    {
      ...marking(model, commands),
      ...onStatement(model),
      ...moving(model, commands),
      ...cursor(selection),
      ...leaving(model, selection),
    },
    { title: reader.keysTitle },
  );
}

type ReaderCommand =
  | 'highlight'
  | 'note'
  | 'code'
  | 'statement'
  | 'cite'
  | 'next-annotation'
  | 'previous-annotation'
  | 'compare-revisions'
  | 'focus'
  | 'find-in-article';
type ReaderCommands = Readonly<Record<ReaderCommand, () => void>>;

function commandsOf(model: ReaderModel): ReaderCommands {
  const missing = () => void notify(reader.said.noSelection);
  const writeOrEdit = (kind: 'note' | 'codes') => () =>
    withActive(model, (entry) => {
      if (model.selection.value !== null) begin(model, kind);
      else if (entry?.kind === 'annotation' && model.writable.value) model.editing.value = { id: entry.id, part: kind };
      else missing();
    });
  return {
    highlight: () => (model.selection.value === null ? missing() : highlight(model)),
    note: writeOrEdit('note'),
    code: writeOrEdit('codes'),
    statement: () =>
      withActive(model, (entry) => {
        if (model.selection.value !== null) begin(model, 'statement');
        else if (entry?.kind === 'statement' && model.writable.value)
          model.editing.value = { id: entry.id, part: 'statement' };
        else missing();
      }),
    cite: () =>
      withActive(model, (entry) => {
        const span = model.selection.value ?? entry?.span ?? null;
        if (model.selection.value === null && entry?.kind === 'statement')
          void cite(model, { statement: entry.statement.id });
        else if (span !== null) void cite(model, { span });
        else missing();
      }),
    'next-annotation': () => withActive(model, () => goToMark(model, 1)),
    'previous-annotation': () => withActive(model, () => goToMark(model, -1)),
    'compare-revisions': () => {
      const view = model.view.value;
      if (view !== null && !compareWithNeighbour(view)) notify(reader.timeline.only);
    },
    focus: () => toggleFocus(model),
    'find-in-article': () => {
      if (model.finding.value) document.querySelector<HTMLInputElement>('.find-bar input')?.select();
      model.finding.value = true;
    },
  };
}

function activeEntry(model: ReaderModel): MarginEntry | null {
  return model.entries.value.find(({ id }) => id === model.active.value) ?? null;
}

/**
 * Does what a key says with the selection or the mark looked at. While a mark is still being made the key is
 * for that one: a `3` right after `h` recolours what `h` makes.
 */
function withActive(model: ReaderModel, run: (entry: MarginEntry | null) => void): void {
  const entry = activeEntry(model);
  if (entry === null && model.selection.value === null && actsRun()) afterActs(() => run(activeEntry(model)));
  else run(entry);
}

/** Whether a key for marks is bound: one is looked at, or is being made and may be the next moment. */
function mayHave(model: ReaderModel, kind?: MarginEntry['kind']): boolean {
  const entry = activeEntry(model);
  return entry === null ? actsRun() : kind === undefined || entry.kind === kind;
}

function marking(model: ReaderModel, commands: ReaderCommands): KeyBindings {
  const missing = () => void notify(reader.said.noSelection);
  const colors = highlightColors.map((color, index): [string, KeyBindings[string]] => [
    String(index + 1),
    {
      label: reader.highlightIn(reader.colors[color]),
      run: () =>
        withActive(model, (entry) => {
          model.color.value = color;
          if (model.selection.value !== null) highlight(model);
          else if (entry?.kind === 'annotation') void changeAnnotation(model, entry.annotation, { color });
          else missing();
        }),
    },
  ]);
  return {
    h: { label: labels.highlight, run: commands.highlight },
    ...Object.fromEntries(colors),
    n: { label: labels.note, run: commands.note },
    c: { label: labels.code, run: commands.code },
    s: { label: labels.statement, run: commands.statement },
    x: {
      label: leftOutTexts.keySetAside,
      run: () => {
        const span = model.selection.value;
        if (span === null) missing();
        else void setSelectionAside(model, span);
      },
    },
    ...triageBindings({
      confirm: {
        run: () => withActive(model, () => decide(model, 'suggested', 'confirmed')),
        when: () => mayDecide(model, 'suggested'),
      },
      reject: {
        run: () => withActive(model, (entry) => remove(model, entry?.kind === 'statement' ? entry : null)),
        when: () => mayHave(model, 'statement'),
      },
      takeBack: {
        run: () => withActive(model, () => decide(model, 'confirmed', 'suggested')),
        when: () => mayDecide(model, 'confirmed'),
      },
      correct: {
        label: labels.edit,
        run: () => withActive(model, (entry) => edit(model, entry)),
        when: () => mayHave(model) && model.writable.value,
      },
      elsewhere: {
        run: () =>
          withActive(model, (entry) => {
            if (entry?.kind === 'statement') overlay.value = { kind: 'elsewhere', statement: entry.statement.id };
          }),
        when: () => mayHave(model, 'statement'),
      },
      copy: { label: labels.cite, run: commands.cite },
    }),
    Delete: {
      label: labels.delete,
      run: () => withActive(model, (entry) => remove(model, entry)),
      when: () => mayHave(model),
    },
  };
}

/** The active statement's words, whose edge that was chosen last is moved while they are corrected; and its speaker's others. */
function onStatement(model: ReaderModel): KeyBindings {
  const goOn = (step: 1 | -1) =>
    withActive(model, (entry) => entry?.kind === 'statement' && goToSameSpeaker(model, entry.statement, step));
  const when = () => model.corrected.value !== null;
  const right = () => (isRightToLeft(model) ? 'earlier' : 'later');
  const left = () => (isRightToLeft(model) ? 'later' : 'earlier');
  return {
    b: {
      label: labels.words,
      run: () =>
        withActive(model, (entry) => {
          if (entry?.kind === 'statement') beginCorrecting(model, entry.statement);
        }),
      when: () => mayHave(model, 'statement') && model.writable.value,
    },
    p: {
      label: labels.speaker,
      run: () => withActive(model, (entry) => entry?.kind === 'statement' && toggleSpeaker(model, entry.statement)),
      when: () => mayHave(model, 'statement'),
    },
    '.': { label: labels.nextOfSpeaker, run: () => goOn(1), when: () => mayHave(model, 'statement') },
    ',': { label: labels.previousOfSpeaker, run: () => goOn(-1), when: () => mayHave(model, 'statement') },
    'Alt+ArrowLeft': { label: labels.edgeLeft, run: () => moveEdge(model, 'word', left()), when },
    'Alt+ArrowRight': { label: labels.edgeRight, run: () => moveEdge(model, 'word', right()), when },
    'Alt+ArrowUp': { label: labels.edgeEarlier, run: () => moveEdge(model, 'sentence', 'earlier'), when },
    'Alt+ArrowDown': { label: labels.edgeLater, run: () => moveEdge(model, 'sentence', 'later'), when },
    'Mod+Enter': { label: labels.saveWords, run: () => void saveWords(model), when },
  };
}

/** The active statement while it is in a state that can be changed. */
function inState(model: ReaderModel, state: StatementState): Statement | null {
  const entry = activeEntry(model);
  const open = entry?.kind === 'statement' && entry.statement.state === state && model.writable.value;
  return open ? entry.statement : null;
}

/** Whether a decision's key is bound: such a statement is looked at, or is being made and may be the next moment. */
function mayDecide(model: ReaderModel, state: StatementState): boolean {
  return inState(model, state) !== null || (activeEntry(model) === null && actsRun());
}

function decide(model: ReaderModel, from: StatementState, to: 'confirmed' | 'suggested'): void {
  const statement = inState(model, from);
  const label = to === 'confirmed' ? reader.acts.confirmed : reader.acts.takenBack;
  if (statement !== null) void changeStatement(model, statement, { state: to }, label);
}

function edit(model: ReaderModel, entry: MarginEntry | null): void {
  if (entry !== null) model.editing.value = { id: entry.id, part: entry.kind === 'statement' ? 'statement' : 'note' };
}

/** A mark goes to the bin; a statement is rejected. */
function remove(model: ReaderModel, entry: MarginEntry | null): void {
  model.scroller.current?.focus({ preventScroll: true });
  if (entry?.kind === 'annotation') void deleteAnnotation(model, entry.annotation.id);
  else if (entry?.kind === 'statement')
    void changeStatement(model, entry.statement, { state: 'rejected' }, reader.acts.rejected);
}

function moving(model: ReaderModel, commands: ReaderCommands): KeyBindings {
  return {
    ']': { label: labels.nextMark, run: commands['next-annotation'] },
    '[': { label: labels.previousMark, run: commands['previous-annotation'] },
    j: { label: labels.nextArticle, run: () => void openNeighbour(model.article, 1) },
    k: { label: labels.previousArticle, run: () => void openNeighbour(model.article, -1) },
    v: { label: labels.compare, run: commands['compare-revisions'] },
    f: { label: labels.focus, run: commands.focus },
    'Mod+f': { label: labels.find, run: commands['find-in-article'] },
  };
}

export function toggleFocus(model: ReaderModel): void {
  model.focus.value = !model.focus.value;
  model.announcement.value = model.focus.value ? reader.said.focusOn : reader.said.focusOff;
}

/** Goes to the next or previous mark: from the active one, else from what is in view. */
function goToMark(model: ReaderModel, step: 1 | -1): void {
  const entries = model.entries.value.filter(isPlaced);
  const next = entries[markFrom(model, entries, step)];
  if (next === undefined) {
    notify(entries.length === 0 ? reader.said.noMarks : reader.said.lastMark);
    return;
  }
  goToEntry(model, next);
}

function markFrom(model: ReaderModel, entries: readonly MarginEntry[], step: 1 | -1): number {
  const active = entries.findIndex(({ id }) => id === model.active.value);
  if (active >= 0) return active + step;
  const text = model.scroller.current?.querySelector<HTMLElement>('article') ?? null;
  const from = model.selection.value?.start ?? (text === null ? 0 : offsetInView(model, text));
  const next = firstIndex(entries, ({ span }) => (span?.start ?? 0) >= from);
  return step === 1 ? next : next - 1;
}

/** The sentence cursor. Left and right do as up and down, for hands that read along the line. */
function cursor(selection: SelectionKeys): KeyBindings {
  const both = (keys: readonly string[], label: string, run: () => void) =>
    keys.map((key, index): [string, KeyBindings[string]] => [
      key,
      { label, run, ...(index > 0 ? { unlisted: true } : {}) },
    ]);
  return Object.fromEntries([
    ...both(['ArrowDown', 'ArrowRight'], labels.nextSentence, () => selection.move('sentence', 'next')),
    ...both(['ArrowUp', 'ArrowLeft'], labels.previousSentence, () => selection.move('sentence', 'previous')),
    ...both(['Shift+ArrowDown', 'Shift+ArrowRight'], labels.extendNext, () => selection.extend('sentence', 'next')),
    ...both(['Shift+ArrowUp', 'Shift+ArrowLeft'], labels.extendPrevious, () =>
      selection.extend('sentence', 'previous'),
    ),
    ...both(['Mod+ArrowRight'], labels.nextWord, () => selection.move('word', 'next')),
    ...both(['Mod+ArrowLeft'], labels.previousWord, () => selection.move('word', 'previous')),
    ...both(['Mod+Shift+ArrowRight'], labels.extendWord, () => selection.extend('word', 'next')),
    ...both(['Mod+Shift+ArrowLeft'], labels.extendWordBack, () => selection.extend('word', 'previous')),
    ...both(['Alt+Shift+ArrowRight'], labels.extendCharacter, () => selection.extend('character', 'next')),
    ...both(['Alt+Shift+ArrowLeft'], labels.extendCharacterBack, () => selection.extend('character', 'previous')),
    ...both(['o'], labels.swap, () => selection.swap()),
  ]);
}

/** Escape closes what is open, the nearest first; with nothing open it goes back. */
function leaving(model: ReaderModel, selection: SelectionKeys): KeyBindings {
  return {
    Escape: {
      label: labels.escape,
      run: () => {
        if (model.link.value !== null) model.link.value = null;
        else if (model.finding.value) closeFind(model);
        else if (model.draft.value !== null) model.draft.value = null;
        else if (model.editing.value !== null) closeEditing(model);
        else if (model.speaker.value !== null) model.speaker.value = null;
        else if (model.selection.value !== null) {
          selection.drop();
          model.announcement.value = reader.said.ended;
        } else withActive(model, (entry) => leave(model, entry));
      },
    },
  };
}

/** Lets go of the mark looked at; without one, of what is wider: the drawer, the focus, the article. */
function leave(model: ReaderModel, entry: MarginEntry | null): void {
  if (entry !== null) {
    model.active.value = null;
    model.scroller.current?.focus({ preventScroll: true });
  } else if (model.drawer.value) model.drawer.value = false;
  else if (model.focus.value) toggleFocus(model);
  else back();
}
