import type { PreciseDate } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { firstDescendant, wordsIn } from '../../../shared/xml/find.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';

/** What a word processor keeps of a document beside its words. */
export interface DocumentProperties {
  readonly title: string | null;
  readonly author: string | null;
  readonly created: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly language: string | null;
  readonly description: string | null;
}

/** Programs and their templates fill these in themselves; they name nobody and nothing. */
const idleTitles: readonly RegExp[] = [
  /^(?:microsoft (?:word|powerpoint|publisher)|powerpoint presentation|pagemaker|quarkxpress)\b/iu,
  /^(?:(?:new |neues |word )?document|dokument|documento|untitled|unbenannt|ohne titel|sans titre|sin título|title|titel|titre|título|letter|brief|normal|blank|default|print|druck|layout|powerpoint|page|seite|press ?release|slide|folie|presentation)[\s_-]*\d*(?:\.\w{3,4})?$/iu,
  /^(?=\S+(?:\s+\S+){0,3}$).*\b(?:template|vorlage|modèle|plantilla)\b/iu,
  /^(?:about|data|file|chrome|javascript):\S*$/iu,
  /\.(?:docx?|docm|dotx?|dotm|odt|ott|rtf|pdf|indd|qxp|qxd|pub|pages|tex|dvi|pptx?|xlsx?|html?|aspx?|php|txt|ai|eps|wpd|fm|p65|tiff?|jpe?g)$/iu,
];
const idleAuthor =
  /^(?:.*\b(?:user|admin|administrator|administrateur|owner|besitzer|benutzer|utilisateur|usuario)|microsoft(?: office| word)?|(?:un)?known(?: author)?|unbekannt(?:er autor)?|author|autor(?:in)?|auteur|guest|gast|default|test|root|office|staff|home|me|pc|hp|dell|lenovo|acer|asus|toshiba|samsung|apple|python-docx|apache poi|docx4j|phpword|pandoc|libreoffice|openoffice(?:\.org)?|google docs|.|[\w.-]*\d{3,}[\w.-]*)$/iu;
const idleDescription = /^(?:generated|created|produced|made|erstellt|erzeugt) (?:by|with|using|mit|von) /iu;

/** A title that somebody wrote; null for one that a program made up of its own or of the file's name. */
export function ownTitle(title: string | null): string | null {
  if (title === null || !/\p{L}{2}/u.test(title)) return null;
  const written = title.trim();
  const isCode = !/\s/u.test(written) && /[\d_:]/u.test(written);
  return isCode || idleTitles.some((idle) => idle.test(written)) ? null : title;
}

/** An author who is somebody; null for an account's name. */
export function ownAuthor(author: string | null): string | null {
  return author === null || idleAuthor.test(author.trim()) ? null : author;
}

/** Values as a document has them, without those that name nobody and nothing. Dates are ISO 8601, or null. */
export function propertiesFrom(
  written: {
    readonly [Field in keyof DocumentProperties]: string | null;
  },
): DocumentProperties {
  const { title, author, created, modified, language, description } = written;
  return {
    title: ownTitle(title),
    author: ownAuthor(author),
    created: created === null ? null : parseDate(created, null),
    modified: modified === null ? null : parseDate(modified, null),
    language,
    description: description === null || idleDescription.test(description.trim()) ? null : description,
  };
}

/** The properties in Office Open XML's and OpenDocument's own parts (both use Dublin Core). */
export function readProperties(root: XmlElement | null): DocumentProperties {
  const words = (...names: string[]) => (root === null ? null : wordsIn(firstDescendant(root, ...names)));
  return propertiesFrom({
    title: words('title'),
    author: words('initial-creator') ?? words('creator'),
    created: words('created', 'creation-date'),
    modified: words('modified', 'date'),
    language: words('language'),
    description: words('description'),
  });
}
