import type { MetadataSource } from '../../../../../contract/index.ts';

/** A value of one field as one place of the page gives it, before one is chosen. */
export interface Candidate {
  readonly from: MetadataSource;
  readonly value: string;
}

export const candidateFields = [
  'title',
  'subheading',
  'author',
  'publication',
  'section',
  'published',
  'modified',
  'url',
  'language',
  'description',
  'image',
] as const;
export type CandidateField = (typeof candidateFields)[number];

/** More than this of one field is a list of something else. */
const maximumCandidates = 60;
const longestValue = 4000;

/** All values found, in the order in which the places were asked. */
export class Candidates {
  readonly #values = new Map<CandidateField, Candidate[]>();

  add(field: CandidateField, from: MetadataSource, raw: string | null | undefined): void {
    const value = cleanValue(raw ?? '');
    if (value === '' || value.length > longestValue) return;
    const list = this.#values.get(field) ?? [];
    if (list.length < maximumCandidates && !list.some((known) => known.from === from && known.value === value))
      list.push({ from, value });
    this.#values.set(field, list);
  }

  of(field: CandidateField): readonly Candidate[] {
    return this.#values.get(field) ?? [];
  }
}

/** White space folded; what says "nothing" in templates is nothing. */
function cleanValue(raw: string): string {
  const value = raw
    .replace(/[\u00ad\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return /^(?:null|undefined|none|n\/a|false|nan|-|\{\{.*\}\}|\$?\{\$?[\w.-]*\}|\[\[.*\]\]|%.*%)$/iu.test(value)
    ? ''
    : value;
}
