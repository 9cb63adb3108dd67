import { decodeEntities } from '../../../../shared/html/entities.ts';
import type { HtmlPage } from '../../../../shared/html/tree.ts';
import type { Candidates } from './candidates.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** schema.org's Article and the kinds below and beside it that pages with an article use. */
const articleTypes =
  /^(?:schema:)?(?:(?:\w*Article|\w*BlogPosting|SocialMediaPosting|Report|Review|CriticReview|OpinionPiece|Recipe|HowTo|LiveBlogPosting|DiscussionForumPosting|PodcastEpisode|Chapter|Book|CreativeWork|Course|Event|VideoObject|QAPage|FAQPage|Product|MedicalWebPage|TechArticle|Statement)|WebPage|ItemPage|AboutPage)$/u;
const strongTypes =
  /^(?:schema:)?(?:\w*Article|\w*BlogPosting|SocialMediaPosting|Report|OpinionPiece|Recipe|LiveBlogPosting|CriticReview|Review)$/u;
const maximumNodes = 5000;
const maximumDepth = 24;

/** What a page says about itself in JSON-LD, besides what becomes candidates. */
export interface JsonLd {
  /** The article's text as the page gives it to machines: a hint for the body, never the body. */
  readonly articleBody: string | null;
}

/**
 * Reads all JSON-LD of a page: single objects, arrays, `@graph`, references by `@id`. The titles that the
 * head of the page gives must be known already.
 */
export function readJsonLd(page: HtmlPage, candidates: Candidates): JsonLd {
  const nodes: JsonObject[] = [];
  for (const element of page.elements) {
    if (element.name !== 'script') continue;
    if (!/^application\/ld\+json/iu.test((element.attributes.type ?? '').trim())) continue;
    const source = element.children.map((child) => (child.kind === 'text' ? child.text : '')).join('');
    collect(parseLeniently(source), nodes, 0);
  }
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
  }
  const titles = candidates.of('title').map(({ value }) => squeeze(value));
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleTypes.test(type)));
  articles.sort((one, other) => weight(other, titles) - weight(one, titles));
  const headline = headlineOf(articles[0]);
  // A page that lists other articles describes them too: they have headlines of their own.
  for (const node of articles)
    if (headline === null || headlineOf(node) === null || headlineOf(node) === headline || isPage(node))
      addArticle(node, byId, candidates);
  for (const node of nodes) {
    if (typesOf(node).some((type) => /^(?:WebSite|NewsMediaOrganization)$/u.test(type)))
      candidates.add('publication', 'json-ld site', textOf(node.name));
  }
  for (const node of nodes)
    if (typesOf(node).includes('BreadcrumbList'))
      candidates.add('section', 'json-ld breadcrumb', sectionOf(node, titles));
  const body = articles
    .map((node) => textOf(node.articleBody ?? null))
    .find((text) => text !== null && text.length > 200);
  return { articleBody: body ?? null };
}

const longestCrumb = 40;

/** The last of a page's breadcrumbs that is neither the first page nor the article. */
function sectionOf(crumbs: JsonObject, titles: readonly string[]): string | null {
  const list = Array.isArray(crumbs.itemListElement) ? crumbs.itemListElement : [];
  const names = list.map((item) => {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) return null;
    const inner = item.item;
    return textOf(item.name ?? null) ?? (inner !== null && typeof inner === 'object' ? textOf(inner ?? null) : null);
  });
  return (
    names
      .slice(1)
      .findLast(
        (name) =>
          name !== null && name.length <= longestCrumb && !titles.some((title) => title.includes(squeeze(name))),
      ) ?? null
  );
}

/** The description of the article goes first: of several that which has the page's title. */
function weight(node: JsonObject, titles: readonly string[]): number {
  let sum = 0;
  const headline = headlineOf(node);
  if (headline !== null && headline.length > 8 && titles.some((title) => title.includes(headline))) sum += 6;
  if (typesOf(node).some((type) => strongTypes.test(type))) sum += 4;
  if (textOf(node.headline ?? null) !== null) sum += 3;
  if (node.datePublished !== undefined) sum += 1;
  if (node.author !== undefined) sum += 1;
  if (node.articleBody !== undefined) sum += 1;
  return sum;
}

function headlineOf(node: JsonObject | undefined): string | null {
  const headline = textOf(node?.headline ?? null);
  return headline === null ? null : squeeze(headline);
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A page holds the article; what it is called is no headline of another one. */
function isPage(node: JsonObject): boolean {
  return !typesOf(node).some((type) => strongTypes.test(type));
}

function typesOf(node: JsonObject): string[] {
  const type = node['@type'];
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.filter((item): item is string => typeof item === 'string') : [];
}

function collect(value: Json | undefined, nodes: JsonObject[], depth: number): void {
  if (value === undefined || value === null || typeof value !== 'object') return;
  if (depth > maximumDepth || nodes.length >= maximumNodes) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  nodes.push(value);
  for (const [key, inner] of Object.entries(value)) {
    // Lists of other articles, comments and things mentioned are not what the page is.
    if (/^(?:itemListElement|comment|mentions|hasPart|relatedLink|citation|review|isPartOf|breadcrumb)$/u.test(key))
      continue;
    collect(inner, nodes, depth + 1);
  }
}

/** Pages write raw line breaks, comments, trailing commas and several objects in a row. */
function parseLeniently(source: string): Json {
  const trimmed = source
    .replace(/^\s*(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/u, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/u, '')
    .trim()
    .replace(/;$/u, '');
  if (trimmed === '') return null;
  for (const repair of repairs) {
    try {
      return JSON.parse(repair(trimmed)) as Json;
    } catch {
      // The next repair is tried; what none of them mends is left out.
    }
  }
  return null;
}

const repairs: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\p{Cc}+/gu, ' '),
  (text) => text.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/gu, '$1'),
  (text) => `[${text.replace(/\p{Cc}+/gu, ' ').replace(/\}\s*\{/gu, '},{')}]`,
  (text) =>
    text
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/\\(?!["\\/bfnrtu])/gu, '\\\\')
      .replace(/,\s*([}\]])/gu, '$1'),
  (text) => decodeEntities(text.replace(/\p{Cc}+/gu, ' ')),
];

/** A text value: a string, `{"@value": …}`, or the first of a list. */
function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : decodeEntities(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    for (const item of value) {
      const text = textOf(item);
      if (text !== null) return text;
    }
    return null;
  }
  if (value !== null && typeof value === 'object') return textOf(value['@value'] ?? value.name ?? null);
  return null;
}

function resolve(value: Json, byId: ReadonlyMap<string, JsonObject>): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const id = value['@id'];
  return typeof id === 'string' && value.name === undefined ? (byId.get(id) ?? value) : value;
}

function addArticle(node: JsonObject, byId: ReadonlyMap<string, JsonObject>, candidates: Candidates): void {
  const types = typesOf(node);
  const isStrong = types.some((type) => strongTypes.test(type));
  const from = isStrong ? 'json-ld' : 'json-ld page';
  candidates.add('title', from, textOf(node.headline) ?? textOf(node.name));
  candidates.add('subheading', from, textOf(node.alternativeHeadline));
  candidates.add('description', from, textOf(node.description));
  candidates.add('published', from, textOf(node.datePublished));
  candidates.add('published', `${from} created`, textOf(node.dateCreated) ?? textOf(node.uploadDate));
  candidates.add('modified', from, textOf(node.dateModified));
  candidates.add('section', from, textOf(node.articleSection));
  candidates.add('language', from, textOf(node.inLanguage));
  candidates.add('url', from, addressOf(node.mainEntityOfPage ?? null) ?? addressOf(node.url ?? null));
  candidates.add('image', from, addressOf(resolve(node.image ?? null, byId)));
  candidates.add('publication', from, textOf(resolve(node.publisher ?? null, byId)));
  for (const key of ['author', 'creator']) addAuthors(node[key] ?? null, from, byId, candidates, 0);
}

function addAuthors(
  value: Json,
  from: string,
  byId: ReadonlyMap<string, JsonObject>,
  candidates: Candidates,
  depth: number,
): void {
  if (depth > 3) return;
  if (Array.isArray(value)) {
    for (const item of value) addAuthors(item, from, byId, candidates, depth + 1);
    return;
  }
  const person = resolve(value, byId);
  if (person !== null && typeof person === 'object' && !Array.isArray(person)) {
    const isOrganization = typesOf(person).some((type) => /Organization$/u.test(type));
    const names = person.name;
    for (const name of Array.isArray(names) ? names : [names ?? null])
      candidates.add('author', isOrganization ? `${from} organization` : from, textOf(name));
    return;
  }
  candidates.add('author', from, textOf(person));
}

function addressOf(value: Json): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length > 0 ? addressOf(value[0] ?? null) : null;
  if (value === null || typeof value !== 'object') return null;
  const address = value.url ?? value.contentUrl ?? value['@id'];
  return typeof address === 'string' ? address : addressOf(address ?? null);
}
