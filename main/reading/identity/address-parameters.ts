/** Where a reader came from: campaigns, clicks, referrers, sessions. Names in lower case. */
const tracking: readonly RegExp[] = [
  // Campaigns: Google Analytics, Matomo and Piwik, AT Internet, Nielsen, Oracle, HubSpot, Mailchimp, Marketo, Olytics, Vero.
  /^utm_/,
  /^(?:mtm|pk|piwik|matomo)_/,
  /^at_(?:campaign|medium|custom\d|format|link_\w+|variant|ptr_name|recipient_\w+)$/,
  /^ns_(?:campaign|fee|linkname|mchannel|source)$/,
  /^(?:_hsenc|_hsmi|__hs\w+|hsctatracking)$/,
  /^(?:mc_[ce]id|mkt_tok|oly_(?:anon|enc)_id|vero_(?:conv|id)|_branch_(?:match_id|referrer))$/,
  // A click, numbered by whoever sent the reader.
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|_openstat)$/,
  // Where the link stood.
  /^(?:_ga|_gl|ref_src|ref_url|cmpid|cmp|ocid|ncid|smid|smtyp|sr_share|soc_src|soc_trk|s_cid|wt[._]mc(?:_id)?|xtor|ito|spm)$/,
  /^(?:guccounter|guce_referrer(?:_sig)?)$/,
  // Google's AMP cache adds these to the article's own.
  /^(?:amp_js_v|amp_gsa|usqp)$/,
  /^(?:jsessionid|phpsessid)$/,
];

const yes = /^(?:|1|y|yes|true)$/;

/** The article in another dress: which values of a parameter ask for AMP or for the print view. Names in lower case. */
const dress: ReadonlyMap<string, RegExp> = new Map([
  ['amp', /^(?:|1|y|yes|true|amp)$/],
  ['_amp', yes],
  ['outputtype', /^(?:amp|print)$/],
  ['print', yes],
  ['printable', yes],
  ['view', /^print$/],
  ['output', /^(?:amp|print)$/],
  ['format', /^(?:amp|print)$/],
  ['pagewanted', /^(?:all|print)$/],
]);

/**
 * What a parameter of an address is for: to name the article, to track the reader, or to choose a dress
 * for the article (AMP, print). Only names that mean nothing else anywhere are known here: `id`, `p`,
 * `page`, `ref`, `source` or `m` may name an article and do on some sites.
 */
export function kindOfParameter(name: string, value: string): 'article' | 'tracking' | 'dress' {
  const folded = name.toLowerCase();
  if (tracking.some((pattern) => pattern.test(folded))) return 'tracking';
  return dress.get(folded)?.test(value.toLowerCase()) === true ? 'dress' : 'article';
}
