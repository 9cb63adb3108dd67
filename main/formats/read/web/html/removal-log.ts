import { type Block, type RemovalLogEntry, removalText } from '../../../../contract/index.ts';
import { withoutInvisible } from '../../../shared/html/inline.ts';
import { type HtmlElement, lastOrder } from '../../../shared/html/tree.ts';
import { type Draft, draftText } from './draft.ts';
import { isProse } from './edges.ts';
import { unreadElements, wordlessElements } from './measure.ts';

/** Words that are read of a part, in UTF-16 units: more than an entry of the log keeps. */
const maximumRead = 4000;
/** A page made of nothing but furniture must not make a log larger than itself. */
const maximumEntries = 400;
/** Words that are kept as blocks, in UTF-16 units: more than the longest articles have. */
const maximumKept = 300_000;
/** A part of more elements is not read into blocks. */
const largestPart = 20_000;
/** So few blocks without prose keep their kinds: a heading, a caption and a label are no menu. */
const mostLoose = 3;
/** A longer part without prose is a menu; a shorter one may be a heading. */
const longestLabel = 300;

const tooLarge = 'It is too much to be kept a second time, so it can’t be put back from here.';

/** The step at which goes what the page does not show. Its words are kept to the letter: the verbatim check passes over them. */
const hidden = 'hidden';
/** Elements whose text is no words of the original either. */
const silentElements: ReadonlySet<string> = new Set(['script', 'style']);

type Removed = { readonly step: string; readonly reason: string; readonly text: string; readonly place: number } & (
  | { readonly part: HtmlElement }
  | { readonly draft: Draft }
);

/** Collects what extraction leaves out. Parts without words are not worth a line. */
export class RemovalLog {
  readonly #removed: Removed[] = [];

  /** A part of the page, with all that stands in it; answers whether it had words. */
  add(step: string, reason: string, element: HtmlElement): boolean {
    const text = lines(plainLines(element, maximumRead, step === hidden ? silentElements : wordlessElements));
    if (text === '') return false;
    if (this.#removed.length < maximumEntries)
      this.#removed.push({ step, reason, text, place: element.order, part: element });
    return true;
  }

  /** A line of the part that was read. */
  addDraft(step: string, reason: string, draft: Draft): void {
    if (this.#removed.length >= maximumEntries) return;
    const text = wordsOf(draft);
    if (text !== '') this.#removed.push({ step, reason, text, place: draft.place, draft });
  }

  /**
   * The log in reading order. Parts are read into blocks only now, for the one reading of the page that
   * is kept. `places` are those of the document's blocks, rising.
   */
  entries(places: readonly number[], reading: LeftOutReading): RemovalLogEntry[] {
    let left = maximumKept;
    const inOrder = this.#removed.toSorted((one, other) => one.place - other.place);
    return inOrder.map((removed): RemovalLogEntry => {
      const { step, reason } = removed;
      const before = places.filter((place) => place < removed.place).length;
      const drafts = draftsOf(removed, reading);
      const text = drafts === 'lines' || step === hidden ? removed.text : textOfDrafts(drafts);
      // What shows words and makes no block (a label inside a drawing) still has its line.
      if (text === '' || drafts.length === 0) return { step, reason, text: removalText(removed.text) };
      if (drafts === 'lines' || isLines(drafts))
        return removalText(text) === text
          ? { step, reason, text, place: { before, blocks: null } }
          : { step, reason: `${reason} ${tooLarge}`, text: removalText(text) };
      if (text.length > left) return { step, reason: `${reason} ${tooLarge}`, text: removalText(text) };
      left -= text.length;
      return { step, reason, text: removalText(text), place: { before, blocks: reading.blocks(drafts) } };
    });
  }
}

/** How what was left out is read: as the article is, part by part. */
export interface LeftOutReading {
  drafts(part: HtmlElement): readonly Draft[];
  /** Letters of prose that a part holds. */
  proseIn(part: HtmlElement): number;
  blocks(drafts: readonly Draft[]): readonly Block[];
}

/** What a part was as blocks; its lines where nothing in it is prose, or where it is too large to be read. */
function draftsOf(removed: Removed, reading: LeftOutReading): readonly Draft[] | 'lines' {
  if ('draft' in removed) return [removed.draft];
  const { part, text, step } = removed;
  const isMenu = step !== hidden && text.length > longestLabel && reading.proseIn(part) === 0;
  if (isMenu || lastOrder(part) - part.order > largestPart) return 'lines';
  return reading.drafts(part).filter((draft) => wordsOf(draft) !== '');
}

/** A menu, a row of links, labels: its lines are all there is to it, and its links are not worth their length. */
function isLines(drafts: readonly Draft[]): boolean {
  if (drafts.some(isProse)) return false;
  return drafts.length > mostLoose || drafts.every(({ linkDensity }) => linkDensity > 0.6);
}

/** What a draft says, lines parted by line breaks; of a picture its caption, else its description. */
function wordsOf({ content }: Draft): string {
  return lines(content.kind === 'figure' ? (content.caption?.text ?? content.alternative) : draftText({ content }));
}

/** The text of a part; descriptions of pictures, which stand in no text, only where there is nothing else. */
function textOfDrafts(drafts: readonly Draft[]): string {
  const texts = drafts.filter(({ content }) => content.kind !== 'figure');
  return (texts.length === 0 ? drafts : texts).map(wordsOf).join('\n');
}

/** White space folded, but for the ends of lines. */
function lines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** An element's text, elements parted by spaces, up to about `limit` units. */
export function plainText(element: HtmlElement, limit = Number.POSITIVE_INFINITY): string {
  return textOf(element, limit, ' ', unreadElements, (text) => text);
}

/** All its words but those of `skipped`, a line for each box; white space is folded, so that only boxes end lines. */
function plainLines(element: HtmlElement, limit: number, skipped: ReadonlySet<string>): string {
  return textOf(element, limit, '\n', skipped, (text) => withoutInvisible(text).replace(/\s+/gu, ' '));
}

function textOf(
  element: HtmlElement,
  limit: number,
  between: string,
  skipped: ReadonlySet<string>,
  fold: (text: string) => string,
): string {
  const pieces: string[] = [];
  let length = 0;
  const visit = (at: HtmlElement): void => {
    for (const child of at.children) {
      if (length > limit) return;
      if (child.kind === 'text') {
        pieces.push(fold(child.text));
        length += pieces.at(-1)?.trim().length ?? 0;
      } else if (skipped.has(child.name)) {
        pieces.push(between);
      } else {
        const separate = !inline.has(child.name);
        if (separate) pieces.push(between);
        visit(child);
        if (separate) pieces.push(between);
      }
    }
  };
  visit(element);
  return pieces.join('');
}

const inline = new Set(
  'a abbr b bdi bdo cite code em font i mark q s small span strike strong sub sup time u'.split(' '),
);
