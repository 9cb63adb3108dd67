import type { ComponentChildren, HTMLAttributes } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { listWindow, scrollToShow } from '../lib/list-window.ts';
import { RowHeights } from '../lib/row-heights.ts';

type Attributes = HTMLAttributes<HTMLDivElement>;

interface LongListProps {
  readonly total: number;
  /** A row's likely height in CSS pixels, until it has been drawn once. */
  readonly estimate: number;
  /** The row with the cursor, kept in view whenever it changes; -1 for none. */
  readonly at: number;
  /** Changes when this is another list: measured heights and the scroll position are forgotten. */
  readonly identity: string;
  readonly row: (index: number) => ComponentChildren;
  /** Role, id, classes and listeners of a row's own element. */
  readonly rowAttributes: (index: number) => Attributes;
  readonly onWindow: (first: number, last: number) => void;
  /** Role, label, focus and keys of the list itself. */
  readonly attributes: Attributes;
  /** Drawn at the top of the scrolled part, such as a table's head. */
  readonly head?: ComponentChildren;
}

/** A list of any length that draws only the rows near its window. */
export function LongList(props: LongListProps) {
  const { total, estimate, at, identity, onWindow } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 0 });
  const [, setMeasured] = useState(0);
  const heights = useHeights(identity, total, estimate);
  const { first, last, above, below } = listWindow(heights, view.top, view.height);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = 0;
  }, [identity]);
  useLayoutEffect(() => onWindow(first, last), [first, last, onWindow]);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (measureRows(element, heights)) setMeasured((count) => count + 1);
  });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || at < 0) return;
    element.scrollTop = scrollToShow(heights, at, element.scrollTop, element.clientHeight);
  }, [at]);

  const rows: ComponentChildren[] = [];
  for (let index = first; index < last; index += 1)
    rows.push(
      <div key={index} data-row={index} {...props.rowAttributes(index)}>
        {props.row(index)}
      </div>,
    );
  return (
    <div
      ref={box}
      {...props.attributes}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      {props.head}
      <div role="presentation" style={{ height: `${above}px` }} />
      {rows}
      <div role="presentation" style={{ height: `${below}px` }} />
    </div>
  );
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
