import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import type { ReportingWords } from './reporting-words.ts';
import { isAdverbial, type Phrase, subjectBefore } from './subject.ts';

/** A verb that reports words, and whose it says they are. */
export interface ReportingClause {
  readonly verb: Phrase;
  readonly subject: Phrase;
  /** What stands beside the subject between commas: a name behind a description, or the reverse. */
  readonly beside: Phrase | null;
  /** "said Alder", not "Alder said". */
  readonly isInverted: boolean;
}

/** What stands between a subject and its verb, or a mark and what follows it, without being either. */
const nothingOf = /^[\s,;:–—\-("“”)]*(?:(?:then|also|later|dann|puis|luego|poi|toen|ook|auch)\s+)?$/iu;
/** Another clause begins. */
const anotherClause = /^[\s,;]*(?:and|but|while|when|which|who|because|und|aber|et|mais|y|pero|e|ma|mas|en|maar)\s/iu;
/** In front of what a subject after its verb is not: where, when, to whom. */
const behindSubject = new RegExp(
  `[,;:!?()–—]|(?<!(?:^|[\\s(])(?:\\p{Lu}|${phraseSource(phrasesOf(({ statements }) => statements?.titles))}))\\.|` +
    `(?<=\\s)${phraseSource(phrasesOf(({ statements }) => statements?.behindSubjects))}(?=\\s)`,
  'u',
);

/**
 * The clause that reports words which stand before it: "…, said Alder", "…, Alder told the council". `text` begins right
 * behind the quotation and goes to the end of its sentence or to the next quotation.
 */
export function clauseAfter(text: string, words: ReportingWords): ReportingClause | null {
  if (anotherClause.test(text)) return null;
  const hyphened = hyphenedPronoun(text, words);
  if (hyphened !== null && nothingOf.test(text.slice(0, hyphened.verb.start))) return hyphened;
  for (const match of text.slice(0, longestClause).matchAll(words.verb)) {
    if (isNoun(text, match.index)) continue;
    const verb = { start: match.index, end: match.index + match[0].length };
    if (nothingOf.test(text.slice(0, verb.start))) {
      // “…, her cousin, told the Courier”: the Courier is told.
      if (words.toHearers.test(match[0])) return null;
      return inverted(text, verb) ?? withoutSubject(verb, words);
    }
    const subject = subjectOfVerb(text, verb.start, words);
    if (subject !== null) return { verb, subject, beside: subject.beside, isInverted: false };
  }
  return null;
}

/** "His claims", "the hopes": what a word of possession or an article stands before is no verb. */
export function isNoun(text: string, at: number): boolean {
  return /(?:^|[\s“"(])(?:his|her|their|its|our|my|your|the|these|those|any|such|no|a|an|\p{L}+[’']s)\s$/iu.test(
    text.slice(Math.max(0, at - 30), at),
  );
}

/** The subject in front of a verb: a pronoun right before it, else the head of what stands there. */
export function subjectOfVerb(
  text: string,
  verb: number,
  words: ReportingWords,
): (Phrase & { readonly beside: Phrase | null }) | null {
  const pronoun = /(?<![\p{L}’'-])(\p{L}+)(?:\s(?:has|had|also|later|then|once|hat|hatte|a|ha|heeft|had))?\s$/iu.exec(
    text.slice(Math.max(0, verb - 40), verb),
  );
  const word = pronoun?.[1] ?? '';
  if (pronoun !== null && [words.she, words.he, words.they, words.it].some((pattern) => pattern.test(word))) {
    const start = Math.max(0, verb - 40) + pronoun.index;
    return { start, end: start + word.length, beside: null };
  }
  return subjectBefore(text, verb);
}

/** The clause that reports words which follow it: "Alder said: …", "On Monday, she told the council that …". */
export function clauseBefore(text: string, words: ReportingWords): ReportingClause | null {
  const hyphened = hyphenedPronoun(text, words);
  if (hyphened !== null) return hyphened;
  const from = Math.max(0, text.length - longestClause);
  const verbs = [...text.slice(from).matchAll(words.verb)].filter(({ index }) => !isNoun(text, from + index));
  for (const match of verbs.toReversed()) {
    const verb = { start: from + match.index, end: from + match.index + match[0].length };
    // "… told the mayor that …, and later told the Courier: …": the subject stands before the verb before.
    const lead = andBefore.exec(text.slice(Math.max(0, verb.start - 40), verb.start));
    if (lead !== null && match !== verbs[0]) continue;
    // "All you have to do, says Alder, is …": what stands between two commas has its subject in it.
    const parenthesis =
      !words.toHearers.test(match[0]) && /,\s*$/u.test(text.slice(0, verb.start)) ? inverted(text, verb) : null;
    if (
      parenthesis !== null &&
      /^\p{Lu}/u.test(text.slice(parenthesis.subject.start)) &&
      /^,/u.test(text.slice(parenthesis.subject.end))
    )
      return parenthesis;
    const front = lead === null ? verb.start : Math.max(0, verb.start - 40) + lead.index;
    const own = subjectOfVerb(text, front, words);
    const subject = lead === null ? own : (ofFirstVerb(text, own, words) ?? own);
    // "In 2019 noemde ze …": where the verb stands second, what is before it may be where or when.
    if (subject !== null && !(words.isVerbSecond && isAdverbial(text.slice(subject.start, subject.end))))
      return { verb, subject, beside: subject.beside, isInverted: false };
    const after = inverted(text, verb) ?? withoutSubject(verb, words);
    if (after !== null) return after;
  }
  return null;
}

/** "after he approached Alder, slapped her on the back, and said": whoever is met in the first clause isn't its subject. */
function ofFirstVerb(
  text: string,
  subject: Phrase | null,
  words: ReportingWords,
): (Phrase & { readonly beside: null }) | null {
  if (subject === null) return null;
  const before = /(?<![\p{L}’'-])(\p{L}+)(?:\s\p{Ll}+){1,3}\s$/u.exec(
    text.slice(Math.max(0, subject.start - 60), subject.start),
  );
  const word = before?.[1] ?? '';
  if (before === null || ![words.she, words.he, words.they].some((pattern) => pattern.test(word))) return null;
  const start = Math.max(0, subject.start - 60) + before.index;
  return { start, end: start + word.length, beside: null };
}

/** "dijo", "ha detto": of the person who is spoken of. */
function withoutSubject(verb: Phrase, words: ReportingWords): ReportingClause | null {
  const subject = { start: verb.end, end: verb.end };
  return words.leavesOutSubjects ? { verb, subject, beside: null, isInverted: true } : null;
}

/** "what Alder calls …": whoever calls something so, right before the words. */
export function clauseCalling(text: string, words: ReportingWords): ReportingClause | null {
  const match = words.calling?.exec(text.slice(-longestCalling));
  const { what = '', subject = '', verb = '' } = match?.groups ?? {};
  if (match === null || match === undefined || subject === '') return null;
  const start = Math.max(0, text.length - longestCalling) + match.index + what.length;
  const end = start + subject.length;
  const at = text.indexOf(verb, end);
  return { verb: { start: at, end: at + verb.length }, subject: { start, end }, beside: null, isInverted: false };
}

const longestCalling = 120;

const andBefore = /(?:^|[\s,])(?:[Aa]nd|but|then|und|et|y|e|en|maar|ma|pero|mais)(?:\s\p{Ll}+)?\s$/u;

/** Whoever stands where speakers do, before or behind any verb: "“…,” Hallam shot back", "“…,” beschreibt Kurz". */
export function subjectBeside(text: string): ReportingClause | null {
  const own = /^[\s,–—-]*(\p{Lu}[^,.;:!?()–—]{1,80}?)(?=\s\p{Ll}|,)/u.exec(text);
  const phrase = own?.[1];
  if (own !== null && phrase !== undefined) {
    const start = own[0].length - phrase.length;
    const end = start + phrase.length;
    return { verb: { start: end, end }, subject: { start, end }, beside: null, isInverted: true };
  }
  const verb =
    /^[\s,–—-]*(?!(?:with|by|from|for|in|at|on|of|to|as|about|like|and|or|but|mit|von|avec|par|con|por|com|met|van)\s)(?!\p{Ll}+ing\s)(\p{Ll}[\p{L}-]+)(?=\s(?:\p{Lu}|(?:the|a|an|der|die|das|ein|eine|le|la|un|une|el|los|il|lo|uno|una|o|um|uma|de|het|een)\s))/u.exec(
      text,
    );
  return verb === null ? null : inverted(text, { start: verb[0].length - (verb[1]?.length ?? 0), end: verb[0].length });
}

/** "—Mike Brehm, partner, Kenwood": a dash and a name, with nothing but what its bearer is behind it. */
export function subjectOfSignature(text: string): ReportingClause | null {
  const match = /^\s*[—–-]{1,2}\s?(\p{Lu}[^,.;:()—–]{1,60}?)\s*(?:,[^.!?:]{1,120})?\.?\s*$/u.exec(text);
  const phrase = match?.[1];
  if (phrase === undefined) return null;
  const start = text.indexOf(phrase);
  const end = start + phrase.length;
  return { verb: { start: end, end }, subject: { start, end }, beside: null, isInverted: true };
}

/** "Ama Reid, 34, nurse: …": what stands before a colon without a verb is who speaks. */
export function subjectBeforeColon(text: string): ReportingClause | null {
  const match = /^([\s,]*)([^,:;()]{2,60})(?:[,(][^:]{0,80})?:\s*$/u.exec(text);
  const phrase = match?.[2]?.trimEnd() ?? '';
  if (match === null || !/\p{Lu}/u.test(phrase)) return null;
  const start = match[1]?.length ?? 0;
  const end = start + phrase.length;
  return { verb: { start: end, end }, subject: { start, end }, beside: null, isInverted: true };
}

/** "According to the port, …", "…, selon Alder". */
export function clauseAccordingTo(text: string, words: ReportingWords): ReportingClause | null {
  const match = words.accordingTo.exec(text.slice(0, longestClause));
  return match === null ? null : inverted(text, { start: match.index, end: match.index + match[0].length });
}

/** What is longer is no introduction, and patterns that look back over it would take long. UTF-16 units. */
const longestClause = 600;

function inverted(text: string, verb: Phrase): ReportingClause | null {
  const lead =
    /^\s+(?:(?:also|then|later|again|immediately|dann|auch|am \p{L}+|\p{L}+ags|mercoledì|lunedì|martedì|giovedì|venerdì)\s+)?/iu.exec(
      text.slice(verb.end),
    );
  if (lead === null) return null;
  const start = verb.end + lead[0].length;
  const rest = text.slice(start, start + 200);
  const stop = behindSubject.exec(rest);
  const end = start + (stop?.index ?? rest.length);
  const phrase = trimmed(text, start, end);
  if (phrase === null) return null;
  const following = stop?.[0] === ',' ? /^,\s*([^,.;:()–—]{3,120})/u.exec(rest.slice(stop.index)) : null;
  const at = following === null ? null : end + following[0].indexOf(following[1] ?? '');
  return {
    verb,
    subject: phrase,
    beside: at === null ? null : trimmed(text, at, at + (following?.[1]?.length ?? 0)),
    isInverted: true,
  };
}

/** French asks its subject back: "prévient-il", "a-t-elle dit". */
function hyphenedPronoun(text: string, words: ReportingWords): ReportingClause | null {
  if (words.code !== 'fr') return null;
  const match = /(?<!\p{L})(\p{L}+(?:-t)?)-(il|elle|ils|elles|on)(?!\p{L})/iu.exec(text.slice(0, longestClause));
  if (match === null) return null;
  const verb = { start: match.index, end: match.index + (match[1]?.length ?? 0) };
  const start = verb.end + 1;
  return { verb, subject: { start, end: start + (match[2]?.length ?? 0) }, beside: null, isInverted: true };
}

function trimmed(text: string, start: number, end: number): Phrase | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}
