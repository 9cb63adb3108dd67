import type { Span } from '../../main/contract/canonical-text.ts';
import { sentencesOf } from '../../main/contract/sentences.ts';
import { firstIndex } from './pieces.ts';

/** Spans in order that don't overlap, asked by offset; null where there is none. */
export interface OrderedSpans {
  firstEndingAfter(offset: number): Span | null;
  firstStartingAt(offset: number): Span | null;
  lastStartingBefore(offset: number): Span | null;
  lastEndingBefore(offset: number): Span | null;
  last(): Span | null;
}

/** The places where a cursor may stand: sentences and words of the canonical text. */
export interface Segments {
  readonly sentences: OrderedSpans;
  readonly words: OrderedSpans;
}

/**
 * Sentences and words of each run; none reaches from one paragraph into the next. Sentences follow the
 * core's rule (main/contract/sentences.ts), words the rules of UAX 29 for the article's language. Both
 * are looked for when they are asked for, words only in the sentences around: a text may be long.
 */
export function segmentsOf(text: string, runs: readonly Span[], language: string | null): Segments {
  let sentences: readonly Span[] | null = null;
  const inOrder = (): readonly Span[] => {
    sentences ??= runs.flatMap((run) =>
      sentencesOf(text.slice(run.start, run.end)).map(({ start, end }) => ({
        start: run.start + start,
        end: run.start + end,
      })),
    );
    return sentences;
  };
  const segmenter = new Intl.Segmenter(knownLocale(language), { granularity: 'word' });
  const known = new Map<number, OrderedSpans>();
  const wordsOf = (index: number): OrderedSpans | null => {
    const sentence = inOrder()[index];
    if (sentence === undefined) return null;
    const words = known.get(index) ?? fromList(() => wordsIn(text, sentence, segmenter));
    known.set(index, words);
    return words;
  };
  /** The first answer of the sentences from one on, in a direction. */
  const from = (index: number, step: 1 | -1, ask: (words: OrderedSpans) => Span | null): Span | null => {
    for (let at = index; ; at += step) {
      const words = wordsOf(at);
      if (words === null) return null;
      const found = ask(words);
      if (found !== null) return found;
    }
  };
  return {
    sentences: fromList(inOrder),
    words: {
      firstEndingAfter: (offset) =>
        from(
          firstIndex(inOrder(), ({ end }) => end > offset),
          1,
          (words) => words.firstEndingAfter(offset),
        ),
      firstStartingAt: (offset) =>
        from(
          firstIndex(inOrder(), ({ end }) => end > offset),
          1,
          (words) => words.firstStartingAt(offset),
        ),
      lastStartingBefore: (offset) =>
        from(firstIndex(inOrder(), ({ start }) => start >= offset) - 1, -1, (words) =>
          words.lastStartingBefore(offset),
        ),
      lastEndingBefore: (offset) =>
        from(firstIndex(inOrder(), ({ start }) => start >= offset) - 1, -1, (words) => words.lastEndingBefore(offset)),
      last: () => from(inOrder().length - 1, -1, (words) => words.last()),
    },
  };
}

function fromList(spans: () => readonly Span[]): OrderedSpans {
  let list: readonly Span[] | null = null;
  const all = (): readonly Span[] => {
    list ??= spans();
    return list;
  };
  return {
    firstEndingAfter: (offset) => all()[firstIndex(all(), ({ end }) => end > offset)] ?? null,
    firstStartingAt: (offset) => all()[firstIndex(all(), ({ start }) => start >= offset)] ?? null,
    lastStartingBefore: (offset) => all()[firstIndex(all(), ({ start }) => start >= offset) - 1] ?? null,
    lastEndingBefore: (offset) => all()[firstIndex(all(), ({ end }) => end >= offset) - 1] ?? null,
    last: () => all().at(-1) ?? null,
  };
}

function wordsIn(text: string, sentence: Span, segmenter: Intl.Segmenter): Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(sentence.start, sentence.end)))
    if (isWordLike === true)
      words.push({ start: sentence.start + index, end: sentence.start + index + segment.length });
  return words;
}

function knownLocale(language: string | null): string {
  if (language === null) return 'en';
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
