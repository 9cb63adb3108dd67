import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may enter. A link carries a secret that works once and buys a cookie; the cookie lasts as long
 * as this run. Only hashes are kept.
 */
export class Session {
  readonly #links = new Set<string>();
  readonly #cookies: Buffer[] = [];
  readonly #cookieName: string;

  /** Cookies are shared by all ports of a host, so the port is part of the name. */
  constructor(port: number) {
    this.#cookieName = `verbatim-${port}`;
  }

  /** A new secret for a link that can be followed once. */
  issueLink(): string {
    const secret = randomBytes(24).toString('base64url');
    this.#links.add(digest(secret).toString('hex'));
    return secret;
  }

  /** The `Set-Cookie` value that the link buys, or null when it was used before or never issued. */
  redeem(secret: string): string | null {
    if (!this.#links.delete(digest(secret).toString('hex'))) return null;
    const cookie = randomBytes(24).toString('base64url');
    this.#cookies.push(digest(cookie));
    return `${this.#cookieName}=${cookie}; Path=/; HttpOnly; SameSite=Strict`;
  }

  /** Whether a `Cookie` header holds a cookie of this run. */
  admits(header: string | undefined): boolean {
    for (const pair of (header ?? '').split(';')) {
      const at = pair.indexOf('=');
      if (pair.slice(0, at).trim() !== this.#cookieName) continue;
      const given = digest(pair.slice(at + 1).trim());
      if (this.#cookies.some((known) => timingSafeEqual(known, given))) return true;
    }
    return false;
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
