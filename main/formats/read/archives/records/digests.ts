import { createHash, type Hash } from 'node:crypto';

const algorithms: Readonly<Record<string, string>> = {
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha384: 'sha384',
  'sha-384': 'sha384',
  sha512: 'sha512',
  'sha-512': 'sha512',
  md5: 'md5',
};

/**
 * Whether bytes have a digest as archives write it: "sha1:" and base 32, base 16 or base 64 (ISO 28500, 5.8
 * leaves the coding open). Null for an algorithm that isn't known: nothing can be said then.
 */
export function hasDigest(bytes: Uint8Array, written: string): boolean | null {
  const match = /^\s*([a-z\d-]{2,12})\s*:\s*(\S+)\s*$/iu.exec(written);
  const algorithm = algorithms[match?.[1]?.toLowerCase() ?? ''];
  if (match === null || algorithm === undefined) return null;
  return isDigestOf(createHash(algorithm).update(bytes), match[2] ?? '');
}

/** Whether a hash has a value, in any of the codings that archives use. */
export function isDigestOf(hash: Hash, value: string): boolean {
  const digest = hash.digest();
  const plain = value.replace(/=+$/u, '');
  const { length } = digest;
  if (plain.length === length * 2 && /^[\da-f]+$/iu.test(plain)) return plain.toLowerCase() === digest.toString('hex');
  if (plain.length === Math.ceil((length * 8) / 5) && /^[a-z2-7]+$/iu.test(plain))
    return plain.toUpperCase() === base32(digest);
  if (plain.length === Math.ceil((length * 8) / 6) && /^[\w+/-]+$/u.test(plain))
    return plain.replaceAll('+', '-').replaceAll('/', '_') === digest.toString('base64url');
  return false;
}

/** RFC 4648, 6, without padding. */
export function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet.charAt((value >>> bits) & 31);
    }
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text;
}
