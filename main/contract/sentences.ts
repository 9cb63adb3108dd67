import type { Span } from './canonical-text.ts';

/**
 * Where sentences begin and end in running text. By rule, because Unicode's own rule (UAX 29) parts
 * "Dr. Alder" and "Nov. 16", which newspapers write in every second paragraph. It stands in the
 * contract because the reader's cursor and the core must part a text in the same places.
 */

const abbreviations = new Set(
  (
    'mr mrs ms mx dr prof sr jr st mt ft rev fr hon gov lt sgt cpl capt cmdr col gen maj adm det insp supt sen rep pres ' +
    'atty dist dept inc corp co ltd llc no nos vs etc al ed eds vol pp fig art sec jan feb mar apr jun jul aug sep sept oct nov ' +
    'dec mon tue tues wed thu thur thurs fri sat sun ariz calif colo conn del fla ga ill ind kan ky la mass md mich minn ' +
    'miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ave blvd rd hwy approx dipl ing hr fr nr bzw usw ca z d ' +
    'u o bspw evtl ggf inkl mio mrd str abs mme mlle sra dra dña ud uds sig ecc'
  ).split(' '),
);

/** Months and weekdays are words too ("in March."): they end no sentence only before a number. */
const beforeNumbers = new Set(
  'no nos jan feb mar apr jun jul aug sep sept oct nov dec vol pp fig art sec abs'.split(' '),
);

const sentenceEnd = /(?:[.!?…]{1,8}|[。！？])["'”’»›)\]]{0,6}(?=\s|$|(?<=[。！？]))/gu;

/** The sentences of a text in order, without the white space between them. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (end <= start) continue;
    const next = skipSpace(text, end);
    if (next < text.length && !endsSentence(text, match.index, match[0], next)) continue;
    spans.push({ start, end });
    start = next;
  }
  const last = text.trimEnd().length;
  if (start < last) spans.push({ start, end: last });
  return spans;
}

/**
 * The beginning of the first sentence behind `from`, a white space or the text's start; null when none begins there.
 * Whether a sentence ends at a place is said by the few characters around it: the whole text needn't be read for it.
 */
export function nextSentenceStart(text: string, from: number): number | null {
  const ends = new RegExp(sentenceEnd);
  ends.lastIndex = from;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    const next = skipSpace(text, match.index + match[0].length);
    if (next >= text.length) return null;
    if (endsSentence(text, match.index, match[0], next)) return next;
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at] ?? '')) at += 1;
  return at;
}

function endsSentence(text: string, at: number, mark: string, next: number): boolean {
  const following = text.slice(next, next + 12);
  // A small letter goes on with the sentence: “Stop!” he said.
  if (/^["'“‘«„([]*\p{Ll}/u.test(following)) return false;
  if (mark[0] !== '.' || mark.startsWith('..')) return true;
  const before = /[\p{L}\p{N}.'’-]+$/u.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
  const word = before.split('.').pop()?.toLowerCase() ?? '';
  if (/^\p{Lu}$/u.test(before) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) {
    // Initials: "J. Alder"; but "in the U.S. The council" ends one, when a common sentence opener follows.
    return (
      before.includes('.') &&
      /^["“‘(]*(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|His|Her)\b/u.test(following)
    );
  }
  if (beforeNumbers.has(word)) return !/^\d/u.test(following);
  // German ordinals: "am 16. November".
  if (/^\d{1,2}$/u.test(before) && /^\p{Lu}\p{Ll}+/u.test(following)) {
    return !/^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/u.test(
      following,
    );
  }
  return !abbreviations.has(word);
}
