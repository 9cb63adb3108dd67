/** The public benchmarks' measures. */

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Runs of four words with how often each occurs; a shorter text is one run. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const add = (run: string): void => {
    counts.set(run, (counts.get(run) ?? 0) + 1);
  };
  if (words.length < 4) {
    if (words.length > 0) add(words.join(' '));
    return counts;
  }
  for (let at = 0; at + 4 <= words.length; at += 1) add(words.slice(at, at + 4).join(' '));
  return counts;
}

/** Precision and recall of one page's text by shared 4-word shingles (article-extraction-benchmark). */
export function shingleScore(truth: string, found: string): Score {
  const expected = shingles(truth);
  const given = shingles(found);
  let right = 0;
  let extra = 0;
  let missed = 0;
  for (const [run, count] of given) right += Math.min(count, expected.get(run) ?? 0);
  for (const [run, count] of given) extra += Math.max(0, count - (expected.get(run) ?? 0));
  for (const [run, count] of expected) missed += Math.max(0, count - (given.get(run) ?? 0));
  const precision = right + extra === 0 ? (expected.size === 0 ? 1 : 0) : right / (right + extra);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Means over pages; F1 is taken of the means, as the benchmark does. */
export function meanScore(scores: readonly Score[]): Score {
  const mean = (of: (score: Score) => number): number =>
    scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const precision = mean((score) => score.precision);
  const recall = mean((score) => score.recall);
  return { precision, recall, f1: harmonic(precision, recall) };
}

const folded = (text: string): string => text.replace(/[\s\u00ad\u200b]+/gu, ' ').trim();

export interface SegmentCounts {
  readonly has: number;
  readonly lacks: number;
  readonly wronglyHas: number;
}

/** Which segments that must and must not be in a text are in it. */
export function countSegments(text: string, mustHave: readonly string[], mustNot: readonly string[]): SegmentCounts {
  const whole = folded(text);
  const contains = (segment: string): boolean => whole.includes(folded(segment));
  const has = mustHave.filter(contains).length;
  return { has, lacks: mustHave.length - has, wronglyHas: mustNot.filter(contains).length };
}

export function segmentScore(counts: readonly SegmentCounts[]): Score {
  let has = 0;
  let lacks = 0;
  let wrong = 0;
  for (const count of counts) {
    has += count.has;
    lacks += count.lacks;
    wrong += count.wronglyHas;
  }
  const precision = has + wrong === 0 ? 0 : has / (has + wrong);
  const recall = has + lacks === 0 ? 0 : has / (has + lacks);
  return { precision, recall, f1: harmonic(precision, recall) };
}

/** Equal titles but for white space. */
export function sameTitle(truth: string, found: string): boolean {
  return folded(truth) === folded(found);
}

/** Equal sets of names but for case, white space and order. */
export function sameAuthors(truth: readonly string[], found: readonly string[]): boolean {
  const set = (names: readonly string[]): string =>
    [...new Set(names.map((name) => folded(name).toLowerCase()))].sort().join('|');
  return set(truth) === set(found);
}

export function sameDay(truth: string, found: string | null): boolean {
  return found !== null && found.slice(0, 10) === truth.slice(0, 10);
}
