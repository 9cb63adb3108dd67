import type { RemovalLogEntry } from '../../contract/index.ts';
import { unreadElements } from './measure.ts';
import type { HtmlElement } from './tree.ts';

/** Kept words of one entry, in UTF-16 units. */
const maximumText = 2000;
/** A page made of nothing but furniture must not make a log larger than itself. */
const maximumEntries = 400;

/** Collects what extraction leaves out. Parts without words are not worth a line. */
export class RemovalLog {
  readonly #entries: RemovalLogEntry[] = [];

  add(step: string, reason: string, element: HtmlElement): void {
    if (this.#entries.length >= maximumEntries) return;
    this.addText(step, reason, plainText(element, maximumText * 2));
  }

  addText(step: string, reason: string, text: string): void {
    if (this.#entries.length >= maximumEntries) return;
    const folded = text.replace(/\s+/gu, ' ').trim();
    if (folded !== '') this.#entries.push({ step, reason, text: cut(folded) });
  }

  get entries(): readonly RemovalLogEntry[] {
    return this.#entries;
  }
}

/** Never cuts a surrogate pair in two. */
function cut(text: string): string {
  if (text.length <= maximumText) return text;
  const end = /[\uD800-\uDBFF]/u.test(text.charAt(maximumText - 1)) ? maximumText - 1 : maximumText;
  return text.slice(0, end);
}

/** An element's text, elements parted by spaces, up to about `limit` units. */
export function plainText(element: HtmlElement, limit = Number.POSITIVE_INFINITY): string {
  const pieces: string[] = [];
  let length = 0;
  const visit = (at: HtmlElement): void => {
    for (const child of at.children) {
      if (length > limit) return;
      if (child.kind === 'text') {
        pieces.push(child.text);
        length += child.text.length;
      } else if (!unreadElements.has(child.name)) {
        const separate = !inline.has(child.name);
        if (separate) pieces.push(' ');
        visit(child);
        if (separate) pieces.push(' ');
      }
    }
  };
  visit(element);
  return pieces.join('');
}

const inline = new Set(
  'a abbr b bdi bdo cite code em font i mark q s small span strike strong sub sup time u'.split(' '),
);
