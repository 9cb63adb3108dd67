/** One card of the margin: where its passage stands and how tall the card is, in CSS pixels. */
export interface MarginItem {
  readonly wanted: number;
  readonly height: number;
}

/**
 * Tops for the cards of the margin, in the order given: none overlaps the one before, each as near to its
 * passage as the others allow (least squares, by pooling neighbours that push each other), none above `least`.
 * The `pinned` card stands exactly at its passage and the others give way.
 */
export function marginTops(
  items: readonly MarginItem[],
  options: { readonly gap: number; readonly least: number; readonly pinned: number | null },
): readonly number[] {
  const { gap, least } = options;
  const pinned = options.pinned === null ? undefined : items[options.pinned];
  if (options.pinned === null || pinned === undefined) return pooled(items, gap, least, Number.POSITIVE_INFINITY);
  const before = items.slice(0, options.pinned);
  const room = before.reduce((sum, item) => sum + item.height + gap, 0);
  const top = Math.max(pinned.wanted, least + room);
  return [
    ...pooled(before, gap, least, top - gap),
    top,
    ...pooled(items.slice(options.pinned + 1), gap, top + pinned.height + gap, Number.POSITIVE_INFINITY),
  ];
}

/** The best tops with every card between `least` and `most` (the lower edge of the last one). */
function pooled(items: readonly MarginItem[], gap: number, least: number, most: number): number[] {
  // With the heights above a card taken off its wanted top, "no overlap" reads "never decreasing".
  const pools: { sum: number; count: number }[] = [];
  const above: number[] = [];
  let total = 0;
  for (const item of items) {
    above.push(total);
    let pool = { sum: item.wanted - total, count: 1 };
    for (
      let last = pools.at(-1);
      last !== undefined && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
    total += item.height + gap;
  }
  const highest = most - (total - gap);
  const levels = pools.flatMap((pool) =>
    Array<number>(pool.count).fill(Math.max(least, Math.min(highest, pool.sum / pool.count))),
  );
  return items.map((_, index) => (levels[index] ?? 0) + (above[index] ?? 0));
}
