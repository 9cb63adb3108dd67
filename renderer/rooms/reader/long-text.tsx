import { useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Block } from '../../../main/contract/document.ts';
import type { Part } from '../../shared/article/parts.ts';
import { useReader } from './model.ts';
import type { Measure } from './page-layout.ts';
import { pageStarts } from './page-starts.ts';
import { openPartColumn } from './part-column.tsx';

/** A long text: what is near the window is drawn at once, the rest behind it while nobody waits. */
export function LongText({
  blocks,
  parts,
  measure,
}: {
  readonly blocks: readonly Block[];
  readonly parts: readonly Part[];
  readonly measure: Measure;
}) {
  const model = useReader();
  const box = useRef<HTMLDivElement>(null);
  const shown = useComputed(() => model.furniture.value);
  const pages = useComputed(() => pageStarts(blocks, ({ role }) => role === 'body' || shown.value));
  const { units, textSize } = measure;
  const own = useMemo(() => ({ units, textSize }), [units, textSize]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const column = openPartColumn({ model, box: current, parts, blocks, pages });
    model.column.current = column;
    return () => {
      model.column.current = null;
      column.close();
    };
  }, [model, parts, blocks, pages]);
  useLayoutEffect(() => model.column.current?.estimate(own), [model, own, parts]);
  return <div ref={box} class="parts" />;
}
