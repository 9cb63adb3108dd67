import type { Comparison } from '../../../main/contract/comparison.ts';
import { navigate } from '../../shared/state/route.ts';
import { rowId } from './differences.ts';
import type { CompareModel } from './model.ts';
import { compareTexts as texts } from './texts.ts';

/** Goes to the next or previous difference, brings it into view and says it. */
export function step(model: CompareModel, by: 1 | -1): void {
  const { length } = model.differences.value;
  const next = model.at.value + by;
  if (length === 0) model.announcement.value = texts.noDifference;
  else if (next < 0 || next >= length) model.announcement.value = texts.noPlace;
  else look(model, next);
}

/** Goes to a row of the body, the other end of a move. */
export function lookAtRow(model: CompareModel, row: number): void {
  const at = model.differences.value.findIndex(({ id }) => id === rowId('row', row));
  if (at >= 0) look(model, at);
}

function look(model: CompareModel, at: number): void {
  const difference = model.differences.value[at];
  if (difference === undefined) return;
  model.at.value = at;
  const { change, gone, added } = difference;
  model.announcement.value = texts.announce(at, model.differences.value.length, change, gone, added);
  const row = document.getElementById(difference.id);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'center' });
}

/** Opens the passage of the difference that is looked at: in the right, or in the left where only that has it. */
export function openPassage(model: CompareModel): void {
  const comparison = model.comparison.value;
  const difference = model.differences.value[model.at.value];
  if (comparison === null || difference === undefined) return;
  const place = passageOf(comparison, difference.id);
  if (place === null) return;
  const { article, revision } = comparison[place.side];
  navigate({ room: 'reader', article, revision, ...(place.at === null ? {} : { at: place.at }) });
}

function passageOf(
  comparison: Comparison,
  id: string,
): { readonly side: 'left' | 'right'; readonly at: number | null } | null {
  const [, part, number] = /^compare-(\w+)-(\d+)$/.exec(id) ?? [];
  const index = Number(number);
  if (part === 'field') return { side: 'right', at: null };
  const statement = part === 'statement' ? comparison.statements[index] : undefined;
  const side = part === 'statement' ? (statement?.right === null ? 'left' : 'right') : null;
  const row = comparison.rows[side === null ? index : (statement?.[side]?.row ?? -1)];
  if (row === undefined) return null;
  const where = side ?? (row.right.length > 0 ? 'right' : 'left');
  return { side: where, at: row[where][0]?.start ?? null };
}
