import {
  type ArticleMetadata,
  type Block,
  blockText,
  type PreciseDate,
  type RemovalLogEntry,
  runsOf,
} from '../../../../../contract/index.ts';
import { reportersOf } from '../../../../../reading/document/byline.ts';
import { markFurniture } from '../../../../../reading/document/furniture.ts';
import { type Head, headSources, readHead } from '../../../../../reading/document/head.ts';
import { closeHeadingLevels } from '../../../../../reading/document/heading-levels.ts';
import { guessLanguage, languageTag } from '../../../../../reading/document/language.ts';
import { titleOfBody } from '../../../../../reading/document/title.ts';
import type { CapturedDocument } from '../../../../format.ts';
import { leftOut } from '../../../../shared/left-out.ts';
import { namesIn } from '../../../web/html/metadata/names.ts';
import { foldSpaces } from '../../text/lines.ts';
import type { Draft } from '../layout/draft.ts';
import type { Layout } from '../layout/lay-out.ts';
import { printedUrl } from '../layout/running-heads.ts';
import type { ReadPages } from '../pages.ts';
import type { PdfProperties } from '../properties.ts';
import { findArticleRun, isPartOf, isPrintedPage } from './article-run.ts';
import { readLetterhead, readRunningHeads } from './letterhead.ts';
import { type PrintedHead, readPrintedHead } from './printed-head.ts';
import { placeRunningHeads } from './running-blocks.ts';
import { chooseTitle } from './title.ts';

/** What a PDF was read as, before it is made an article. */
export interface PdfContent {
  readonly pages: ReadPages;
  readonly layout: Layout;
  readonly properties: PdfProperties;
  readonly active: readonly RemovalLogEntry[];
}

/** From the blocks of a PDF to an article, by the rules that a text of the same words is read by. */
export function toDocument(content: PdfContent, name: string): CapturedDocument {
  const { pages, layout, properties } = content;
  const language =
    languageTag(properties.language ?? pages.language) ??
    guessLanguage(layout.drafts.map(({ block }) => blockText(block)).join('\n'));
  const printed = isPrintedPage(layout.drafts);
  const title = chooseTitle(layout.drafts, properties.title, printed || properties.isPrinted);
  const sorted = printed
    ? asPrintedPage(layout.drafts, title.text ?? properties.title, language)
    : whole(layout.drafts);
  const letterhead = readLetterhead(sorted.blocks, title.text, language);
  const running = readRunningHeads(layout.running, language);
  const head = withPrintedHead(readHead(letterhead.blocks, { title: title.text }, language), sorted.head);
  const around = { publication: letterhead.name ?? running.publication, published: running.published };
  const placed = placeRunningHeads(closeHeadingLevels(markFurniture(head.blocks)), layout.running);
  const removals = [
    ...sorted.removals,
    ...placed.removals,
    ...turnedText(pages, placed.blocks),
    ...workOnWords(layout),
    ...unreadPages(pages),
    ...content.active,
  ];
  return {
    part: '',
    metadata: metadataOf({ content, head, around, blocks: placed.blocks, title, language, name }),
    blocks: placed.blocks,
    images: [],
    removals,
    captured: properties.isPrinted ? instantOf(properties) : null,
    partial: partialReason(pages, layout, properties.isPrinted),
  };
}

interface Sorted {
  readonly blocks: readonly Block[];
  /** What stands between the headline and the first paragraph of a printed page. */
  readonly head: PrintedHead | null;
  readonly removals: readonly RemovalLogEntry[];
}

function whole(drafts: readonly Draft[]): Sorted {
  return { blocks: drafts.map(({ block }) => block), head: null, removals: [] };
}

function asPrintedPage(drafts: readonly Draft[], title: string | null, language: string | null): Sorted {
  const { parts } = findArticleRun(drafts, title);
  const blocks: Block[] = [];
  const head = readPrintedHead(
    drafts.flatMap(({ block }, index) => (parts[index] === 'head' && !isHeadline(block, title) ? [block] : [])),
    language,
  );
  const removals: RemovalLogEntry[] = [];
  let away: Block[] = [];
  const log = () => {
    const entry = leftOut(
      'around-the-article',
      'Menus, lists of links and what else the printed page had around its article.',
      away,
      blocks.length,
    );
    if (entry !== null) removals.push(entry);
    away = [];
  };
  for (const [index, { block }] of drafts.entries()) {
    if (parts[index] === 'out') {
      away.push(block);
      continue;
    }
    log();
    const marked = head.blocks.get(block);
    if (marked !== undefined || parts[index] === 'article') blocks.push(marked ?? block);
  }
  log();
  return { blocks, head, removals };
}

function isHeadline(block: Block, title: string | null): boolean {
  return block.kind === 'heading' && title !== null && isPartOf(block.content.text, title);
}

/** What the lines under a printed page's headline say comes before what was found elsewhere. */
function withPrintedHead(head: Head, printed: PrintedHead | null): Head {
  if (printed === null) return head;
  return {
    ...head,
    byline: printed.byline.length > 0 ? printed.byline : head.byline,
    published: printed.published ?? head.published,
    modified: printed.modified ?? head.modified,
    subheading: printed.subheading ?? head.subheading,
  };
}

/** What stands across the page is kept in the log, where a person can put it back. */
function turnedText({ pages }: ReadPages, blocks: readonly Block[]): RemovalLogEntry[] {
  return pages.flatMap(({ text: { number, turned } }) => {
    const words = turned.map(
      (line): Block => ({
        kind: 'paragraph',
        role: 'body',
        purpose: null,
        page: number,
        content: { text: foldSpaces(line), marks: [] },
      }),
    );
    const next = blocks.findIndex(({ page }) => page !== undefined && page > number);
    const reason = 'It stands at an angle to the text: a stamp, a watermark, a drawing’s label.';
    const entry = leftOut('turned-text', reason, words, next < 0 ? blocks.length : next);
    return entry === null ? [] : [entry];
  });
}

function workOnWords({ mended, noteMarks }: Layout): RemovalLogEntry[] {
  const log: RemovalLogEntry[] = [];
  if (mended.length > 0)
    log.push({
      step: 'hyphenation',
      reason: 'These words were broken at the ends of lines; they are written whole.',
      text: mended.join(', ').slice(0, 2000),
    });
  if (noteMarks.length > 0)
    log.push({
      step: 'footnote-marks',
      reason: 'Raised signs that point to notes were taken out of their sentences; the notes are there.',
      text: noteMarks.join(' ').slice(0, 2000),
    });
  return log;
}

function unreadPages({ pages, failed }: ReadPages): RemovalLogEntry[] {
  const empty = pages.filter(({ text }) => text.raw.trim() === '').map(({ text }) => text.number);
  const log: RemovalLogEntry[] = failed.map(({ page, reason }) => ({
    step: 'damaged-page',
    reason: `Page ${page} could not be read.`,
    text: reason.slice(0, 2000),
  }));
  if (empty.length > 0 && empty.length < pages.length)
    log.push({
      step: 'pages-without-text',
      reason: 'These pages hold no text.',
      text: empty.join(', ').slice(0, 2000),
    });
  return log;
}

/** Characters that stand for no letter: a font that doesn't say which letters it holds. */
const unknownLetter = /[\uFFFD\uE000-\uF8FF]/gu;

function partialReason({ pages, failed, count }: ReadPages, layout: Layout, isPrinted: boolean): string | null {
  const raw = pages.map(({ text }) => text.raw).join('');
  const reasons: string[] = [];
  if (layout.drafts.length === 0 && failed.length < count)
    reasons.push(
      'It holds no text: its pages are pictures, probably scanned. Have the text recognised (OCR) with another program and add the result; the original is kept, and its pages can be shown.',
    );
  const empty = pages.filter(({ text }) => text.raw.trim() === '').length;
  // A browser leaves pages empty where a picture didn't load.
  if (!isPrinted && layout.drafts.length > 0 && empty > pages.length / 2)
    reasons.push(`${empty} of its ${count} pages hold no text; they may be scanned pictures.`);
  if (raw.length > 0 && (raw.match(unknownLetter)?.length ?? 0) > raw.length * 0.2)
    reasons.push(
      'Many of its letters can’t be told: its fonts don’t say which they are. Have the text recognised (OCR) and add the result.',
    );
  if (failed.length > 0) {
    const named = firstOf(failed.map(({ page }) => page));
    reasons.push(
      `${failed.length === 1 ? `Page ${named} is` : `${failed.length} of its pages (${named}) are`} damaged and could not be read. Download or export it again.`,
    );
  }
  const cut = pages.filter(({ text }) => text.isCut).map(({ text }) => text.number);
  if (cut.length > 0)
    reasons.push(
      `More runs of letters than are read stand on ${cut.length === 1 ? 'page' : 'pages'} ${firstOf(cut)}; the rest is missing. A page’s picture shows it whole.`,
    );
  const read = pages.length + failed.length;
  if (read < count)
    reasons.push(`Only the first ${read} of its ${count} pages were read. Split it, and add the parts.`);
  return reasons.length === 0 ? null : reasons.join(' ');
}

/** The first of some pages, by their numbers. */
function firstOf(pages: readonly number[]): string {
  return pages.slice(0, 5).join(', ') + (pages.length > 5 ? ', …' : '');
}

function instantOf({ created }: PdfProperties): string | null {
  if (created === null || created.precision !== 'second' || !/(?:Z|[+-]\d{2}:\d{2})$/u.test(created.value)) return null;
  return new Date(created.value).toISOString();
}

function metadataOf(known: {
  readonly content: PdfContent;
  readonly head: Head;
  /** What the letterhead and the heads of pages say. */
  readonly around: { readonly publication: string | null; readonly published: PreciseDate | null };
  readonly blocks: readonly Block[];
  readonly title: ReturnType<typeof chooseTitle>;
  readonly language: string | null;
  readonly name: string;
}): ArticleMetadata {
  const { content, head, around, blocks, title, language, name } = known;
  const { properties } = content;
  const publication = head.publication ?? around.publication ?? properties.publication ?? title.publication;
  const shown = head.byline.length > 0 ? head.byline : reportersOf(blocks);
  // One word is an account or an office rather than a name.
  const written =
    properties.author === null ? [] : namesIn(properties.author, { publication }).filter((one) => /\s/u.test(one));
  const byline = shown.length > 0 ? shown : written;
  // A browser's print was made when the page was printed, not when it was published.
  const made = properties.isPrinted ? null : properties.created;
  const published = head.published ?? properties.published ?? around.published ?? made;
  const changed =
    properties.isPrinted || properties.modified?.value === properties.created?.value ? null : properties.modified;
  const printed = printedUrl(content.layout.running);
  const from = (source: string) => ({ from: source, overruled: [] });
  return {
    title: title.text ?? head.title ?? (titleOfBody(blocks) || name.replace(/\.[^.]{1,8}$/u, '')),
    subheading: head.subheading,
    byline,
    publication,
    section: head.section,
    published,
    modified: head.modified ?? changed,
    url: head.url ?? printed,
    language,
    description: properties.description,
    leadImage: null,
    sources: {
      title: title.text === null ? from('first-sentence') : title.source,
      ...(byline.length === 0 ? {} : { byline: from(shown.length > 0 ? 'page' : 'document-properties') }),
      ...(publication === null
        ? {}
        : {
            publication: from(
              around.publication !== null
                ? 'page'
                : properties.publication === null
                  ? 'document-title'
                  : 'document-properties',
            ),
          }),
      ...(published === null
        ? {}
        : {
            published: from(
              published === head.published || published === around.published ? 'page' : 'document-properties',
            ),
          }),
      ...(head.modified === null && changed !== null ? { modified: from('document-properties') } : {}),
      ...(printed === null ? {} : { url: from('printed-address') }),
      ...(properties.description === null ? {} : { description: from('document-properties') }),
      ...(language === null
        ? {}
        : {
            language: from((properties.language ?? content.pages.language) === null ? 'words' : 'document-properties'),
          }),
      ...headSources(head, 'page'),
    },
  };
}

/** All words of the document: in the order in which they are read, and in the file's own. */
export function wordsOf({ pages, layout }: Pick<PdfContent, 'pages' | 'layout'>): string {
  const read = layout.drafts.flatMap(({ block }) => runsOf(block).map(({ content }) => content.text));
  const around = layout.running.map(({ text }) => text);
  const turned = pages.pages.flatMap(({ text }) => text.turned);
  const raw = pages.pages.map(({ text }) => text.raw);
  return [...read, ...around, ...turned, ...raw].join('\n');
}
