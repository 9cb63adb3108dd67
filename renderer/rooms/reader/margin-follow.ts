/** A card beside a passage that is taller than it: where it may stand, from its own top to the passage's end. */
export interface FollowingCard {
  readonly card: HTMLElement;
  /** Tops in CSS pixels of the list. */
  readonly least: number;
  readonly most: number;
}

/** Space between the top of the page and a card that goes along, in CSS pixels. */
const lead = 12;

/** Where a card stands while the page is scrolled so far: beside the part of its passage that is in view. */
export function followedTop({ least, most }: Pick<FollowingCard, 'least' | 'most'>, seenFrom: number): number {
  return Math.max(least, Math.min(most, seenFrom + lead));
}

/** Moves the cards of long passages to where the page is now. */
export function follow(cards: readonly FollowingCard[], scroller: HTMLElement, list: HTMLElement): void {
  if (cards.length === 0) return;
  const seenFrom = scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
  for (const one of cards) one.card.style.top = `${Math.round(followedTop(one, seenFrom))}px`;
}
