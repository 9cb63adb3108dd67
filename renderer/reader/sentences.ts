import type { Span } from '../../main/contract/canonical-text.ts';

/** The places where a cursor may stand: sentences, words and characters of the canonical text. */
export interface Segments {
  readonly sentences: readonly Span[];
  readonly words: readonly Span[];
}

/**
 * Sentences and words of each run (no sentence reaches from one paragraph into the next), by the rules of
 * UAX 29 for the article's language.
 */
export function segmentsOf(text: string, runs: readonly Span[], language: string | null): Segments {
  const locale = knownLocale(language);
  const bySentence = new Intl.Segmenter(locale, { granularity: 'sentence' });
  const byWord = new Intl.Segmenter(locale, { granularity: 'word' });
  const sentences: Span[] = [];
  const words: Span[] = [];
  for (const run of runs) {
    const passage = text.slice(run.start, run.end);
    for (const { index, segment } of bySentence.segment(passage)) {
      const end = segment.trimEnd().length;
      const lead = segment.length - segment.trimStart().length;
      if (end > lead) sentences.push({ start: run.start + index + lead, end: run.start + index + end });
    }
    for (const { index, segment, isWordLike } of byWord.segment(passage))
      if (isWordLike === true) words.push({ start: run.start + index, end: run.start + index + segment.length });
  }
  return { sentences, words };
}

function knownLocale(language: string | null): string {
  if (language === null) return 'en';
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
