/** Longer names are data under a name's scheme. */
const longest = 1000;

const urn = /^urn:([a-z0-9][a-z0-9-]{0,30}[a-z0-9]):([^\s?#]+)(?:[?#].*)?$/i;
const tag = /^tag:[^\s:,]+,\d{4}(?:-\d\d){0,2}:[^\s#]*(?:#.*)?$/i;

/**
 * A name that stands for one thing for ever and is given out once, in the form in which two writings of
 * it are the same; null for what is none. By it the versions of an agency's item find one another, and
 * the entries of a feed, where they have no address on the web.
 *
 * - **`urn:`** (RFC 8141, 3.1): the scheme and the namespace in lower case, percent-encoding in capitals;
 *   what follows "?" or "#" says how to resolve it and is no part of the name. Of `urn:uuid:` all is in lower
 *   case (RFC 9562, 4). The rest is compared letter by letter.
 * - **`tag:`** (RFC 4151, 2.4): letter by letter, but for the scheme.
 *
 * Other identifiers (a number, a `guid` in an own form) are unique in their feed only.
 */
export function permanentName(written: string): string | null {
  if (written.length > longest) return null;
  if (tag.test(written)) return `tag:${written.slice('tag:'.length)}`;
  const [, namespace, name] = urn.exec(written) ?? [];
  if (namespace === undefined || name === undefined) return null;
  const space = namespace.toLowerCase();
  const encoded = name.replace(/%[\da-f]{2}/giu, (octet) => octet.toUpperCase());
  return `urn:${space}:${space === 'uuid' ? encoded.toLowerCase() : encoded}`;
}
