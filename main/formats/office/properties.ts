import type { PreciseDate } from '../../contract/index.ts';
import { parseDate } from '../../core/document/dates.ts';
import { firstDescendant, wordsIn } from '../xml/find.ts';
import type { XmlElement } from '../xml/tree.ts';

/** What a word processor keeps of a document beside its words (Dublin Core, in Office Open XML and OpenDocument alike). */
export interface DocumentProperties {
  readonly title: string | null;
  readonly author: string | null;
  readonly created: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly language: string | null;
  readonly description: string | null;
}

/** Programs fill these in themselves; they name nobody and nothing. */
const idleTitle =
  /^(?:microsoft word\b.*|(?:document|dokument|untitled|unbenannt|letter|brief|template|normal)\s*\d*(?:\.\w{3,4})?|.*\.(?:docx?|odt|rtf|dotx?))$/iu;
const idleAuthor =
  /^(?:user|admin|administrator|microsoft office user|owner|besitzer|author|unknown|unbekannt|windows user|pc|office|[\w.-]*\d{3,}[\w.-]*)$/iu;

export function readProperties(root: XmlElement | null): DocumentProperties {
  const words = (...names: string[]) => (root === null ? null : wordsIn(firstDescendant(root, ...names)));
  const date = (...names: string[]) => {
    const written = words(...names);
    return written === null ? null : parseDate(written, 'en');
  };
  const title = words('title');
  const author = words('initial-creator') ?? words('creator');
  return {
    title: title === null || idleTitle.test(title) ? null : title,
    author: author === null || idleAuthor.test(author) ? null : author,
    created: date('created', 'creation-date'),
    modified: date('modified', 'date'),
    language: words('language'),
    description: words('description'),
  };
}
