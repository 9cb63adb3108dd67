/** A text by its SHA-256: `ni:///sha-256;…` (RFC 6920, base64url without padding). */
export function hashAddress(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`;
}

/** The SHA-256 that such an address names, in hexadecimal; null for any other. */
export function hashOfAddress(address: string): string | null {
  const digest = /^ni:\/\/[^/]*\/sha-256;([A-Za-z0-9_-]{43})$/.exec(address)?.[1];
  return digest === undefined ? null : Buffer.from(digest, 'base64url').toString('hex');
}
