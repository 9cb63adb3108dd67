import type { LeftOut } from './record-kinds.ts';

/** What is counted of an archive: what is no article, what is one, and places that couldn't be read. */
export type Counted = LeftOut | 'articles' | 'damaged';

/** How many of each kind were found, in one number and in several. */
const words: Readonly<Record<LeftOut, readonly [one: string, more: string]>> = {
  lists: ['front page or list of links', 'front pages and lists of links'],
  unlisted: ['page that its own list of pages does not name', 'pages that its own list of pages does not name'],
  missing: ['page that a crawler listed and that is not in it', 'pages that a crawler listed and that are not in it'],
  frames: [
    'frame, advertisement or answer to a script of a page',
    'frames, advertisements and answers to scripts of pages',
  ],
  posts: ['answer to a form that was sent', 'answers to forms that were sent'],
  errors: ['error page', 'error pages'],
  redirects: ['redirect', 'redirects'],
  images: ['image', 'images'],
  styles: ['style, script or font', 'styles, scripts and fonts'],
  media: ['film or sound recording', 'films and sound recordings'],
  robots: ['robots.txt', 'robots.txt'],
  documents: ['other document (PDF, plain text)', 'other documents (PDF, plain text)'],
  data: ['file of data (JSON, XML)', 'files of data (JSON, XML)'],
  revisits: [
    'revisit whose first capture is in another archive',
    'revisits whose first captures are in other archives',
  ],
  others: ['other thing', 'other things'],
};
const leftOut = Object.keys(words) as readonly LeftOut[];
const counted: readonly Counted[] = ['articles', 'damaged', ...leftOut];

export class ArchiveCounts {
  readonly #counts = new Map<Counted, number>();

  add(kind: Counted, count = 1): void {
    this.#counts.set(kind, this.of(kind) + count);
  }

  of(kind: Counted): number {
    return this.#counts.get(kind) ?? 0;
  }

  addAll(other: ArchiveCounts): void {
    for (const kind of counted) if (other.of(kind) !== 0) this.add(kind, other.of(kind));
  }

  /** What is no article, in words: "41 images, 3 redirects and 1 error page"; null where there is nothing. */
  sentence(): string | null {
    const pieces = leftOut
      .filter((kind) => this.of(kind) > 0)
      .map((kind) => `${this.of(kind).toLocaleString('en-GB')} ${words[kind][this.of(kind) === 1 ? 0 : 1]}`);
    return pieces.length === 0 ? null : new Intl.ListFormat('en-GB').format(pieces);
  }

  /** As text that `parse` reads again. */
  toText(): string {
    return counted.map((kind) => this.of(kind)).join(',');
  }

  static parse(text: string): ArchiveCounts {
    const counts = new ArchiveCounts();
    for (const [index, count] of text.split(',').entries()) {
      const kind = counted[index];
      if (kind !== undefined && /^-?\d{1,15}$/u.test(count) && count !== '0') counts.add(kind, Number(count));
    }
    return counts;
  }
}
