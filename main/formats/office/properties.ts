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
  /^(?:(?:microsoft (?:word|powerpoint|publisher)|powerpoint presentation|print|druck|layout|pagemaker|quarkxpress)\b.*|(?:document|dokument|untitled|unbenannt|letter|brief|template|normal|page|seite|title|titel|press ?release|slide|folie|presentation)[\s_-]*\d*(?:\.\w{3,4})?|(?:about|data|file|chrome|javascript):\S*|.*\.(?:docx?|odt|rtf|dotx?|pdf|indd|qxp|qxd|pub|pages|tex|dvi|pptx?|xlsx?|html?|aspx?|php|txt|ai|eps|wpd|fm|p65|tiff?|jpe?g))$/iu;
const idleAuthor =
  /^(?:user|admin|administrator|microsoft office user|owner|besitzer|author|unknown|unbekannt|windows user|pc|office|[\w.-]*\d{3,}[\w.-]*)$/iu;

/** A title that somebody wrote; null for one that a program made up of its own or the file's name. */
export function ownTitle(title: string | null): string | null {
  const isCode = title !== null && !/\s/u.test(title.trim()) && /[\d_:]/u.test(title);
  return title === null || isCode || !/\p{L}{2}/u.test(title) || idleTitle.test(title.trim()) ? null : title;
}

/** An author who is somebody; null for an account's name. */
export function ownAuthor(author: string | null): string | null {
  return author === null || idleAuthor.test(author.trim()) ? null : author;
}

export function readProperties(root: XmlElement | null): DocumentProperties {
  const words = (...names: string[]) => (root === null ? null : wordsIn(firstDescendant(root, ...names)));
  const date = (...names: string[]) => {
    const written = words(...names);
    return written === null ? null : parseDate(written, 'en');
  };
  const title = words('title');
  const author = words('initial-creator') ?? words('creator');
  return {
    title: ownTitle(title),
    author: ownAuthor(author),
    created: date('created', 'creation-date'),
    modified: date('modified', 'date'),
    language: words('language'),
    description: words('description'),
  };
}
