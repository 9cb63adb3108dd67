import type { InlineMark, InlineText } from '../../../contract/index.ts';

type InlineMarkKind = InlineMark['kind'];

interface OpenMark {
  readonly kind: InlineMarkKind;
  readonly href: string;
  readonly start: number;
}

/**
 * Characters that show nothing and part words for line breaking only (soft hyphen, zero-width space,
 * word joiner, byte order mark), and control characters. They would hide a word from the search.
 */
const invisible = /[[\p{Cc}\u{ad}\u{200b}\u{2060}\u{feff}]--[\t\n\v\f\r]]/gv;

/** Removes what is never shown. The reading copy and the original's words are both passed through this. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Gathers a run of inline text: white space folded, marks kept in step, a line break as "\n". */
export class InlineBuilder {
  #text = '';
  #pendingSpace = '';
  readonly #open: OpenMark[] = [];
  readonly #marks: InlineMark[] = [];
  /** Letters under links so far. */
  #linked = 0;

  append(raw: string): void {
    const text = withoutInvisible(raw);
    let at = 0;
    while (at < text.length) {
      const space = nextSpace(text, at);
      if (space > at) this.#appendWord(text.slice(at, space));
      if (space >= text.length) break;
      at = afterSpace(text, space);
      this.#space(' ');
    }
  }

  /** A line break: one in a paragraph stays, around its edges they go. */
  lineBreak(): void {
    if (this.#text !== '') this.#pendingSpace = '\n';
  }

  /** A boundary between parts that must not run together. */
  gap(): void {
    this.#space(' ');
  }

  openMark(kind: InlineMarkKind, href = ''): void {
    this.#open.push({ kind, href, start: -1 });
  }

  closeMark(): void {
    const mark = this.#open.pop();
    if (mark !== undefined && mark.start >= 0) this.#keep(mark);
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  /** The run so far, and how much of it stands under links; begins a new one in which open marks go on. */
  take(): { content: InlineText; linked: number } {
    for (const mark of this.#open) if (mark.start >= 0) this.#keep(mark);
    const content = { text: this.#text, marks: tidyMarks(this.#marks) };
    const linked = this.#linked;
    this.#text = '';
    this.#pendingSpace = '';
    this.#linked = 0;
    this.#marks.length = 0;
    for (const [index, mark] of this.#open.entries()) this.#open[index] = { ...mark, start: -1 };
    return { content, linked };
  }

  #space(kind: string): void {
    if (this.#text !== '' && this.#pendingSpace === '') this.#pendingSpace = kind;
  }

  #appendWord(word: string): void {
    this.#text += this.#pendingSpace;
    this.#pendingSpace = '';
    let isLinked = false;
    for (const [index, mark] of this.#open.entries()) {
      if (mark.kind === 'link') isLinked = true;
      if (mark.start < 0) this.#open[index] = { ...mark, start: this.#text.length };
    }
    this.#text += word;
    if (isLinked) this.#linked += word.length + 1;
  }

  #keep(mark: OpenMark): void {
    const { kind, start, href } = mark;
    const end = this.#text.length;
    if (end <= start) return;
    this.#marks.push(kind === 'link' ? { kind, start, end, href } : { kind, start, end });
  }
}

/** Marks in order, without links that lead nowhere, doubled ones merged. */
function tidyMarks(marks: readonly InlineMark[]): InlineMark[] {
  const sorted = marks
    .filter((mark) => mark.kind !== 'link' || mark.href !== '')
    .sort((one, two) => one.start - two.start || two.end - one.end);
  const tidy: InlineMark[] = [];
  for (const mark of sorted) {
    const same = tidy.findLast((other) => other.kind === mark.kind);
    const joins =
      same !== undefined &&
      mark.start <= same.end &&
      (mark.kind !== 'link' || (same.kind === 'link' && same.href === mark.href));
    if (joins) tidy[tidy.indexOf(same)] = { ...same, end: Math.max(same.end, mark.end) };
    else if (mark.kind !== 'link' || same === undefined || mark.start >= same.end) tidy.push(mark);
  }
  return tidy;
}

function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

function nextSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}
