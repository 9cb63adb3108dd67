import * as v from 'valibot';
import { absolute } from '../../../shared/xml/find.ts';
import { parseXml } from '../../../shared/xml/tree.ts';
import { remarkOf, withDescription } from '../news-item/agency.ts';
import { contentOf, htmlContentOf, type ItemContent, lineOf } from '../news-item/content.ts';
import { emptyItem, type ItemPicture, type NewsItem } from '../news-item/news-item.ts';
import type { PartNames } from '../news-item/parts.ts';
import { nitfItem } from '../nitf/read-nitf.ts';
import { fieldsNamed, members, NinjsItem, Rendition, type Worded } from './schema.ts';

/** Associations of associations, and so on: more are a circle that somebody wrote out. */
const deepest = 4;

/** An item and, where they have a text of their own, the items that are associated with it. `value` has names in lower case. */
export function* ninjsItems(value: unknown, parts: PartNames, depth = 0): Iterable<NewsItem> {
  const parsed = v.safeParse(NinjsItem, value);
  if (!parsed.success) return;
  const item = parsed.output;
  const associated = members(item.associations).flatMap(([name, one]) => {
    const inner = v.safeParse(NinjsItem, one);
    return inner.success ? [{ name, item: inner.output, value: one }] : [];
  });
  const pictures = associated
    .filter((one) => bodyOf(one.item) === null && !isLogo(one.name, one.item))
    .flatMap((one) => pictureOf(one.item));
  yield readItem(item, pictures, parts);
  if (depth >= deepest) return;
  for (const one of associated) if (bodyOf(one.item) !== null) yield* ninjsItems(one.value, parts, depth + 1);
}

/** A publisher's mark is no picture of the article. Lists give an association its name inside it. */
function isLogo(name: string, item: NinjsItem): boolean {
  return /^logo/iu.test(name) || (typeof item.name === 'string' && /^logo/iu.test(item.name));
}

function readItem(item: NinjsItem, associated: readonly ItemPicture[], parts: PartNames): NewsItem {
  const uri = item.uri ?? item.guid;
  const body = bodyOf(item);
  const description = descriptionOf(item);
  const holder = item.copyrightholder ?? item.source ?? firstName(item.infosources, item.infosource);
  const byline = item.byline ?? item.by;
  const news: NewsItem = {
    ...emptyItem,
    part: parts.next(uri),
    title: titleOf(item) ?? body?.title ?? null,
    subheading: lineOf(item.headlines.find(({ role }) => isSubheading(role))?.value ?? '') ?? body?.subheading ?? null,
    bylines: byline !== null ? [lineOf(byline) ?? ''] : (body?.bylines ?? []),
    publication: holder,
    section: firstName(item.subjects, item.subject),
    published: item.firstcreated ?? item.contentcreated ?? item.versioncreated,
    modified: item.versioncreated,
    url: uri !== null && /^(?:https?:\/\/|urn:|tag:)/iu.test(uri) ? uri : null,
    language: item.language,
    description: body === null || description === null ? null : lineOf(description),
    opening: body?.opening ?? [],
    pictures: [...pictureOf(item).map(({ address }) => ({ address, caption: null })), ...associated],
    remark: remarkOf({ status: item.pubstatus, embargoed: item.embargoed, note: item.ednote }),
  };
  if (body !== null) return { ...news, content: body.content };
  return withDescription(news, item.type ?? typeOf(item), description === null ? null : contentOf(description, null));
}

function firstName(...lists: readonly (readonly { readonly name: string | null }[])[]): string | null {
  return lists.flat().find(({ name }) => name !== null)?.name ?? null;
}

function typeOf(item: NinjsItem): string | null {
  return item.eventdetails !== undefined ? 'event' : item.plannedcoverage !== undefined ? 'planning' : null;
}

function isSubheading(role: string | null): boolean {
  return role !== null && /sub|deck|dek/iu.test(role);
}

function titleOf(item: NinjsItem): string | null {
  const named = [...item.headlines, ...fieldsNamed(item, 'headline')];
  const main =
    named.find(({ role }) => role === null || /main/iu.test(role)) ?? named.find(({ role }) => !isSubheading(role));
  return lineOf(item.headline ?? main?.value ?? item.title ?? '');
}

type Body = Pick<NewsItem, 'title' | 'subheading' | 'bylines' | 'opening'> & { readonly content: ItemContent };

/** The body that keeps most: HTML before NITF before plain text, in whatever order they stand. */
function bodyOf(item: NinjsItem): Body | null {
  const all = [...item.bodies, ...fieldsNamed(item, 'body')].filter(({ value }) => value !== null);
  for (const reads of [readHtml, readNitf, readText])
    for (const body of all) {
      const read = reads(body);
      if (read !== null) return read;
    }
  return null;
}

const nothing = { title: null, subheading: null, bylines: [], opening: [] };

function kindOf({ role, contenttype, value }: Worded): 'html' | 'nitf' | 'data' | 'text' {
  const said = `${contenttype ?? ''} ${role ?? ''}`.toLowerCase();
  if (/<nitf[\s>]/iu.test((value ?? '').slice(0, 2000))) return 'nitf';
  if (/html/u.test(said)) return 'html';
  // Formats of a single agency, and pictures that are called a body.
  if (/xml|json|image|audio|video|nitf/u.test(said)) return 'data';
  return 'text';
}

function readHtml(body: Worded): Body | null {
  const content = kindOf(body) === 'html' ? htmlContentOf(body.value ?? '', null) : null;
  return content === null ? null : { ...nothing, content };
}

function readNitf(body: Worded): Body | null {
  if (kindOf(body) !== 'nitf') return null;
  const { root } = parseXml(body.value ?? '');
  const item = root === null ? null : nitfItem(root);
  return item === null || item.content === null ? null : { ...item, content: item.content };
}

function readText(body: Worded): Body | null {
  const content = kindOf(body) === 'text' ? contentOf(body.value ?? '', null) : null;
  return content === null ? null : { ...nothing, content };
}

/** The longest that is no credit: others are lines for catalogues. */
function descriptionOf(item: NinjsItem): string | null {
  const all = [...item.descriptions, ...fieldsNamed(item, 'description')].filter(
    ({ role }) => !/writer|credit|keyword|headline/iu.test(role ?? ''),
  );
  // The same words stand there as text and as HTML; the text is enough for a caption.
  const texts = all.filter(({ role }) => !/html/iu.test(role ?? ''));
  const sorted = (texts.length > 0 ? texts : all).toSorted(
    (one, other) => (other.value?.length ?? 0) - (one.value?.length ?? 0),
  );
  return sorted[0]?.value ?? null;
}

/** The widest rendition that is a picture, with the item's caption. */
function pictureOf(item: NinjsItem): ItemPicture[] {
  const renditions = members(item.renditions).flatMap(([, one]) => {
    const parsed = v.safeParse(Rendition, one);
    return parsed.success ? [parsed.output] : [];
  });
  const images = renditions.filter(({ mimetype, contenttype }) => {
    const type = mimetype ?? contenttype;
    return type === null ? /picture|graphic/iu.test(item.type ?? '') : /^image\//iu.test(type);
  });
  const widest = images.toSorted((one, other) => other.width - one.width)[0];
  const address = absolute(widest?.href ?? '', null);
  if (address === null || !/^https?:/iu.test(address)) return [];
  const caption = descriptionOf(item);
  return [{ address, caption: caption === null ? null : lineOf(caption) }];
}
