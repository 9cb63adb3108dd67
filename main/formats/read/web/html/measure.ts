import type { HtmlElement, HtmlPage } from '../../../shared/html/tree.ts';

/** What is counted of every element once, so that no rule has to walk the page again. */
export interface Measures {
  /** Letters and single spaces of the visible text, by an element's order. */
  readonly text: Int32Array;
  /** The same inside links. */
  readonly linked: Int32Array;
  /** Letters inside paragraphs that look like prose. */
  readonly prose: Int32Array;
}

/** Elements whose text is never read as an article's. */
export const unreadElements = new Set(
  'script style noscript template iframe frame frameset object embed applet svg math canvas audio video map button input select option optgroup textarea datalist progress meter head title meta link base nav menu dialog noembed noframes xmp param track area'.split(
    ' ',
  ),
);

/** Of these, the ones that hold words which a reader of the page saw. */
const spokenElements = new Set(['nav', 'menu', 'dialog', 'button']);
/** Elements without a word for a reader of the page; those of the others are logged where they are left out. */
export const wordlessElements: ReadonlySet<string> = new Set(
  [...unreadElements].filter((name) => !spokenElements.has(name)),
);

/** Elements that stand in a line of text; everything else begins a line of its own. */
export const inlineElements = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr amp-img'.split(
    ' ',
  ),
);

/** Length of a text with white space folded to single spaces; leading and trailing white space counts once. */
export function foldedLength(text: string): number {
  let length = 0;
  let inSpace = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isSpace = code <= 0x20 || code === 0xa0;
    if (!isSpace || !inSpace) length += 1;
    inSpace = isSpace;
  }
  return length === 1 && inSpace ? 0 : length;
}

/** True when an element holds lines of its own: it is a box, not a paragraph. */
export function holdsBlocks(element: HtmlElement): boolean {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (!inlineElements.has(child.name) && !unreadElements.has(child.name)) return true;
    if (child.name !== 'a' && child.name !== 'span' && child.name !== 'font') continue;
    if (holdsBlocks(child)) return true;
  }
  return false;
}

/** Shorter runs are labels, buttons and headlines of other articles. */
const shortestProse = 40;

/** Counts the page; elements for which `skip` is true count for nothing, nor does what stands in them. */
export function measurePage(page: HtmlPage, skip: (element: HtmlElement) => boolean): Measures {
  const size = page.elements.length + 1;
  const measures: Measures = { text: new Int32Array(size), linked: new Int32Array(size), prose: new Int32Array(size) };
  measureElement(page.root, measures, skip, false);
  return measures;
}

function measureElement(
  element: HtmlElement,
  measures: Measures,
  skip: (element: HtmlElement) => boolean,
  insideLink: boolean,
): void {
  const isLinked = insideLink || element.name === 'a';
  let text = 0;
  let linked = 0;
  let prose = 0;
  let own = 0;
  let ownLinked = 0;
  const closeLine = (): void => {
    if (!isLinked && own >= shortestProse && ownLinked * 3 < own) prose += own - ownLinked;
    own = 0;
    ownLinked = 0;
  };
  for (const child of element.children) {
    if (child.kind === 'text') {
      const length = foldedLength(child.text);
      text += length;
      own += length;
      continue;
    }
    if (skip(child)) continue;
    measureElement(child, measures, skip, isLinked);
    const { order } = child;
    text += measures.text[order] ?? 0;
    linked += measures.linked[order] ?? 0;
    if (inlineElements.has(child.name) && (measures.prose[order] ?? 0) === 0) {
      own += measures.text[order] ?? 0;
      ownLinked += measures.linked[order] ?? 0;
    } else {
      closeLine();
      prose += measures.prose[order] ?? 0;
    }
  }
  // An inline element's line goes on outside it.
  if (!inlineElements.has(element.name) || prose > 0) closeLine();
  measures.text[element.order] = text;
  measures.linked[element.order] = element.name === 'a' ? text : linked;
  measures.prose[element.order] = prose;
}
