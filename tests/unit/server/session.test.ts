import { describe, expect, it } from 'vitest';
import { linkMinutes, Session } from '../../../main/server/session.ts';

const pairOf = (setCookie: string | null) => setCookie?.split(';')[0] ?? '';

describe('a session', () => {
  it('lets one browser in for each link, once', () => {
    const session = new Session(4100);
    const [first, second] = [session.issueLink(), session.issueLink()];
    const cookie = session.redeem(first);
    expect(cookie).toMatch(/^verbatim-4100=[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(session.redeem(first)).toBeNull();
    expect(session.admits(pairOf(cookie))).toBe(true);
    expect(session.admits(`theme=night; ${pairOf(session.redeem(second))}; x=1`)).toBe(true);
    expect(session.admits(pairOf(cookie)), 'the first browser stays in').toBe(true);
  });

  it('refuses secrets and cookies that it did not issue', () => {
    const session = new Session(4100);
    const cookie = pairOf(session.redeem(session.issueLink()));
    expect(session.redeem('')).toBeNull();
    expect(session.redeem('x'.repeat(32))).toBeNull();
    for (const header of [
      undefined,
      '',
      'verbatim-4100',
      'verbatim-4100=',
      `${cookie}x`,
      cookie.replace('4100', '4101'),
    ])
      expect(session.admits(header)).toBe(false);
    expect(new Session(4100).admits(cookie), 'another run').toBe(false);
  });

  it('lets a link that nobody followed end after minutes; who is in stays in', () => {
    let minutes = 0;
    const session = new Session(4100, () => minutes * 60_000);
    const [early, late] = [session.issueLink(), session.issueLink()];
    minutes = linkMinutes - 1;
    const cookie = session.redeem(early);
    expect(cookie).not.toBeNull();
    minutes = linkMinutes;
    expect(session.redeem(late)).toBeNull();
    expect(session.admits(pairOf(cookie))).toBe(true);
    expect(session.redeem(session.issueLink())).not.toBeNull();
  });
});
