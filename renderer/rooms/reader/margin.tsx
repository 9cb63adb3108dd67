import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../shared/parts/icon.tsx';
import { common } from '../../shared/texts/common.ts';
import { AnnotationCard } from './annotation-card.tsx';
import { DraftCard } from './draft-card.tsx';
import { type FollowingCard, follow } from './margin-follow.ts';
import { marginTops } from './margin-layout.ts';
import { type MarginEntry, type ReaderModel, useReader } from './model.ts';
import { firstLine } from './scrolling.ts';
import { StatementCard } from './statement-card.tsx';
import { reader } from './texts.ts';

/** Space between two cards, in CSS pixels. */
const gap = 14;
/** A card's first line of words stands this much below its edge, and so beside its passage. */
const lead = 12;

/** Whether an entry has a place in the text and so a card beside it. */
export function isPlaced(entry: MarginEntry): boolean {
  return entry.span !== null;
}

/** All marks and statements in reading order: beside their passages, or in a drawer where there is no room. */
export function Margin({ beside }: { readonly beside: boolean }) {
  const model = useReader();
  const list = useRef<HTMLOListElement>(null);
  const placed = model.entries.value.filter(isPlaced);
  const draft = model.draft.value;
  const before =
    draft === null ? placed.length : placed.filter(({ span }) => (span?.start ?? 0) <= draft.span.start).length;
  useAlignment(list, beside);
  return (
    <aside class={beside ? 'margin' : 'margin drawer'} aria-label={reader.margin}>
      {!beside && <DrawerHead count={placed.length} />}
      <OnWhole />
      <Lost />
      <Unsure />
      {placed.length === 0 && draft === null && model.writable.value && <p class="margin-empty">{reader.noMarks}</p>}
      <ol class="cards" ref={list}>
        {placed.slice(0, before).map(cardOf)}
        {draft !== null && <DraftCard key="draft" draft={draft} />}
        {placed.slice(before).map(cardOf)}
      </ol>
    </aside>
  );
}

function cardOf(entry: MarginEntry) {
  return entry.kind === 'statement' ? (
    <StatementCard key={entry.id} entry={entry} />
  ) : (
    <AnnotationCard key={entry.id} entry={entry} />
  );
}

function DrawerHead({ count }: { readonly count: number }) {
  const model = useReader();
  return (
    <header class="drawer-head">
      <h2>{reader.marksCount(count)}</h2>
      <button
        type="button"
        class="icon-button"
        aria-label={common.close}
        onClick={() => {
          model.drawer.value = false;
        }}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** Whether an annotation is on the article as a whole: it names no words of it. */
function isOnWhole(entry: MarginEntry): boolean {
  return entry.kind === 'annotation' && entry.annotation.quote === '';
}

/** Notes on the article as a whole come first, as they would on a cover. */
function OnWhole() {
  const model = useReader();
  const notes = model.entries.value.filter(isOnWhole);
  if (notes.length === 0) return null;
  return (
    <details class="apart" open>
      <summary>{reader.onWhole(notes.length)}</summary>
      <ol>{notes.map(cardOf)}</ol>
    </details>
  );
}

/** What was lost has no place beside the text; it stays in a list of its own, with its quotation. */
function Lost() {
  const model = useReader();
  const lost = model.entries.value.filter((entry) => !isPlaced(entry) && !isOnWhole(entry));
  if (lost.length === 0) return null;
  return (
    <details class="apart">
      <summary>{reader.lost(lost.length)}</summary>
      <ol>{lost.map(cardOf)}</ol>
    </details>
  );
}

/** How many suggestions are not sure enough to be shown unasked, and a button that shows them. */
function Unsure() {
  const { unsure, showsUnsure } = useReader();
  if (unsure.value.length === 0) return null;
  const isShown = showsUnsure.value;
  return (
    <p class="unsure">
      {reader.unsure(unsure.value.length)}{' '}
      <button
        type="button"
        class="link-button"
        aria-pressed={isShown}
        onClick={() => {
          showsUnsure.value = !isShown;
        }}
      >
        {isShown ? reader.hideUnsure : reader.showUnsure}
      </button>
    </p>
  );
}

/**
 * Puts the cards beside their passages. It writes the tops straight to the elements: they follow from what is
 * drawn, and change with every line that breaks elsewhere.
 */
function useAlignment(list: { readonly current: HTMLOListElement | null }, beside: boolean): void {
  const model = useReader();
  const following = useRef<readonly FollowingCard[]>([]);
  useLayoutEffect(() => {
    const { current: scroller } = model.scroller;
    if (list.current === null) return;
    following.current = align(model, list.current, beside);
    if (scroller !== null) follow(following.current, scroller, list.current);
  });
  useEffect(() => {
    const { current } = list;
    const { current: scroller } = model.scroller;
    if (!beside || current === null || scroller === null) return;
    const scrolled = () => follow(following.current, scroller, current);
    const again = new ResizeObserver(() => {
      following.current = align(model, current, true);
      scrolled();
    });
    scroller.addEventListener('scroll', scrolled, { passive: true });
    const observe = () => {
      again.disconnect();
      for (const card of current.children) again.observe(card);
      const column = scroller.querySelector('.column');
      if (column !== null) again.observe(column);
      for (const part of current.parentElement?.querySelectorAll('.apart') ?? []) again.observe(part);
    };
    const changed = new MutationObserver(observe);
    changed.observe(current, { childList: true });
    observe();
    return () => {
      scroller.removeEventListener('scroll', scrolled);
      again.disconnect();
      changed.disconnect();
    };
  }, [model, list, beside]);
}

/** Answers the cards that go along with a long passage while it is scrolled. */
function align(model: ReaderModel, list: HTMLElement, beside: boolean): readonly FollowingCard[] {
  const cards = [...list.querySelectorAll<HTMLElement>(':scope > li')];
  if (!beside) {
    for (const card of cards) card.style.removeProperty('top');
    list.style.removeProperty('--cards-height');
    return [];
  }
  const origin = list.getBoundingClientRect().top;
  const items = cards.map((card) => ({ wanted: wantedTop(model, card) - origin - lead, height: card.offsetHeight }));
  const chosen = model.draft.value === null ? (model.editing.value?.id ?? model.active.value) : 'draft';
  const pinned = cards.findIndex((card) => card.dataset.entry === chosen);
  const tops = marginTops(items, { gap, least: 0, pinned: pinned < 0 ? null : pinned });
  for (const [index, card] of cards.entries()) card.style.top = `${Math.round(tops[index] ?? 0)}px`;
  const height = Math.ceil((tops.at(-1) ?? 0) + (items.at(-1)?.height ?? 0));
  list.style.setProperty('--cards-height', `${height}px`);
  return cards.flatMap((card, index): FollowingCard[] => {
    const least = tops[index] ?? 0;
    const own = items[index]?.height ?? 0;
    const next = tops[index + 1];
    const most = Math.min(
      lastLineOf(model, card) - origin - own,
      next === undefined ? Number.POSITIVE_INFINITY : next - gap - own,
    );
    return most > least ? [{ card, least, most }] : [];
  });
}

/** The lower edge of a card's passage, in window coordinates; nowhere while its end is not drawn. */
function lastLineOf(model: ReaderModel, card: HTMLElement): number {
  const end = Number(card.dataset.end);
  return firstLine(model, { start: end - 1, end })?.bottom ?? Number.NEGATIVE_INFINITY;
}

function wantedTop(model: ReaderModel, card: HTMLElement): number {
  const at = Number(card.dataset.at);
  return firstLine(model, { start: at, end: at + 1 })?.top ?? 0;
}
