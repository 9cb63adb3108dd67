import type { ArticleMetadata, Block } from '../../../../contract/index.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import type { CapturedDocument } from '../../../format.ts';
import { Addresses } from '../../../shared/html/addresses.ts';
import { ImageCollector, type ResourceFinder } from '../../../shared/html/images.ts';
import type { HtmlPage } from '../../../shared/html/tree.ts';
import { type Body, readBody } from './body.ts';
import type { Draft } from './draft.ts';
import { leftOutBlocks } from './left-out-blocks.ts';
import { type ReadMetadata, readMetadata } from './metadata/index.ts';
import { readerViewOf, withCredits } from './reader-view.ts';
import { readSavedPage } from './saved-page.ts';

/** A page as text, with what the file or archive that holds it knows of it. */
export interface PageInput {
  readonly markup: string;
  /** What the page is called where it has no title of its own. */
  readonly fallbackTitle: string;
  /** The address that the container says the page was taken from; null leaves it to the page's own word. */
  readonly savedFrom: string | null;
  /** When the container says it was captured, ISO 8601 in UTC; null leaves it to the page's own word. */
  readonly captured: string | null;
  readonly resource: ResourceFinder;
  readonly signal: AbortSignal;
}

/** Reads a whole web page: what it says of its article, the article's blocks, its pictures, and what was left out. */
export async function readPage(input: PageInput): Promise<CapturedDocument> {
  const { markup } = input;
  const saved = readSavedPage(markup, input);
  const { page, savedFrom } = saved;
  input.signal.throwIfAborted();
  const read = readMetadata(page, savedFrom, input.fallbackTitle);
  const metadata = withCredits(read.metadata, readerViewOf(page));
  const baseHref = page.elements.find((element) => element.name === 'base')?.attributes.href ?? null;
  const addresses = Addresses.of(savedFrom ?? metadata.url, baseHref);
  const body = readBody(page, {
    title: metadata.title,
    bylines: metadata.byline,
    articleBody: read.articleBody,
    link: (href) => addresses.link(href),
  });
  input.signal.throwIfAborted();
  const collector = new ImageCollector(input.resource, addresses);
  const placed = await placeImages(body.drafts, collector);
  const blocks = placed.map(({ block }) => block);
  const { leadImage, sources } = await findLeadImage({ ...read, metadata }, blocks, collector);
  return {
    part: '',
    metadata: { ...metadata, leadImage, sources },
    blocks: markFurniture(blocks),
    images: collector.images,
    removals: [
      ...saved.removals,
      ...body.log.entries(
        placed.map(({ place }) => place),
        { drafts: body.readPart, proseIn: body.proseIn, blocks: (drafts) => leftOutBlocks(drafts, addresses) },
      ),
    ],
    captured: saved.captured,
    partial: whyPartial(page, body, saved.omitsEndTags ? null : markup),
  };
}

interface PlacedBlock {
  readonly block: Block;
  /** The draft's. */
  readonly place: number;
}

/** Drafts become blocks; figures get their bytes or keep their address. */
export async function placeImages(drafts: readonly Draft[], collector: ImageCollector): Promise<PlacedBlock[]> {
  const blocks: PlacedBlock[] = [];
  for (const { content, furniture, place } of drafts) {
    const role = furniture === null ? 'body' : 'furniture';
    const purpose = furniture;
    if (content.kind !== 'figure' || content.source === null) {
      blocks.push({ block: { ...content, role, purpose }, place });
      continue;
    }
    const found = await collector.find(content.source);
    // An image of which neither bytes nor an address are left shows nothing; its caption still does.
    if (found.sha256 === null && found.source === null && content.caption === null) continue;
    blocks.push({ block: { ...content, image: found.sha256, source: found.source, role, purpose }, place });
  }
  return blocks;
}

/** What is drawn smaller is an icon or somebody's face. */
const smallestLead = 100;

/** The picture that stands for the article, of those that were kept with it. */
async function findLeadImage(
  read: ReadMetadata,
  blocks: readonly Block[],
  collector: ImageCollector,
): Promise<Pick<ArticleMetadata, 'leadImage' | 'sources'>> {
  const { metadata, imageAddresses } = read;
  const figures = blocks.flatMap((block) => (block.kind === 'figure' && block.image !== null ? [block] : []));
  for (const address of imageAddresses) {
    const found = await collector.find(address.value);
    const same = figures.find((figure) => figure.source !== null && figure.source === found.source);
    const leadImage = found.sha256 ?? same?.image ?? null;
    if (leadImage === null) continue;
    const overruled = imageAddresses.filter(({ value }) => value !== address.value);
    return { leadImage, sources: { ...metadata.sources, leadImage: { from: address.from, overruled } } };
  }
  // The saved copy has other names for its images than the web had: the first picture shown leads.
  const first = figures.find(
    ({ width, height }) => (width ?? smallestLead) >= smallestLead && (height ?? smallestLead) >= smallestLead,
  );
  if (first === undefined) return { leadImage: null, sources: metadata.sources };
  const leadImage = { from: 'page', overruled: imageAddresses };
  return { leadImage: first.image, sources: { ...metadata.sources, leadImage } };
}

/** `markup` is null where the saver leaves end tags out. */
function whyPartial(page: HtmlPage, body: Body, markup: string | null): string | null {
  if (page.truncated) return 'The page has more elements than are read; its end is missing.';
  if (body.drafts.every((draft) => draft.length === 0))
    return 'No text was found in the page; only what it says about itself was kept.';
  return markup !== null && hasNoEnd(markup)
    ? 'The page begins as a whole one and has no end: it may have been cut off while it was saved. Compare its last words, or save it again.'
    : null;
}

/** Browsers close what they save. A fragment that never opened a page needs no end. */
function hasNoEnd(markup: string): boolean {
  return /<(?:html|body)[\s>]/iu.test(markup) && !/<\/(?:html|body)\s*>/iu.test(markup);
}
