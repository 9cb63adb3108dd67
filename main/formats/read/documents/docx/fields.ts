import { isNavigationField, linkOf } from '../office/fields.ts';

/**
 * Fields (ECMA-376, part 1, 17.16) run through the text as marks: a beginning, an instruction, a separator, what
 * the program made of it, an end. They may lie in one another and go over many paragraphs.
 */
export class Fields {
  readonly #open: { instruction: string; hasResult: boolean; readonly link: string | null }[] = [];

  /** `kind`: "begin", "separate", "end". */
  mark(kind: string): void {
    const inner = this.#open.at(-1);
    if (kind === 'begin' && this.#open.length < deepest)
      this.#open.push({ instruction: '', hasResult: false, link: null });
    else if (kind === 'end') this.#open.pop();
    else if (kind === 'separate' && inner !== undefined)
      this.#open.splice(-1, 1, { ...inner, hasResult: true, link: linkOf(inner.instruction) });
  }

  instruct(words: string): void {
    const inner = this.#open.at(-1);
    if (inner !== undefined && !inner.hasResult && inner.instruction.length < longest) inner.instruction += words;
  }

  /** Where the words that come now lead, or null. */
  get link(): string | null {
    return this.#open.findLast(({ link }) => link !== null)?.link ?? null;
  }

  /** Whether the words that come now are a table of contents or an index, made by the program. */
  get isNavigation(): boolean {
    return this.#open.some(({ instruction, hasResult }) => hasResult && isNavigationField(instruction));
  }
}

const deepest = 50;
const longest = 5000;
