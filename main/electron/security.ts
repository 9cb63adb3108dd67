import type { WebPreferences } from 'electron';

/**
 * What a window of Verbatim may and may not do, as functions of addresses, so that each rule is
 * tested by itself. The page is ours, but what it shows comes from strangers; so it is given nothing
 * that it doesn't need, and one broken wall does not open the next.
 */

/** The interface's own scheme. Unlike `file:` it has an origin, and it reaches no file but ours. */
export const scheme = 'verbatim';
export const startAddress = `${scheme}://app/`;

/** No Node in the page, its world apart from the preload's, the system's sandbox around both. */
export const webPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // The system's dictionaries would be fetched from a server.
  spellcheck: false,
} as const satisfies WebPreferences;

/**
 * Switches for Chromium itself: no name is looked up, so that nothing which passes by the session
 * (preconnects, updates) finds a host; and none of its own services runs.
 */
export const commandLineSwitches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
];

/** Whether an address is part of the interface. */
export function isOwn(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${scheme}:` && url.host === 'app' && url.username === '' && url.port === '';
}

/** Whether the window may go to an address: within the interface only. A link of an article leads nowhere. */
export function allowsNavigation(address: string): boolean {
  return isOwn(address);
}

/** Whether a request may be made at all. `data:` and `blob:` hold what the page has already. */
export function allowsRequest(address: string): boolean {
  if (isOwn(address)) return true;
  if (address.startsWith('blob:')) return isOwn(address.slice('blob:'.length));
  return address.startsWith('data:');
}

/** Whether a file may be saved from the page: a package that the core offers. */
export function allowsDownload(address: string): boolean {
  return isOwn(address) && new URL(address).pathname.startsWith('/download/');
}

/** Whether a message comes from the page itself: the interface, and not a frame inside it. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && isOwn(frame.url);
}
