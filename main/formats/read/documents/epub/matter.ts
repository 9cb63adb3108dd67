/**
 * Parts of a book that are no chapters. They are left out, with their words in the log, whatever their length;
 * prefaces, appendices and notes are chapters like any other.
 */
export type Matter =
  | 'cover'
  | 'title page'
  | 'imprint'
  | 'table of contents'
  | 'index'
  | 'dedication'
  | 'list of other books';

const types: readonly (readonly [RegExp, Matter])[] = [
  [/^cover$/u, 'cover'],
  [/^(?:half-?title-?page|title-?page|frontispiece)$/u, 'title page'],
  [/^(?:copyright-page|imprint|imprimatur|colophon|other-credits)$/u, 'imprint'],
  [/^(?:toc|toc-brief|landmarks|loi|lot|loa|lov|page-list)$/u, 'table of contents'],
  [/^index$/u, 'index'],
  [/^(?:dedication|epigraph)$/u, 'dedication'],
  [/^seriespage$/u, 'list of other books'],
];

/** What a part is by the names that EPUB gives parts (EPUB 3 Structural Semantics; OPF 2.0.1, 2.6; DPUB-ARIA 1.1). */
export function matterOfType(type: string): Matter | null {
  for (const name of type.toLowerCase().split(/\s+/u)) {
    const bare = name.replace(/^doc-/u, '').replace(/^other\./u, '');
    const found = types.find(([pattern]) => pattern.test(bare))?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

const labels: readonly (readonly [RegExp, Matter])[] = [
  [
    /^(?:cover(?: page| image)?|front cover|back cover|umschlag|titelbild|couverture|cubierta|portada|copertina)$/iu,
    'cover',
  ],
  [/^(?:(?:half[- ]?)?title(?: ?page)?|titelseite|titelei|page de titre|portadilla|frontespizio)$/iu, 'title page'],
  [
    /^(?:copyright(?: page| notice| information)?|imprint|colophon|impressum|mentions légales|créditos|legal notice)$/iu,
    'imprint',
  ],
  [
    /^(?:(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice(?: general)?|contenido|indice|sommario|list of (?:figures|tables|illustrations))$/iu,
    'table of contents',
  ],
  [/^(?:index|(?:sach|personen|stichwort)?register|index of names)$/iu, 'index'],
  [/^(?:dedication|epigraph|widmung|dédicace|dedicatoria|dedica)$/iu, 'dedication'],
  [
    /^(?:also by .{1,80}|other books by .{1,80}|by the same author|weitere (?:bücher|titel).{0,80}|du même auteur)$/iu,
    'list of other books',
  ],
];

/** What a part is by the line of the table of contents, or the heading, that names it. */
export function matterOfLabel(label: string): Matter | null {
  return labels.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? null;
}

/** A page with its publisher's terms is no chapter, however it is called; more words are. */
export function looksLikeImprint(words: string, count: number): boolean {
  return (
    count < 400 && /\bISBN\b|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b/iu.test(words)
  );
}
