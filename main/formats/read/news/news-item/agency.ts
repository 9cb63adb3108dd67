import type { Block } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { folded } from '../../../shared/xml/find.ts';
import type { ItemContent } from './content.ts';
import type { NewsItem } from './news-item.ts';

/** What agencies say of an item besides its words: whether it may be used, and from when. */
export interface AgencyStatus {
  /** "usable", "withheld", "canceled", with or without the prefix of its scheme ("stat:canceled"). */
  readonly status: string | null;
  /** The date before which it is not to be used, as written. */
  readonly embargoed: string | null;
  /** A note to the editors of the papers. */
  readonly note: string | null;
}

const longestNote = 300;

/** Sentences for the report, or null. What they speak of was taken all the same: an archive keeps what was sent. */
export function remarkOf({ status, embargoed, note }: AgencyStatus): string | null {
  const state = status?.replace(/^.*[:/]/u, '').toLowerCase() ?? '';
  const sentences: string[] = [];
  if (/^cancell?ed|^kill/u.test(state)) sentences.push('The agency has cancelled this item: it is not to be used.');
  else if (/^with(?:held|drawn)/u.test(state))
    sentences.push('The agency has withheld this item: it is not to be used.');
  if (embargoed !== null)
    sentences.push(`The agency embargoed it until ${parseDate(embargoed, 'en')?.value ?? embargoed}.`);
  const line = folded(note ?? '');
  if (line !== null)
    sentences.push(`Its note to editors: “${line.length > longestNote ? `${line.slice(0, longestNote - 1)}…` : line}”`);
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** What items without a text are, by the words of the IPTC's classes of items. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/picture|photo|image/u, 'a picture'],
  [/graphic/u, 'a graphic'],
  [/video/u, 'a video'],
  [/audio/u, 'a sound recording'],
];

/**
 * An item of which only the description is in the file. That of a picture or a film is its caption and is taken
 * for what it is; that of a text is a teaser.
 */
export function withDescription(item: NewsItem, itemClass: string | null, description: ItemContent | null): NewsItem {
  const kind = kinds.find(([pattern]) => pattern.test(itemClass?.toLowerCase() ?? ''))?.[1];
  if (description !== null && kind !== undefined)
    return {
      ...item,
      content: description,
      partial: `It is ${kind}: its caption was taken; the file holds only its address.`,
    };
  const what = itemClass?.replace(/^.*[:/]/u, '').toLowerCase() ?? '';
  const reason = /event/u.test(what)
    ? 'It announces an event and holds no text.'
    : /plan/u.test(what)
      ? 'It announces what will be covered and holds no text.'
      : kind !== undefined
        ? `It is ${kind} without a caption: there are no words to keep.`
        : description !== null
          ? 'Only a summary of it is in the file. Ask for the item with its text.'
          : 'It holds no text. Ask for the item with its text.';
  return { ...item, content: null, withoutContent: reason };
}

/** A dateline is kept above the text, outside its words: papers set it there or leave it out. */
export function datelineBlock(line: string | null): Block[] {
  return line === null
    ? []
    : [{ kind: 'paragraph', content: { text: line, marks: [] }, role: 'furniture', purpose: 'dateline' }];
}
