import type { ParagraphForm } from '../office/block-flow.ts';

/** What an RTF file says once and its paragraphs refer to by number: styles and lists (RTF 1.9.1, "Style sheet", "List tables"). */
export class DefinedForms {
  readonly #styles = new Map<number, { name: string; outline: number | null }>();
  /** The style that is being defined. */
  #style = { name: '', outline: null as number | null };
  readonly #lists = new Map<number, boolean[]>();
  #levels: boolean[] = [];
  /** List ids by the numbers that paragraphs have. */
  readonly #overrides = new Map<number, number>();
  #overridden = 0;

  /** A control word in the style sheet. */
  styleWord(name: string, value: number | null): void {
    if (name === 's' && value !== null) this.#begin(value);
    else if (name === 'outlinelevel' && value !== null && value < 9) this.#style.outline = value + 1;
  }

  styleText(words: string): void {
    const end = words.indexOf(';');
    if (this.#style.name.length < longestName) this.#style.name += end === -1 ? words : words.slice(0, end);
    // Styles of characters and tables have no number that a paragraph could name.
    if (end !== -1) this.#style = { name: '', outline: null };
  }

  #begin(index: number): void {
    this.#style = { name: '', outline: null };
    if (this.#styles.size < mostDefined) this.#styles.set(index, this.#style);
  }

  /** A control word in the list tables. */
  listWord(name: string, value: number | null): void {
    if (name === 'list') this.#levels = [];
    else if (name === 'levelnfc' && value !== null) this.#levels.push(value !== bullets && value !== noNumber);
    else if (name === 'listid' && value !== null && this.#lists.size < mostDefined)
      this.#lists.set(value, this.#levels);
  }

  overrideWord(name: string, value: number | null): void {
    if (name === 'listid' && value !== null) this.#overridden = value;
    else if (name === 'ls' && value !== null && this.#overrides.size < mostDefined)
      this.#overrides.set(value, this.#overridden);
  }

  isOrdered(list: number, level: number): boolean {
    return this.#lists.get(this.#overrides.get(list) ?? Number.NaN)?.[level] ?? false;
  }

  /** What a style makes of a paragraph by its name or its level; null for an ordinary one. */
  formOf(style: number | null): ParagraphForm | null {
    const found = style === null ? undefined : this.#styles.get(style);
    if (found === undefined) return null;
    const name = found.name.trim().toLowerCase();
    if (/^(?:title|titel|titre|título|titolo)$/u.test(name)) return { kind: 'title' };
    const contents = /^(?:toc|contents) (\d)$/u.exec(name)?.[1];
    if (contents !== undefined) return { kind: 'navigation', depth: Number(contents) - 1 };
    if (name === 'toc heading' || name === 'contents heading') return { kind: 'navigation', depth: 0 };
    const heading = /^(?:heading|überschrift|titre|título|titolo) (\d)$/u.exec(name)?.[1];
    const level = heading === undefined ? found.outline : Number(heading);
    if (level !== null) return { kind: 'heading', level };
    if (/quot|zitat|citation/u.test(name)) return { kind: 'quotation' };
    return name === 'caption' ? { kind: 'caption' } : null;
  }
}

const longestName = 200;
const mostDefined = 20_000;
/** Formats of numbers (`\levelnfc`). */
const bullets = 23;
const noNumber = 255;
