/**
 * When two addresses name the same article. The rules, in this order: only http and https; `http`
 * counts as `https`; the host in lower case without a final dot, without the port of its scheme; no
 * fragment; no user name or password; no parameters that only track where a reader came from, the
 * others sorted by name; no slash at the end of a path. Null for what is no web address.
 */
const tracking =
  /^(utm_.+|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|igshid|yclid|_ga|_gl|ref_src|ref_url|cmpid|ocid|ncid|smid|sr_share|wt_mc|xtor|ito|CMP|spm)$/i;

export function canonicalUrl(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.protocol = 'https:';
  url.hostname = url.hostname.replace(/\.$/, '');
  if (url.port === '80') url.port = '';
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, '') || '/';
  return url.href;
}
