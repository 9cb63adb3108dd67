/**
 * The heights of a long list's rows, of which only those once drawn are known. A Fenwick tree over the
 * differences from the estimate answers "where does row i start" and "which row is at y" in log₂(n) steps,
 * so that 100,000 rows of different heights cost nothing to scroll.
 */
export class RowHeights {
  readonly count: number;
  readonly estimate: number;
  private readonly differences: Float64Array;
  private readonly tree: Float64Array;

  constructor(count: number, estimate: number) {
    this.count = count;
    this.estimate = estimate;
    this.differences = new Float64Array(count);
    this.tree = new Float64Array(count + 1);
  }

  /** Records a drawn row's height in CSS pixels; true when it differs from what was known. */
  set(index: number, height: number): boolean {
    if (index < 0 || index >= this.count) return false;
    const change = height - this.estimate - (this.differences[index] ?? 0);
    if (Math.abs(change) < 0.5) return false;
    this.differences[index] = height - this.estimate;
    for (let node = index + 1; node <= this.count; node += node & -node)
      this.tree[node] = (this.tree[node] ?? 0) + change;
    return true;
  }

  /** The distance from the list's top to row `index`, in CSS pixels; for `count`, the whole height. */
  offset(index: number): number {
    const rows = Math.max(0, Math.min(index, this.count));
    let sum = rows * this.estimate;
    for (let node = rows; node > 0; node -= node & -node) sum += this.tree[node] ?? 0;
    return sum;
  }

  /** The row at a distance from the top; the last one for anything beyond the end. */
  indexAt(distance: number): number {
    let index = 0;
    let left = distance;
    let step = 2 ** Math.floor(Math.log2(Math.max(1, this.count)));
    for (; step >= 1; step /= 2) {
      const next = index + step;
      if (next > this.count) continue;
      const span = step * this.estimate + (this.tree[next] ?? 0);
      if (span <= left) {
        index = next;
        left -= span;
      }
    }
    return Math.max(0, Math.min(index, this.count - 1));
  }
}
