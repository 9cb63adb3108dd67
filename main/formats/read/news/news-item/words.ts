import { elementsOf, textOf } from '../../../shared/xml/find.ts';
import { decodeReferences } from '../../../shared/xml/references.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { normaliseText, quotePrefix } from '../../documents/text/lines.ts';
import { wordsOfMarkup } from '../../web/html/words.ts';
import { base64Text } from './base64.ts';

/**
 * All words of a feed or of an agency's file, for the verbatim check: every text as it stands and, where
 * it may be HTML in a text, as HTML. What the readers choose among them is not asked here, so that a
 * revision made by another version of them still finds its words.
 */

/** The words of a text that may be plain, HTML, or HTML that was escaped twice. */
export function wordsOfText(text: string): string {
  const plain = normaliseText(text);
  const forms = [plain];
  if (/^\s{0,3}>/mu.test(plain))
    forms.push(
      plain
        .split('\n')
        .map((line) => line.slice(quotePrefix(line).length))
        .join('\n'),
    );
  if (/[<&]/u.test(text)) {
    const decoded = decodeReferences(text);
    forms.push(wordsOfMarkup(text));
    if (decoded !== text) forms.push(normaliseText(decoded), wordsOfMarkup(decoded));
  }
  return forms.join('\n');
}

/** The words of an XML document: its text in order, its attributes, and what its texts hold as HTML. */
export function wordsOfXml(root: XmlElement | null): string {
  if (root === null) return '';
  const running: string[] = [];
  const apart: string[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.kind === 'text') running.push(child.text);
      else if (child.name !== 'script' && child.name !== 'style') {
        // An element may be a paragraph of its own.
        running.push('\n');
        visit(child);
        running.push('\n');
      }
    }
    for (const value of Object.values(element.attributes)) if (/\p{L}/u.test(value)) apart.push(normaliseText(value));
    const decoded = base64Text(element);
    if (decoded !== null) apart.push(wordsOfText(decoded));
    if ([...elementsOf(element)].length === 0) {
      const text = textOf(element);
      if (/[<&]|^\s{0,3}>/mu.test(text)) apart.push(wordsOfText(text));
    }
  };
  visit(root);
  return `${normaliseText(running.join(''))}\n${apart.join('\n')}`;
}

/** Values nested deeper than this are nobody's article. */
const deepest = 100;

/** The words of all texts in a JSON value. */
export function wordsOfJson(value: unknown): string {
  const pieces: string[] = [];
  const visit = (at: unknown, depth: number): void => {
    if (typeof at === 'string') pieces.push(wordsOfText(at));
    else if (typeof at === 'object' && at !== null && depth < deepest)
      for (const inner of Object.values(at)) visit(inner, depth + 1);
  };
  visit(value, 0);
  return pieces.join('\n');
}
