import { type Links, Tokenizer, type Tokens } from 'marked';

/** Quotations, lists and emphasis that stand deeper than this are nobody's article; real texts stay below 10. */
const deepest = 32;
/**
 * How many characters may be looked through for partners of signs that have none, in one text. A sign costs the
 * rest of its paragraph, so a thousand stray ones in a paragraph of 100,000 letters are still looked for.
 */
const mostLooked = 400_000_000;

/**
 * marked's tokenizer with a bound on nesting and on what it looks through. marked calls itself for each level,
 * reads the rest again at each, and so takes minutes or overflows the stack on `> > > …`. What goes beyond is
 * read as words: its signs stay in the text.
 */
export class BoundedTokenizer extends Tokenizer {
  /** Whether signs were read as words. */
  wasBounded = false;
  #blocks = 0;
  #inlines = 0;
  #looked = 0;

  override blockquote(source: string): Tokens.Blockquote | undefined {
    return this.#block(/^ {0,3}>/u, source, () => super.blockquote(source));
  }

  override list(source: string): Tokens.List | undefined {
    return this.#block(/^ {0,3}(?:[*+-]|\d{1,9}[.)])(?:\s|$)/u, source, () => super.list(source));
  }

  override emStrong(source: string, masked: string, before?: string): Tokens.Em | Tokens.Strong | undefined {
    return this.#inline('*_', source, () => super.emStrong(source, masked, before));
  }

  override del(source: string, masked: string, before?: string): Tokens.Del | undefined {
    return this.#inline('~', source, () => super.del(source, masked, before));
  }

  override link(source: string): Tokens.Link | Tokens.Image | undefined {
    return this.#inline('[!', source, () => super.link(source));
  }

  override reflink(source: string, links: Links): Tokens.Link | Tokens.Image | Tokens.Text | undefined {
    return this.#inline('[!', source, () => super.reflink(source, links));
  }

  override codespan(source: string): Tokens.Codespan | undefined {
    return this.#inline('`', source, () => super.codespan(source));
  }

  #block<Token>(begins: RegExp, source: string, read: () => Token | undefined): Token | undefined {
    if (!begins.test(source)) return undefined;
    if (this.#blocks >= deepest) {
      this.wasBounded = true;
      return undefined;
    }
    this.#blocks += 1;
    try {
      return read();
    } finally {
      this.#blocks -= 1;
    }
  }

  #inline<Token extends { readonly raw: string }>(
    signs: string,
    source: string,
    read: () => Token | undefined,
  ): Token | undefined {
    if (!signs.includes(source.charAt(0))) return undefined;
    if (this.#inlines >= deepest || this.#looked >= mostLooked) {
      this.wasBounded = true;
      return undefined;
    }
    this.#inlines += 1;
    try {
      const token = read();
      this.#looked += token === undefined ? source.length : token.raw.length;
      return token;
    } finally {
      this.#inlines -= 1;
    }
  }
}
