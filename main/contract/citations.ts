import * as v from 'valibot';

/** Exact words with their citation, in every form that goes to the clipboard at once. */
export interface Citation {
  readonly plain: string;
  readonly markdown: string;
  /** Markup made here, in which everything that came from anywhere else is escaped. */
  readonly html: string;
}

/** What a citation's template can name, in the order in which a person is told of it. */
export const citationPlaceholders = [
  'quotation',
  'words',
  'attribution',
  'speaker',
  'role',
  'organisation',
  'said',
  'source',
  'authors',
  'title',
  'publication',
  'published',
  'address',
  'captured',
  'seal',
  'hash',
  'whole hash',
] as const;

export type CitationPlaceholder = (typeof citationPlaceholders)[number];

/** A citation's form: `{placeholder}`; what stands in `[…]` is left out where a placeholder in it has nothing to tell. */
export const CitationTemplate = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/\{(?:quotation|words)\}/u, 'a template names {quotation} or {words}'),
);

export const defaultCitationTemplate =
  '{quotation}\n— [{attribution} ]{source}[ {address}][ Captured {captured}.] {seal} Text sha256:{hash}.';

/** How a template would look, on an invented statement. */
export interface CitationPreview extends Citation {
  /** What it names in braces that is no placeholder. */
  readonly unknown: readonly string[];
}
