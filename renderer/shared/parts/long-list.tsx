import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { listWindow, scrollToShow } from '../lib/list-window.ts';
import { RowHeights } from '../lib/row-heights.ts';
import { afterGoing, afterScroll, atTheTop, type ScrollPlace, spaceOf, topOf } from '../lib/scroll-space.ts';

type Attributes = HTMLAttributes<HTMLDivElement>;

interface LongListProps {
  readonly total: number;
  /** A row's likely height in CSS pixels, until it has been drawn once. */
  readonly estimate: number;
  /** The row with the cursor, kept in view whenever it changes; -1 for none. */
  readonly at: number;
  /** Changes when this is another list: measured heights and the scroll position are forgotten. */
  readonly identity: string;
  /** Changes when rows came in or changed, so that they are drawn and measured again. */
  readonly version: number;
  readonly row: (index: number) => ComponentChildren;
  /** Role, id, classes and listeners of a row's own element. */
  readonly rowAttributes: (index: number) => Attributes;
  readonly onWindow: (first: number, last: number) => void;
  /** Role, label, focus and keys of the list itself. */
  readonly attributes: Attributes;
  /** Drawn at the top of the scrolled part, such as a table's head. */
  readonly head?: ComponentChildren;
}

/** A list of any length that draws only the rows near its window. Why it is our own: `main/decisions/0209`. */
export function LongList(props: LongListProps) {
  const { total, estimate, at, identity, onWindow } = props;
  const box = useRef<HTMLDivElement>(null);
  const heights = useHeights(identity, total, estimate);
  const [, redraw] = useState(0);
  const view = useRef({ place: atTheTop, height: 0 });
  const whole = heights.offset(total);
  const { first, last, above, below } = listWindow(heights, topOf(view.current.place), view.current.height);
  const { shift } = view.current.place;
  /** Draws anew only when other rows came into the window: most steps of a scroll change nothing. */
  const look = () => {
    const element = box.current;
    if (element === null) return;
    const { scrollTop, clientHeight: height } = element;
    put(element, afterScroll(view.current.place, scrollTop, height, heights.offset(total)), height);
    const next = listWindow(heights, topOf(view.current.place), height);
    if (next.first !== first || next.last !== last || view.current.place.shift !== shift) redraw((count) => count + 1);
  };
  /** Puts the scroll bar where the list stands, where it isn't there by itself. */
  const put = (element: HTMLElement, place: ScrollPlace, height: number) => {
    view.current = { place, height };
    if (element.scrollTop !== place.scrollTop) element.scrollTop = place.scrollTop;
  };
  const latestLook = useRef(look);
  latestLook.current = look;
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => latestLook.current());
    if (box.current !== null) observer.observe(box.current);
    latestLook.current();
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    view.current = { place: atTheTop, height: view.current.height };
    if (box.current !== null) box.current.scrollTop = 0;
  }, [identity]);
  useLayoutEffect(() => onWindow(first, last), [first, last, onWindow]);
  const following = useFollowing(box, at);
  useLayoutEffect(() => {
    const element = box.current;
    // What is hidden has no heights: taken for rows of none, they would put the list to its end.
    if (element === null || isHidden(element)) return;
    // A list that has become short is scrolled as it is again.
    if (shift !== 0 && spaceOf(whole) === whole) look();
    const changed = measureRows(element, heights);
    if (following.current && at >= 0) {
      const { place } = view.current;
      const { clientHeight: height } = element;
      const top = scrollToShow(heights, at, topOf(place), height);
      if (top !== topOf(place)) put(element, afterGoing(place, top, height, heights.offset(total)), height);
      if (view.current.place.shift !== shift) redraw((count) => count + 1);
    }
    if (changed) redraw((count) => count + 1);
  });

  const rows: ComponentChildren[] = [];
  for (let index = first; index < last; index += 1)
    rows.push(
      <div key={index} data-row={index} {...props.rowAttributes(index)}>
        {props.row(index)}
      </div>,
    );
  return (
    <div ref={box} {...props.attributes} onScroll={look}>
      {props.head}
      <div role="presentation" style={{ height: `${above - shift}px` }} />
      {rows}
      <div role="presentation" style={{ height: `${below - (whole - spaceOf(whole)) + shift}px` }} />
    </div>
  );
}

/**
 * Whether the list keeps the cursor's row in view: from each move of the cursor, through all measuring of rows
 * that come in late, until the person scrolls away.
 */
function useFollowing(box: { readonly current: HTMLElement | null }, at: number): { readonly current: boolean } {
  const following = useRef(true);
  const last = useRef(at);
  if (last.current !== at) following.current = true;
  last.current = at;
  useLayoutEffect(() => {
    const stop = new AbortController();
    for (const type of ['wheel', 'touchmove', 'pointerdown'])
      box.current?.addEventListener(
        type,
        () => {
          following.current = false;
        },
        { signal: stop.signal, passive: true },
      );
    return () => stop.abort();
  }, [box]);
  return following;
}

function isHidden(element: HTMLElement): boolean {
  return 'checkVisibility' in element && !element.checkVisibility();
}

/** The heights known of one list; forgotten when it is another list or its length changes. */
function useHeights(identity: string, total: number, estimate: number): RowHeights {
  const kept = useRef<{ identity: string; heights: RowHeights } | null>(null);
  const now = kept.current;
  if (now?.identity === identity && now.heights.count === total && now.heights.estimate === estimate)
    return now.heights;
  const heights = new RowHeights(total, estimate);
  kept.current = { identity, heights };
  return heights;
}

/** Records the heights of the rows that are drawn now; true when any was new. */
function measureRows(list: HTMLElement, heights: RowHeights): boolean {
  let changed = false;
  for (const row of list.querySelectorAll<HTMLElement>(':scope > [data-row]'))
    changed = heights.set(Number(row.dataset.row), row.getBoundingClientRect().height) || changed;
  return changed;
}
