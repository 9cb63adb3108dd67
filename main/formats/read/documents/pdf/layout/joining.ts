import type { InlineMark, InlineText } from '../../../../../contract/index.ts';
import type { Line, LineSpan } from './lines.ts';

/**
 * Lines as running text. A word that was broken at a line's end is made whole again; a compound keeps
 * its hyphen. Which of the two it is, the rest of the document says: "harbour" written whole elsewhere,
 * or "by-law" written with its hyphen.
 */
export class LineJoiner {
  readonly #words = new Set<string>();
  /** The letters before a soft hyphen that a line ends with, where the file says so. */
  readonly #softEnds: ReadonlySet<string>;
  readonly #mended = new Set<string>();

  constructor(lines: readonly Line[], softEnds: ReadonlySet<string>) {
    this.#softEnds = softEnds;
    for (const line of lines) {
      const words = line.text.match(/[\p{L}\p{M}\p{N}]+(?:[-‐’'][\p{L}\p{M}\p{N}]+)*[-‐]?/gu) ?? [];
      for (const [index, word] of words.entries()) {
        // The fragment at a line's end is no witness, nor is what it may go on with.
        if (index === words.length - 1 && /[-‐]$/u.test(word)) continue;
        if (index === 0) continue;
        this.#words.add(word.toLowerCase().replaceAll('‐', '-'));
      }
    }
  }

  /** The words that were made whole, in the order in which they came. */
  get mended(): readonly string[] {
    return [...this.#mended];
  }

  /** Lines that belong to one run of words, with its marks. */
  join(lines: readonly Line[]): InlineText {
    const text = new InlineWriter();
    for (const line of lines) {
      const spans = trimmed(line.spans);
      const next = spans.map((span) => span.text).join('');
      if (next === '') continue;
      if (text.length > 0) this.#meet(text, next);
      for (const span of spans) text.add(span);
    }
    return text.done();
  }

  /** Decides what stands between what was written and the next line. */
  #meet(text: InlineWriter, next: string): void {
    const end = text.end(40);
    const broken = /([\p{L}\p{M}\p{N}’'-]*[\p{L}\p{M}])([-‐\u00AD])$/u.exec(end);
    const head = /^[\p{L}\p{M}’']+(?:[-‐][\p{L}\p{M}]+)*/u.exec(next)?.[0] ?? '';
    if (broken !== null && head !== '') {
      const [, first = ''] = broken;
      if (this.#isBrokenWord(first, head)) {
        text.cut(1);
        this.#mended.add(first + head);
        return;
      }
      // "Hafen- und Werftarbeiter": the hyphen stands for what follows later.
      if (/^(?:und|oder|bzw|and|or|to|bis|et|ou|y|o|e)\b/iu.test(next)) text.add(space);
      return;
    }
    if (this.#isSoftEnd(end) && /^\p{Ll}/u.test(head)) {
      this.#mended.add((/[\p{L}\p{M}]+$/u.exec(end)?.[0] ?? '') + head);
      return;
    }
    if (/\p{N}[-‐–]$/u.test(end) && /^\p{N}/u.test(next)) return;
    if (/[\p{L}\p{N}][-‐]$/u.test(end) && /^[\p{L}\p{N}]/u.test(next)) return;
    if (/\S—$/u.test(end) || /^—\S/u.test(next)) return;
    if (/(?:https?:\/\/|www\.)\S*[/_.=&?#-]$/u.test(end) && /^[\w%/?=&#.-]/u.test(next)) return;
    if (eastern.test(end.slice(-1)) && eastern.test(next.slice(0, 1))) return;
    text.add(space);
  }

  #isBrokenWord(first: string, head: string): boolean {
    const last = first.toLowerCase();
    const rest = head.toLowerCase();
    if (this.#words.has(`${last}-${rest}`)) return false;
    if (this.#words.has(last + rest)) return true;
    if (!/^\p{Ll}/u.test(head)) return false;
    if (/^(?:und|oder|bzw|and|or|to|bis|et|ou)$/u.test(rest)) return false;
    // "self-", "non-": these keep their hyphen where the whole word isn't known without it.
    return !/(?:^|-)(?:self|non|ex|all|well|long|short|high|low|full|half|part|ill|co|vice|so|by|in|on|off|two|three|four|five|six|ten|twenty|thirty|forty|fifty)$/u.test(
      last,
    );
  }

  #isSoftEnd(end: string): boolean {
    const letters = end.replace(/\s/gu, '').slice(-softEndLength);
    return this.#softEnds.has(letters);
  }
}

/** So many letters before a soft hyphen are remembered. */
export const softEndLength = 10;

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，．]/u;
const space: LineSpan = { text: ' ', bold: false, italic: false, href: null };

function trimmed(spans: readonly LineSpan[]): LineSpan[] {
  const result = [...spans];
  while (result.length > 0 && result[0]?.text.trim() === '') result.shift();
  while (result.length > 0 && result.at(-1)?.text.trim() === '') result.pop();
  const [first] = result;
  if (first !== undefined) result[0] = { ...first, text: first.text.trimStart() };
  const last = result.at(-1);
  if (last !== undefined) result[result.length - 1] = { ...last, text: last.text.trimEnd() };
  return result;
}

interface Open {
  readonly start: number;
  readonly href?: string;
}

/** Writes spans as one text with marks; white space is folded, and a mark goes on over a line's end. */
class InlineWriter {
  #text = '';
  readonly #marks: InlineMark[] = [];
  readonly #open: { emphasis: Open | null; strong: Open | null; link: (Open & { href: string }) | null } = {
    emphasis: null,
    strong: null,
    link: null,
  };

  get length(): number {
    return this.#text.length;
  }

  end(count: number): string {
    return this.#text.slice(-count);
  }

  /** Takes the last signs back. */
  cut(count: number): void {
    this.#text = this.#text.slice(0, -count);
  }

  add(span: LineSpan): void {
    const folded = span.text.replace(/[\s--[\u00A0\u202F\u2007]]+/gv, ' ');
    const text = this.#text.endsWith(' ') ? folded.replace(/^ /u, '') : folded;
    if (text === '') return;
    // White space takes the look of what is around it.
    if (text !== ' ') {
      this.#switch('strong', span.bold);
      this.#switch('emphasis', span.italic);
      this.#switchLink(span.href);
    }
    this.#text += text;
  }

  done(): InlineText {
    this.#switch('strong', false);
    this.#switch('emphasis', false);
    this.#switchLink(null);
    const text = this.#text.trimEnd();
    const marks = this.#marks
      .map((mark) => trimMark(mark, text))
      .filter((mark) => mark.end > mark.start)
      .sort((first, second) => first.start - second.start || second.end - first.end);
    return { text, marks };
  }

  #switch(kind: 'emphasis' | 'strong', on: boolean): void {
    const open = this.#open[kind];
    if (on === (open !== null)) return;
    if (open !== null) this.#marks.push({ kind, start: open.start, end: this.#text.length });
    this.#open[kind] = on ? { start: this.#text.length } : null;
  }

  #switchLink(href: string | null): void {
    const open = this.#open.link;
    if (href === (open?.href ?? null)) return;
    if (open !== null) this.#marks.push({ kind: 'link', start: open.start, end: this.#text.length, href: open.href });
    this.#open.link = href === null ? null : { start: this.#text.length, href };
  }
}

function trimMark(mark: InlineMark, text: string): InlineMark {
  let { start, end } = mark;
  end = Math.min(end, text.length);
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return { ...mark, start, end };
}

/** Headings and heads of tables are bold by nature. */
export function withoutStrong(content: InlineText): InlineText {
  return { text: content.text, marks: content.marks.filter(({ kind }) => kind !== 'strong') };
}
