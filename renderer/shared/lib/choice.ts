/** Which rows of a list are chosen, and which one the keys act from. Row numbers, so it holds for 100,000 rows. */
export interface Choice {
  /** The row with the cursor, or -1. */
  readonly at: number;
  /** Where a range began. */
  readonly anchor: number;
  /** Chosen rows besides the cursor's own; empty when just the one at the cursor is meant. */
  readonly chosen: ReadonlySet<number>;
}

export const noChoice: Choice = { at: -1, anchor: -1, chosen: new Set() };

/** Moves the cursor, and drops what was chosen. */
export function moveTo(index: number, total: number): Choice {
  const at = Math.max(-1, Math.min(index, total - 1));
  return { at, anchor: at, chosen: new Set() };
}

/** Moves the cursor and chooses everything between it and where the range began. */
export function extendTo(choice: Choice, index: number, total: number): Choice {
  const at = Math.max(0, Math.min(index, total - 1));
  const anchor = choice.anchor < 0 ? at : choice.anchor;
  const chosen = new Set<number>();
  for (let row = Math.min(anchor, at); row <= Math.max(anchor, at); row += 1) chosen.add(row);
  return { at, anchor, chosen };
}

/** Adds a row to what is chosen or takes it away, and puts the cursor on it. */
export function toggle(choice: Choice, index: number): Choice {
  const chosen = new Set(choice.chosen);
  if (chosen.size === 0 && choice.at >= 0 && choice.at !== index) chosen.add(choice.at);
  if (chosen.has(index)) chosen.delete(index);
  else chosen.add(index);
  return { at: index, anchor: index, chosen };
}

/** The rows that an action means: the chosen ones, else the one at the cursor. */
export function meant(choice: Choice): number[] {
  if (choice.chosen.size > 0) return [...choice.chosen].sort((a, b) => a - b);
  return choice.at >= 0 ? [choice.at] : [];
}
