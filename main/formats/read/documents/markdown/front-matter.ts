import { parseDocument } from 'yaml';
import type { ArticleMetadata, PreciseDate } from '../../../../contract/index.ts';
import { splitNames } from '../../../../reading/document/byline.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { cleanTags, instantOf } from '../../services/exports/brought.ts';

/** What a Markdown file says about itself between two lines of dashes at its top (YAML). */
export interface FrontMatter {
  readonly title: string | null;
  readonly subheading: string | null;
  readonly byline: readonly string[];
  readonly publication: string | null;
  readonly section: string | null;
  readonly published: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly description: string | null;
  readonly image: string | null;
  readonly tags: readonly string[];
  /** When it was clipped or saved, as an instant. */
  readonly captured: string | null;
}

export interface SplitMarkdown {
  readonly fields: FrontMatter;
  readonly body: string;
  /** The front matter as written; empty where there is none. */
  readonly raw: string;
  /** Why not all of the front matter was taken; null when it was. */
  readonly problem: string | null;
}

const keys: Readonly<Record<keyof FrontMatter, readonly string[]>> = {
  title: ['title', 'headline', 'titel', 'name'],
  subheading: ['subtitle', 'subheading', 'subheadline', 'subhead', 'deck', 'dek', 'standfirst', 'untertitel'],
  byline: ['author', 'authors', 'byline', 'by', 'creator', 'writer', 'autor', 'autoren', 'auteur'],
  publication: [
    'publication',
    'publisher',
    'newspaper',
    'outlet',
    'site',
    'site_name',
    'sitename',
    'journal',
    'source',
    'quelle',
  ],
  section: ['section', 'category', 'categories', 'ressort', 'rubrik'],
  published: [
    'published',
    'date',
    'date_published',
    'datepublished',
    'publishdate',
    'publish_date',
    'pubdate',
    'published_at',
    'datum',
    'created',
  ],
  modified: ['modified', 'updated', 'lastmod', 'last_modified_at', 'datemodified', 'date_modified', 'updated_at'],
  url: ['url', 'canonical', 'canonical_url', 'canonicalurl', 'link', 'permalink', 'source_url', 'source'],
  language: ['language', 'lang', 'locale', 'sprache'],
  description: ['description', 'summary', 'excerpt', 'abstract'],
  tags: ['tags', 'tag'],
  captured: ['clipped', 'saved', 'captured', 'accessed', 'clipped_at', 'saved_at'],
  image: ['image', 'cover', 'lead_image', 'thumbnail', 'featured_image'],
};

/** Longer than any front matter: a text with a rule at its top is not searched to its end. */
const longestFrontMatter = 64 * 1024;

export function splitFrontMatter(source: string): SplitMarkdown {
  const text = source.replace(/^\s*\n/u, '');
  const opened = /^(---|\+\+\+)[ \t]*\n/u.exec(text);
  if (opened === null) return { fields: toFields({}), body: source, raw: '', problem: null };
  const fence = opened[1] ?? '---';
  const from = opened[0].length;
  const closed = new RegExp(fence === '---' ? '^(?:---|\\.\\.\\.)[ \\t]*$' : '^\\+\\+\\+[ \\t]*$', 'mu').exec(
    text.slice(from, from + longestFrontMatter),
  );
  if (closed === null) return unclosed(text, from, source);
  const raw = text.slice(from, from + closed.index);
  const body = text.slice(from + closed.index + closed[0].length);
  // A rule, prose, another rule: no front matter unless it begins with a key.
  if (!/^\s*(?:#.*\n\s*)*["']?[\p{L}_][\p{L}\p{N}_ -]*["']?\s*[:=]/u.test(raw)) {
    return { fields: toFields({}), body: source, raw: '', problem: null };
  }
  const { values, problem } = fence === '---' ? readYaml(raw) : { values: readLines(raw), problem: null };
  return { fields: toFields(values), body, raw, problem };
}

/** Front matter that nothing closes: its lines are read until the first that is none. */
function unclosed(text: string, from: number, source: string): SplitMarkdown {
  const lines = text.slice(from).split('\n');
  const end = lines.findIndex((line) => !/^\s*(?:[\p{L}_][\p{L}\p{N}_-]*\s*:|-\s|#)/u.test(line));
  const count = end < 0 ? lines.length : end;
  const raw = lines.slice(0, count).join('\n');
  const values = readLines(raw);
  if (count < 2 || Object.keys(values).length < 2)
    return { fields: toFields({}), body: source, raw: '', problem: null };
  return {
    fields: toFields(values),
    body: lines.slice(count).join('\n'),
    raw,
    problem: 'The front matter is not closed by a line of dashes; its lines were read one by one.',
  };
}

function readYaml(raw: string): { values: Record<string, unknown>; problem: string | null } {
  let reason: string;
  try {
    const document = parseDocument(raw, { strict: false, uniqueKeys: false, logLevel: 'silent' });
    const error = document.errors[0];
    if (error === undefined) {
      const value: unknown = document.toJS({ maxAliasCount: 50 });
      return isRecord(value)
        ? { values: value, problem: null }
        : { values: {}, problem: 'The front matter holds no fields; nothing was taken from it.' };
    }
    reason = (error.message.split('\n')[0] ?? '').replace(/:$/u, '');
  } catch (error) {
    reason = error instanceof Error ? error.message : 'it cannot be read';
  }
  return {
    values: readLines(raw),
    problem: `The front matter is broken (${reason}); the lines that could be read were taken, one by one.`,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "key: value" and "key = value" lines, for TOML and for YAML that is broken. */
function readLines(raw: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of raw.split('\n')) {
    const match = /^["']?([\p{L}_][\p{L}\p{N}_ -]{0,40}?)["']?\s*[:=]\s*(\S.*)$/u.exec(line);
    const key = match?.[1];
    const written = match?.[2]?.trim() ?? '';
    if (key === undefined || key in values) continue;
    const list = /^\[(.*)\]$/u.exec(written);
    values[key] = list === null ? unquote(written) : (list[1] ?? '').split(',').map((item) => unquote(item.trim()));
  }
  return values;
}

function unquote(text: string): string {
  return text
    .replace(/^(["'])(.*)\1$/u, '$2')
    .replace(/^["'](?=[^"']*$)/u, '')
    .trim();
}

function toFields(values: Record<string, unknown>): FrontMatter {
  const byKey = new Map(Object.entries(values).map(([key, value]) => [key.trim().toLowerCase(), value]));
  const all = (field: keyof FrontMatter) =>
    keys[field].map((key) => byKey.get(key)).filter((value) => value !== undefined && value !== null);
  const text = (field: keyof FrontMatter) =>
    all(field)
      .map(toText)
      .find((value) => value !== null) ?? null;
  const language = text('language');
  // Obsidian's clipper writes the day of clipping beside that of publication, which may be empty.
  const isClipping = byKey.has('created') && byKey.has('published') && byKey.has('source');
  const date = (field: 'published' | 'modified') =>
    all(field)
      .filter((value) => !isClipping || value !== byKey.get('created'))
      .map(toText)
      .map((value) => (value === null ? null : parseDate(value, language)))
      .find((value) => value !== null) ?? null;
  const isAddress = (value: string) => /^https?:\/\/\S+$/u.test(value);
  const publication =
    all('publication')
      .map(toText)
      .find((value) => value !== null && !isAddress(value)) ?? null;
  return {
    title: text('title'),
    subheading: text('subheading'),
    byline:
      all('byline')
        .map(toNames)
        .find((names) => names.length > 0) ?? [],
    publication,
    section: text('section'),
    published: date('published'),
    modified: date('modified'),
    url:
      all('url')
        .map(toText)
        .find((value) => value !== null && isAddress(value)) ?? null,
    language:
      language === null || !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(language)
        ? null
        : language.replaceAll('_', '-'),
    description: text('description'),
    image: text('image'),
    tags: cleanTags(all('tags').flatMap(toTags)),
    captured: instantOf(text('captured') ?? (isClipping ? toText(byKey.get('created')) : null)),
  };
}

/** A plain value as text; of a list or a mapping, its first or its name. */
function toText(value: unknown): string | null {
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim() || null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? null : toText(value[0]);
  if (isRecord(value)) return toText(value.name ?? value.title ?? value.url ?? value.src ?? null);
  return null;
}

function toNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(toNames);
  const text = withoutLink(toText(value)?.replace(/^by\s+/iu, '') ?? '');
  const names = splitNames(text);
  return names.length > 0 ? names : text === '' ? [] : [text];
}

/** Obsidian writes names as links between notes: `[[Tomas Reyl]]`, `[[people/reyl|Tomas Reyl]]`. */
function withoutLink(text: string): string {
  return text.replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, '$1').trim();
}

/** A list, or one text with commas or spaces between words that begin with `#`. */
function toTags(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(toTags);
  const text = withoutLink(toText(value) ?? '');
  return text.split(/,|\s+(?=#)/u);
}

/** Where the fields' values came from. */
export function frontMatterSources(fields: FrontMatter): ArticleMetadata['sources'] {
  const source = { from: 'front-matter', overruled: [] };
  const found: { -readonly [Field in keyof ArticleMetadata['sources']]: typeof source } = {};
  for (const field of [
    'title',
    'subheading',
    'publication',
    'section',
    'published',
    'modified',
    'url',
    'language',
    'description',
  ] as const)
    if (fields[field] !== null) found[field] = source;
  if (fields.byline.length > 0) found.byline = source;
  return found;
}
