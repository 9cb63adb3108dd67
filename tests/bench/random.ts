/** A seeded source of chance (mulberry32): the same seed gives the same articles on every machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In `[0, 1)`. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number in `[from, to]`. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

/** Draws ranks 0, 1, 2 … with Zipf's frequencies: the second half as often as the first, and so on. */
export class Zipf {
  readonly #sums: Float64Array;
  /** For each of 4,096 equal parts of `[0, 1)`, where in the sums it begins. */
  readonly #starts: Uint32Array;

  constructor(size: number, exponent: number) {
    this.#sums = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank++) {
      sum += 1 / (rank + 1.8) ** exponent;
      this.#sums[rank] = sum;
    }
    for (let rank = 0; rank < size; rank++) this.#sums[rank] = (this.#sums[rank] ?? 0) / sum;
    this.#starts = new Uint32Array(4097);
    let rank = 0;
    for (let part = 0; part < 4096; part++) {
      while ((this.#sums[rank] ?? 1) < part / 4096) rank += 1;
      this.#starts[part] = rank;
    }
    this.#starts[4096] = size - 1;
  }

  draw(random: Random): number {
    const wanted = random.next();
    const part = Math.floor(wanted * 4096);
    let low = this.#starts[part] ?? 0;
    let high = this.#starts[part + 1] ?? low;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 1) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
