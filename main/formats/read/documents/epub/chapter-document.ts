import { posix } from 'node:path';
import {
  type ArticleMetadata,
  type Block,
  blockText,
  type RemovalLogEntry,
  removalText,
} from '../../../../contract/index.ts';
import { reportersOf } from '../../../../reading/document/byline.ts';
import { type Head, headSources, readHead } from '../../../../reading/document/head.ts';
import { guessLanguage, languageTag } from '../../../../reading/document/language.ts';
import { titleOfBody } from '../../../../reading/document/title.ts';
import type { CapturedDocument } from '../../../format.ts';
import { imageType } from '../../../shared/html/images.ts';
import { leftOut, placesAmong } from '../../../shared/left-out.ts';
import { sameWords } from '../../web/html/clean.ts';
import { type Fragment, readFragment } from '../../web/html/read-fragment.ts';
import { type Chapter, leastWords } from './chapters.ts';
import type { Book } from './package.ts';
import type { Piece } from './pieces.ts';

/** Parts of a book that are left out beside a chapter. */
export interface Beside {
  readonly before: readonly Chapter[];
  readonly after: readonly Chapter[];
}

/** A chapter as an article, with the parts beside it in its log. */
export async function readChapter(
  book: Book,
  chapter: Chapter,
  beside: Beside,
  signal: AbortSignal,
): Promise<CapturedDocument> {
  const [first] = chapter.pieces;
  const fragment = await readPieces(book, chapter.pieces, signal);
  const titled = findTitle(fragment.blocks, first?.entry?.label ?? null);
  const rest = fragment.blocks.filter((block) => !titled.headings.includes(block));
  const said = closerTag(languageTag(first?.language ?? null), languageTag(book.metadata.language));
  const language = said ?? guessLanguage(rest.map(blockText).join('\n'));
  const head = readHead(rest, { title: titled.title }, language);
  const { blocks } = head;
  const address = chapter.pieces.find((piece) => piece.address !== null)?.address ?? null;
  const removals = [
    ...(await logOf(book, beside.before, 0, signal)),
    ...titled.headings.flatMap((heading) => leftOut('headline', 'It is the headline.', [heading], 0) ?? []),
    ...placesAmong(fragment.removals, fragment.blocks, blocks),
    ...unread(chapter.pieces, fragment.lost),
    ...(await logOf(book, beside.after, blocks.length, signal)),
  ];
  return {
    part: first?.part ?? '',
    metadata: metadataOf(book, first, { ...titled, head, blocks, language, address }),
    blocks,
    images: fragment.images,
    removals,
    captured: null,
    partial: whyPartial(chapter.pieces, fragment.truncated),
  };
}

/** A chapter says its own language; where the book says the same more closely ("en-GB" for "en"), the book does. */
function closerTag(chapter: string | null, book: string | null): string | null {
  return chapter === null || book?.startsWith(`${chapter}-`) === true ? book : chapter;
}

interface ReadPieces extends Fragment {
  /** Pictures that the book doesn't hold, or that are of a kind that is not shown here. */
  readonly lost: readonly string[];
}

async function readPieces(book: Book, pieces: readonly Piece[], signal: AbortSignal): Promise<ReadPieces> {
  const lost: string[] = [];
  const fragment = await readFragment({
    markup: pieces.map(({ html }) => html).join('\n'),
    address: null,
    async resource(written, absolute) {
      // What is on the web keeps its address and is never fetched.
      if (absolute !== null) return null;
      const bytes = await book.zip.readPicture(written);
      if (bytes === null || imageType(bytes) === null) lost.push(written);
      return bytes;
    },
    signal,
  });
  return { ...fragment, lost };
}

/** A book of one chapter, as the article that it is. */
export function asWholeBook(chapter: CapturedDocument, book: Book): CapturedDocument {
  const { metadata } = chapter;
  const { title, publisher, url, description } = book.metadata;
  const isNamed = metadata.sources.title?.from === 'heading';
  const from = { from: 'book', overruled: [] };
  return {
    ...chapter,
    metadata: {
      ...metadata,
      title: title ?? metadata.title,
      subheading: title !== null && isNamed && !sameWords(metadata.title, title) ? metadata.title : metadata.subheading,
      publication: metadata.publication === title ? publisher : metadata.publication,
      url: metadata.url ?? url,
      description,
      sources: {
        ...metadata.sources,
        ...(title === null ? {} : { title: from }),
        ...(metadata.url === null && url !== null ? { url: from } : {}),
        ...(description === null ? {} : { description: from }),
      },
    },
  };
}

interface Titled {
  /** Null where neither the table of contents nor a heading names the chapter. */
  readonly title: string | null;
  readonly from: 'heading' | 'table-of-contents';
  /** The headings that say it: they stand in the metadata, not in the text. */
  readonly headings: readonly Block[];
}

/** "Chapter 1", "The first storm": a chapter's headings before its first words. */
const mostHeadings = 4;

function findTitle(blocks: readonly Block[], label: string | null): Titled {
  const headings: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'figure' || block.kind === 'rule') continue;
    if (block.kind !== 'heading' || headings.length === mostHeadings) break;
    headings.push(block);
  }
  const [first] = headings;
  const text = first === undefined ? '' : blockText(first);
  const isHigh = first?.kind === 'heading' && first.level === 2;
  if (label === null)
    return { title: isHigh ? text : null, from: 'heading', headings: first !== undefined && isHigh ? [first] : [] };
  for (const count of headings.keys()) {
    const together = headings.slice(0, count + 1);
    if (sameWords(together.map(blockText).join(' '), label))
      return {
        title: count === 0 ? text : label,
        from: count === 0 ? 'heading' : 'table-of-contents',
        headings: together,
      };
  }
  if (first === undefined || text === '') return { title: label, from: 'table-of-contents', headings: [] };
  // "1. The first storm" in the table, "The first storm" above the text.
  if (holds(label, text)) return { title: label, from: 'table-of-contents', headings: [first] };
  if (holds(text, label) || isHigh) return { title: text, from: 'heading', headings: [first] };
  return { title: label, from: 'table-of-contents', headings: [] };
}

function holds(longer: string, shorter: string): boolean {
  const bare = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return bare(longer).includes(bare(shorter));
}

interface Read extends Titled {
  readonly head: Head;
  readonly blocks: readonly Block[];
  readonly language: string | null;
  readonly address: string | null;
}

function metadataOf(book: Book, piece: Piece | undefined, read: Read): ArticleMetadata {
  const { head, blocks, language } = read;
  const { metadata } = book;
  const reporters = head.byline.length > 0 ? head.byline : reportersOf(blocks);
  const listed = piece?.entry?.author ?? null;
  const [byline, bylineFrom] =
    reporters.length > 0
      ? [reporters, 'page']
      : listed !== null
        ? [[listed], 'table-of-contents']
        : [metadata.authors, 'book'];
  const title = read.title ?? head.title;
  const url = read.address ?? head.url;
  const section = piece?.entry?.section ?? head.section;
  const from = (name: string) => ({ from: name, overruled: [] });
  const label = piece?.entry?.label ?? null;
  const overruled =
    label === null || title === null || sameWords(label, title) ? [] : [{ from: 'table-of-contents', value: label }];
  return {
    title: title ?? (titleOfBody(blocks) || posix.basename(piece?.path ?? '')),
    subheading: head.subheading,
    byline,
    publication: head.publication ?? metadata.title,
    section,
    published: head.published ?? metadata.published,
    modified: head.modified ?? metadata.modified,
    url,
    language,
    description: null,
    leadImage: null,
    sources: {
      ...headSources(head, 'page'),
      title: title === null ? from('first-sentence') : { from: read.title === null ? 'page' : read.from, overruled },
      ...(byline.length === 0 ? {} : { byline: from(bylineFrom) }),
      ...(head.publication === null && metadata.title !== null ? { publication: from('book') } : {}),
      ...(section !== null && head.section !== section ? { section: from('table-of-contents') } : {}),
      ...(head.published === null && metadata.published !== null ? { published: from('book') } : {}),
      ...(head.modified === null && metadata.modified !== null ? { modified: from('book') } : {}),
      ...(url === null ? {} : { url: from('page') }),
      ...(language === null ? {} : { language: from('book') }),
    },
  };
}

function whyPartial(pieces: readonly Piece[], isTruncated: boolean): string | null {
  if (isTruncated) return 'It has more parts than are read; its end is missing.';
  if (pieces.some(({ isCut }) => isCut)) return 'Its text breaks off before its end. Get the book again.';
  return pieces.some(({ isDrawn }) => isDrawn)
    ? 'Its words stand in a drawing; they were taken in the order of the file, without their places.'
    : null;
}

/** What of the pieces is not read, or can't be shown. */
function unread(pieces: readonly Piece[], lost: readonly string[]): RemovalLogEntry[] {
  const entry = (step: string, reason: string, texts: readonly string[]): RemovalLogEntry[] => {
    const text = removalText(texts.filter((one) => one !== '').join(' '));
    return text === '' ? [] : [{ step, reason, text }];
  };
  return [
    ...entry(
      'reading-aids',
      'It tells how the characters are pronounced.',
      pieces.map((piece) => piece.pronunciations),
    ),
    ...entry(
      'note-marks',
      'These are the marks of notes.',
      pieces.map((piece) => piece.noteMarks),
    ),
    ...entry(
      'navigation',
      'It leads to other articles, or to where this one was found.',
      pieces.map((piece) => piece.ways),
    ),
    ...entry(
      'pictures',
      'These are pictures of a kind that is not shown here (drawings), or the book does not hold them.',
      [...lost, ...pieces.flatMap((piece) => piece.drawings)],
    ),
  ];
}

/** What a part of a book is that is no article; of many alike their number. */
export function whatIs({ leftOut: reason }: Chapter, count = 1): string {
  switch (reason) {
    case 'few words':
    case null:
      return count === 1
        ? `a part with fewer than ${leastWords} words`
        : `${count} parts with fewer than ${leastWords} words`;
    case 'list of links':
      return count === 1 ? 'a list of the book’s parts' : `${count} lists of the book’s parts`;
    default:
      return count === 1 ? `the ${reason}` : `${count} parts that are its ${reason}`;
  }
}

async function logOf(
  book: Book,
  chapters: readonly Chapter[],
  before: number,
  signal: AbortSignal,
): Promise<RemovalLogEntry[]> {
  const log: RemovalLogEntry[] = [];
  for (const chapter of chapters) {
    const { blocks } = await readPieces(book, chapter.pieces, signal);
    const body = blocks.map((block): Block => ({ ...block, role: 'body', purpose: null }));
    const entry = leftOut('book', `It is ${whatIs(chapter)}.`, body, before);
    if (entry !== null) log.push(entry);
  }
  return log;
}
