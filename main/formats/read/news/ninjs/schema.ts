import * as v from 'valibot';
import { Text, TextOrNumber, tolerantArray } from '../news-item/json.ts';

/**
 * ninjs, the IPTC's news in JSON, of all three generations: 1.x with `body_text`, 2.x with lists of bodies, 3.x
 * with capitals inside names. Names are put in lower case first, so that one schema reads all. What isn't of
 * the kind that the standard demands is passed over.
 */

/** Deeper values hold no words of an article. */
const deepest = 40;

export function withLowerNames(value: unknown, depth = 0): unknown {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((one) => withLowerNames(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase(), withLowerNames(inner, depth + 1)]),
  );
}

const Named = v.object({ name: Text });
const Worded = v.object({ role: Text, contenttype: Text, value: Text });
export type Worded = v.InferOutput<typeof Worded>;
export const Rendition = v.object({
  href: Text,
  mimetype: Text,
  contenttype: Text,
  width: v.fallback(v.optional(v.number(), 0), 0),
});

export const NinjsItem = v.looseObject({
  uri: Text,
  /** Of profiles that go before or beyond the standard. */
  guid: Text,
  type: Text,
  version: TextOrNumber,
  firstcreated: Text,
  contentcreated: Text,
  versioncreated: Text,
  embargoed: Text,
  pubstatus: Text,
  copyrightholder: Text,
  source: Text,
  ednote: Text,
  language: Text,
  title: Text,
  headline: Text,
  headlines: tolerantArray(Worded),
  byline: Text,
  by: Text,
  bodies: tolerantArray(Worded),
  descriptions: tolerantArray(Worded),
  subject: tolerantArray(Named),
  subjects: tolerantArray(Named),
  infosource: tolerantArray(Named),
  infosources: tolerantArray(Named),
});
export type NinjsItem = v.InferOutput<typeof NinjsItem>;

/** Fields of 1.x whose name says what they hold: `body_text`, `body_xhtml`, `description_caption`, `headline_main`. */
export function fieldsNamed(item: NinjsItem, prefix: 'body' | 'description' | 'headline'): Worded[] {
  return Object.entries(item).flatMap(([name, value]) =>
    name.startsWith(`${prefix}_`) && typeof value === 'string' && value.trim() !== ''
      ? [{ role: name.slice(prefix.length + 1), contenttype: null, value }]
      : [],
  );
}

/** A list, or the values of an object whose names are arbitrary: how 2.x and 1.x write renditions and associations. */
export function members(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value);
}
