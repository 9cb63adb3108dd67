import { type ComponentChildren, createElement, Fragment, options, type VNode } from 'preact';

/** An unbroken stretch longer than this is no word of any language; the longest of a dictionary has 189 letters. */
const longestWord = 200;
/** So many units stand between two places where a line may break. */
const stretch = 100;

/**
 * Where such a stretch may be broken: after every hundred units, never within a character. Empty for ordinary text.
 * The pieces together are the text.
 */
export function softPieces(text: string): readonly string[] {
  if (text.length <= longestWord) return [];
  const pieces: string[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(/\S{201,}/gu)) {
    for (let from = index + stretch; from < index + word.length; from += stretch) {
      const cut = isLowSurrogate(text.charCodeAt(from)) ? from + 1 : from;
      pieces.push(text.slice(at, cut));
      at = cut;
    }
  }
  if (at === 0) return [];
  return [...pieces, text.slice(at)];
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * Gives every text that is drawn soft breaks where a word is too long to be one, whichever part of the
 * interface draws it. Chromium looks for a break inside a kerned word again for every line: 20,000 letters took
 * it 28 s, and more never ended. Where it may break before, and doesn't kern, that is a matter of milliseconds.
 * A `wbr` has no text: what is copied, found or counted on the page stays the words themselves.
 */
export function breakLongWords(): void {
  const before = options.vnode;
  options.vnode = (vnode) => {
    if (typeof vnode.type === 'string' ? !whole.has(vnode.type) : vnode.type === Fragment) soften(vnode);
    before?.(vnode);
  };
}

/** Elements that take text alone. */
const whole: ReadonlySet<string> = new Set(['option', 'textarea', 'title', 'style', 'script']);

interface Drawn {
  children?: ComponentChildren;
  class?: unknown;
}

function soften(vnode: VNode): void {
  const props: Drawn = vnode.props;
  const { children } = props;
  if (!holdsLongText(children)) return;
  const softened = soft(children);
  if (softened === children) return;
  props.children = softened;
  if (typeof vnode.type === 'string')
    props.class = `${typeof props.class === 'string' ? `${props.class} ` : ''}long-words`;
}

/** Asked of everything that is drawn, so it looks at lengths alone. */
function holdsLongText(children: ComponentChildren): boolean {
  if (typeof children === 'string') return children.length > longestWord;
  return Array.isArray(children) && children.some(holdsLongText);
}

function soft(children: ComponentChildren): ComponentChildren {
  if (Array.isArray(children)) {
    const each = children.map((child: ComponentChildren) => soft(child));
    return each.some((child, index) => child !== children[index]) ? each : children;
  }
  if (typeof children !== 'string') return children;
  const pieces = softPieces(children);
  if (pieces.length === 0) return children;
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [createElement('wbr', null), piece]));
}
