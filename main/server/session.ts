import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** For how many minutes a link can be followed: as long as it takes to copy it, and no scrollback or log holds a key for ever. */
export const linkMinutes = 10;

/**
 * Who may enter. A link carries a secret that works once, within {@link linkMinutes}, and buys a
 * cookie; the cookie lasts as long as this run. Only hashes are kept.
 */
export class Session {
  /** Of each link that nobody followed, when it ends, in milliseconds of the clock. */
  readonly #links = new Map<string, number>();
  readonly #cookies: Buffer[] = [];
  readonly #cookieName: string;
  readonly #clock: () => number;

  /** Cookies are shared by all ports of a host, so the port is part of the name. `clock` counts milliseconds and is never set back. */
  constructor(port: number, clock: () => number = () => performance.now()) {
    this.#cookieName = `verbatim-${port}`;
    this.#clock = clock;
  }

  /** A new secret for a link that can be followed once. */
  issueLink(): string {
    const now = this.#clock();
    for (const [link, end] of this.#links) if (end <= now) this.#links.delete(link);
    const secret = randomBytes(24).toString('base64url');
    this.#links.set(digest(secret).toString('hex'), now + linkMinutes * 60_000);
    return secret;
  }

  /** The `Set-Cookie` value that the link buys, or null when it was used before, is too old or was never issued. */
  redeem(secret: string): string | null {
    const link = digest(secret).toString('hex');
    const end = this.#links.get(link);
    this.#links.delete(link);
    if (end === undefined || end <= this.#clock()) return null;
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
