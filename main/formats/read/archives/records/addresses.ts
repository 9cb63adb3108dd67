import { hash } from 'node:crypto';
import type { AddressKeys } from './record-index.ts';

/** Longer addresses carry data, not a place; they are shown and kept no longer than this. */
const longestShown = 2048;

/** The file name that an address ends in: "lamps.html", or its host where it ends in none. */
export function nameOfAddress(uri: string | null): string {
  const path = (uri ?? '').slice(0, longestShown).split(/[?#]/u, 1)[0] ?? '';
  const pieces = path.replace(/^[a-z][a-z\d+.-]*:/iu, '').split('/');
  return pieces.findLast((piece) => piece !== '') ?? 'record';
}

/** What a page is called that has no title: the words at the end of its address. */
export function titleOfAddress(uri: string | null): string {
  const title = unescaped(nameOfAddress(uri))
    .replace(/\.(?:[xs]?html?|php\d?|aspx?|jsp|cfm|cgi|pdf|txt)$/iu, '')
    .replace(/[_\s-]+/gu, ' ')
    .trim();
  return title === '' ? 'Untitled page' : title;
}

/** An address as it is shown and asked with. */
export function shownAddress(uri: string | null): string {
  const address = uri ?? 'a record without an address';
  return address.length > longestShown ? `${address.slice(0, longestShown)}…` : address;
}

export function addressKeys(uri: string): AddressKeys {
  const exact = uri.split('#', 1)[0] ?? uri;
  return { exact: keyOf(exact), loose: keyOf(looseForm(exact)) };
}

/** A number that stands for some words in the index: 48 bits of a hash, checked against the record itself when it is read. */
export function keyOf(words: string): number {
  return Number.parseInt(hash('sha1', words, 'hex').slice(0, 12), 16);
}

/** Without scheme, "www.", default port, escapes that need not be, and the fragment; the query in its order. */
export function looseForm(uri: string): string {
  try {
    const url = new URL(uri);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return uri;
    const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
    const search = url.search === '?' ? '' : url.search;
    return `//${url.hostname.replace(/^www\d?\./u, '').replace(/\.$/u, '')}${port}${unescaped(url.pathname).replace(/\/$/u, '')}${unescaped(search)}`;
  } catch {
    // Not an address by the standard: the archive's own word is the only form.
    return uri;
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Places where pages get parts of themselves and report to others, by the words in an address. */
const machineWords = new Set(
  'ad ads adserver adframe adservice advert adverts ajax analytics api apis beacon beacons embed embeds frame graphql iframe oembed pixel pixels recommendations rpc sso track tracker tracking widget widgets wp-json xmlrpc.php'.split(
    ' ',
  ),
);

/** Whether an address is one that programs ask and no person opens: a whole part of its host or path says so. */
export function isMachineAddress(uri: string): boolean {
  try {
    const { hostname, pathname } = new URL(uri);
    const parts = [...hostname.split('.').slice(0, -2), ...pathname.slice(0, longestShown).split('/')];
    return parts.some((part) => machineWords.has(part.toLowerCase()));
  } catch {
    return false;
  }
}

/** Whether an address is a site's own. */
export function isRootAddress(uri: string): boolean {
  try {
    const { pathname, search } = new URL(uri);
    return /^\/(?:index\.\w{2,5}|home(?:\.\w{2,5})?)?$/iu.test(pathname) && search.length <= 1;
  } catch {
    return false;
  }
}
