import type { ArticleMetadata, Block, BlockPurpose, PreciseDate } from '../../contract/index.ts';
import { phrasesOf } from '../languages/index.ts';
import type { HeadPhrases } from '../languages/language.ts';
import { phraseSource, wholeLine } from '../languages/phrases.ts';
import { paperWord, readByline, splitNames } from './byline.ts';
import { parseDate } from './dates.ts';
import { looksLikeHeadline } from './title.ts';

/**
 * What stands above an article's first paragraph in text without markup: headline, byline, the paper's
 * name, dates, an e-mail's or press release's head. The lines are kept as furniture; what they say
 * becomes metadata.
 */

export type HeadField = 'title' | 'subheading' | 'publication' | 'section' | 'published' | 'modified' | 'url';

export interface Head {
  readonly title: string | null;
  readonly subheading: string | null;
  readonly byline: readonly string[];
  readonly publication: string | null;
  readonly section: string | null;
  readonly published: PreciseDate | null;
  readonly modified: PreciseDate | null;
  readonly url: string | null;
  /** All blocks, those of the head marked or, where the metadata shows them whole, taken out. */
  readonly blocks: readonly Block[];
}

type Draft = { -readonly [Field in keyof Omit<Head, 'blocks'>]: Head[Field] };

const longestHead = 14;

function of(kind: keyof HeadPhrases): readonly string[] {
  return phrasesOf(({ head }) => head?.[kind]);
}

const releaseLine = wholeLine(of('releases'), { before: '\\W*', after: '\\W*' });

/** "For immediate release", "Pressemitteilung": says what kind of text it is, not what it is about. */
export function isReleaseLine(text: string): boolean {
  return releaseLine.test(text);
}

/** The first that fits is meant. */
const labels = (
  ['title', 'byline', 'published', 'modified', 'publication', 'section', 'url', 'mail'] as const satisfies readonly (
    | HeadField
    | 'byline'
    | 'mail'
  )[]
).map((field) => [wholeLine(of(field)), field] as const);

const monthWord =
  /^(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|maj|jun|jui|jul|aug|aoû|ago|sep|set|okt|oct|ott|out|nov|dec|dez|déc|dic|mag|giu|lug|gen|ene)\p{L}*\.?$/iu;
const dateFiller = new RegExp(
  '^(?:\\d{1,4}(?:st|nd|rd|th|er|º|°)?|\\d{1,2}[:h.]\\d{2}(?:[:.]\\d{2})?(?:[ap]\\.?m\\.?)?|' +
    // Zones of time, as they are abbreviated.
    'utc|gmt|[ecmp][sd]t|[ecmp]t|[cm]e?s?z|bst|z|' +
    `${phraseSource([...of('dateWords'), ...of('dateVerbs'), ...phrasesOf(({ weekdays }) => weekdays)])})$`,
  'iu',
);
const dateOpens = new RegExp(
  `^${phraseSource(of('dateVerbs'))}\\s*${phraseSource(of('datePrepositions'))}?\\s*:?\\s*`,
  'iu',
);

/** A line that is a date and nothing else; a year must be in it. */
export function readDateLine(text: string, language: string | null): PreciseDate | null {
  const line = text.trim();
  if (line.length > 80 || !/\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}/u.test(line)) return null;
  const isIso = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}\S*)?)?$/u.test(line);
  const words = line.split(/[\s,|/·•()–—-]+/u).filter((word) => word !== '');
  const isDate = words.every(
    (word) =>
      dateFiller.test(word.replace(/:$/u, '')) ||
      monthWord.test(word) ||
      /^\d{1,4}([./]\d{1,4}){1,2}\.?$/u.test(word) ||
      /^\d{1,2}\.$/u.test(word),
  );
  return isIso || isDate ? parseDate(line.replace(dateOpens, ''), language) : null;
}

function readLabel(text: string): { readonly field: HeadField | 'byline' | 'mail'; readonly value: string } | null {
  const match = /^([\p{L}][\p{L} -]{0,24}?)\s*:\s+(\S.*)$/su.exec(text);
  if (match === null) return null;
  const field = labels.find(([pattern]) => pattern.test((match[1] ?? '').trim()))?.[1];
  return field === undefined ? null : { field, value: (match[2] ?? '').trim() };
}

/** The shape of a newspaper's name. */
export function looksLikePaper(text: string): boolean {
  return (
    text.length <= 50 &&
    text.split(/\s+/u).length <= 6 &&
    paperWord.test(text) &&
    /^\p{Lu}/u.test(text) &&
    !/[.:!?]$|\d/u.test(text) &&
    looksTitled(text)
  );
}

/** Every word but the small ones begins with a capital, as names do and sentences don't. */
function looksTitled(text: string): boolean {
  return text
    .split(/\s+/u)
    .every((word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:of|the|and|de|der|die|das|du|la|le|el|di)$/u.test(word));
}

/** "Port Ellery Courier, November 16, 2016" */
function readPaperAndDate(
  text: string,
  language: string | null,
): { publication: string; published: PreciseDate } | null {
  const match = /^(.{3,50}?)\s*(?:,|\||·|•|–|—|-)\s+(.*\d.*)$/u.exec(text);
  const published = match === null ? null : readDateLine(match[2] ?? '', language);
  const publication = match?.[1] ?? '';
  return published !== null && looksLikePaper(publication) ? { publication, published } : null;
}

/** A date in the dateline of the first paragraph: "PORT ELLERY, Tessaly, Nov. 16, 2016 — The harbour …". */
export function readDateline(text: string, language: string | null): PreciseDate | null {
  const opening =
    /^[\p{Lu}(][\p{L}\p{M} .,'’()/-]{1,70}?[\s,(]\(?((?:\p{L}{3,10}\.? \d{1,2}, |\d{1,2}\.? \p{L}{3,10}\.?,? )\d{4})\)?\s*(?:\([^)]{2,40}\)|\/[\w .]{2,30}\/)?\s*(?:[—–:]|--?\s)/u.exec(
      text,
    );
  return opening === null ? null : parseDate(opening[1] ?? '', language);
}

function textOf(block: Block | undefined): string | null {
  return block?.kind === 'paragraph' || block?.kind === 'heading'
    ? block.content.text.replace(/\s+/gu, ' ').trim()
    : null;
}

/**
 * Reads the head of blocks in order. `known` is what other places (front matter) have said already: a
 * title that is known is not looked for, but a heading that repeats it is taken out of the body.
 */
export function readHead(
  blocks: readonly Block[],
  known: { readonly title: string | null },
  language: string | null,
): Head {
  const draft: Draft = {
    title: null,
    subheading: null,
    byline: [],
    publication: null,
    section: null,
    published: null,
    modified: null,
    url: null,
  };
  const result = [...blocks];
  const taken = new Set<number>();
  const mark = (index: number, purpose: BlockPurpose) => {
    const block = result[index];
    if (block !== undefined) result[index] = { ...block, role: 'furniture', purpose };
  };
  const mailLines = blocks
    .slice(0, 8)
    .filter((block) =>
      /^(?:from|to|cc|subject|sent|von|an|betreff|objet|asunto):\s/iu.test(textOf(block) ?? ''),
    ).length;
  let hasTitle = known.title !== null;

  for (let index = 0; index < Math.min(blocks.length, longestHead); index += 1) {
    const block = blocks[index];
    if (block?.kind === 'rule' || block?.kind === 'figure' || block?.role === 'furniture') continue;
    const text = textOf(block);
    if (text === null || text.length > 300) break;
    if (isReleaseLine(text)) {
      mark(index, 'other');
      continue;
    }
    const purpose = readLine(text, draft, mailLines >= 2, language);
    if (purpose !== null) {
      mark(index, purpose);
      if (draft.title !== null) hasTitle = true;
      continue;
    }
    if (known.title !== null && sameWords(text, known.title)) {
      taken.add(index);
      continue;
    }
    const isLast = blocks
      .slice(index + 1)
      .every(
        (later) =>
          later.role === 'furniture' ||
          ((textOf(later) ?? '') === '' && later.kind !== 'quotation' && later.kind !== 'list'),
      );
    if (!hasTitle && !isLast && (block?.kind === 'heading' || looksLikeHeadline(text))) {
      // The paper's name set over the headline is not the headline.
      if (draft.publication === null && looksLikePaper(text) && looksLikeHeadline(textOf(blocks[index + 1]) ?? '.')) {
        draft.publication = text;
        mark(index, 'other');
        continue;
      }
      draft.title = text;
      hasTitle = true;
      taken.add(index);
      continue;
    }
    // What stands between the headline and the byline sums the article up.
    const next = textOf(blocks[index + 1]);
    if (hasTitle && draft.subheading === null && next !== null && text.length <= 250 && isHeadLine(next, language)) {
      draft.subheading = text;
      taken.add(index);
      continue;
    }
    break;
  }
  const opening = result.find(
    (block, index) => !taken.has(index) && block.kind === 'paragraph' && block.role === 'body' && textOf(block) !== '',
  );
  draft.published ??= readDateline(textOf(opening) ?? '', language);
  return { ...draft, blocks: result.filter((_, index) => !taken.has(index)) };
}

/** Whether a line is one of those that stand above an article: a byline, a date, a labelled field. */
export function isHeadLine(text: string, language: string | null): boolean {
  return readByline(text) !== null || readDateLine(text, language) !== null || readLabel(text) !== null;
}

/** Takes what one line of the head says into the draft; null when the line says nothing of the kind. */
function readLine(text: string, draft: Draft, isMail: boolean, language: string | null): BlockPurpose | null {
  if (/^https?:\/\/\S+$/u.test(text)) {
    draft.url ??= text;
    return 'other';
  }
  const paper = readPaperAndDate(text, language);
  if (paper !== null) {
    draft.publication ??= paper.publication;
    draft.published ??= paper.published;
    return 'dateline';
  }
  const dates = text.split(/\s*[|·•]\s*/u).map((part) => ({ part, date: readDateLine(part, language) }));
  if (dates.every(({ date }) => date !== null)) {
    for (const { part, date } of dates) {
      if (/^(?:updated|aktualisiert|modified|mis à jour|actualizado|aggiornato)/iu.test(part)) draft.modified ??= date;
      else draft.published ??= date;
    }
    return 'dateline';
  }
  const label = readLabel(text);
  if (label !== null && takeLabel(label, draft, isMail, language)) {
    return label.field === 'byline'
      ? 'byline'
      : label.field === 'published' || label.field === 'modified'
        ? 'dateline'
        : 'other';
  }
  // "Marrow Bay, 16. November 2016": a dateline on a line of its own.
  const placed = /^\p{Lu}[\p{L} .’'-]{1,40}, (.+)$/u.exec(text)?.[1];
  const datelined = placed === undefined ? null : readDateLine(placed, language);
  if (datelined !== null) {
    draft.published ??= datelined;
    return 'dateline';
  }
  const byline = readByline(text);
  if (byline !== null) {
    if (draft.byline.length === 0) draft.byline = byline.names;
    if (byline.affiliation !== null && looksLikePaper(byline.affiliation)) draft.publication ??= byline.affiliation;
    return 'byline';
  }
  // Under the headline or byline the paper's name stands alone.
  if ((draft.byline.length > 0 || draft.published !== null) && looksLikePaper(text)) {
    draft.publication ??= text;
    return 'other';
  }
  return null;
}

function takeLabel(
  label: { field: HeadField | 'byline' | 'mail'; value: string },
  draft: Draft,
  isMail: boolean,
  language: string | null,
): boolean {
  const { field, value } = label;
  switch (field) {
    case 'title':
      draft.title ??= value;
      return true;
    case 'byline': {
      const names = splitNames(value);
      if (names.length === 0) return false;
      if (draft.byline.length === 0) draft.byline = names;
      return true;
    }
    case 'published':
    case 'modified': {
      const date = parseDate(value, language);
      if (date === null) return false;
      draft[field] ??= date;
      return true;
    }
    case 'publication':
    case 'section':
      if (value.length > 80) return false;
      draft[field] ??= value;
      return true;
    case 'url':
      if (!/^https?:\/\/\S+$/u.test(value)) return false;
      draft.url ??= value;
      return true;
    case 'mail':
      return isMail;
    default:
      return false;
  }
}

function sameWords(first: string, second: string): boolean {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return bare(first) === bare(second);
}

/** The sources of the fields that the head gave. */
export function headSources(head: Head, from: string): ArticleMetadata['sources'] {
  const source = { from, overruled: [] };
  return {
    ...(head.title === null ? {} : { title: source }),
    ...(head.subheading === null ? {} : { subheading: source }),
    ...(head.byline.length === 0 ? {} : { byline: source }),
    ...(head.publication === null ? {} : { publication: source }),
    ...(head.section === null ? {} : { section: source }),
    ...(head.published === null ? {} : { published: source }),
    ...(head.modified === null ? {} : { modified: source }),
    ...(head.url === null ? {} : { url: source }),
  };
}
