import { type PreciseDate, type Span, sentencesOf } from '../../contract/index.ts';
import { countWords } from '../document/word-count.ts';
import { phrasesOf } from '../languages/index.ts';
import { phraseSource } from '../languages/phrases.ts';
import { clauseAccordingTo, clauseAfter, isNoun, type ReportingClause, subjectOfVerb } from './reporting-clause.ts';
import { type ReportingWords, reportingWords } from './reporting-words.ts';
import { roleWord } from './roles.ts';
import { saidDate } from './said-date.ts';
import type { Reading, Scene, Who } from './scene.ts';
import { overlapsAny } from './spans-in-order.ts';
import { whoSays } from './who.ts';

/** What somebody said, in the reporter's words. */
export interface ReportedWords {
  /** Two where the cue interrupts the words. */
  readonly spans: readonly [Span, ...Span[]];
  readonly who: Who;
  readonly said: PreciseDate | null;
  readonly cue: string;
}

interface Unquoted extends Reading {
  /** With their marks; a sentence that holds any of them is told by those. */
  readonly quoted: readonly Span[];
  /** Who spoke in quotation marks, and where, in the text's order. */
  readonly spoken: readonly { readonly who: Who; readonly at: number }[];
}

/** A clause that reports, and where in the sentence the words stand that it reports. */
interface Reported {
  readonly clause: ReportingClause;
  readonly start: number;
  readonly end: number;
  /** Where they go on behind the clause: "The result, Alder said, was a flood"; null where they don't. */
  readonly again: number | null;
  /** In the sentence: where the text begins that the clause's offsets count from. */
  readonly from: number;
}

/** Fewer words are no clause. */
const fewestWords = 3;

/** Sentences that report what somebody said without quoting it. */
export function reportedWords(reading: Unquoted): ReportedWords[] {
  const words = reportingWords(reading.language);
  const telling = { ...words, verb: words.telling };
  const found: ReportedWords[] = [];
  for (const passage of reading.passages) {
    if (passage.kind !== 'paragraph' || passage.purpose !== null) continue;
    for (const { start, end } of sentencesOf(passage.text)) {
      const base = passage.start + start;
      if (overlapsAny(reading.quoted, { start: base, end: passage.start + end })) continue;
      const sentence = passage.text.slice(start, end);
      // What ends in a colon introduces words that follow.
      if (/:\s*$/u.test(sentence)) continue;
      const reported = reportedIn(sentence, telling);
      if (reported === null) continue;
      const scene: Scene = { ...reading, words, last: lastBefore(base, found, reading.spoken) };
      const who = whoSays(reported.clause, sentence.slice(reported.from), base + reported.from, scene);
      if (who === null || who === 'nobody' || (who.by === 'description' && writing.test(who.described ?? ''))) continue;
      const span = trimmed(sentence, reported.start, reported.end, base);
      const rest = reported.again === null ? [] : [trimmed(sentence, reported.again, sentence.length, base)];
      const length = [span, ...rest].reduce(
        (sum, one) => sum + countWords(sentence.slice(one.start - base, one.end - base), fewestWords),
        0,
      );
      if (length < fewestWords) continue;
      found.push({
        spans: [span, ...rest],
        who,
        said: saidDate(
          sentence.slice(0, span.start - base) +
            sentence.slice(span.end - base, (rest[0]?.start ?? base + sentence.length) - base),
          reading.published,
          reading.language,
        ),
        cue: sentence.slice(reported.from + reported.clause.verb.start, reported.from + reported.clause.verb.end),
      });
    }
  }
  return found;
}

/** Whoever spoke last before an offset, in either way. */
function lastBefore(offset: number, reported: readonly ReportedWords[], spoken: Unquoted['spoken']): Scene['last'] {
  const last = reported.at(-1);
  const quoted = spoken.findLast(({ at }) => at < offset) ?? null;
  if (last === undefined || (quoted !== null && quoted.at > last.spans[0].start)) return quoted;
  return { who: last.who, at: last.spans[0].start };
}

/** "The map", "the rules" say what they say, but nobody speaks in them. */
const writing = new RegExp(
  `^(?:${phraseSource(phrasesOf(({ statements }) => statements?.determiners))}\\s)?${phraseSource(phrasesOf(({ statements }) => statements?.writings))}$`,
  'iu',
);

function reportedIn(sentence: string, words: ReportingWords): Reported | null {
  return behind(sentence, words) ?? inFront(sentence, words) ?? byAccount(sentence, words);
}

/** "Alder said (that) the board would look at it again": what follows the verb. */
function behind(sentence: string, words: ReportingWords): Reported | null {
  for (const match of sentence.matchAll(words.verb)) {
    if (isNoun(sentence, match.index)) continue;
    const verb = { start: match.index, end: match.index + match[0].length };
    const subject = subjectOfVerb(sentence, verb.start, words);
    if (subject === null || notSaid.test(sentence.slice(subject.start, verb.start))) continue;
    if (subject.beside === null && isBehindClause(sentence, subject.end, verb)) continue;
    const start = clauseStart(sentence, verb.end, words, match[0]);
    if (start === null) continue;
    return {
      clause: { verb, subject, beside: subject.beside, isInverted: false },
      start,
      end: sentence.length,
      again: null,
      from: 0,
    };
  }
  return null;
}

/**
 * "The pier will close, said Alder": no comma parts a subject from its verb. One that closes what hangs on it ("Alder of the
 * harbour, said …") has more behind the verb than a name.
 */
function isBehindClause(
  sentence: string,
  subjectEnd: number,
  verb: { readonly start: number; readonly end: number },
): boolean {
  const between = sentence.slice(subjectEnd, verb.start);
  return /,\s*$/u.test(between) && (/^\s*,\s*$/u.test(between) || countWords(sentence.slice(verb.end), 7) <= 6);
}

/** Between a subject and its verb: it did not say so, or it was told. */
const notSaid =
  /(?<!\p{L})(?:never|not|cannot|\p{L}+n[’']t|declined|refused|was|were|been|is|are|be|to|nicht|nie|niemals|wurde|wurden|ne|n[’']|jamais|no|nunca|non|mai|não|nunca|niet|nooit|fue|fueron|werd|werden)(?=\s)/iu;

/** Verbs behind which a clause needs no "that". */
const bare =
  /^(?:said|says|claims|claimed|insists|insisted|thinks|believes|believed|hopes|argues|argued|sagte|sagt|erklärte|betonte|meinte|versicherte|behauptete)$/iu;

/** Where the reported clause begins behind a verb; null where what follows is no clause. */
function clauseStart(sentence: string, verbEnd: number, words: ReportingWords, verb: string): number | null {
  const rest = sentence.slice(verbEnd);
  // "something he said that should raise eyebrows": a relative clause.
  const isRelative = (end: number) => words.goingOn?.test(/^\p{L}+/u.exec(rest.slice(end))?.[0] ?? '') === true;
  const direct = words.that.exec(rest);
  if (direct !== null) return isRelative(direct[0].length) ? null : verbEnd + direct[0].length;
  // "said a ban would hurt firms that …": what begins with its subject is the clause itself.
  const later = new RegExp(
    `^(?!\\s(?:the|an?|it|he|she|they|there|his|her|their|its|no)\\s)[^,;:]{0,90}?(?:,\\s|\\s)${words.that.source.slice(1)}`,
    'iu',
  ).exec(rest);
  if (later !== null) return isRelative(later[0].length) ? null : verbEnd + later[0].length;
  if (!bare.test(verb)) return null;
  const comma = /^,\s/u.exec(rest);
  if (/^de$/u.test(words.code)) return comma === null ? null : verbEnd + comma[0].length;
  const begins =
    /^\s(?!(?:late|early|last|\p{L}+day|in|on|at|to|of|with|nothing|no|yes|so|goodbye|hello|as|during|after|when|and|by|from|about|it all|much|little|more|what|only)\b)(?=[\p{L}\d$€£“])/iu.exec(
      rest,
    );
  if (begins !== null) return verbEnd + begins[0].length;
  // "said on Monday the road would close"
  const dated =
    /^\s(?:on|in|at|last|late)\s(?:\p{L}+\s){1,3}?(?=(?:the|a|an|it|he|she|they|there|his|her|their|its|no)\s)/iu.exec(
      rest,
    );
  return dated === null ? null : verbEnd + dated[0].length;
}

/** "The road would close, Alder said on Monday": what stands before the last comma. */
function inFront(sentence: string, words: ReportingWords): Reported | null {
  for (let comma = sentence.lastIndexOf(','); comma > 0; comma = sentence.lastIndexOf(',', comma - 1)) {
    const tail = sentence.slice(comma);
    if (tail.length > 200) return null;
    const clause = clauseAfter(tail, words);
    if (clause === null || (!clause.isInverted && clause.subject.start > 4)) continue;
    const after = Math.max(clause.verb.end, clause.subject.end, clause.beside?.end ?? 0);
    const end = comma - descriptionBefore(sentence.slice(0, comma));
    const again = goesOnBehind(sentence, end, comma + after, words);
    const following = again === null ? countWords(tail.slice(after), 9) : 0;
    // "Although it rained, Alder told them the roof held": the words are behind.
    if (following > 8 || (following > 2 && subordinate.test(sentence))) continue;
    // "the system that adds …": a relative clause says nothing.
    if (!clause.isInverted && /\s(?:that|which)\s*$/u.test(tail.slice(clause.subject.end, clause.verb.start))) continue;
    return { clause, start: datelineOf(sentence), end, again, from: comma };
  }
  return null;
}

/** "PORT ELLERY, Nov. 16 (Courier) — ": how much of a sentence says where and when it was written. */
function datelineOf(sentence: string): number {
  return (
    /^(?:\p{Lu}{2}|\(\p{Lu})[^.!?:;“”"—–]{0,40}(?:\.[^.!?:;“”"—–]{0,30})?\s(?:[—–]|--?)\s/u.exec(sentence)?.[0]
      .length ?? 0
  );
}

const subordinate = new RegExp(
  `^[\\s“"]*${phraseSource(phrasesOf(({ statements }) => statements?.subordinators))}(?!\\p{L})`,
  'iu',
);

/** "…, her cousin, Mike Lynch, told …": how much of the words' end says who speaks, with the comma before it. */
function descriptionBefore(text: string): number {
  const last = /,\s(?:his|her|their|its|the|an?|\p{Lu}\p{L}+[’']s)\s\p{Ll}[\p{L}-]*(?:\s\p{Ll}[\p{L}-]*){0,2}$/u.exec(
    text.slice(-60),
  )?.[0];
  return last !== undefined && isAboutSomebody.test(last) ? last.length : 0;
}

const isAboutSomebody = new RegExp(
  `(?<!\\p{L})(?:${phraseSource(phrasesOf(({ statements }) => statements?.kindsOfPeople))}|${roleWord.source})(?!\\p{L})`,
  'iu',
);

/** "According to Alder, the road would close"; "The road would close, according to Alder". */
function byAccount(sentence: string, words: ReportingWords): Reported | null {
  const clause = clauseAccordingTo(sentence, words);
  if (clause === null) return null;
  if (/^\s*$/u.test(sentence.slice(0, clause.verb.start))) {
    // "According to Alder, the harbour master, the road …": what stands between two commas belongs to the name.
    const { subject, beside } = clause;
    const isApposition =
      beside !== null && sentence.charAt(beside.end) === ',' && isShort(sentence.slice(beside.start, beside.end));
    const comma = sentence.indexOf(',', isApposition ? beside.end : subject.end);
    return comma < 0 ? null : { clause, start: comma + 1, end: sentence.length, again: null, from: 0 };
  }
  if (!/,\s*$/u.test(sentence.slice(0, clause.verb.start))) return null;
  const end = sentence.lastIndexOf(',', clause.verb.start);
  const again = goesOnBehind(sentence, end, clause.subject.end, words);
  return { clause, start: datelineOf(sentence), end, again, from: 0 };
}

/** Where words that a cue interrupts go on: behind its comma, where a verb of theirs stands on either side of it. */
function goesOnBehind(sentence: string, end: number, after: number, { goingOn }: ReportingWords): number | null {
  const comma = /^,\s/u.exec(sentence.slice(after));
  if (goingOn === null || comma === null) return null;
  const start = after + comma[0].length;
  const next = /^\p{L}+/u.exec(sentence.slice(start))?.[0] ?? '';
  const last = /\p{L}+$/u.exec(sentence.slice(0, end))?.[0] ?? '';
  return goingOn.test(next) || goingOn.test(last) ? start : null;
}

/** What stands beside a name is short; longer words between commas are a clause of their own. */
function isShort(words: string): boolean {
  return /^(?:who|whose|which)\s/iu.test(words) || countWords(words, 9) <= 8;
}

function trimmed(sentence: string, start: number, end: number, base: number): Span {
  const words = sentence.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = start + words.replace(/[\s.!?]+$/u, '').length;
  return { start: base + from, end: base + Math.max(from, to) };
}
