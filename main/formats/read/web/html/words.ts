import { hiddenWords, withoutSigns } from '../../../../reading/verbatim-check/marked-words.ts';
import { withoutInvisible } from '../../../shared/html/inline.ts';
import type { HtmlElement } from '../../../shared/html/tree.ts';
import { parsePage } from '../../../shared/html/tree.ts';
import { inlineElements, unreadElements } from './measure.ts';
import { furnitureReason, isHidden, mayBeUnseen } from './prune.ts';
import { isShadowRoot } from './unread.ts';

/** Attributes whose words blocks may show: an image's alternative text. */
const shownAttributes = ['alt', 'title', 'content', 'value', 'label', 'placeholder', 'aria-label'];
const silent = new Set(['script', 'style']);

/**
 * Every word of a page in its own order, then the words of attributes. A line ends where a box begins or ends,
 * at a line break, and around what may be furniture in a line; what the page does not show is marked as hidden.
 * As blocks made from it hold them, of a fragment too; for `FormatReader.words`.
 */
export function wordsOfMarkup(source: string): string {
  const page = parsePage(source);
  const pieces: string[] = [];
  visit(page.root, pieces);
  const fromAttributes = page.elements.flatMap(({ attributes }) =>
    shownAttributes.flatMap((name) => {
      const value = attributes[name];
      return value === undefined ? [] : [wordsOfText(value)];
    }),
  );
  return `${pieces.join('')}\n${fromAttributes.join('\n')}`;
}

/** White space between words is no end of a line. */
function wordsOfText(text: string): string {
  return withoutSigns(withoutInvisible(text)).replace(/\s+/gu, ' ');
}

function visit(element: HtmlElement, pieces: string[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') pieces.push(wordsOfText(child.text));
    else if (!silent.has(child.name)) visitInner(child, pieces);
  }
}

function visitInner(element: HtmlElement, pieces: string[]): void {
  const endsLine = !isInLine(element);
  if (endsLine) pieces.push('\n');
  if (isNotShown(element)) {
    const inner: string[] = [];
    visit(element, inner);
    pieces.push(hiddenWords(inner.join('')));
  } else visit(element, pieces);
  if (endsLine) pieces.push('\n');
}

function isNotShown(element: HtmlElement): boolean {
  return (unreadElements.has(element.name) && !isShadowRoot(element)) || isHidden(element) || mayBeUnseen(element);
}

/** Whether a line goes on behind an element. What stands in a line and is called furniture may have been left out there. */
function isInLine(element: HtmlElement): boolean {
  if (isNotShown(element)) return true;
  return inlineElements.has(element.name) && element.name !== 'br' && furnitureReason(element) === null;
}
