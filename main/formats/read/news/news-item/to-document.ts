import type { ArticleMetadata, Block, PreciseDate, RemovalLogEntry } from '../../../../contract/index.ts';
import { blockText } from '../../../../contract/index.ts';
import { reportersOf } from '../../../../reading/document/byline.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import { guessLanguage, languageTag } from '../../../../reading/document/language.ts';
import { titleOfBody } from '../../../../reading/document/title.ts';
import type { FoundInFile } from '../../../format.ts';
import { leftOut } from '../../../shared/left-out.ts';
import { sameWords } from '../../web/html/clean.ts';
import { namesIn } from '../../web/html/metadata/names.ts';
import { readContent } from './content.ts';
import type { ItemPicture, NewsItem } from './news-item.ts';

/**
 * Makes an article of an item that has words, and a mention of one that has none. `source` is where its
 * metadata come from: "rss", "atom", "nitf".
 */
export async function toDocument(item: NewsItem, source: string, signal: AbortSignal): Promise<FoundInFile> {
  const { content, part, title, url } = item;
  const published = dateOf(item.published);
  if (content === null) {
    return {
      kind: 'mentioned',
      part,
      title,
      url,
      published,
      reason: item.withoutContent,
    };
  }
  const read = await readContent(content, signal);
  const repeated = repeatedTitle(read.blocks, title);
  const body = repeated === null ? read.blocks : read.blocks.slice(1);
  const { lead, others } = picturesAround(read.blocks, item.pictures);
  const blocks = [...lead, ...item.opening, ...body, ...others];
  const above = lead.length + item.opening.length;
  const headline = repeated === null ? null : leftOut('headline', 'It repeats the headline.', [repeated], above);
  const removals = read.removals.map((entry) => shifted(entry, above - read.blocks.length + body.length));
  const words = body.map(blockText).join('\n');
  const language = languageTag(item.language);
  const guessed = language ?? guessLanguage(words);
  const written = namesOf(item);
  const bylines = written.length > 0 ? written : reportersOf(blocks);
  const modified = dateOf(item.modified);
  const from = { from: source, overruled: [] };
  const metadata: ArticleMetadata = {
    title: title ?? (titleOfBody(blocks) || 'Untitled item'),
    subheading: item.subheading,
    byline: bylines,
    publication: item.publication,
    section: item.section,
    // What names one date only was sent out on it, and is known by it.
    published: published ?? modified,
    modified,
    url,
    language: guessed,
    description: item.description,
    leadImage: null,
    sources: {
      title: title === null ? { from: 'first-sentence', overruled: [] } : from,
      ...(item.subheading === null ? {} : { subheading: from }),
      ...(bylines.length === 0 ? {} : { byline: written.length > 0 ? from : { from: 'contact-line', overruled: [] } }),
      ...(item.publication === null ? {} : { publication: from }),
      ...(item.section === null ? {} : { section: from }),
      ...(published !== null ? { published: from } : {}),
      ...(published === null && modified !== null ? { published: { from: `${source} modified`, overruled: [] } } : {}),
      ...(modified === null ? {} : { modified: from }),
      ...(url === null ? {} : { url: from }),
      ...(guessed === null ? {} : { language: language === null ? { from: 'words', overruled: [] } : from }),
      ...(item.description === null ? {} : { description: from }),
    },
  };
  const cut = read.truncated ? 'It has more elements than are read; its end is missing.' : null;
  const document = {
    part,
    metadata,
    blocks,
    images: read.images,
    removals: headline === null ? removals : [headline, ...removals],
    captured: null,
    partial: item.partial ?? cut,
  };
  return item.remark === null ? document : { ...document, remark: item.remark };
}

/** The content's blocks stand so much further down in the document than in the content. */
function shifted(entry: RemovalLogEntry, by: number): RemovalLogEntry {
  const { place } = entry;
  return place === undefined ? entry : { ...entry, place: { ...place, before: Math.max(0, place.before + by) } };
}

/** English names of months stand in the dates of all feeds (RFC 822), whatever their language. */
function dateOf(written: string | null): PreciseDate | null {
  return written === null ? null : parseDate(written, 'en');
}

const mostNames = 20;

function namesOf({ bylines, publication }: NewsItem): string[] {
  const names: string[] = [];
  for (const byline of bylines)
    for (const name of namesIn(byline, { publication }))
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
  return names.slice(0, mostNames);
}

/** A headline that stands above the content again is taken out, as from a page. */
function repeatedTitle(blocks: readonly Block[], title: string | null): Block | null {
  const [first] = blocks;
  return first?.kind === 'heading' && title !== null && sameWords(first.content.text, title) ? first : null;
}

/** The first picture stands above the words, the others below them; those that the words show stay where they are. */
function picturesAround(
  blocks: readonly Block[],
  pictures: readonly ItemPicture[],
): { readonly lead: readonly Block[]; readonly others: readonly Block[] } {
  const shown = new Set(blocks.map((block) => (block.kind === 'figure' ? block.source : null)));
  const figures: Block[] = [];
  for (const { address, caption } of pictures) {
    if (shown.has(address)) continue;
    shown.add(address);
    figures.push({
      kind: 'figure',
      image: null,
      source: address,
      alternative: '',
      width: null,
      height: null,
      caption: caption === null ? null : { text: caption, marks: [] },
      role: 'body',
      purpose: null,
    });
  }
  return { lead: figures.slice(0, 1), others: figures.slice(1) };
}
