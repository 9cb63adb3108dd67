import type { MarginEntry, ReaderModel } from './model.ts';
import { reveal } from './scrolling.ts';
import { dropSelection } from './use-selection.ts';

/** Puts the eye on an entry's passage, and the focus on its card. */
export function goToEntry(model: ReaderModel, { id, span }: MarginEntry): void {
  dropSelection(model);
  model.active.value = id;
  model.drawer.value = true;
  if (span !== null) reveal(model, span);
  // The card is drawn anew as the active one; it takes the focus when that has happened.
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-entry="${id}"] > section`);
    // Beside the text a card stands where its passage does; in the drawer it may be anywhere.
    card?.focus({ preventScroll: card.closest('.drawer') === null });
  });
}
