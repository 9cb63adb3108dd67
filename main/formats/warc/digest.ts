import { createHash } from 'node:crypto';

/**
 * Whether bytes have the digest that an archive gives them (`sha1:…` in base 32 by custom, `sha256:…` and
 * others in hexadecimal); null where it can't be said: no digest, or an algorithm that isn't known.
 */
export function hasDigest(bytes: Uint8Array, digest: string | null): boolean | null {
  const match = /^(sha-?1|sha-?256|sha-?512|md5):([A-Za-z0-9+/=]+)$/u.exec(digest?.trim() ?? '');
  if (match === null) return null;
  const [, name = '', written = ''] = match;
  const hash = createHash(name.replace('-', '').toLowerCase()).update(bytes).digest();
  return [hash.toString('hex'), base32(hash)].includes(written.toLowerCase()) || hash.toString('base64') === written;
}

/** RFC 4648, 6, in lower case. */
function base32(bytes: Uint8Array): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz234567';
  let text = '';
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(value >> bits) & 31];
    }
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text;
}
