import type { HtmlElement } from '../../../shared/html/tree.ts';
import { inlineElements, unreadElements } from './measure.ts';

/** Why what is never read as words of an article is left out, and which of it leaves a gap in a sentence. */

/** Of the elements that are never read, those that hold words which a reader of the page saw. */
const navigation = new Set(['nav', 'menu', 'dialog']);

const pageHides = 'The page hides it.';
const noText = 'It is a formula, a drawing or a control, no text.';

/** Why an element that is never read is left out; empty where that needs no line in the log. */
export function unreadReason(element: HtmlElement): string {
  if (!unreadElements.has(element.name)) return pageHides;
  if (navigation.has(element.name)) return 'It is navigation.';
  // Inside a sentence its words are a gap, which has to be known to the letter.
  return element.name !== 'script' && element.name !== 'style' && standsInLine(element) ? noText : '';
}

/** Whether a reason given here speaks of words that the page shows. */
export function namesShownWords(reason: string): boolean {
  return reason !== '' && reason !== pageHides && reason !== noText;
}

function standsInLine(element: HtmlElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    if (at.children.some((child) => child.kind === 'text' && child.text.trim() !== '')) return true;
    if (!inlineElements.has(at.name)) return false;
  }
  return false;
}

export function isShadowRoot(element: HtmlElement): boolean {
  // Before 2023 the attribute had its shorter name, and SingleFile writes both.
  return element.name === 'template' && ('shadowrootmode' in element.attributes || 'shadowroot' in element.attributes);
}
