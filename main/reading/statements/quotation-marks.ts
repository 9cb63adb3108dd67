import type { Span } from '../../contract/index.ts';
import type { Passage } from './passages.ts';

/** Words in quotation marks, in one passage or in several that each open again. */
export interface Quotation {
  /** Of its first passage among the passages. */
  readonly passage: number;
  /** Of its last one. */
  readonly last: number;
  /** The words between the marks of each passage, in the canonical text. */
  readonly spans: readonly Span[];
  /** With its marks, in the canonical text. */
  readonly outer: Span;
  /** Whether a mark closes it. */
  readonly isClosed: boolean;
  /** Whether it is a line of a dialogue, of which the next line is somebody else's. */
  readonly isTurn: boolean;
}

/**
 * Marks by which words open, and those that may close them: of English, German, French, Spanish, Italian, Portuguese,
 * Dutch, the Nordic and Slavic languages, Japanese, Chinese, TeX and typewriters.
 */
const pairs: readonly (readonly [open: string, close: string])[] = [
  ['„', '“”"'],
  ['‟', '”'],
  ['“', '”"'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['›', '‹'],
  ['‚', '‘’'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〟'],
  ['”', '”'],
  ['″', '″'],
  ['＂', '＂'],
  ['"', '"”'],
  ["'", "'"],
];
const closers = new Map(pairs);
const single = /[‚‘‹›']/u;
/** What may stand right before an opening mark besides white space. */
const beforeOpening = /[\s([{—–\-/¿¡:“„«»"‘]/u;
/** Marks that open and hardly ever close: “ closes German words, and those have been read by then. */
const isOnlyOpening = /[“„«‟]/u;
const letter = /[\p{L}\p{N}]/u;

/** "…seek mentorship.“The office”": the space between two sentences was lost, or an ellipsis leads to the words. */
function isGlued(before: string, after: string): boolean {
  return /[.!?…:;,]/u.test(before) && letter.test(after);
}

interface Mark {
  readonly at: number;
  readonly sign: string;
  readonly length: number;
}

const anyMark = new RegExp(`\`\`|''|[${pairs.flat().join('')}]`, 'gu');

/** The first mark at `from` or behind; null where none follows. TeX writes two signs for one. */
function markFrom(text: string, from: number): Mark | null {
  anyMark.lastIndex = from;
  const found = anyMark.exec(text);
  if (found === null) return null;
  const [written] = found;
  const sign = written === '``' ? '“' : written === "''" ? '”' : written;
  return { at: found.index, sign, length: written.length };
}

/** Whether a mark can open words where it stands. */
function opens(text: string, at: number, length: number, sign: string): boolean {
  if (!closers.has(sign)) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  if (/[「『〝]/u.test(sign)) return true;
  if (at > 0 && !beforeOpening.test(before) && !(isOnlyOpening.test(sign) && isGlued(before, after))) return false;
  if (after === '') return false;
  // French sets a space inside its marks; of marks that open and close alike, the one before a space closes.
  if (/\s/u.test(after))
    return (
      /[«»‹“]/u.test(sign) &&
      letter.test(
        text
          .slice(at + length)
          .trimStart()
          .charAt(0),
      )
    );
  // 6' 2", ’90s and ’em are no words that open.
  if (sign === "'" || sign === '‘')
    return letter.test(after) && !/^(?:\d0s|em|tis|twas|til|cause|n)\b/iu.test(text.slice(at + length));
  return true;
}

/** Where the words that open at `from` close: before and behind the mark; null where nothing closes them in this text. */
function closing(text: string, from: number, opener: string): { readonly end: number; readonly after: number } | null {
  const wanted = closers.get(opener) ?? '';
  const isSingle = single.test(opener);
  const nested: string[] = [];
  let fallback: { end: number; after: number } | null = null;
  for (let mark = markFrom(text, from); mark !== null; mark = markFrom(text, mark.at + mark.length)) {
    const { at, sign, length } = mark;
    const after = text.charAt(at + length);
    const before = text.charAt(at - 1);
    const inner = nested.at(-1);
    const isApostrophe = /['’]/u.test(sign) && letter.test(before) && letter.test(after);
    if (isApostrophe) continue;
    if (inner !== undefined && (closers.get(inner) ?? '').includes(sign)) nested.pop();
    // “He said, ‘We will not.”: what closes the outer words closes whatever stayed open in them.
    else if (inner !== undefined && wanted.includes(sign) && !isSingle) return { end: at, after: at + length };
    else if (inner === undefined && wanted.includes(sign)) {
      // “the boats’ crews”, “fishin’ boats”: an apostrophe closes only what nothing better closes.
      const isDoubtful =
        isSingle && /['’]/u.test(sign) && /[sn]/iu.test(before) && /^\s\p{Ll}/u.test(text.slice(at + length));
      if (!isDoubtful) return { end: at, after: at + length };
      fallback ??= { end: at, after: at + length };
    } else if (sign === opener && fallback !== null && inner === undefined && opens(text, at, length, sign))
      return fallback;
    else if (sign !== opener && opens(text, at, length, sign) && !/['’]/u.test(sign)) nested.push(sign);
  }
  return fallback;
}

/** The words in quotation marks, outermost alone, in the text's order. */
export function quotationsIn(passages: readonly Passage[]): Quotation[] {
  const found: Quotation[] = [];
  let resumeAt = 0;
  for (let index = 0; index < passages.length; index += 1) {
    const passage = passages[index];
    if (passage === undefined) break;
    let from = resumeAt;
    resumeAt = 0;
    for (let mark = markFrom(passage.text, from); mark !== null; mark = markFrom(passage.text, from)) {
      from = mark.at + mark.length;
      if (!opens(passage.text, mark.at, mark.length, mark.sign)) continue;
      const quotation = readQuotation(passages, index, mark);
      if (quotation === null) continue;
      found.push(quotation);
      const last = passages[quotation.last];
      const end = quotation.outer.end - (last?.start ?? 0);
      if (quotation.last === index) from = end;
      else {
        index = quotation.last - 1;
        resumeAt = end;
        break;
      }
    }
  }
  return found;
}

function readQuotation(passages: readonly Passage[], first: number, mark: Mark): Quotation | null {
  const spans: Span[] = [];
  const start = (passages[first]?.start ?? 0) + mark.at;
  let from = mark.at + mark.length;
  for (let index = first; index < passages.length; index += 1) {
    const passage = passages[index];
    if (passage === undefined) break;
    const close = closing(passage.text, from, mark.sign);
    if (close !== null) {
      spans.push(trimmed(passage, from, close.end));
      return {
        passage: first,
        last: index,
        spans,
        outer: { start, end: passage.start + close.after },
        isClosed: true,
        isTurn: false,
      };
    }
    const next = passages[index + 1];
    const again = next === undefined ? null : reopened(next.text, mark.sign);
    if (again === null || next?.kind !== passage.kind) {
      // A mark that nothing closes encloses the rest of a paragraph that it begins, or that it has opened again.
      const isWhole =
        index > first || (mark.at === 0 && !single.test(mark.sign)) || /[:,]\s*$/u.test(passage.text.slice(0, mark.at));
      if (!isWhole || /['’‘]/u.test(mark.sign)) return null;
      spans.push(trimmed(passage, from, passage.text.length));
      return { passage: first, last: index, spans, outer: { start, end: passage.end }, isClosed: false, isTurn: false };
    }
    spans.push(trimmed(passage, from, passage.text.length));
    from = again;
  }
  return null;
}

/** Where the words of a paragraph begin that goes on with a quotation: behind its own opening mark; French may set a closing one. */
function reopened(text: string, sign: string): number | null {
  const begun = /^\s*(?:``|["“”„«»‘'「『])\s*/u.exec(text);
  if (begun === null) return null;
  const own = begun[0].trim() === '``' ? '“' : begun[0].trim();
  const goesOn = own === sign || (sign === '«' && own === '»') || (sign === '„' && own === '“');
  return goesOn ? begun[0].length : null;
}

function trimmed(passage: Passage, from: number, to: number): Span {
  const words = passage.text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  return { start: passage.start + start, end: passage.start + Math.max(start, from + words.trimEnd().length) };
}
