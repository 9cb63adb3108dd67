import { attribute, baseOf, elementsOf, folded, textOf } from '../../../shared/xml/find.ts';
import { innerMarkup } from '../../../shared/xml/markup.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { base64Text, isTextType, isXmlType } from '../news-item/base64.ts';
import { contentOf, htmlContentOf, type ItemContent, lineOf, lineOfHtml } from '../news-item/content.ts';

/**
 * Atom's text constructs and content (RFC 4287, 3.1 and 4.1.3), Atom 0.3's modes, and RSS, which doesn't
 * say what it holds.
 */
type Kind = 'text' | 'html' | 'xhtml' | 'base64' | 'unsaid';

function kindOf(element: XmlElement, isAtom: boolean): Kind {
  const type = attribute(element, 'type')?.toLowerCase() ?? 'unsaid';
  const mode = attribute(element, 'mode')?.toLowerCase();
  if (mode === 'base64') return 'base64';
  if (mode === 'escaped') return type === 'unsaid' || /html|xml/u.test(type) ? 'html' : 'text';
  // Markup that nobody escaped, whatever is said of it.
  if (mode === 'xml' || [...elementsOf(element)].length > 0) return 'xhtml';
  if (!isAtom) return 'unsaid';
  if (type === 'xhtml') return 'xhtml';
  if (type === 'html' || isXmlType(type) || type === 'text/html') return 'html';
  if (type === 'text' || isTextType(type)) return 'text';
  return type.includes('/') ? 'base64' : 'unsaid';
}

/** The element's words; null where it has none. */
export function contentIn(element: XmlElement, outermost: string | null, isAtom: boolean): ItemContent | null {
  const base = baseOf(element, outermost);
  switch (kindOf(element, isAtom)) {
    case 'text': {
      const text = textOf(element);
      return text.trim() === '' ? null : { kind: 'text', text };
    }
    case 'html':
      return htmlContentOf(textOf(element), base);
    case 'xhtml': {
      const markup = innerMarkup(element);
      return markup.trim() === '' ? null : { kind: 'markup', markup, base };
    }
    case 'base64':
      return contentOf(base64Text(element) ?? '', base);
    case 'unsaid':
      return contentOf(textOf(element), base);
  }
}

/** The element's words as one line: a title, a summary. */
export function lineIn(element: XmlElement | null, isAtom: boolean): string | null {
  if (element === null) return null;
  switch (kindOf(element, isAtom)) {
    case 'text':
      return folded(textOf(element));
    case 'html':
      return lineOfHtml(textOf(element));
    case 'xhtml':
      return lineOfHtml(innerMarkup(element));
    case 'base64':
      return lineOf(base64Text(element) ?? '');
    case 'unsaid':
      return lineOf(textOf(element));
  }
}
