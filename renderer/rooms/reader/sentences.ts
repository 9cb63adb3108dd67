import type { Span } from '../../../main/contract/canonical-text.ts';
import { nextSentenceStart, sentencesOf } from '../../../main/contract/sentences.ts';
import { firstIndex } from '../../shared/article/pieces.ts';

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

/** A run longer than this, in UTF-16 units, is looked at in parts. */
const stretch = 20_000;

/**
 * Sentences and words of each run; none reaches from one paragraph into the next. Sentences follow the
 * core's rule (main/contract/sentences.ts), words the rules of UAX 29 for the article's language. Both
 * are looked for when they are asked for, in the stretch of text that is asked about: a text may be long.
 */
export function segmentsOf(text: string, runs: readonly Span[], language: string | null): Segments {
  const stretches = runs.flatMap((run) => stretchesOf(text, run));
  const sentencesIn = ({ start, end }: Span) =>
    sentencesOf(text.slice(start, end)).map((sentence) => ({
      start: start + sentence.start,
      end: start + sentence.end,
    }));
  const segmenter = new Intl.Segmenter(knownLocale(language), { granularity: 'word' });
  return {
    sentences: within(stretches, sentencesIn),
    words: within(stretches, (one) => sentencesIn(one).flatMap((sentence) => wordsIn(text, sentence, segmenter))),
  };
}

/** A run, parted where a sentence begins when it is a long one. */
function stretchesOf(text: string, run: Span): readonly Span[] {
  if (run.end - run.start <= stretch) return [run];
  const words = text.slice(run.start, run.end);
  const cuts = [0];
  for (let from = stretch; from < words.length; from = (cuts.at(-1) ?? 0) + stretch) {
    const space = words.slice(from).search(/\s/u);
    const next = space < 0 ? null : nextSentenceStart(words, from + space);
    if (next === null) break;
    cuts.push(next);
  }
  return cuts.map((cut, index) => ({ start: run.start + cut, end: run.start + (cuts[index + 1] ?? words.length) }));
}

/** The spans that stand in stretches of text, each of which is looked into when it is asked about. */
function within(stretches: readonly Span[], spansIn: (stretch: Span) => readonly Span[]): OrderedSpans {
  const known = new Map<number, OrderedSpans>();
  const spansOf = (index: number): OrderedSpans | null => {
    const one = stretches[index];
    if (one === undefined) return null;
    const spans = known.get(index) ?? fromList(spansIn(one));
    known.set(index, spans);
    return spans;
  };
  /** The first answer of the stretches from one on, in a direction. */
  const from = (index: number, step: 1 | -1, ask: (spans: OrderedSpans) => Span | null): Span | null => {
    for (let at = index; ; at += step) {
      const spans = spansOf(at);
      if (spans === null) return null;
      const found = ask(spans);
      if (found !== null) return found;
    }
  };
  const after = (offset: number) => firstIndex(stretches, ({ end }) => end > offset);
  const before = (offset: number) => firstIndex(stretches, ({ start }) => start >= offset) - 1;
  return {
    firstEndingAfter: (offset) => from(after(offset), 1, (spans) => spans.firstEndingAfter(offset)),
    firstStartingAt: (offset) => from(after(offset), 1, (spans) => spans.firstStartingAt(offset)),
    lastStartingBefore: (offset) => from(before(offset), -1, (spans) => spans.lastStartingBefore(offset)),
    lastEndingBefore: (offset) => from(before(offset), -1, (spans) => spans.lastEndingBefore(offset)),
    last: () => from(stretches.length - 1, -1, (spans) => spans.last()),
  };
}

function fromList(all: readonly Span[]): OrderedSpans {
  return {
    firstEndingAfter: (offset) => all[firstIndex(all, ({ end }) => end > offset)] ?? null,
    firstStartingAt: (offset) => all[firstIndex(all, ({ start }) => start >= offset)] ?? null,
    lastStartingBefore: (offset) => all[firstIndex(all, ({ start }) => start >= offset) - 1] ?? null,
    lastEndingBefore: (offset) => all[firstIndex(all, ({ end }) => end >= offset) - 1] ?? null,
    last: () => all.at(-1) ?? null,
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
