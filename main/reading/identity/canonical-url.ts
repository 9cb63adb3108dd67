import { keptAddress } from '../document/kept-copies.ts';
import { kindOfParameter } from './address-parameters.ts';
import { normalEncoding, normalParameter } from './percent-encoding.ts';
import { permanentName } from './permanent-name.ts';

/**
 * When two addresses name the same article. What this gives is the name by which captures of a work
 * find one another; the address that a page gave of itself stays with its revision and is the one that
 * is shown and cited. A rule stands here only when two different articles can't be told apart by what
 * it takes away; anything else (sections, page numbers, `id`, `ref`, the case of a path) is left alone:
 * two articles for one work can be seen and mended, two works in one article are a loss.
 *
 * - **Kept copies** become what they are copies of: Wayback and other replayed captures, Google's AMP
 *   viewer and cache ({@link keptAddress}).
 * - **Scheme**: only http and https, and both count as https. They differ in the wire, not in what they name.
 * - **Host**: in lower case and Punycode (both by the URL Standard), without a final dot, user name,
 *   password, or the ports 80 and 443.
 * - **`www.`** falls away: `www.paper.example` and `paper.example` are two names in the DNS, and no paper
 *   is known to print different articles under the two. The Internet Archive's own index takes it away
 *   too. Numbered forms (`www2.`) stay.
 * - **`m.`, `mobile.`, `touch.`, `amp.`** at the front of a host fall away, where a whole host is left:
 *   what they serve is the desktop article in another dress, at the same path.
 * - **Path**: dot segments resolved (URL Standard), percent-encoding in its normal form (RFC 3986,
 *   6.2.2: capitals, nothing encoded that needn't be), doubled slashes made one unless they belong to an
 *   address inside the path, `index.html` and its kin dropped (it is what a server sends for the folder),
 *   session numbers dropped, no slash at the end.
 * - **AMP and print** at the end of a path (`/amp`, `.amp`, `.amp.html`, `/print`) fall away, where what
 *   is before them is an article's own slug or number: `/2016/11/a-storm/amp`, but not `/guitars/amp` or
 *   `/2016/11/print`.
 * - **Parameters** that track where a reader came from or choose a dress (AMP, print) fall away
 *   ({@link kindOfParameter}); the others are put into their normal encoding and sorted by name. Those of
 *   one name keep their order.
 * - **Fragment**: dropped, for it names a place in the page. Not so `#!…` and `#/…`: there a program in
 *   the page reads the article's name from the fragment, and without it all articles of such a site
 *   would be one.
 *
 * An article without an address may have a name for all time and all the world instead, as agencies give
 * their items (`urn:newsml:…`) and feeds their entries (`tag:…`, `urn:uuid:…`): {@link permanentName}.
 *
 * Null for anything else. What it gives, it gives back unchanged.
 */
export function canonicalUrl(address: string | null): string | null {
  if (address === null) return null;
  const url = webAddress(keptAddress(address.trim()));
  if (url === null) return permanentName(address.trim());
  const path = canonicalPath(url.pathname);
  const query = canonicalQuery(url.search.slice(1));
  return `https://${canonicalHost(url)}${path}${query === '' ? '' : `?${query}`}${routeInFragment(url.hash)}`;
}

/**
 * Raised whenever the rules change what they give for an address: libraries that were written by older
 * rules then get their addresses anew when they are opened.
 */
export const canonicalUrlVersion = 3;

function webAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
}

const dressedHost = /^(?:www|m|mobile|touch|amp)\.(?=.)/;
/** Under these, and two letters, whole domains are registered: `m.co.uk` is a site of its own. */
const sharedSuffix = /^(?:ac|co|com|edu|gen|go|gob|gouv|gov|gub|id|mil|ne|net|nom|or|org)\.[a-z]{2}$/;

function canonicalHost(url: URL): string {
  let host = url.hostname.replace(/\.$/, '');
  for (;;) {
    const left = host.replace(dressedHost, '');
    if (left === host || !left.includes('.') || sharedSuffix.test(left)) break;
    host = left;
  }
  return url.port === '' || url.port === '80' || url.port === '443' ? host : `${host}:${url.port}`;
}

const indexFile = /\/(?:index\.(?:x?html?|shtml|php|aspx?|jsp)|default\.(?:aspx?|html?))$/i;
const sessionNumber = /;(?:jsessionid|phpsessid)=[^/]*/i;
/** After a slug or a number (a digit, a hyphen, an underscore, a file's ending), not after a section's name or a date. */
const otherDress = /(?<=\/[^/]*[\d_.-][^/]*)(?<!\/(?:\d\d?|(?:19|20)\d\d))\/(?:amp|print)(?:\.html?)?$/i;
const ampFile = /(?<=[^/])\.amp(?=\.html?$|$)/i;

function canonicalPath(pathname: string): string {
  let path = normalEncoding(pathname)
    .replace(/(?<!:)\/{2,}/g, '/')
    .replace(sessionNumber, '');
  for (;;) {
    const left = path.replace(/\/+$/, '').replace(indexFile, '').replace(ampFile, '').replace(otherDress, '');
    if (left === path) break;
    path = left;
  }
  return path === '' ? '/' : path;
}

function canonicalQuery(search: string): string {
  return search
    .split('&')
    .filter((part) => part !== '')
    .map(normalParameter)
    .filter(({ name, value }) => kindOfParameter(name, value) === 'article')
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

function routeInFragment(hash: string): string {
  return /^#(?:!\/?|\/)[^/]/.test(hash) ? normalEncoding(hash) : '';
}
