import * as v from 'valibot';
import type { Place } from './web-annotation.ts';

/**
 * A statement that was written as a Web Annotation: a schema.org `Quotation` on words (decision 0237). It is what the
 * file claims; nothing of it was held against an article.
 */
export interface QuotedStatement {
  /** As the file names it; null when it has no id. */
  readonly id: string | null;
  /** Where its words stand, a place a stretch, in their order. */
  readonly stretches: readonly Place[];
  readonly words: string;
  /** Those that stand in the place of its words now, where they are others. */
  readonly wordsNow: string | null;
  readonly speakers: readonly {
    readonly id: string | null;
    readonly kind: 'person' | 'organization';
    readonly name: string;
    readonly aliases: readonly string[];
    readonly role: string | null;
    readonly organization: string | null;
  }[];
  readonly described: string | null;
  readonly said: { readonly value: string; readonly precision: string | null } | null;
  readonly kind: string | null;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly confidence: number | null;
  readonly cue: string | null;
  readonly reason: {
    readonly rule: string;
    readonly speakerBy: string | null;
    readonly others: readonly string[];
  } | null;
  readonly seal: string | null;
  /** SHA-256 of the file that the words were taken from. */
  readonly original: string | null;
  readonly codes: readonly string[];
}

const text = v.optional(v.nullable(v.fallback(v.nullable(v.string()), null)), null);
/** JSON-LD writes one value or several. */
const several = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(v.pipe(v.unknown(), v.transform(listed), v.array(item)), []);

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
}

const Named = v.object({ id: text, type: several(v.string()), name: v.string(), alternateName: several(v.string()) });
const Role = v.object({
  roleName: text,
  organization: v.optional(v.nullable(Named), null),
  spokenByCharacter: Named,
});

const Quotation = v.object({
  type: v.pipe(
    v.unknown(),
    v.transform(listed),
    v.check((types) => types.some((type) => type === 'Quotation')),
  ),
  text: v.string(),
  wordsNow: text,
  spokenByCharacter: several(Role),
  described: text,
  dateCreated: text,
  datePrecision: text,
  kind: text,
  decision: text,
  decidedBy: text,
  confidence: v.optional(v.nullable(v.number()), null),
  cue: text,
  rule: text,
  speakerKnownBy: text,
  couldHaveBeen: several(v.string()),
  seal: text,
  about: several(v.object({ label: v.string() })),
  isBasedOn: v.optional(v.nullable(v.object({ sha256: text })), null),
});
type Quotation = v.InferOutput<typeof Quotation>;

/** Whether a body is a quotation as we write it. */
export function isQuotation(body: unknown): boolean {
  return v.is(Quotation, body);
}

/** What the body and the targets of a statement say. */
export function quotedStatement(id: string | null, body: unknown, stretches: readonly Place[]): QuotedStatement {
  const quotation = v.parse(Quotation, body);
  return {
    id,
    stretches,
    words: quotation.text,
    wordsNow: quotation.wordsNow,
    speakers: quotation.spokenByCharacter.map(({ roleName, organization, spokenByCharacter: speaker }) => ({
      id: speaker.id,
      kind: speaker.type.includes('Organization') ? 'organization' : 'person',
      name: speaker.name,
      aliases: speaker.alternateName,
      role: roleName,
      organization: organization?.name ?? null,
    })),
    described: quotation.described,
    said: quotation.dateCreated === null ? null : { value: quotation.dateCreated, precision: quotation.datePrecision },
    kind: quotation.kind,
    decision: quotation.decision,
    decidedBy: quotation.decidedBy,
    confidence: quotation.confidence,
    cue: quotation.cue,
    reason: reasonOf(quotation),
    seal: quotation.seal,
    original: quotation.isBasedOn?.sha256 ?? null,
    codes: quotation.about.map(({ label }) => label),
  };
}

function reasonOf({ rule, speakerKnownBy, couldHaveBeen }: Quotation): QuotedStatement['reason'] {
  return rule === null ? null : { rule, speakerBy: speakerKnownBy, others: couldHaveBeen };
}
