/**
 * Approximate search of one string in another by edit distance (insertions, deletions and
 * substitutions of UTF-16 units), after G. Myers, "A fast bit-vector algorithm for approximate string
 * matching based on dynamic programming", Journal of the ACM 46 (1999), with blocks of 32 rows and
 * the cut-off of its section 4: rows that cannot come under the bound are not computed. A pattern of
 * 2,000 units in a text of 100,000 takes some tens of milliseconds.
 */

const wordSize = 32;

/** A place where the pattern stands approximately: `text[start, end)` with so many edits. */
export interface ApproximateMatch {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Columns of the distance matrix, computed one unit of the text at a time. */
class Columns {
  readonly #length: number;
  readonly #lastBlock: number;
  readonly #equal = new Map<number, Int32Array>();
  readonly #none: Int32Array;
  readonly #positive: Int32Array;
  readonly #negative: Int32Array;
  readonly #scores: Int32Array;
  readonly #bound: number;
  /** What the first row gains a column: 0 where a match may start anywhere, 1 where it starts at 0. */
  readonly #topDelta: 0 | 1;
  #active: number;

  constructor(pattern: string, bound: number, anchored: boolean) {
    this.#length = pattern.length;
    const blocks = Math.ceil(pattern.length / wordSize);
    this.#lastBlock = blocks - 1;
    this.#none = new Int32Array(blocks);
    this.#positive = new Int32Array(blocks).fill(-1);
    this.#negative = new Int32Array(blocks);
    this.#scores = Int32Array.from({ length: blocks }, (_, block) => this.#lastRow(block));
    this.#bound = bound;
    this.#topDelta = anchored ? 1 : 0;
    // An anchored search is short (it only finds the start of a match), so all its rows are computed.
    this.#active = anchored ? this.#lastBlock : Math.min(this.#lastBlock, Math.floor(bound / wordSize));
    for (let row = 0; row < pattern.length; row++) {
      const unit = pattern.charCodeAt(row);
      let masks = this.#equal.get(unit);
      if (masks === undefined) {
        masks = new Int32Array(blocks);
        this.#equal.set(unit, masks);
      }
      const block = row >>> 5;
      masks[block] = (masks[block] ?? 0) | (1 << (row & 31));
    }
  }

  /** Takes one more unit; gives the distance of the whole pattern to what ends here, or null above the bound. */
  next(unit: number): number | null {
    const masks = this.#equal.get(unit) ?? this.#none;
    let carry: number = this.#topDelta;
    for (let block = 0; block <= this.#active; block++) {
      carry = this.#advance(block, masks[block] ?? 0, carry);
      this.#scores[block] = (this.#scores[block] ?? 0) + carry;
    }
    if (this.#topDelta === 0) this.#cutOff(masks, carry);
    if (this.#active < this.#lastBlock) return null;
    const score = this.#scores[this.#lastBlock] ?? 0;
    return score <= this.#bound ? score : null;
  }

  #lastRow(block: number): number {
    return Math.min((block + 1) * wordSize, this.#length);
  }

  /** Opens the next block when its rows can come under the bound, and closes those that cannot any more. */
  #cutOff(masks: Int32Array, carry: number): void {
    const active = this.#active;
    const before = (this.#scores[active] ?? 0) - carry;
    const next = active + 1;
    if (before <= this.#bound && next <= this.#lastBlock && (((masks[next] ?? 0) & 1) !== 0 || carry < 0)) {
      this.#positive[next] = -1;
      this.#negative[next] = 0;
      this.#scores[next] = before + this.#lastRow(next) - this.#lastRow(active);
      const out = this.#advance(next, masks[next] ?? 0, carry);
      this.#scores[next] = (this.#scores[next] ?? 0) + out;
      this.#active = next;
      return;
    }
    while (this.#active > 0 && (this.#scores[this.#active] ?? 0) >= this.#bound + wordSize) this.#active -= 1;
  }

  /** One block of one column: takes the horizontal difference from above, gives that of its last row. */
  #advance(block: number, equalIn: number, carry: number): number {
    const positive = this.#positive[block] ?? 0;
    const negative = this.#negative[block] ?? 0;
    const borrow = carry < 0 ? 1 : 0;
    const vertical = equalIn | negative;
    const equal = equalIn | borrow;
    // The sum may pass 32 bits; the bitwise operator takes it modulo 2^32, as the algorithm wants.
    const horizontal = (((equal & positive) + positive) ^ positive) | equal;
    let up = negative | ~(horizontal | positive);
    let down = positive & horizontal;
    const lastBit = 1 << ((this.#lastRow(block) - 1) & 31);
    const out = (up & lastBit) !== 0 ? 1 : (down & lastBit) !== 0 ? -1 : 0;
    up = (up << 1) | (carry > 0 ? 1 : 0);
    down = (down << 1) | borrow;
    this.#positive[block] = down | ~(vertical | up);
    this.#negative[block] = up & vertical;
    return out;
  }
}

/**
 * The fewest edits that turn `pattern` into some part of `text`, or null when there are more than
 * `bound`. An empty pattern needs none.
 */
export function fewestEdits(pattern: string, text: string, bound: number): number | null {
  if (pattern === '') return 0;
  // The empty part of the text is one too: it takes an insertion a unit.
  let best: number | null = pattern.length <= bound ? pattern.length : null;
  const columns = new Columns(pattern, bound, false);
  for (let index = 0; index < text.length; index++) {
    const errors = columns.next(text.charCodeAt(index));
    if (errors !== null && (best === null || errors < best)) best = errors;
  }
  return best;
}

/**
 * The places in `text` where `pattern` stands with at most `bound` edits, best first, at most
 * `limit`. Of places that end within half a pattern's length of each other only the best is given;
 * among equally good ones, the first.
 */
export function approximateMatches(pattern: string, text: string, bound: number, limit: number): ApproximateMatch[] {
  if (pattern === '') return [];
  const apart = Math.max(1, pattern.length >>> 1);
  const ends: { end: number; errors: number }[] = [];
  const columns = new Columns(pattern, bound, false);
  for (let index = 0; index < text.length; index++) {
    const errors = columns.next(text.charCodeAt(index));
    if (errors === null) continue;
    const last = ends.at(-1);
    if (last === undefined || index + 1 - last.end > apart) ends.push({ end: index + 1, errors });
    else if (errors < last.errors) {
      last.end = index + 1;
      last.errors = errors;
    }
  }
  return ends
    .sort((a, b) => a.errors - b.errors || a.end - b.end)
    .slice(0, limit)
    .map(({ end, errors }) => ({ start: startOf(pattern, text, end, errors), end, errors }));
}

/** Where the match that ends at `end` begins: the pattern backwards, anchored at the end. */
function startOf(pattern: string, text: string, end: number, errors: number): number {
  const columns = new Columns(reversed(pattern), errors, true);
  let best = end;
  let difference = pattern.length;
  for (let index = end - 1; index >= Math.max(0, end - pattern.length - errors); index--) {
    if (columns.next(text.charCodeAt(index)) === null) continue;
    const off = Math.abs(end - index - pattern.length);
    if (off >= difference) continue;
    best = index;
    difference = off;
  }
  return best;
}

function reversed(text: string): string {
  let result = '';
  for (let index = text.length - 1; index >= 0; index--) result += text[index];
  return result;
}
