import type { ArticleMetadata, MetadataSource, PreciseDate } from '../../../../../contract/index.ts';
import { parseDate } from '../../../../../reading/document/dates.ts';
import type { Candidate, CandidateField, Candidates } from './candidates.ts';
import { isFullName, isName, namesIn, saysWriter } from './names.ts';
import { chooseSection } from './sections.ts';

type Sources = ArticleMetadata['sources'];
type Field = keyof Sources;
type SourceNote = NonNullable<Sources[Field]>;

/** What is known of an article from its page; the lead image still is an address. */
export interface PageMetadata {
  readonly metadata: Omit<ArticleMetadata, 'leadImage'>;
  /** Where the picture that stands for it lies, by who says so. */
  readonly imageAddresses: readonly Candidate[];
}

const maximumOverruled = 12;

export interface ChoiceContext {
  readonly candidates: Candidates;
  readonly title: Candidate | null;
  readonly publication: Candidate | null;
  readonly language: Candidate | null;
  /** The page's own address where the file says it, else null. */
  readonly savedFrom: string | null;
  /** What the title is when the page has none. */
  readonly fallbackTitle: string;
}

/** Chooses one value for each field and keeps what it overruled. */
export function chooseMetadata(context: ChoiceContext): PageMetadata {
  const { candidates, title, publication, language } = context;
  const sources: Partial<Record<Field, SourceNote>> = {};
  const note = (field: Field, from: MetadataSource, value: string, field_: CandidateField): void => {
    const overruled = candidates
      .of(field_)
      .filter((other) => other.value !== value)
      .slice(0, maximumOverruled)
      .map((other) => ({ from: other.from, value: other.value }));
    sources[field] = { from, overruled };
  };

  const url = chooseAddress(candidates.of('url'), context.savedFrom);
  if (url !== null) note('url', url.from, url.value, 'url');
  if (language !== null) note('language', language.from, language.value, 'language');
  if (publication !== null) note('publication', publication.from, publication.value, 'publication');
  if (title !== null) note('title', title.from, title.value, 'title');
  const byline = chooseByline(candidates.of('author'), publication?.value ?? null);
  if (byline !== null) note('byline', byline.from, byline.written, 'author');
  const published = choosePublished(candidates, language?.value ?? null, url?.value ?? null);
  if (published !== null) note('published', published.from, published.written, 'published');
  const modified = chooseDate(candidates.of('modified'), modifiedOrder, language?.value ?? null);
  if (modified !== null) note('modified', modified.from, modified.written, 'modified');
  const section = chooseSection(candidates.of('section'), title?.value ?? null);
  if (section !== null) note('section', section.from, section.value, 'section');
  const description = candidates.of('description')[0] ?? null;
  if (description !== null) note('description', description.from, description.value, 'description');
  const subheading = candidates.of('subheading').find(({ value }) => value !== title?.value) ?? null;
  if (subheading !== null) note('subheading', subheading.from, subheading.value, 'subheading');

  return {
    metadata: {
      title: title?.value ?? context.fallbackTitle,
      subheading: subheading?.value ?? null,
      byline: byline?.names ?? [],
      publication: publication?.value ?? null,
      section: section?.value ?? null,
      published: published?.date ?? null,
      modified: modified?.date ?? null,
      url: url?.value ?? null,
      language: language?.value ?? null,
      description: description?.value ?? null,
      sources,
    },
    imageAddresses: candidates.of('image'),
  };
}

function chooseAddress(found: readonly Candidate[], savedFrom: string | null): Candidate | null {
  for (const { from, value } of [
    ...found.filter((candidate) => candidate.from === 'canonical'),
    ...found.filter((candidate) => candidate.from !== 'canonical'),
    ...(savedFrom === null ? [] : [{ from: 'saved-from', value: savedFrom }]),
  ]) {
    const address = absolute(value, savedFrom);
    if (address !== null) return { from, value: address };
  }
  return null;
}

function absolute(value: string, base: string | null): string | null {
  try {
    const url = base === null ? new URL(value) : new URL(value, base);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname.includes('.') ? url.href : null;
  } catch {
    return null;
  }
}

const authorOrder = [
  'page byline',
  'page author',
  'json-ld',
  'meta',
  'microdata',
  'opengraph',
  'dublin-core',
  'twitter',
  'page signature',
  'page signature elsewhere',
  'page byline elsewhere',
  'json-ld page',
  'page author elsewhere',
  'link',
  'json-ld organization',
  'json-ld page organization',
];

const mostElsewhere = 2;

interface ChosenByline {
  readonly names: string[];
  readonly from: string;
  readonly written: string;
}

/** The first place that names persons in full; else the first that names anybody; else the publication. */
function chooseByline(found: readonly Candidate[], publication: string | null): ChosenByline | null {
  let first: ChosenByline | null = null;
  for (const from of authorOrder) {
    // Beyond the article's own lines full names belong to others.
    if (first !== null && from === 'page author elsewhere') break;
    const here = found.filter((candidate) => candidate.from === from);
    // Many bylines away from the headline are those of other articles.
    if (from.endsWith(' elsewhere') && new Set(here.map(({ value }) => value)).size > mostElsewhere) continue;
    for (const chosen of from.startsWith('page')
      ? writersFirst(here).map((one) => bylineOf([one], from, publication))
      : [bylineOf(here, from, publication)]) {
      if (chosen === null) continue;
      // Beside a person a byline may name a desk or an agency.
      if (chosen.names.every(isFullName) || (from === 'page byline' && chosen.names.some(isFullName))) return chosen;
      // What the page shows as its head says it is meant so, be it a person's name or a desk's.
      if (first !== null && isConfirmed(first, chosen)) return first;
      first ??= chosen;
    }
  }
  if (first !== null) return first;
  // A page that names its own paper as the author says so on purpose.
  for (const from of ['page byline', 'json-ld', 'meta', 'microdata', 'json-ld organization']) {
    const chosen = bylineOf(
      found.filter((candidate) => candidate.from === from),
      from,
      null,
    );
    if (chosen !== null) return chosen;
  }
  return null;
}

/** Whether two places give the same names: beside the headline and in the head, or in more than one word each. */
function isConfirmed(one: ChosenByline, other: ChosenByline): boolean {
  return (
    one.names.join('|') === other.names.join('|') &&
    (one.names.every((name) => name.includes(' '))
      ? one.from.startsWith('page') || other.from.startsWith('page')
      : besideHeadline.has(one.from) && !other.from.startsWith('page'))
  );
}

const besideHeadline = new Set(['page byline', 'page author']);

/** Lines that say they name the writer, then those that hold a name: a photographer's credit often stands first. */
function writersFirst(found: readonly Candidate[]): Candidate[] {
  const says = found.map(({ value }) => saysWriter(value));
  return [...found.filter((_, index) => says[index]), ...found.filter((_, index) => !says[index])];
}

/** The names that some places of one kind give together. */
function bylineOf(found: readonly Candidate[], from: string, publication: string | null): ChosenByline | null {
  const names: string[] = [];
  let written = '';
  for (const candidate of found)
    for (const name of namesIn(candidate.value, { publication })) {
      if (written === '') written = candidate.value;
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  return names.length === 0 || names.length > 20 ? null : { names, from, written };
}

const modifiedOrder = ['json-ld', 'opengraph', 'microdata', 'meta', 'dublin-core', 'json-ld page', 'page'];

interface ChosenDate {
  readonly date: PreciseDate;
  readonly from: string;
  readonly written: string;
}

function chooseDate(found: readonly Candidate[], order: readonly string[], language: string | null): ChosenDate | null {
  for (const from of order)
    for (const candidate of found) {
      if (candidate.from !== from) continue;
      const date = parseDate(candidate.value, language);
      if (date === null || date.precision === 'year') continue;
      // A month alone is taken from what names itself the date, not from a line that holds one.
      if (date.precision === 'month' && from.startsWith('page')) continue;
      return { date, from, written: candidate.value };
    }
  return null;
}

/** What the page says to machines, the most telling first. */
const toldOrder = [
  'json-ld',
  'opengraph',
  'microdata',
  'meta',
  'dublin-core',
  'json-ld page',
  'json-ld created',
  'microdata created',
];
/** What it shows beside the headline. */
const shownOrder = ['page published', 'page', 'page line', 'page beside', 'page text'];
const furtherOrder = [
  'address',
  'json-ld page created',
  'page elsewhere',
  'page line elsewhere',
  'page text elsewhere',
];

/**
 * When the article was published. What stands beside the headline is what people cite, and goes before
 * what programs wrote into the page's head, which often is the day of a move or in the zone of a server;
 * unless it is the day of a change.
 */
function choosePublished(candidates: Candidates, language: string | null, url: string | null): ChosenDate | null {
  candidates.add('published', 'address', url === null ? null : dateInAddress(url));
  const found = candidates.of('published');
  const told = chooseDate(found, toldOrder, language);
  const shown = chooseDate(found, shownOrder, language);
  if (told === null || shown === null) return told ?? shown ?? chooseDate(found, furtherOrder, language);
  const isShown = found.some((candidate) => {
    if (!shownOrder.includes(candidate.from)) return false;
    const date = parseDate(candidate.value, language);
    return date !== null && dayOf(date) === dayOf(told.date);
  });
  if (isShown || (guessed.has(shown.from) && !vague.has(told.from))) return told;
  // With an offset the told time is the place's own, and yesterday's is not today's.
  const isLocal = /[+-](?!00:?00)\d{2}:?\d{2}$/u.test(told.date.value);
  return isLocal && Math.abs(Date.parse(dayOf(told.date)) - Date.parse(dayOf(shown.date))) <= day ? told : shown;
}

/** Lines that hold a date without saying whose. */
const guessed = new Set(['page beside', 'page text']);
/** Places where pages keep days of other things too. */
const vague = new Set(['meta', 'dublin-core', 'microdata created', 'json-ld created']);
const day = 24 * 60 * 60 * 1000;

/** The day in an address ("/2016/11/16/", "-20161116", "~16-11-2016-"), ISO 8601, or null. */
function dateInAddress(url: string): string | null {
  const fromYear = /[/_-]((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.?-]|$)/u.exec(url);
  if (fromYear !== null) return `${fromYear[1]}-${fromYear[3]}-${fromYear[4]}`;
  // A day that could be a month is left alone.
  const fromDay = /[/_~-](1[3-9]|2\d|3[01])([_-]?)(0[1-9]|1[0-2])\2((?:19|20)\d{2})(?=[/_.?-]|$)/u.exec(url);
  return fromDay === null ? null : `${fromDay[4]}-${fromDay[3]}-${fromDay[1]}`;
}

function dayOf(date: PreciseDate): string {
  return date.value.slice(0, 10);
}

/** Whether a text could be a person's name, for those who compare with the body. */
export function looksLikeName(text: string): boolean {
  return isName(text, { publication: null });
}
