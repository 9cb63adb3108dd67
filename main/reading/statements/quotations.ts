import {
  type PreciseDate,
  type Span,
  type StatementKind,
  type SuggestionReason,
  sentencesOf,
} from '../../contract/index.ts';
import { countWords } from '../document/word-count.ts';
import { antecedent } from './antecedent.ts';
import { isBeside } from './attributes.ts';
import type { Passage } from './passages.ts';
import { startingIn } from './people.ts';
import type { Quotation } from './quotation-marks.ts';
import {
  clauseAccordingTo,
  clauseAfter,
  clauseBefore,
  clauseCalling,
  type ReportingClause,
  subjectBeforeColon,
  subjectBeside,
  subjectOfSignature,
} from './reporting-clause.ts';
import { type ReportingWords, reportingWords } from './reporting-words.ts';
import { saidDate } from './said-date.ts';
import type { Reading, Scene, Who } from './scene.ts';
import { sentenceSubjects } from './sentence-subjects.ts';
import { isWithin } from './spans-in-order.ts';
import { whoSays } from './who.ts';

/** Quoted words that somebody said. */
export interface QuotedWords {
  readonly spans: readonly Span[];
  readonly kind: StatementKind;
  readonly who: Who | null;
  readonly said: PreciseDate | null;
  readonly rule: QuotationRule;
  /** The clause that reports them, as printed. */
  readonly cue: string | null;
}

type QuotationRule = Extract<SuggestionReason['rule'], 'clause' | 'goes-on' | 'about' | 'only-named' | 'marks'>;

interface Draft {
  spans: Span[];
  kind: 'direct' | 'mixed';
  who: Who | null;
  readonly said: PreciseDate | null;
  readonly rule: QuotationRule;
  readonly cue: string | null;
  /** Where its verb stands; what has the same one is the same statement. Null without a clause. */
  readonly clause: number | null;
  /** Its last passage. */
  last: number;
  readonly at: number;
}

interface Quoting extends Reading {
  readonly quotations: readonly Quotation[];
}

/** A clause with the text that it was found in, and where that begins in the canonical text. */
interface Found {
  readonly clause: ReportingClause;
  readonly text: string;
  readonly base: number;
}

/** The statements of an article that stand in quotation marks, in its order. */
export function quotedWords(reading: Quoting): QuotedWords[] {
  const words = reportingWords(reading.language);
  const quoted = reading.quotations.map(({ outer }) => outer);
  const maskedOf = masks(reading);
  const timesQuoted = countFragments(reading);
  const drafts: Draft[] = [];
  for (const [index, quotation] of reading.quotations.entries()) {
    const passage = reading.passages[quotation.passage];
    // A headline repeats what the article says.
    if (passage === undefined || passage.kind === 'heading') continue;
    const place = placeOf(reading, index, quotation, passage, maskedOf);
    const coined = clauseCalling(place.before, words);
    const found =
      coined === null
        ? (clauseOf(place, words) ?? clauseAbove(place, reading, words))
        : { clause: coined, text: place.before, base: place.beforeBase };
    const before = drafts.at(-1);
    const last = lastSpeaker(drafts);
    const scene: Scene = { ...reading, words, quoted, last };
    const who = found === null ? null : whoSays(found.clause, found.text, found.base, scene);
    if (who === 'nobody' || isName(place)) continue;
    // "what he calls “a hoax”" are his words; "what neuroscientists call “drift”" is a term.
    if (coined !== null && (who === null || who.by === 'description')) continue;
    const verb = found === null ? null : found.base + found.clause.verb.start;
    const kind = kindOf(place, found);
    if (before !== undefined && before.clause !== null && before.clause === verb) {
      // “…,” says Thagard, author of “Why It Fails”: the work is not among the words.
      if (isTitle(place, words) && !isReportedBehind(place, found)) continue;
      extend(before, quotation, kind);
      continue;
    }
    if (found === null && before !== undefined && goesOn(before, place, kind)) {
      extend(before, quotation, kind);
      continue;
    }
    if (coined === null && isTitle(place, words) && !isReportedBehind(place, found)) continue;
    if (isScare(place, found, kind, who) || isTerm(place, found, kind, words, timesQuoted)) continue;
    const inherited = found !== null || kind !== 'direct' ? null : inheritedFrom(before, place, scene);
    drafts.push({
      spans: [...quotation.spans],
      kind,
      who: who ?? inherited?.who ?? null,
      said: found === null ? null : saidDate(withoutQuotations(place), reading.published, reading.language),
      rule: found === null ? (inherited?.rule ?? 'marks') : 'clause',
      cue: found === null ? null : cueOf(found),
      clause: verb,
      last: quotation.last,
      at: quotation.outer.start,
    });
  }
  return drafts.map(({ spans, kind, who, said, rule, cue }) => ({ spans, kind, who, said, rule, cue }));
}

function extend(draft: Draft, quotation: Quotation, kind: 'direct' | 'mixed'): void {
  draft.spans.push(...quotation.spans);
  draft.last = quotation.last;
  if (kind === 'direct') draft.kind = 'direct';
}

/** A quotation in its sentence. */
interface Place {
  readonly quotation: Quotation;
  readonly passage: Passage;
  /** The words of its first span, and of its last. */
  readonly first: string;
  readonly closing: string;
  /** In its passage: the sentence's text before it, back to the sentence's beginning, with other quotations as commas. */
  readonly before: string;
  readonly beforeBase: number;
  /** What stands between it and the quotation before, in the same sentence. */
  readonly between: string;
  /** From its end to the end of the sentence, or to the next quotation. */
  readonly after: string;
  readonly afterBase: number;
  /** The sentence that follows, where this one ends with the quotation. */
  readonly next: string;
  readonly nextBase: number;
  /** The passage that follows, where the quotation ends its own. */
  readonly below: Passage | null;
  /** Whether it begins its passage. */
  readonly isFirst: boolean;
  /** Whether its sentence quotes more than two words elsewhere: “a deserted island” and “leave while you still can”. */
  readonly isBesideFragment: boolean;
}

function placeOf(reading: Quoting, index: number, quotation: Quotation, passage: Passage, maskedOf: Masks): Place {
  const start = quotation.outer.start - passage.start;
  const { text: head, sentences: ofHead } = maskedOf(quotation.passage, passage);
  const sentence = ofHead.findLast((one) => one.start <= start) ?? { start: 0, end: head.length };
  const previous = reading.quotations[index - 1];
  const following = reading.quotations[index + 1];
  const previousEnd = previous === undefined ? 0 : Math.max(0, previous.outer.end - passage.start);
  const end = reading.passages[quotation.last] ?? passage;
  const { text: tail, sentences } = maskedOf(quotation.last, end);
  const from = quotation.outer.end - end.start;
  const at = sentences.findIndex((one) => one.end > from - 1);
  const own = sentences[at];
  const stop = Math.min(
    own?.end ?? tail.length,
    following === undefined ? tail.length : Math.max(from, following.outer.start - end.start),
  );
  const next =
    own !== undefined &&
    tail
      .slice(from, own.end)
      .trim()
      .replace(/^[.,]+/u, '') === ''
      ? sentences[at + 1]
      : undefined;
  const words = quotation.spans;
  return {
    quotation,
    passage,
    first: wordsOf(reading, words[0]),
    closing: wordsOf(reading, words.at(-1)),
    before: head.slice(sentence.start, start),
    beforeBase: passage.start + sentence.start,
    between: head.slice(Math.max(sentence.start, Math.min(start, previousEnd)), start),
    after: tail.slice(from, Math.max(from, stop)),
    afterBase: end.start + from,
    next: next === undefined ? '' : tail.slice(next.start, next.end),
    nextBase: end.start + (next?.start ?? 0),
    below: tail.slice(from).trim() === '' ? (reading.passages[quotation.last + 1] ?? null) : null,
    isFirst: head.slice(0, start).trim() === '',
    isBesideFragment: [previous, following].some(
      (other) =>
        other?.passage === quotation.passage &&
        other.outer.start - passage.start >= sentence.start &&
        other.outer.end - passage.start <= sentence.end &&
        countWords(wordsOf(reading, other.spans[0]), 3) >= 3,
    ),
  };
}

function wordsOf({ passages }: Quoting, span: Span | undefined): string {
  if (span === undefined) return '';
  const passage = passages.findLast(({ start }) => start <= span.start);
  return passage?.text.slice(span.start - passage.start, span.end - passage.start) ?? '';
}

/** A passage's text with what stands in quotation marks as blanks behind a comma; a full stop closes what one closes. */
type Masks = (index: number, passage: Passage) => { readonly text: string; readonly sentences: readonly Span[] };

/** Each passage is masked and parted into sentences once, however many quotations it holds. */
function masks({ quotations }: Quoting): Masks {
  const known = new Map<number, ReturnType<Masks>>();
  let first = 0;
  return (index, passage) => {
    const made = known.get(index);
    if (made !== undefined) return made;
    while ((quotations[first]?.last ?? index) < index) first += 1;
    let text = '';
    for (let at = first; (quotations[at]?.passage ?? index + 1) <= index; at += 1) {
      const { outer } = quotations[at] ?? { outer: { start: 0, end: 0 } };
      const start = Math.max(text.length, outer.start - passage.start);
      const end = Math.min(passage.text.length, outer.end - passage.start);
      const ends = /[.!?…]["”“»«’'」』\s]*$/u.test(passage.text.slice(Math.max(start, end - 8), end)) ? '.' : ' ';
      const blank = end - start < 2 ? ',' : `,${' '.repeat(end - start - 2)}${ends}`;
      text += passage.text.slice(text.length, start) + (end > start ? blank : '');
    }
    text += passage.text.slice(text.length);
    const mask = { text, sentences: sentencesOf(text) };
    known.set(index, mask);
    return mask;
  };
}

/** The clause that reports a quotation: behind it, before it, around it. */
function clauseOf(place: Place, words: ReportingWords): Found | null {
  const { before, beforeBase, between, after, afterBase, next, nextBase, closing, below } = place;
  const isOpen = /[,–—-]$/u.test(closing) || /^\s*[,–—]/u.test(after) || !/[.!?…]$/u.test(closing);
  const behind = after.trim() === '' ? null : clauseAfter(after, words);
  const found = (clause: ReportingClause, text: string, base: number): Found => ({ clause, text, base });
  if (behind !== null && (behind.isInverted || isOpen)) return found(behind, after, afterBase);
  const led = /[\p{L}]/u.test(between) ? clauseBefore(before, words) : null;
  if (led !== null) return found(led, before, beforeBase);
  const beside =
    /[,!?]$/u.test(closing) || /^\s*[,–—]/u.test(after)
      ? (subjectOfSignature(after) ?? (/\p{L}/u.test(between) ? null : subjectBeside(after)))
      : null;
  if (beside !== null && behind === null) return found(beside, after, afterBase);
  const listed = subjectBeforeColon(before);
  if (listed !== null) return found(listed, before, beforeBase);
  if (behind !== null) return found(behind, after, afterBase);
  const source = clauseAccordingTo(after, words);
  if (source !== null && /^[\s,]*$/u.test(after.slice(0, source.verb.start))) return found(source, after, afterBase);
  const named = clauseAccordingTo(before, words);
  if (named !== null) return found(named, before, beforeBase);
  // “We will not.” Alder said.
  const alone = next.length < 90 ? clauseAfter(next, words) : null;
  if (alone !== null && countWords(next.slice(alone.verb.end), 7) <= (alone.isInverted ? 6 : 3))
    return found(alone, next, nextBase);
  const beneath = subjectOfSignature(next);
  if (beneath !== null) return found(beneath, next, nextBase);
  const signed = place.isFirst && below !== null ? subjectOfSignature(below.text) : null;
  return signed === null || below === null ? null : found(signed, below.text, below.start);
}

/** Whether the paragraph above leads to the words with a colon. */
function isLedFromAbove({ isFirst, quotation }: Place, { passages }: Reading): boolean {
  const above = passages[quotation.passage - 1];
  return isFirst && above?.kind === 'paragraph' && /:\s*$/u.test(above.text);
}

/** "Alder told the Courier:" at the end of the paragraph above. */
function clauseAbove(place: Place, reading: Quoting, words: ReportingWords): Found | null {
  const above = reading.passages[place.quotation.passage - 1];
  if (above === undefined || !isLedFromAbove(place, reading)) return null;
  const sentence = sentencesOf(above.text).at(-1);
  const text = sentence === undefined ? '' : above.text.slice(sentence.start, sentence.end);
  const clause = /["“”„«»]/u.test(text) ? null : (clauseBefore(text, words) ?? clauseAccordingTo(text, words));
  return clause === null || sentence === undefined ? null : { clause, text, base: above.start + sentence.start };
}

function cueOf({ clause, text }: Found): string {
  const start = Math.min(clause.verb.start, clause.subject.start);
  const end = Math.max(clause.verb.end, clause.subject.end);
  return text.slice(start, end).replace(/\s+/gu, ' ').slice(0, 300);
}

/** Whole words of somebody, or a fragment in the reporter's sentence. */
function kindOf(place: Place, found: Found | null): 'direct' | 'mixed' {
  const { first, closing, between, before } = place;
  const isWhole = /^[¿¡(["“‘…]*\p{Lu}/u.test(first) && /[.!?…,]["”“»«’'」』]*$/u.test(closing);
  const isLed = /[:,]\s*$/u.test(between) && /\p{L}/u.test(before);
  const isFollowed = isReportedBehind(place, found);
  if (isWhole || (isLed && /\p{Lu}/u.test(first.charAt(0)))) return 'direct';
  if (isFollowed) return 'direct';
  if (between.trim() === '' && before.trim() === '' && /[.!?…]$/u.test(closing)) return 'direct';
  return 'mixed';
}

/** Words without a cue of their own, behind others in the same paragraph. */
function goesOn(before: Draft, { quotation, before: lead, isFirst }: Place, kind: 'direct' | 'mixed'): boolean {
  return (
    !isFirst &&
    before.last === quotation.passage &&
    before.kind === 'direct' &&
    kind === 'direct' &&
    lead.trim().replace(/^[,.\s]+/u, '') === ''
  );
}

/** Whose words are that no clause reports, and by which rule. */
function inheritedFrom(
  before: Draft | undefined,
  place: Place,
  scene: Scene,
): { readonly who: Who; readonly rule: QuotationRule } | null {
  // "She told the Courier:" has a subject, whoever that is.
  // In a language whose verbs nobody has collected it can't be read, and the one who is named stays.
  const isRead = scene.language === null || scene.language.toLowerCase().startsWith(scene.words.code);
  if (isRead && isLedFromAbove(place, scene)) return null;
  // Who speaks the next line of a dialogue is the other one, and no rule says who that is.
  if (place.quotation.isTurn) return null;
  const goesOn = continued(before, place, scene);
  if (goesOn !== null) return { who: goesOn, rule: 'goes-on' };
  const about = toldOf(place, scene);
  if (about !== null) return { who: about, rule: 'about' };
  const only = onlyOneNamed(place, scene);
  return only === null ? null : { who: only, rule: 'only-named' };
}

/** Whoever spoke in the paragraph before goes on in one that is nothing but quoted words. */
function continued(
  before: Draft | undefined,
  { quotation, isFirst, passage, after, next }: Place,
  { passages }: Reading,
): Who | null {
  if (before === undefined || !isFirst || before.who === null) return null;
  if (/\p{L}/u.test(after) || /\p{L}/u.test(next)) return null;
  const adjacent = before.last === quotation.passage - 1;
  const closes = passages[before.last];
  // A paragraph that ends with quoted words, or with their cue, leads on to more of the same.
  return adjacent && closes !== undefined && passage.kind === closes.kind ? before.who : null;
}

/** "She laughs at that. “Holiday homes!”": whom the sentence right before the words is about. */
function toldOf({ quotation }: Place, scene: Scene): Who | null {
  const at = quotation.outer.start;
  const subject = sentenceSubjects(quotation.passage, scene).findLast(({ start }) => start < at);
  if (subject === undefined || subject.end < at - 2) return null;
  const { who, pronoun } = subject;
  const meant = who ?? (pronoun === null || pronoun === 'it' ? null : antecedent(subject.start, pronoun, scene));
  return meant?.speakers.length === 1 ? meant : null;
}

/** "Tallis laughs at that. “Holiday homes!”": the one person whom the paragraph has named before the words. */
function onlyOneNamed({ passage, quotation, isFirst }: Place, { cast, quoted, passages, language }: Scene): Who | null {
  const isNamedBeside = (at: number) => {
    const around = passages.findLast(({ start }) => start <= at);
    return around !== undefined && isBeside(around.text, at - around.start, language);
  };
  const from = isFirst ? (passages[quotation.passage - 1]?.start ?? passage.start) : passage.start;
  const people = new Set(
    startingIn(cast.possible, ({ start }) => start, from, quotation.outer.start)
      .filter(({ start }) => !isWithin(quoted, start) && !isNamedBeside(start))
      .map(({ person }) => person),
  );
  const [only] = people;
  if (only === undefined || people.size > 1) return null;
  const { name, role, organization } = only;
  return { speakers: [{ name, role, organization }], described: null, by: 'name' };
}

function lastSpeaker(drafts: readonly Draft[]): Scene['last'] {
  const draft = drafts.findLast(({ who }) => who !== null);
  return draft === undefined || draft.who === null ? null : { who: draft.who, at: draft.at };
}

const smallWords =
  /^(?:a|an|the|of|and|in|on|for|to|at|with|without|from|by|into|over|under|de|la|le|du|des|el|und|der|die|das|di|del|da|do|e|y|et|van|en)$/iu;

/** Tomas “Tug the Rope” Reyl */
function isName({ between, after, first, quotation }: Place): boolean {
  return (
    quotation.spans.length === 1 &&
    first.split(/\s+/u).length < 5 &&
    !/[.,!?]$/u.test(first) &&
    /\p{Lu}[\p{L}.]*\s$/u.test(between) &&
    /^\s\p{Lu}/u.test(after)
  );
}

/** Titles of works, what a sign reads, slogans. */
function isTitle({ first, between, before, quotation }: Place, words: ReportingWords): boolean {
  if (quotation.spans.length > 1) return false;
  if (words.naming.test(before.slice(-80)) || words.naming.test(between.slice(-80))) return true;
  const tokens = tokensOf(first);
  // American papers set the full stop of their own sentence inside the marks: "told “Good Morning America.”".
  const isInSentence = /\p{L}\s$/u.test(between) && tokens.length < 6;
  return (
    tokens.length > 1 &&
    tokens.length < 9 &&
    !(isInSentence ? /[!?]$/u : /[.!?]$/u).test(first) &&
    tokens.every((token) => /^[^\p{L}]*\p{Lu}|^\d+$/u.test(token) || smallWords.test(token)) &&
    tokens.filter((token) => /^[^\p{L}]*\p{Lu}/u.test(token)).length > 1
  );
}

/** "“Come Thursday,” he told …": a clause that follows at a comma, or with its verb first, reports words and no title. */
function isReportedBehind({ after, closing, between }: Place, found: Found | null): boolean {
  // "In “Doing the Least,” she shares …"
  if (/(?:^|\s)(?:in|for|of|on|from|at)\s$/iu.test(between)) return false;
  return (
    found !== null && found.text === after && (found.clause.isInverted || /,$/u.test(closing) || /^\s*,/u.test(after))
  );
}

/** Single words are the reporter's way to say it, and so are two in a sentence that reports nobody. */
function isScare(
  { first, closing, after, quotation, isFirst, isBesideFragment }: Place,
  found: Found | null,
  kind: 'direct' | 'mixed',
  who: Who | null,
): boolean {
  const words = tokensOf(first).length;
  if (quotation.spans.length > 1) return false;
  // “No,” said Alder; but not “now”, it seems, and not “SEAL” describes.
  const isOpen = !/[.,!?…]$/u.test(closing) && !/^\s*,/u.test(after);
  if (words < 2) return found === null || kind === 'mixed' || who === null || (isOpen && who.by === 'description');
  return found === null && words < 3 && !/[.!?…]$/u.test(closing) && !isFirst && !isBesideFragment;
}

/** A term or a name is no longer than this, in words. */
const longestTerm = 4;

/** "a rare “ring of fire” eclipse", "the “Quick connect” feature", and what is set in marks again and again. */
function isTerm(
  { first, closing, before, after, quotation, isBesideFragment }: Place,
  found: Found | null,
  kind: 'direct' | 'mixed',
  words: ReportingWords,
  timesQuoted: ReadonlyMap<string, number>,
): boolean {
  if (kind === 'direct' || quotation.spans.length > 1 || tokensOf(first).length > longestTerm) return false;
  const times = timesQuoted.get(fragmentKey(first)) ?? 0;
  if (found === null && times > (isBesideFragment ? 2 : 1)) return true;
  if (/[.,!?…]$/u.test(closing)) return false;
  const noun = /^\s(\p{L}[\p{L}-]+)/u.exec(after)?.[1];
  if (noun === undefined) return false;
  if (words.namedThing?.test(noun) === true) return true;
  return (
    found === null &&
    !isBesideFragment &&
    /^\p{Ll}/u.test(noun) &&
    words.behindFragment?.test(noun) === false &&
    words.determinedAtEnd.test(before)
  );
}

function fragmentKey(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How often each short fragment stands in marks. */
function countFragments(reading: Quoting): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { passage: index, spans } of reading.quotations) {
    const [span] = spans;
    const passage = reading.passages[index];
    if (span === undefined || passage === undefined || passage.kind === 'heading' || span.end - span.start > 60)
      continue;
    const key = fragmentKey(passage.text.slice(span.start - passage.start, span.end - passage.start));
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}

function tokensOf(words: string): string[] {
  return words.split(/\s+/u).filter((token) => /[\p{L}\p{N}]/u.test(token));
}

/** What dates the saying: the sentence without the words that were said. */
function withoutQuotations({ before, after, next }: Place): string {
  return `${before} ${after} ${after.trim() === '' ? next : ''}`;
}
