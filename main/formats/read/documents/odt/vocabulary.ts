import { attribute, childrenNamed } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/** What is known of OpenDocument's elements (1.3, part 3) by whoever reads them. */

/** Tables of contents and indexes that the program makes (part 3, 8); a bibliography is the writer's. */
export function isIndex({ name }: XmlElement): boolean {
  return /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/u.test(name);
}

const drawing = 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0';
const scenes = 'urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0';

/** Frames and shapes stand in the text or beside it, with pictures or words of their own (part 3, 10). */
export function isShape({ namespace, name }: XmlElement): boolean {
  return namespace === drawing || namespace === scenes || (namespace === 'undeclared:draw' && name !== 'a');
}

/** Sections, paragraphs and passages that a condition hides, as it stood when the document was saved. */
export function isHiddenPart(element: XmlElement): boolean {
  switch (element.name) {
    case 'section':
      return attribute(element, 'text:display') === 'none' || attribute(element, 'text:is-hidden') === 'true';
    case 'p':
    case 'h':
      return childrenNamed(element, 'hidden-paragraph').some((one) => attribute(one, 'text:is-hidden') === 'true');
    case 'hidden-text':
      return attribute(element, 'text:is-hidden') === 'true';
    default:
      return false;
  }
}
