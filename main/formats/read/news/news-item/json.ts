import * as v from 'valibot';
import { VerbatimError } from '../../../../contract/index.ts';
import { decodeText } from '../../../../reading/document/decode.ts';

/** Schemas for other people's JSON, which take what is sound and pass over the rest. */

/** A text that isn't empty, else null. */
export const Text = v.fallback(
  v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((text) => (text.trim() === '' ? null : text)),
      ),
    ),
    null,
  ),
  null,
);

/** The same where numbers are given for names. */
export const TextOrNumber = v.fallback(
  v.optional(v.nullable(v.union([v.string(), v.pipe(v.number(), v.transform(String))])), null),
  null,
);

/** The members of a list that are of a kind; none where there is no list. */
export function tolerantArray<const Schema extends v.GenericSchema>(member: Schema) {
  return v.fallback(
    v.optional(
      v.pipe(
        v.array(v.unknown()),
        v.transform((all): v.InferOutput<Schema>[] =>
          all.flatMap((one) => {
            const result = v.safeParse(member, one);
            return result.success ? [result.output] : [];
          }),
        ),
      ),
      [],
    ),
    [],
  );
}

/** A file's JSON. `what` is what it looks like, for the reason where it is none: a `VerbatimError`. */
export function parseJson(bytes: Uint8Array, what: string): unknown {
  try {
    return JSON.parse(decodeText(bytes).text);
  } catch (error) {
    const where = error instanceof Error ? error.message : String(error);
    throw new VerbatimError(
      'unsupported',
      `It looks like ${what}, but is not whole JSON (${where}). Download it again, or ask whoever made it for a sound one.`,
    );
  }
}
