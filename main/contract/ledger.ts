import * as v from 'valibot';
import { ArticleId, CodeId, CollectionId, OrganizationId, SpeakerId, StatementId } from './ids.ts';
import { SearchText } from './search-text.ts';
import { Sureness } from './settings.ts';
import { StatementKind, StatementState } from './statements.ts';

/** A date at any precision: `2016`, `2016-11`, `2016-11-16`. */
export const dateText = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date like 2016, 2016-11 or 2016-11-16'),
);

/** What the ledger is narrowed to. */
export const ledgerFilter = {
  article: v.optional(ArticleId),
  /** Suggestions that are less sure than this are left out and counted; 0 to 1. */
  leastSure: v.optional(Sureness),
  /** Part of the speaker's name, case and diacritics folded. */
  speaker: v.optional(v.string()),
  /** Whose words, by id. */
  person: v.optional(SpeakerId),
  /** Only what nobody is named as the speaker of, though somebody may be described. */
  unnamed: v.optional(v.boolean()),
  organization: v.optional(v.string()),
  /** For whom somebody spoke, by id. */
  organizationId: v.optional(OrganizationId),
  role: v.optional(v.string()),
  /** In the words of the search language; they are looked for in the statements. */
  query: v.optional(SearchText),
  kind: v.optional(StatementKind),
  state: v.optional(StatementState),
  saidAfter: v.optional(dateText),
  saidBefore: v.optional(dateText),
  /** Shows what has no day of its own beside what was said in the range; or that alone, whatever the range. */
  undated: v.optional(v.union([v.boolean(), v.literal('only')])),
  /** Part of the article's publication. */
  publication: v.optional(v.string()),
  /** The article's publication, as it names it. */
  publicationIs: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  /** Annotations that carry it, or a code below it, share words with the statement. */
  code: v.optional(CodeId),
  /** The articles of a collection, or that a saved search finds. */
  collection: v.optional(CollectionId),
  /** The article's language ("de", "pt-BR"); a region of it belongs to it. */
  language: v.optional(v.pipe(v.string(), v.maxLength(35))),
  /** These are listed whatever has been decided about them: no row goes while somebody goes through the list. */
  keep: v.optional(v.pipe(v.array(StatementId), v.maxLength(1000))),
};

/** `newest`, by day, unless it is said. `found`: those found or made last come first. `surest`: by how sure the program was. */
export const StatementSort = v.picklist(['newest', 'oldest', 'found', 'surest', 'least-sure', 'speaker']);

export type StatementSort = v.InferOutput<typeof StatementSort>;

export const ledgerFacets = [
  'speaker',
  'organization',
  'publication',
  'kind',
  'state',
  'language',
  'code',
  'year',
] as const;

export type LedgerFacet = (typeof ledgerFacets)[number];

export interface LedgerFacetValue {
  /** An id of a speaker, an organization or a code; else the value itself. */
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

/** Which values the listed statements have. */
export interface LedgerFacets {
  /** So many statements were looked at: the newest, where there are more. */
  readonly counted: number;
  readonly total: number;
  readonly values: Readonly<Record<LedgerFacet, readonly LedgerFacetValue[]>>;
  /** Of those that were looked at: nobody is named as the speaker. */
  readonly unnamed: number;
}

/** A year, a month or a day, and how many of the listed statements were said in it. */
export interface LedgerPeriod {
  readonly period: string;
  readonly count: number;
}
