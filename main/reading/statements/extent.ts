import type { Span } from '../../contract/index.ts';
import { countWords } from '../document/word-count.ts';
import { type Cue, readCue } from './cue.ts';
import { type Voice, voiceOf } from './narration.ts';
import { closingQuote, openingQuote, type Passage } from './passages.ts';
import type { Cast } from './people.ts';
import { quotationsIn } from './quotation-marks.ts';
import type { Speaker } from './speaker.ts';

/** How far a statement reaches. */
export interface Extent {
  readonly span: Span;
  /** Index of the first passage after it. */
  readonly next: number;
  /** The line that names whose words these were, when one closes the statement. */
  readonly attribution: Passage | null;
  /** Whether marks or the page's structure show the end, or only the voice does. */
  readonly isMarked: boolean;
}

/** The fewest words that make a statement. */
export const fewestWords = 8;

/** The extent of what a cue introduces, from the passage at `from` on; null when no statement follows. */
export function extentAfter(
  cue: Cue,
  passages: readonly Passage[],
  following: number,
  speaker: Speaker | null,
  cast: Cast,
  language: string | null,
): Extent | null {
  // "Read the full statement": the button of a box that holds it.
  const from = cue.here === null && isLabel(passages[following]) ? following + 1 : following;
  const first = passages[from];
  if (first === undefined) return null;
  if (cue.here !== null) {
    const text = first.text.slice(cue.here - first.start);
    return quotedExtent({ ...first, text, start: cue.here }, passages, from);
  }
  if (first.kind === 'quotation' && !first.isAttribution) return quotationBlockExtent(passages, from);
  if (first.kind !== 'paragraph' && first.kind !== 'list') return null;
  if (openingQuote.test(first.text)) {
    const quoted = quotedExtent(first, passages, from);
    if (quoted !== null) return quoted;
  }
  if (cue.needsQuotation) {
    const voice = voiceOf(first, speaker, cast);
    if (cue.here !== null || cue.strength < 0.85 || !voice.isFirstPerson || voice.narration > 0) return null;
  }
  return otherMarks(passages, from) ?? spokenExtent(passages, from, speaker, cast, language);
}

function isLabel(passage: Passage | undefined): boolean {
  return (
    passage?.kind === 'paragraph' &&
    /^(?:read|see|view|show|download|open)\s/iu.test(passage.text) &&
    !/[.:!?]$/u.test(passage.text) &&
    countWords(passage.text, 8) <= 7
  );
}

/** Words in marks that English doesn't set: »…«, ‹…›, ``…'', 「…」. They reach from the passage's beginning to their end. */
function otherMarks(passages: readonly Passage[], from: number): Extent | null {
  const first = passages[from];
  if (first === undefined || openingQuote.test(first.text)) return null;
  const quotation = quotationsIn(passages.slice(from, from + 40)).find(({ passage }) => passage === 0);
  const [opening] = quotation?.spans ?? [];
  const closing = quotation?.spans.at(-1);
  if (quotation === undefined || opening === undefined || closing === undefined) return null;
  if (quotation.outer.start !== first.start || !quotation.isClosed) return null;
  const last = passages[from + quotation.last];
  if (last === undefined || /\p{L}/u.test(last.text.slice(quotation.outer.end - last.start))) return null;
  return {
    span: { start: opening.start, end: closing.end },
    next: from + quotation.last + 1,
    attribution: null,
    isMarked: true,
  };
}

/** What a service sets around a post that is shown on a page: nobody's words. */
const aroundPost =
  /^(?:view this (?:post|photo|reel|video|profile)\b.*|a post shared by .*|♬.*|@[\w.]+|pic\.twitter\.com\S*|https?:\/\/\S+)$/iu;

/** A quotation block to its end, with those that follow it directly. */
export function quotationBlockExtent(passages: readonly Passage[], from: number): Extent | null {
  const first = passages[from];
  if (first === undefined) return null;
  let next = from;
  let attribution: Passage | null = null;
  let begin: Passage | null = null;
  let last = first;
  for (; next < passages.length; next += 1) {
    const passage = passages[next];
    if (passage?.kind !== 'quotation' || attribution !== null || passage.block > last.block + 1) break;
    // Several people's words in one block each have their line below.
    if (passage.isAttribution || (passage !== first && isAttributionLine(passage.text))) attribution = passage;
    else if (!aroundPost.test(passage.text.trim())) {
      begin ??= passage;
      last = passage;
    }
  }
  if (begin === null) return null;
  const span = trimQuotes(begin, last);
  return enough(passages, from, next, span) ? { span, next, attribution, isMarked: true } : null;
}

/**
 * The span of the words. The pair of marks around one paragraph is the reporter's and stays outside; over
 * several paragraphs the marks belong to how they are set, and taking off the outermost would break them.
 */
function trimQuotes(first: Passage, last: Passage): Span {
  const whole = { start: first.start, end: last.end };
  if (first.start !== last.start) return whole;
  const opening = /^\s*["“„«‟]\s*/u.exec(first.text)?.[0].length ?? 0;
  const closing = /\s*["”“»]\s*$/u.exec(last.text)?.[0].length ?? 0;
  const span = { start: first.start + opening, end: last.end - closing };
  return opening > 0 && closing > 0 && span.start < span.end ? span : whole;
}

function enough(passages: readonly Passage[], from: number, next: number, span: Span): boolean {
  const words = passages
    .slice(from, next)
    .map((passage) =>
      passage.text.slice(Math.max(0, span.start - passage.start), Math.max(0, span.end - passage.start)),
    )
    .join(' ');
  return countWords(words, fewestWords) >= fewestWords;
}

/** Where the quotation that opens a text closes: the offset after its mark, or null when it stays open. */
function closeOf(text: string): number | null {
  const opening = /^\s*(["“„«‟])/u.exec(text);
  const mark = opening?.[1];
  if (opening === null || mark === undefined) return null;
  const closers = mark === '„' ? '“”' : mark === '«' ? '»' : mark === '“' || mark === '‟' ? '”' : '"';
  let depth = 1;
  for (let index = opening[0].length; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (closers.includes(character)) depth -= 1;
    else if (character === mark && mark !== '"') depth += 1;
    if (depth === 0) return index + 1;
  }
  return null;
}

/**
 * A statement in quotation marks. It runs on over paragraphs that each open with a mark, to the one that
 * closes; where each paragraph closes its own, as long as paragraphs hold nothing but quoted words.
 */
function quotedExtent(first: Passage, passages: readonly Passage[], from: number): Extent | null {
  let last = first;
  let next = from + 1;
  let end = first.end;
  let close = closeOf(first.text);
  for (;;) {
    if (close !== null) {
      const rest = last.text.slice(close);
      if (/\p{L}/u.test(rest)) {
        // Narration goes on behind the mark. In the first paragraph that is a quotation with its attribution.
        if (last === first && !/^\s*$/u.test(rest) && isAttributed(rest)) return null;
        end = last.start + close;
        break;
      }
      const follower = passages[next];
      const followerClose = follower === undefined ? null : closeOf(follower.text);
      const goesOn =
        follower?.kind === 'paragraph' &&
        openingQuote.test(follower.text) &&
        (followerClose === null || !/\p{L}/u.test(follower.text.slice(followerClose)));
      if (!goesOn || follower === undefined) break;
      last = follower;
      close = followerClose;
    } else {
      const follower = passages[next];
      // Left open: the next paragraph opens again. A mark that nothing closes encloses one paragraph.
      if (follower?.kind !== 'paragraph' || !openingQuote.test(follower.text)) {
        const runsOn = runToClose(passages, next);
        if (runsOn === null) break;
        const closing = passages[runsOn];
        if (closing === undefined) break;
        last = closing;
        next = runsOn + 1;
        end = last.end;
        break;
      }
      last = follower;
      close = closeOf(follower.text);
    }
    end = last.end;
    next += 1;
  }
  const isWhole = end === last.end;
  const span = trimQuotes(first, isWhole ? last : { ...last, text: last.text.slice(0, end - last.start), end });
  return enough([first, ...passages.slice(from + 1)], 0, next - from, span)
    ? { span, next, attribution: null, isMarked: true }
    : null;
}

function isAttributed(rest: string): boolean {
  return !/^\s*(?:\(|\[)/u.test(rest);
}

/** Some papers open the first paragraph and close the last one only: the index of the paragraph that closes. */
function runToClose(passages: readonly Passage[], from: number): number | null {
  for (let index = from; index < Math.min(passages.length, from + 12); index += 1) {
    const passage = passages[index];
    if (passage?.kind !== 'paragraph' || /^\s*["“„«]/u.test(passage.text)) return null;
    if (/["“„«]/u.test(passage.text.slice(0, -2).replace(/["“„«][^"”“»]*["”“»]/gu, ''))) return null;
    if (closingQuote.test(passage.text) && !/["“„«][^"”“»]*["”“»][.,;:!?)]*\s*$/u.test(passage.text)) return index;
  }
  return null;
}

const signature =
  /^(?:sincerely|respectfully|yours(?: \p{L}+)?|regards|best(?: wishes| regards)?|thank you|in solidarity|mit freundlichen grüßen|hochachtungsvoll|cordialement|atentamente|cordialmente|distinti saluti)[,.]?$/iu;
const attributionLine = /^[—–―-]{1,2}\s*\p{Lu}/u;

export function isAttributionLine(text: string): boolean {
  return attributionLine.test(text) && countWords(text, 17) <= 16;
}

/** A statement without marks: it goes on until the reporter takes the word again. */
function spokenExtent(
  passages: readonly Passage[],
  following: number,
  speaker: Speaker | null,
  cast: Cast,
  language: string | null,
): Extent | null {
  const label = passages[following];
  // "Release date:" under the heading is not yet the statement.
  const isLead = label?.text.endsWith(':') && countWords(label.text, 5) <= 4;
  const from = isLead && passages[following + 1]?.kind === 'paragraph' ? following + 1 : following;
  const first = passages[from];
  if (first === undefined) return null;
  // Where the words are a picture, a player or a post that isn't here, the reporter goes on. Neither voice shows: nobody's.
  const isEnglish = /^(?:en\b|$)/iu.test(language ?? '');
  const opening = voiceOf(first, speaker, cast);
  if (isEnglish && first.kind === 'paragraph' && !opening.isFirstPerson && opening.narration >= 0) {
    const voices = (index: number) => voiceAt(passages, index, speaker, cast);
    if (!speaksAgain(voices, passages, from)) return null;
  }
  let last = first;
  let next = from + 1;
  let attribution: Passage | null = null;
  let isMarked = false;
  const voices = (index: number) => voiceAt(passages, index, speaker, cast);
  for (; next < passages.length; next += 1) {
    const passage = passages[next];
    if (passage === undefined || isBarrier(passage)) {
      isMarked = passage?.kind === 'heading';
      break;
    }
    if (isAttributionLine(passage.text)) {
      attribution = passage;
      isMarked = true;
      break;
    }
    if (readCue(passage) !== null) break;
    const voice = voices(next);
    if (voice === null) break;
    const isStatement =
      // A list belongs to the sentence that leads to it, and its items to one another.
      (passage.kind === 'list' && (last.block === passage.block || last.text.trimEnd().endsWith(':'))) ||
      signature.test(passage.text) ||
      isSignedName(passage, speaker, last) ||
      voice.narration < (voice.isFirstPerson ? 1.5 : isEnglish ? 0 : 0.5) ||
      // Between two paragraphs of the speaker's own voice a third is no reporter's.
      (voice.narration < 2.5 && speaksAgain(voices, passages, next));
    if (!isStatement) break;
    last = passage;
  }
  const span = { start: first.start, end: last.end };
  // What ends in a colon leads on to something that is no text: an explanation, not a statement.
  if (last.text.trimEnd().endsWith(':') || !enough(passages, from, next, span)) return null;
  return { span, next: attribution === null ? next : next + 1, attribution, isMarked };
}

function voiceAt(passages: readonly Passage[], index: number, speaker: Speaker | null, cast: Cast): Voice | null {
  const passage = passages[index];
  return passage === undefined ? null : voiceOf(passage, speaker, cast);
}

function isBarrier(passage: Passage): boolean {
  return (
    passage.kind === 'heading' ||
    passage.kind === 'table' ||
    passage.kind === 'quotation' ||
    passage.purpose === 'correction'
  );
}

/** The name under a letter, by itself or with the office after it. */
function isSignedName(passage: Passage, speaker: Speaker | null, before: Passage): boolean {
  return (
    speaker !== null &&
    countWords(passage.text, 11) <= 10 &&
    passage.text.startsWith(speaker.person.name) &&
    (signature.test(before.text) || !/[.!?]$/u.test(passage.text))
  );
}

/** Whether one of the next three passages is in the first person, before anything stops the statement. */
function speaksAgain(voices: (index: number) => Voice | null, passages: readonly Passage[], from: number): boolean {
  for (let index = from + 1; index <= from + 3; index += 1) {
    const passage = passages[index];
    const voice = voices(index);
    if (passage === undefined || voice === null || isBarrier(passage) || readCue(passage) !== null) return false;
    if (voice.isFirstPerson && voice.narration < 0) return true;
    if (voice.narration >= 2.5) return false;
  }
  return false;
}
