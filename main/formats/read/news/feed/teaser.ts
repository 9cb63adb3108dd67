import { type Block, blockText } from '../../../../contract/index.ts';
import { countWords } from '../../../../reading/document/word-count.ts';
import { type ItemContent, readContent } from '../news-item/content.ts';
import type { NewsItem } from '../news-item/news-item.ts';
import { isFeedLine } from './feed-line.ts';

/** Whether an entry's words are the article or what shall lead to it. */

const onlyATeaser = 'Only a teaser is in the feed. Save its page and add that.';
const onlyATitle = 'The feed holds no text of it. Save its page and add that.';

/** What leads to the rest of a text; "more" and "read on" begin sentences, too, and count only by themselves. */
const onward =
  '(?:(?:read|see) (?:more|on|the (?:rest|full (?:story|article)))|(?:continue|keep) reading|more|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|continua a leggere|lees verder)';
/** These are followed by the title of what they lead to. */
const onwardTo =
  '(?:(?:continue|keep) reading|weiterlesen|lire la suite|seguir leyendo|continua a leggere|lees verder)';
/** An ellipsis at the end, or one before a link to the rest. */
const brokenOff = new RegExp(`(?:…|\\.{3})\\s?[\\])]?\\s*(?:[\\[(]?${onward}\\b.{0,120})?$`, 'iu');
/** Such a link alone in its line. */
const linkOnward = new RegExp(
  `^[\\s[(»›→>]*(?:${onward}(?:\\s*[:«“"→]\\s*.{0,120})?|${onwardTo}\\b.{0,120})[\\s\\])»›→>.…]*$`,
  'iu',
);
/** A longer line is a sentence, whatever words it begins with. */
const longestLink = 150;

/** A summary as long as this is the article itself: feeds of that kind have no other place for it. */
const longSummary = 100;
/** So is a shorter one that stands in paragraphs. */
const parted = { paragraphs: 3, words: 60 };

interface Measured {
  readonly words: number;
  readonly paragraphs: number;
  readonly isCut: boolean;
}

/** Languages that part no words by spaces have about two characters to the word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function measure(blocks: readonly Block[]): Measured {
  const texts = blocks
    .filter((block) => !isFeedLine(block))
    .map(blockText)
    .filter((text) => text.trim() !== '');
  const last = texts.at(-1)?.trim() ?? '';
  const text = texts.join('\n');
  return {
    words: countWords(text, longSummary * 2) + (text.match(unspaced)?.length ?? 0) / 2,
    paragraphs: texts.length,
    isCut: brokenOff.test(last) || (last.length <= longestLink && linkOnward.test(last)),
  };
}

/**
 * Decides on an entry that has `content` (said to be the whole), a `summary`, or both. A summary is taken for
 * the article where it is long, or where the entry has no title: notes are published like that.
 */
export async function withWholeContent(
  item: NewsItem,
  candidates: {
    readonly content: ItemContent | null;
    readonly summary: ItemContent | null;
    /** Where the text itself is, if the feed says that it is elsewhere. */
    readonly elsewhere: string | null;
  },
  signal: AbortSignal,
): Promise<NewsItem> {
  const { content, summary, elsewhere } = candidates;
  const chosen = content ?? summary;
  const reason =
    elsewhere !== null
      ? `Its text is not in the feed but at ${elsewhere}. Save that and add it.`
      : chosen === null
        ? onlyATitle
        : onlyATeaser;
  const teaser = { ...item, content: null, withoutContent: reason };
  if (chosen === null) return teaser;
  const { words, paragraphs, isCut } = measure((await readContent(chosen, signal)).blocks);
  if (words === 0) return teaser;
  const isLong = words >= longSummary || (paragraphs >= parted.paragraphs && words >= parted.words);
  if (isCut) return isLong ? { ...item, content: chosen, partial: onlyTheBeginning } : teaser;
  return content !== null || isLong || item.title === null ? { ...item, content: chosen } : teaser;
}

const onlyTheBeginning =
  'Only its beginning is in the feed: it ends with a sign that more follows. Save its page and add that.';
