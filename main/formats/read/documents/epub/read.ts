import { VerbatimError } from '../../../../contract/index.ts';
import type { FormatSource, FoundInFile } from '../../../format.ts';
import { wordsOfMarkup } from '../../web/html/words.ts';
import { asWholeBook, type Beside, readChapter, whatIs } from './chapter-document.ts';
import { type Chapter, chaptersOf } from './chapters.ts';
import { type Book, openBook } from './package.ts';
import { piecesOf } from './pieces.ts';

/** Titles that are named one by one. */
const mostNamed = 6;

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  const book = await openBook(source.bytes);
  const chapters = chaptersOf(await piecesOf(book));
  const taken = chapters.filter(({ leftOut }) => leftOut === null);
  if (taken.length === 0)
    throw new VerbatimError(
      'unsupported',
      'It is an e-book without a document that can be read. It may be half-copied: get it again.',
    );
  const remark = remarkOn(book, chapters);
  for (const chapter of taken) {
    source.signal.throwIfAborted();
    const isFirst = chapter === taken[0];
    const read = await readChapter(book, chapter, besides(chapters, chapter, isFirst), source.signal);
    const document = taken.length === 1 ? asWholeBook(read, book) : read;
    const partial = document.partial ?? (isFirst ? missingFrom(book) : null);
    yield { ...document, partial, ...(isFirst && remark !== null ? { remark } : {}) };
  }
}

/** For `FormatReader.words`. */
export async function words(bytes: Uint8Array): Promise<string> {
  const words: string[] = [];
  for (const { html, pronunciations, ways, noteMarks } of await piecesOf(await openBook(bytes)))
    words.push(wordsOfMarkup(html), pronunciations, ways, noteMarks);
  return words.join('\n');
}

/** The parts that are left out between a chapter and the next; beside the first one also those before it. */
function besides(chapters: readonly Chapter[], chapter: Chapter, isFirst: boolean): Beside {
  const at = chapters.indexOf(chapter);
  const next = chapters.findIndex(({ leftOut }, index) => index > at && leftOut === null);
  return {
    before: isFirst ? chapters.slice(0, at) : [],
    after: chapters.slice(at + 1, next === -1 ? chapters.length : next),
  };
}

/** Said once, with the first chapter: nothing of a book is left out in silence. */
function remarkOn(book: Book, chapters: readonly Chapter[]): string | null {
  const left = chapters.filter(({ leftOut }) => leftOut !== null);
  const sentences: string[] = [];
  if (left.length > 0) {
    const labelled = left.filter(({ pieces }) => pieces[0]?.entry != null);
    const alike = Map.groupBy(
      left.filter((chapter) => !labelled.includes(chapter)),
      ({ leftOut }) => leftOut,
    );
    const named = [
      ...labelled.slice(0, mostNamed).map(labelOf),
      ...[...alike.values()].flatMap((chapters) => chapters.slice(0, 1).map((one) => whatIs(one, chapters.length))),
    ];
    const more = labelled.length > mostNamed ? `, and ${labelled.length - mostNamed} more` : '';
    sentences.push(`Left out of the book, with their words in the log: ${named.join(', ')}${more}.`);
  }
  if (book.isFixed) sentences.push('Its pages are laid out like printed ones; the words are in the order of the file.');
  return sentences.length === 0 ? null : sentences.join(' ');
}

function labelOf(chapter: Chapter): string {
  const label = chapter.pieces[0]?.entry?.label ?? '';
  return `“${label.slice(0, 80)}” (${whatIs(chapter)})`;
}

function missingFrom({ missing, spine, beyond }: Book): string | null {
  if (beyond > 0)
    return `The book has more documents than are read: those after the first ${spine.length} are missing.`;
  if (missing === 0) return null;
  return missing === 1
    ? 'The book names a document that it does not hold; it is missing.'
    : `The book names ${missing} documents that it does not hold; they are missing.`;
}
