import { posix } from 'node:path';
import { type ArticleMetadata, blockText } from '../../contract/index.ts';
import { reportersOf } from '../../core/document/byline.ts';
import { guessLanguage, languageTag } from '../../core/document/language.ts';
import { titleOfBody } from '../../core/document/title.ts';
import type { CapturedDocument, FormatReader, FormatSource } from '../format.ts';
import { sameWords } from '../html/clean.ts';
import type { ResourceFinder } from '../html/images.ts';
import { wordsOfMarkup } from '../html/index.ts';
import { readFragment } from '../html/read-fragment.ts';
import { leftOut } from '../left-out.ts';
import { decodeXml } from '../xml/decode.ts';
import { firstDescendant } from '../xml/find.ts';
import { innerMarkup } from '../xml/markup.ts';
import { parseXml } from '../xml/tree.ts';
import { type Book, openBook } from './book.ts';

/**
 * Reads e-books (EPUB 2 and 3): each document of the spine that holds prose is an article of its own, so that a
 * chapter can be found, cited and marked by itself; the book's title is its publication. A book of one
 * document is one article.
 */
export const epubReader: FormatReader = {
  name: 'epub',
  version: '1',
  mediaType: 'application/epub+zip',
  sniff(head, name) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    const begin = Buffer.from(head.subarray(30, 70)).toString('latin1');
    return begin.startsWith('mimetypeapplication/epub+zip') ? 1 : /\.epub$/iu.test(name) ? 0.9 : 0;
  },
  async *read(source) {
    const book = openBook(source.bytes);
    const chapters: CapturedDocument[] = [];
    const short: string[] = [];
    let first: CapturedDocument | null = null;
    for (const path of book.spine) {
      source.signal.throwIfAborted();
      const chapter = await readChapter(book, path, source);
      first ??= chapter;
      if (words(chapter) >= leastWords) chapters.push(chapter);
      else short.push(chapter.metadata.title);
    }
    // A book of pictures, or of very few words, still is one.
    const found = chapters.length > 0 ? chapters : first === null ? [] : [first];
    const whole = found.length === 1;
    const remark = chapters.length === 0 || short.length === 0 ? null : leftOutWords(short);
    for (const [index, chapter] of found.entries()) {
      const told = index === 0 && remark !== null ? { ...chapter, remark } : chapter;
      yield whole ? asWholeBook(told, book, source.name) : told;
    }
  },
  words(bytes) {
    const book = openBook(bytes);
    return book.spine.map((path) => wordsOfMarkup(markupAt(book, path))).join('\n');
  },
};

/** Fewer words are a title page, a dedication, an imprint. */
const leastWords = 60;

/** Named once, with the first chapter: nothing of a book is dropped in silence. */
function leftOutWords(titles: readonly string[]): string {
  const named = titles
    .slice(0, 8)
    .map((title) => `“${title}”`)
    .join(', ');
  const more = titles.length > 8 ? ` and ${titles.length - 8} more` : '';
  return `Parts of the book with fewer than ${leastWords} words were left out: ${named}${more}.`;
}

function words(document: CapturedDocument): number {
  return document.blocks.map(blockText).join(' ').split(/\s+/u).length;
}

/** A chapter's body as HTML; XHTML that isn't well-formed is read tolerantly. */
function markupAt(book: Book, path: string): string {
  const bytes = book.zip.read(path);
  if (bytes === null) return '';
  const { root } = parseXml(decodeXml(bytes));
  const body = root === null ? null : (firstDescendant(root, 'body') ?? root);
  return body === null ? '' : innerMarkup(body);
}

async function readChapter(book: Book, path: string, source: FormatSource): Promise<CapturedDocument> {
  const fragment = await readFragment({
    markup: markupAt(book, path),
    address: null,
    resource: picturesOf(book, path),
    signal: source.signal,
  });
  const [opening] = fragment.blocks;
  const heading = opening?.kind === 'heading' ? opening : null;
  const label = book.titles.get(path) ?? null;
  // The heading that names the chapter stands in the metadata, not in the text.
  const isTitle = heading !== null && (label === null || sameWords(heading.content.text, label) || heading.level === 2);
  const blocks = isTitle ? fragment.blocks.slice(1) : fragment.blocks;
  const repeated = isTitle ? leftOut('headline', 'It is the headline.', [heading], 0) : null;
  const title = isTitle ? heading.content.text : label;
  const language = languageTag(book.language) ?? guessLanguage(blocks.map(blockText).join('\n'));
  const own = reportersOf(blocks);
  const byline = own.length > 0 ? own : book.authors;
  const from = { from: 'book', overruled: [] };
  const metadata: ArticleMetadata = {
    title: title ?? (titleOfBody(blocks) || posix.basename(path)),
    subheading: null,
    byline,
    publication: book.title,
    section: null,
    published: book.published,
    modified: book.modified,
    url: null,
    language,
    description: null,
    leadImage: null,
    sources: {
      title:
        title === null
          ? { from: 'first-sentence', overruled: [] }
          : { from: isTitle ? 'heading' : 'table-of-contents', overruled: [] },
      ...(byline.length === 0 ? {} : { byline: from }),
      ...(book.title === null ? {} : { publication: from }),
      ...(book.published === null ? {} : { published: from }),
      ...(book.modified === null ? {} : { modified: from }),
      ...(language === null ? {} : { language: from }),
    },
  };
  const missing =
    book.missing.length > 0
      ? `The book names ${book.missing.length} documents that it does not hold; they are missing.`
      : null;
  return {
    part: path,
    metadata,
    blocks,
    images: fragment.images,
    removals: repeated === null ? fragment.removals : [repeated, ...fragment.removals],
    captured: null,
    partial: fragment.truncated ? 'It has more parts than are read; its end is missing.' : missing,
  };
}

function asWholeBook(chapter: CapturedDocument, book: Book, name: string): CapturedDocument {
  const { metadata } = chapter;
  const title = book.title ?? metadata.title ?? name;
  const subheading = metadata.title === title ? null : metadata.title;
  const publication = book.publisher;
  return { ...chapter, metadata: { ...metadata, title, subheading, publication, description: book.description } };
}

function picturesOf(book: Book, path: string): ResourceFinder {
  return async (written) => {
    if (/^[a-z][a-z\d+.-]*:/iu.test(written)) return null;
    const [address = ''] = written.split(/[?#]/u);
    for (const name of new Set([address, safelyUnescaped(address)])) {
      const bytes = book.zip.read(posix.join(posix.dirname(path), name));
      if (bytes !== null) return bytes;
    }
    return null;
  };
}

function safelyUnescaped(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // Not escaped: the written form is the name.
    return address;
  }
}
