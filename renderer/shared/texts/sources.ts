/**
 * Where a particular of an article comes from, in words that stand behind "by". The formats name their sources in one word
 * ("front-matter"); some add where in it ("json-ld created").
 */
export function sourceWords(from: string): string {
  const found = exact[from];
  if (found !== undefined) return found;
  const [first = '', ...rest] = from.split(' ');
  if (first === 'package') return `the ${from}`;
  const base = begun[first];
  if (base !== undefined) return rest.includes('elsewhere') ? `${base}, away from the article` : base;
  // Programs and services are called by their own names.
  return /^\p{Lu}/u.test(from) ? from : `what came with it (${from})`;
}

const exact: Readonly<Record<string, string>> = {
  'json-ld created': 'the page’s structured data, as the day it was created',
  'json-ld page created': 'the page’s structured data, as the day it was created',
  'json-ld site': 'the page’s structured data on its site',
  'json-ld breadcrumb': 'the page’s structured data on its place in the site',
  'json-ld organization': 'the page’s structured data on its publisher',
  'page published': 'the page, as the day it was published',
  'page byline': 'the page’s byline',
  'page author': 'the page’s box about its author',
  'page signature': 'the signature on the page',
  'page signature elsewhere': 'a signature on the page',
  'page line': 'a line at the page’s head',
  'page beside': 'the page, beside the article',
  'page text': 'the article’s own words',
};

/** By the first word of the source's name. */
const begun: Readonly<Record<string, string>> = {
  'json-ld': 'the page’s structured data',
  microdata: 'the page’s structured data',
  opengraph: 'the page’s head, for social networks',
  twitter: 'the page’s head, for social networks',
  'dublin-core': 'the page’s head, as Dublin Core',
  meta: 'the page’s head',
  html: 'the page’s head',
  title: 'the page’s title',
  link: 'the page’s own link',
  canonical: 'the page’s own link',
  feed: 'the page’s link to its feed',
  page: 'the page',
  address: 'the address',
  domain: 'the address',
  'saved-from': 'whoever saved the page',
  'reader-view': 'the reader view it was saved from',
  original: 'the original',
  archive: 'the web archive’s record',
  'front-matter': 'the file’s head',
  heading: 'a heading',
  'first-sentence': 'the first sentence',
  words: 'the first words',
  'file-name': 'the file’s name',
  'contact-line': 'a contact line',
  'table-of-contents': 'the table of contents',
  'document-title': 'the document’s title',
  'document-properties': 'the document’s properties',
  'printed-address': 'the address printed on it',
  book: 'the book',
  'mail-head': 'the message’s head',
  'forwarded-head': 'the head of the forwarded message',
  'list-id': 'the mailing list',
  subject: 'the subject line',
  preview: 'the message’s preview line',
  organization: 'the sender’s organisation',
  publication: 'the publication',
  rss: 'the RSS feed',
  atom: 'the Atom feed',
  'json-feed': 'the JSON feed',
  nitf: 'the agency’s NITF record',
  newsml: 'the agency’s NewsML record',
  ninjs: 'the agency’s ninjs record',
  joplin: 'Joplin',
  'kept-page': 'the service that kept the page',
};
