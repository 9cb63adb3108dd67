import type { Span } from '../../../main/contract/canonical-text.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { notify } from '../../shared/state/notices.ts';
import { changeStatement, refuses } from './mark-actions.ts';
import type { ReaderModel } from './model.ts';
import { reveal } from './scrolling.ts';
import { isInTheWay, joinedWords, sharedBy } from './shared-words.ts';
import { reader } from './texts.ts';
import {
  type Edge,
  type EdgeDirection,
  type EdgeText,
  type EdgeUnit,
  joined,
  movedEdge,
  withoutWords,
} from './word-edges.ts';

const texts = reader.words;

/** Opens a statement's words on its card; nothing is kept before they are saved. */
export function beginCorrecting(model: ReaderModel, statement: Statement): void {
  if (refuses(model)) return;
  if (statement.spans.length === 0) {
    notify(texts.lost);
    return;
  }
  model.draft.value = null;
  model.active.value = statement.id;
  model.drawer.value = true;
  model.corrected.value = { spans: statement.spans, edge: { stretch: 0, side: 'begin' }, joins: [] };
  model.editing.value = { id: statement.id, part: 'words' };
}

/** Closes what is open on a card without keeping it; the card, or the value that was corrected, has the focus again. */
export function closeEditing(model: ReaderModel): void {
  const open = model.editing.value;
  model.editing.value = null;
  model.corrected.value = null;
  if (open === null) return;
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-entry="${open.id}"] > section`);
    const value = card?.querySelector<HTMLElement>(`[data-value="${open.part}"]`);
    (value ?? card)?.focus({ preventScroll: true });
  });
}

/** The edge that the keys move from now on. */
export function chooseEdge(model: ReaderModel, edge: Edge): void {
  const { corrected } = model;
  if (corrected.value !== null) corrected.value = { ...corrected.value, edge };
}

/** Moves the chosen edge, and says where it stands. */
export function moveEdge(model: ReaderModel, unit: EdgeUnit, direction: EdgeDirection): void {
  const { corrected } = model;
  if (corrected.value === null) return;
  const { spans, edge } = corrected.value;
  const next = movedEdge(edgeText(model), spans, edge, unit, direction);
  if (next === null) {
    model.announcement.value = texts.end;
    return;
  }
  corrected.value = { ...corrected.value, spans: next };
  const moved = next[edge.stretch];
  if (moved === undefined) return;
  const at = edge.side === 'begin' ? moved.start : moved.end - 1;
  reveal(model, { start: at, end: at + 1 });
  model.announcement.value = texts.now[edge.side](wordsAtEdge(edgeText(model).text, moved, edge.side));
}

/** Makes one part of two. */
export function joinParts(model: ReaderModel, first: number): void {
  const { corrected } = model;
  if (corrected.value === null) return;
  const { spans, joins } = corrected.value;
  corrected.value = { spans: joined(spans, first), edge: { stretch: first, side: 'end' }, joins };
}

/** Takes the selected words out of the statement: they interrupt it from now on. */
export function leaveOut(model: ReaderModel, selected: Span): void {
  const { corrected } = model;
  if (corrected.value === null) return;
  const spans = withoutWords(edgeText(model), corrected.value.spans, selected);
  if (spans === null) notify(texts.notThese);
  else corrected.value = { ...corrected.value, spans };
}

/** Takes the words of another statement in, which goes to the bin when they are saved. */
export function joinStatement(model: ReaderModel, own: Statement, other: Statement): void {
  const { corrected } = model;
  if (corrected.value === null) return;
  const { spans, joins } = corrected.value;
  corrected.value = {
    spans: joinedWords(spans, own, other),
    edge: { stretch: 0, side: 'begin' },
    joins: [...joins, other.id],
  };
  model.announcement.value = reader.shared.joined;
}

/** Keeps the words as they are now: one act. They stay open where another statement is in their way. */
export async function saveWords(model: ReaderModel): Promise<void> {
  const corrected = model.corrected.value;
  const entry = model.entries.value.find(({ id }) => id === model.editing.value?.id);
  if (corrected === null || entry?.kind !== 'statement') return;
  const { statement } = entry;
  const { spans, joins } = corrected;
  if (sharedBy(model.statements.value, spans, { own: statement, joins }).some(isInTheWay)) {
    notify(reader.shared.refused);
    return;
  }
  closeEditing(model);
  if (sameSpans(statement.spans, spans) && joins.length === 0) return;
  const label = joins.length === 0 ? reader.acts.words : reader.acts.joined;
  await changeStatement(model, statement, { words: { spans: [...spans] }, joins: [...joins] }, label);
}

/** Whether the words that are corrected run from right to left: an arrow moves an edge where it points. */
export function isRightToLeft(model: ReaderModel): boolean {
  const { text } = edgeText(model);
  const start = model.corrected.value?.spans[0]?.start ?? 0;
  return rightToLeft.test(/\p{L}/u.exec(text.slice(start, start + 200))?.[0] ?? '');
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

function edgeText(model: ReaderModel): EdgeText {
  return { text: model.view.value?.revision.text ?? '', segments: model.segments.value };
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, index) => start === other[index]?.start && end === other[index]?.end)
  );
}

/** So many characters tell an edge. */
const told = 48;

/** The first words of a stretch, or its last. */
export function wordsAtEdge(text: string, { start, end }: Span, side: Edge['side']): string {
  if (end - start <= told) return text.slice(start, end);
  return side === 'begin'
    ? `${text.slice(start, start + told).replace(/\s+\S*$/u, '')} …`
    : `… ${text.slice(end - told, end).replace(/^\S*\s+/u, '')}`;
}
