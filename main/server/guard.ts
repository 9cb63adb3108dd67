/** The headers by which a request is judged, as they came. */
export interface RequestFacts {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly upgrade: boolean;
  /** Whether it asks for the entrance, where a link's secret decides and not where it was followed. */
  readonly entering: boolean;
}
export type Verdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly status: 403 | 421; readonly reason: string };

/** Names that can only mean this machine. A tunnel may bring another port, never another name. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const allowed: Verdict = { allowed: true };

/**
 * Whether a request can have come from our own page. `Host` stops a foreign name that was pointed at
 * this machine (DNS rebinding); `Origin` stops other pages, those of other programs on this machine
 * too; `Sec-Fetch-Site` stops a foreign page that embeds one of our addresses without an Origin. The
 * entrance alone may be reached from elsewhere: the file that leads a browser to it is a foreign page.
 */
export function judge(facts: RequestFacts): Verdict {
  if (!isOwnHost(facts.host)) return refused(421, 'This address is not the reading room.');
  if (facts.origin !== undefined && facts.origin !== `http://${facts.host}`)
    return refused(403, 'The reading room answers only its own page.');
  const changing = facts.method !== 'GET' && facts.method !== 'HEAD';
  if ((changing || facts.upgrade) && facts.origin === undefined)
    return refused(403, 'This request does not say which page it comes from.');
  if (!facts.entering && isForeign(facts.fetchSite))
    return refused(403, 'The reading room cannot be opened from another page. Type or paste its address.');
  return allowed;
}

/** Whether `Sec-Fetch-Site` says that another page asks. Old browsers don't say it. */
export function isForeign(fetchSite: string | undefined): boolean {
  return fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none';
}
function isOwnHost(host: string | undefined): boolean {
  const match = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/i.exec(host ?? '');
  return match?.[1] !== undefined && ownNames.has(match[1].toLowerCase());
}
function refused(status: 403 | 421, reason: string): Verdict {
  return { allowed: false, status, reason };
}
