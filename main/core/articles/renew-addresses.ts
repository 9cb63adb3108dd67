import { type AddressedArticle, type AddressRenewal, addressRules } from '../../../db/queries/addresses.ts';
import { canonicalUrl, canonicalUrlVersion } from '../../reading/identity/canonical-url.ts';
import type { CoreContext } from '../context.ts';

const pageSize = 2000;

/** Renews the addresses of a library that was written by older rules; called before anything is taken in. */
export async function renewOlderAddresses(context: CoreContext): Promise<void> {
  const known = await context.pool.read('settings.get', addressRules);
  if (typeof known !== 'number' || known < canonicalUrlVersion) await renewAddresses(context);
}

/**
 * Brings every article's address into today's form: else a new capture would not find its article. One
 * transaction at the end, so that an end in between leaves the library as it was.
 */
export async function renewAddresses(context: CoreContext): Promise<void> {
  const articles: AddressedArticle[] = [];
  for (let after = 0; ; ) {
    const page = await context.pool.read('addresses.page', after, pageSize);
    articles.push(...page);
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.rowid;
  }
  await context.pool.write(
    'addresses.renew',
    { ...planRenewal(articles, canonicalUrl), rules: canonicalUrlVersion },
    context.agent,
  );
}

/**
 * Which articles get which address. Of several that fall together one has the address: one that is not
 * in the bin, then one that has it already, then the one that came first. The others are left apart, for
 * a person to judge: each keeps the address it was known by, which no new capture will have, unless
 * that one belongs to another article now; then it is known by its text alone.
 */
export function planRenewal(
  articles: readonly AddressedArticle[],
  canonical: (address: string | null) => string | null,
): Omit<AddressRenewal, 'rules'> {
  const holders = new Map<string, AddressedArticle>();
  const wanted = new Map<AddressedArticle, string>();
  for (const article of articles) {
    const url = canonical(article.stated) ?? canonical(article.url) ?? article.url;
    wanted.set(article, url);
    const holder = holders.get(url);
    if (holder === undefined || goesBefore(article, holder, url)) holders.set(url, article);
  }
  const changes: { rowid: number; url: string | null }[] = [];
  const clashes: { url: string; holder: AddressedArticle; apart: AddressedArticle }[] = [];
  for (const [article, url] of wanted) {
    const holder = holders.get(url);
    if (holder === article) {
      if (article.url !== url) changes.push({ rowid: article.rowid, url });
    } else if (holder !== undefined) {
      clashes.push({ url, holder, apart: article });
      if (holders.has(article.url)) changes.push({ rowid: article.rowid, url: null });
    }
  }
  return { changes, clashes };
}

function goesBefore(article: AddressedArticle, holder: AddressedArticle, url: string): boolean {
  if (article.binned !== holder.binned) return holder.binned;
  if ((article.url === url) !== (holder.url === url)) return article.url === url;
  return article.rowid < holder.rowid;
}
