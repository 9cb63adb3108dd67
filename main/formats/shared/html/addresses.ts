/** Longer addresses carry data, not a place. */
const longest = 4096;

/** Makes the addresses of one page absolute, and lets through only those that may be followed. */
export class Addresses {
  readonly #base: string | null;

  /** `base`: the page's own address, or null where the file doesn't say it. */
  constructor(base: string | null) {
    this.#base = base;
  }

  /** The page's address changed by its `base` element, as HTML 4.2.3 has it. */
  static of(pageAddress: string | null, baseHref: string | null): Addresses {
    if (baseHref === null) return new Addresses(pageAddress);
    return new Addresses(new Addresses(pageAddress).web(baseHref) ?? pageAddress);
  }

  /** A link a reader may follow: http, https or mailto; null for scripts, data, files and places on the page. */
  link(href: string): string | null {
    const written = href.trim();
    if (written === '' || written.startsWith('#')) return null;
    const url = this.#parse(written);
    if (url === null) return null;
    return url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'mailto:' ? url.href : null;
  }

  /** An address on the web, or null. */
  web(href: string): string | null {
    const url = this.#parse(href.trim());
    return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
  }

  #parse(written: string): URL | null {
    if (written === '' || written.length > longest) return null;
    try {
      return this.#base === null ? new URL(written) : new URL(written, this.#base);
    } catch {
      // "//host/path" without a base: today's web is https.
      return written.startsWith('//') && this.#base === null ? this.#parse(`https:${written}`) : null;
    }
  }
}
