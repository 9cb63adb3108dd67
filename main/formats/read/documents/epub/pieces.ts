import { attribute, descendants, elementsOf, folded, wordsIn } from '../../../shared/xml/find.ts';
import { escapeText } from '../../../shared/xml/markup.ts';
import type { XmlElement } from '../../../shared/xml/tree.ts';
import { documentAt } from './files.ts';
import { bodyOf, type ChapterMarkup, linkToSource, markupOf, type Range, typeOf, wordsOfDrawing } from './markup.ts';
import { type Matter, matterOfType } from './matter.ts';
import type { ContentsEntry } from './navigation.ts';
import type { Book } from './package.ts';

/** A document of the spine, or the part of one that the table of contents names by itself. */
export interface Piece extends ChapterMarkup {
  /** The document's name in the zip, with the place where the part begins. */
  readonly part: string;
  readonly path: string;
  /** The line of the table of contents that leads here, or null. */
  readonly entry: ContentsEntry | null;
  /** Whether it begins with a heading: what begins without one may go on from the piece before. */
  readonly hasHeading: boolean;
  /** What the document says that it is; null for a chapter. */
  readonly matter: Matter | null;
  readonly language: string | null;
  /** Where a program that gathers news found it on the web. */
  readonly address: string | null;
  /** Whether its words stand in a drawing. */
  readonly isDrawn: boolean;
  /** Whether the document breaks off before its end. */
  readonly isCut: boolean;
}

/** The documents of a book in reading order, those parted that hold several chapters. */
export async function piecesOf(book: Book): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const entries = Map.groupBy(book.navigation.contents, ({ path }) => path);
  for (const path of book.spine) {
    const document = await documentAt(book.zip, path);
    if (document?.root == null) continue;
    const { root, open, truncated } = document;
    const isCut = truncated || open.has(root);
    for (const piece of piecesOfDocument(book, path, root, entries.get(path) ?? [])) pieces.push({ ...piece, isCut });
  }
  return pieces;
}

function* piecesOfDocument(
  book: Book,
  path: string,
  root: XmlElement,
  entries: readonly ContentsEntry[],
): Generator<Omit<Piece, 'isCut'>> {
  const body = bodyOf(root);
  const matter = book.navigation.matter.get(path) ?? matterOfBody(body);
  const language = attribute(root, 'xml:lang') ?? attribute(root, 'lang') ?? attribute(body, 'xml:lang');
  const starts = matter === null ? startsOf(body, entries) : [];
  const parts = starts.length > 1 ? starts : [{ entry: entries[0] ?? null, element: null }];
  for (const [index, { entry, element }] of parts.entries()) {
    const range: Range = { from: index === 0 ? null : element, to: parts[index + 1]?.element ?? null };
    const markup = markupOf(body, path, range);
    const drawn = isWordless(markup.html) ? drawnWords(root) : '';
    yield {
      ...markup,
      html: drawn === '' ? markup.html : drawn,
      part: index === 0 || entry?.fragment == null ? path : `${path}#${entry.fragment}`,
      path,
      entry,
      hasHeading: /^(?:<(?!h[1-6]\b|img\b)[^>]*>|<img\b[^>]*>|\s|&#?\w+;)*<h[1-6]\b/u.test(
        markup.html.slice(0, 20_000),
      ),
      matter,
      language,
      address: addressIn(body),
      isDrawn: drawn !== '',
    };
  }
}

/** All of a body may be one section that says what it is. */
function matterOfBody(body: XmlElement): Matter | null {
  const own = matterOfType(typeOf(body));
  if (own !== null) return own;
  const inside = [...elementsOf(body)];
  const [only] = inside;
  return inside.length === 1 && only !== undefined ? matterOfType(typeOf(only)) : null;
}

interface Start {
  readonly entry: ContentsEntry | null;
  readonly element: XmlElement | null;
}

/**
 * Where the chapters of one document begin: at the outermost lines of the table of contents that lead into it, if
 * the headings there are of one rank. A chapter with its own sections has one such line.
 */
function startsOf(body: XmlElement, entries: readonly ContentsEntry[]): readonly Start[] {
  if (entries.length < 2) return [];
  const outermost = Math.min(...entries.map(({ depth }) => depth));
  const order = new Map([...descendants(body)].map((element, index) => [element, index]));
  const byName = new Map(
    [...order.keys()].flatMap((element) => namesOf(element).map((name) => [name, element] as const)).reverse(),
  );
  const places = entries
    .filter(({ depth }) => depth === outermost)
    .flatMap((entry) => {
      const named = entry.fragment === null ? body : byName.get(entry.fragment);
      const element = named === undefined ? undefined : (headingAround(named) ?? named);
      return element === undefined ? [] : [{ entry, element, at: order.get(element) ?? 0 }];
    })
    .sort((one, two) => one.at - two.at);
  const elements = [...order.keys()];
  const ranks = places.map(({ at }) => rankAfter(elements, at));
  const known = ranks.filter((rank) => rank !== null);
  const highest = known.length === 0 ? null : Math.min(...known);
  const starts = places.filter((place, index) => ranks[index] === highest && place.at !== places[index - 1]?.at);
  return starts.map(({ entry, element }) => ({ entry, element }));
}

/** A name often stands inside the heading that it is of. */
function headingAround(element: XmlElement): XmlElement | null {
  for (let at: XmlElement | null = element; at !== null; at = at.parent) if (/^h[1-6]$/u.test(at.name)) return at;
  return null;
}

function namesOf(element: XmlElement): string[] {
  const names = [attribute(element, 'id'), element.name === 'a' ? attribute(element, 'name') : null];
  return names.filter((name) => name !== null);
}

/** A heading stands near the place that is said to begin with it. */
const nearby = 12;

function rankAfter(elements: readonly XmlElement[], at: number): number | null {
  for (const element of elements.slice(at, at + nearby)) {
    const rank = /^h([1-6])$/u.exec(element.name)?.[1];
    if (rank !== undefined) return Number(rank);
  }
  return null;
}

function isWordless(html: string): boolean {
  return !/[\p{L}\p{N}]/u.test(html.replace(/<svg>[^<]*<\/svg>|<[^>]*>/gu, ''));
}

/** A page that is one drawing has its words in it. */
function drawnWords(root: XmlElement): string {
  return wordsOfDrawing(root)
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');
}

/** Where a program that gathers news found an article, as it writes below it. */
function addressIn(body: XmlElement): string | null {
  for (const element of descendants(body)) {
    const link = element.name === 'p' ? linkToSource(element) : null;
    const address = link === null ? null : (attribute(link, 'href') ?? wordsIn(link));
    if (address !== null) return /^https?:\/\//iu.test(address) ? address : null;
  }
  return null;
}

/** The words of a piece without its tags, white space folded. */
export function plainWords({ html }: Piece): string {
  return folded(html.replace(/<svg>[^<]*<\/svg>|<[^>]*>/gu, ' ')) ?? '';
}
