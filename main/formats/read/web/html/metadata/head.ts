import type { HtmlElement, HtmlPage } from '../../../../shared/html/tree.ts';
import { plainText } from '../removal-log.ts';
import type { CandidateField, Candidates } from './candidates.ts';

/** What `meta` and `link` say, by name. The order inside a field is the order of trust. */
const metaNames: readonly (readonly [field: CandidateField, from: string, names: readonly string[]])[] = [
  ['title', 'opengraph', ['og:title']],
  ['title', 'dublin-core', ['dc.title', 'dcterms.title']],
  ['title', 'meta', ['citation_title', 'parsely-title', 'sailthru.title', 'headline', 'title', 'article:title', 'hdl']],
  ['title', 'twitter', ['twitter:title']],
  ['author', 'opengraph', ['article:author', 'og:article:author', 'og:author', 'article:author_name']],
  ['author', 'dublin-core', ['dc.creator', 'dcterms.creator', 'dc.contributor.author']],
  [
    'author',
    'meta',
    [
      'author',
      'citation_author',
      'parsely-author',
      'sailthru.author',
      'byl',
      'byline',
      'authors',
      'cxenseparse:author',
      'article_author',
      'creator',
      'article.author',
      'bt:author',
      'rbauthors',
      'shareaholic:article_author_name',
      'lp.article:author',
    ],
  ],
  ['author', 'twitter', ['twitter:data1']],
  ['publication', 'opengraph', ['og:site_name']],
  ['publication', 'dublin-core', ['dc.publisher', 'dcterms.publisher']],
  [
    'publication',
    'meta',
    ['citation_journal_title', 'application-name', 'publisher', 'cre', 'apple-mobile-web-app-title'],
  ],
  ['section', 'opengraph', ['article:section', 'og:article:section']],
  ['section', 'meta', ['section', 'parsely-section', 'cxenseparse:section', 'article.section']],
  [
    'published',
    'opengraph',
    [
      'article:published_time',
      'og:article:published_time',
      'article:published',
      'og:published_time',
      'og:pubdate',
      'bt:pubdate',
    ],
  ],
  [
    'published',
    'dublin-core',
    [
      'dcterms.issued',
      'dc.date.issued',
      'dcterms.created',
      'dc.date.created',
      'dc.date',
      'dcterms.date',
      'dcterms.available',
    ],
  ],
  [
    'published',
    'meta',
    [
      'date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publish_date',
      'published_date',
      'publication_date',
      'publication-date',
      'citation_publication_date',
      'citation_date',
      'parsely-pub-date',
      'sailthru.date',
      'article.published',
      'article:publication_date',
      'dateofpublication',
      'datepublished',
      'timestamp',
      'originalpublicationdate',
      'cxenseparse:recs:publishtime',
      'cxenseparse:publishtime',
      'vr:published_time',
      'article_date_original',
      'rbpubdate',
      'pub_date',
      'created',
      'date.created',
      'shareaholic:article_published_time',
      'displaydate',
      'ptime',
    ],
  ],
  [
    'modified',
    'opengraph',
    ['article:modified_time', 'og:article:modified_time', 'og:updated_time', 'article:updated', 'bt:moddate'],
  ],
  ['modified', 'dublin-core', ['dcterms.modified', 'dc.date.modified']],
  [
    'modified',
    'meta',
    [
      'last-modified',
      'lastmod',
      'modified',
      'datemodified',
      'article.updated',
      'revision_date',
      'lastupdate',
      'utime',
      'updated_at',
    ],
  ],
  ['url', 'opengraph', ['og:url']],
  ['language', 'opengraph', ['og:locale']],
  ['language', 'dublin-core', ['dc.language', 'dcterms.language']],
  ['language', 'meta', ['language', 'content-language']],
  ['description', 'opengraph', ['og:description']],
  ['description', 'dublin-core', ['dc.description', 'dcterms.abstract']],
  ['description', 'meta', ['description', 'sailthru.description']],
  ['description', 'twitter', ['twitter:description']],
  ['image', 'opengraph', ['og:image', 'og:image:secure_url', 'og:image:url']],
  ['image', 'twitter', ['twitter:image', 'twitter:image:src']],
  ['image', 'meta', ['thumbnail', 'sailthru.image.full', 'parsely-image-url']],
];

/** Reads OpenGraph, Dublin Core, other `meta` names, `link` and `title`. */
export function readHead(page: HtmlPage, candidates: Candidates): void {
  const values = new Map<string, string[]>();
  let title: HtmlElement | null = null;
  for (const element of page.elements) {
    if (element.name === 'meta') collectMeta(element, values);
    else if (element.name === 'link') collectLink(element, candidates);
    else if (element.name === 'title' && title === null && !isInDrawing(element)) title = element;
    else if (element.name === 'html')
      candidates.add('language', 'html', element.attributes.lang ?? element.attributes['xml:lang']);
  }
  const label = values.get('twitter:label1')?.[0] ?? '';
  if (
    !/^(?:written by|by|author|verfasst von|geschrieben von|von|autor|escrito por|por|écrit par|par|scritto da|di)\b/iu.test(
      label,
    )
  )
    values.delete('twitter:data1');
  for (const [field, from, names] of metaNames)
    for (const name of names)
      for (const value of values.get(name) ?? []) {
        // Social networks' addresses of an author are not a name.
        if (field === 'author' && /^(?:https?:)?\/\//iu.test(value)) continue;
        candidates.add(field, from, value);
      }
  if (title !== null) candidates.add('title', 'title', plainRaw(title));
}

function plainRaw(element: HtmlElement): string {
  return element.children.map((child) => (child.kind === 'text' ? child.text : plainText(child))).join('');
}

function isInDrawing(element: HtmlElement): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (at.name === 'svg') return true;
  return false;
}

function collectMeta(element: HtmlElement, values: Map<string, string[]>): void {
  const { attributes } = element;
  const content = attributes.content ?? attributes.value;
  if (content === undefined || content.trim() === '') return;
  for (const key of ['property', 'name', 'http-equiv', 'itemprop']) {
    const name = attributes[key]?.trim().toLowerCase();
    // Microdata's meta elements belong to their item and are read with it.
    if (name === undefined || name === '' || (key === 'itemprop' && name !== 'articlesection')) continue;
    for (const part of name.split(/\s+/u)) {
      const list = values.get(part) ?? [];
      if (list.length < 20) list.push(content);
      values.set(part, list);
    }
  }
}

function collectLink(element: HtmlElement, candidates: Candidates): void {
  const relations = (element.attributes.rel ?? '').toLowerCase().split(/\s+/u);
  const address = element.attributes.href;
  if (relations.includes('canonical')) candidates.add('url', 'canonical', address);
  if (relations.includes('image_src')) candidates.add('image', 'link', address);
  if (relations.includes('author') && element.attributes.title !== undefined)
    candidates.add('author', 'link', element.attributes.title);
}
