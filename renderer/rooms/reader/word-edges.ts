import type { Span } from '../../../main/contract/canonical-text.ts';
import type { Segments } from './sentences.ts';

/** One end of one of a statement's stretches of words. */
export interface Edge {
  readonly stretch: number;
  readonly side: 'begin' | 'end';
}

export type EdgeUnit = 'word' | 'sentence';
export type EdgeDirection = 'earlier' | 'later';

/** What an edge may be moved in: the text with its words and sentences. */
export interface EdgeText {
  readonly text: string;
  readonly segments: Segments;
}

/**
 * The stretches with one edge a word or a sentence further. Null where it can't go there: a stretch keeps a word at
 * least, and between two there is one that isn't theirs.
 */
export function movedEdge(
  { text, segments }: EdgeText,
  stretches: readonly Span[],
  edge: Edge,
  unit: EdgeUnit,
  direction: EdgeDirection,
): readonly Span[] | null {
  const stretch = stretches[edge.stretch];
  if (stretch === undefined) return null;
  const next =
    edge.side === 'begin'
      ? beginFrom({ text, segments }, stretch, unit, direction)
      : endFrom({ text, segments }, stretch, unit, direction);
  if (next === null) return null;
  const all = stretches.map((one, index) => (index === edge.stretch ? next : one));
  const between = all.slice(1).map(({ start }, index) => ({ start: all[index]?.end ?? 0, end: start }));
  return [...all, ...between].every((span) => holdsWord(segments, span)) ? all : null;
}

/** Two stretches made one, with what stood between them. */
export function joined(stretches: readonly Span[], first: number): readonly Span[] {
  const [one, other] = [stretches[first], stretches[first + 1]];
  if (one === undefined || other === undefined) return stretches;
  return [...stretches.slice(0, first), { start: one.start, end: other.end }, ...stretches.slice(first + 2)];
}

/** The stretches without some words, which interrupt them from now on; null where those don't lie inside one of them. */
export function withoutWords(within: EdgeText, stretches: readonly Span[], words: Span): readonly Span[] | null {
  const { segments } = within;
  if (!holdsWord(segments, words)) return null;
  const at = stretches.findIndex(({ start, end }) => start < words.start && words.end < end);
  const stretch = stretches[at];
  const last = segments.words.lastEndingBefore(words.start + 1);
  const first = segments.words.firstStartingAt(words.end);
  if (stretch === undefined || last === null || first === null) return null;
  const before = { start: stretch.start, end: Math.min(endOf(within, last, stretch.start), words.start) };
  const after = { start: Math.max(beginOf(within, first, stretch.end), words.end), end: stretch.end };
  if (!holdsWord(segments, before) || !holdsWord(segments, after)) return null;
  return [...stretches.slice(0, at), before, after, ...stretches.slice(at + 1)];
}

function holdsWord({ words }: Segments, { start, end }: Span): boolean {
  const word = words.firstStartingAt(start);
  return word !== null && word.end <= end;
}

function beginFrom(within: EdgeText, { start, end }: Span, unit: EdgeUnit, direction: EdgeDirection): Span | null {
  const places = unit === 'word' ? within.segments.words : within.segments.sentences;
  let from = start;
  for (;;) {
    const place = direction === 'earlier' ? places.lastStartingBefore(from) : places.firstStartingAt(from + 1);
    if (place === null || place.start >= end) return null;
    const word = unit === 'word' ? place : within.segments.words.firstStartingAt(place.start);
    const next = word === null ? place.start : beginOf(within, word, end);
    // A sentence that opens with a quotation mark begins behind it: that is where the words may begin already.
    if (direction === 'earlier' ? next < start : next > start) return { start: next, end };
    from = place.start;
  }
}

function endFrom(within: EdgeText, { start, end }: Span, unit: EdgeUnit, direction: EdgeDirection): Span | null {
  const places = unit === 'word' ? within.segments.words : within.segments.sentences;
  let from = end;
  for (;;) {
    const place = direction === 'later' ? places.firstEndingAfter(from) : places.lastEndingBefore(from);
    if (place === null || place.end <= start) return null;
    const word = unit === 'word' ? place : within.segments.words.lastEndingBefore(place.end + 1);
    const next = word === null ? place.end : endOf(within, word, start);
    if (direction === 'later' ? next > end : next < end) return { start, end: next };
    from = place.end;
  }
}

/**
 * Where words begin whose first one is `word`: with what belongs to it (a currency's sign, a bracket, the quotation
 * marks of a quotation within them), but behind the mark that opens the whole.
 */
function beginOf({ text, segments }: EdgeText, word: Span, end: number): number {
  const before = segments.words.lastEndingBefore(word.start + 1)?.end ?? 0;
  const sentence = segments.sentences.lastStartingBefore(word.start + 1)?.start ?? 0;
  const from = Math.max(before, sentence);
  let begin = word.start;
  while (begin > from && opensWord.test(text.charAt(begin - 1))) begin -= 1;
  while (begin < word.start && isMark(text, begin) && !isClosedWithin(text, begin, end)) begin += 1;
  return begin;
}

/** Where words end whose last one is `word`: with what closes its sentence, but before the mark that closes the whole. */
function endOf({ text, segments }: EdgeText, word: Span, start: number): number {
  const following = segments.words.firstStartingAt(word.end)?.start ?? text.length;
  const sentence = segments.sentences.firstEndingAfter(word.end - 1)?.end ?? text.length;
  const to = Math.min(following, sentence);
  const isLast = sentence <= following;
  let end = word.end;
  while (end < to && closesWord.test(text.charAt(end))) end += 1;
  while (end < to && isMark(text, end) && isOpenedWithin(text, end, start)) end += 1;
  const mark = [...text.slice(end, to)].findIndex(
    (_, index) => isMark(text, end + index) && !isOpenedWithin(text, end + index, start),
  );
  // A comma before the mark stands within the quotation: “not now,” said Alder.
  if (mark >= 0 && !/\s/u.test(text.slice(end, end + mark))) return end + mark;
  return isLast ? sentence : end;
}

const opensWord = /[\p{Sc}\p{Ps}\p{Pi}\p{Pf}#@+−§¿¡"„‚]/u;
const closesWord = /[\p{Sc}%‰°]/u;

/** Quotation marks with what closes each; a German or a Danish paper turns some of them round. */
const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '"': '"',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '「': '」',
  '『': '』',
};
const marks = new Set(Object.entries(closing).flatMap(([open, close]) => [open, ...close]));

/** A quotation mark, and no apostrophe within a word. */
function isMark(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (!marks.has(character)) return false;
  return character !== '’' || !/\p{L}/u.test(text.charAt(at + 1));
}

function isClosedWithin(text: string, at: number, end: number): boolean {
  const wanted = closing[text.charAt(at)] ?? '';
  for (let index = at + 1; index < end; index += 1)
    if (wanted.includes(text.charAt(index)) && isMark(text, index)) return true;
  return false;
}

/** Whether a closing mark is that of a quotation that was opened since `start`. */
function isOpenedWithin(text: string, at: number, start: number): boolean {
  const mark = text.charAt(at);
  let open = 0;
  for (let index = start; index < at; index += 1) {
    const character = text.charAt(index);
    if (character === mark && isMark(text, index)) open = open > 0 ? open - 1 : closing[mark]?.includes(mark) ? 1 : 0;
    else if (closing[character]?.includes(mark)) open += 1;
  }
  return open > 0;
}
