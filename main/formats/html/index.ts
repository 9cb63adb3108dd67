import type { ArticleMetadata, Block } from '../../contract/index.ts';
import { parseDate } from '../../core/document/dates.ts';
import { decodeText } from '../../core/document/decode.ts';
import { markFurniture } from '../../core/document/furniture.ts';
import type { CapturedDocument, FormatReader, FormatSource } from '../format.ts';
import { Addresses } from './addresses.ts';
import { type Body, readBody } from './body.ts';
import { declaredCharset } from './charset.ts';
import type { Draft } from './draft.ts';
import { ImageCollector } from './images.ts';
import { withoutInvisible } from './inline.ts';
import { type ReadMetadata, readMetadata } from './metadata/index.ts';
import { savedDateOf, savedFromOf } from './saved-page.ts';
import { sniffHtml } from './sniff.ts';
import { type HtmlPage, parsePage } from './tree.ts';
import { wordsOf } from './words.ts';

/** Reads saved web pages. */
export const htmlReader: FormatReader = {
  name: 'html',
  version: '1',
  mediaType: 'text/html',
  sniff: sniffHtml,
  async *read(source) {
    yield await readPage(source);
  },
  words(bytes) {
    return withoutInvisible(wordsOf(decodePage(bytes)));
  },
};

function decodePage(bytes: Uint8Array): string {
  return decodeText(bytes, declaredCharset(bytes)).text;
}

async function readPage(source: FormatSource): Promise<CapturedDocument> {
  const markup = decodePage(source.bytes);
  const page = parsePage(markup);
  source.signal.throwIfAborted();
  const savedFrom = savedFromOf(page);
  const read = readMetadata(page, savedFrom, titleOfName(source.name));
  const { metadata } = read;
  const baseHref = page.elements.find((element) => element.name === 'base')?.attributes.href ?? null;
  const addresses = Addresses.of(savedFrom ?? metadata.url, baseHref);
  const body = readBody(page, {
    title: metadata.title,
    bylines: metadata.byline,
    articleBody: read.articleBody,
    link: (href) => addresses.link(href),
  });
  source.signal.throwIfAborted();
  const collector = new ImageCollector(source, addresses);
  const blocks = await placeImages(body.drafts, collector);
  const { leadImage, sources } = await findLeadImage(read, blocks, collector);
  return {
    part: '',
    metadata: { ...metadata, leadImage, sources },
    blocks: markFurniture(blocks),
    images: collector.images,
    removals: body.log.entries,
    captured: captureDate(page),
    partial: whyPartial(page, body, markup),
  };
}

/** Drafts become blocks; figures get their bytes or keep their address. */
async function placeImages(drafts: readonly Draft[], collector: ImageCollector): Promise<Block[]> {
  const blocks: Block[] = [];
  for (const { content, furniture } of drafts) {
    const role = furniture === null ? 'body' : 'furniture';
    const purpose = furniture;
    if (content.kind !== 'figure' || content.source === null) {
      blocks.push({ ...content, role, purpose });
      continue;
    }
    const found = await collector.find(content.source);
    // An image of which neither bytes nor an address are left shows nothing; its caption still does.
    if (found.sha256 === null && found.source === null && content.caption === null) continue;
    blocks.push({ ...content, image: found.sha256, source: found.source, role, purpose });
  }
  return blocks;
}

async function findLeadImage(
  read: ReadMetadata,
  blocks: readonly Block[],
  collector: ImageCollector,
): Promise<Pick<ArticleMetadata, 'leadImage' | 'sources'>> {
  const { metadata, imageAddress } = read;
  if (imageAddress !== null) {
    const found = await collector.find(imageAddress.value);
    const same = blocks.find(
      (block) =>
        block.kind === 'figure' && block.image !== null && block.source !== null && block.source === found.source,
    );
    const leadImage = found.sha256 ?? (same?.kind === 'figure' ? same.image : null);
    if (leadImage !== null)
      return { leadImage, sources: { ...metadata.sources, leadImage: { from: imageAddress.from, overruled: [] } } };
  }
  // The saved copy has other names for its images than the web had: the first picture shown leads.
  const first = blocks.find((block) => block.kind === 'figure' && block.image !== null);
  if (first?.kind !== 'figure' || first.image === null) return { leadImage: null, sources: metadata.sources };
  const overruled = imageAddress === null ? [] : [imageAddress];
  return { leadImage: first.image, sources: { ...metadata.sources, leadImage: { from: 'page', overruled } } };
}

/** The file's own word on when it was saved, in UTC; null without one or without its zone. */
function captureDate(page: HtmlPage): string | null {
  const written = savedDateOf(page);
  const date = written === null ? null : parseDate(written, 'en');
  if (date === null || !/(?:Z|[+-]\d{2}:\d{2})$/u.test(date.value)) return null;
  return new Date(date.value).toISOString();
}

function whyPartial(page: HtmlPage, body: Body, markup: string): string | null {
  if (page.truncated) return 'The page has more elements than are read; its end is missing.';
  if (body.drafts.every((draft) => draft.length === 0))
    return 'No text was found in the page; only what it says about itself was kept.';
  return hasNoEnd(markup)
    ? 'The page begins as a whole one and has no end: it may have been cut off while it was saved. Compare its last words, or save it again.'
    : null;
}

/** Browsers close what they save. A fragment that never opened a page needs no end. */
function hasNoEnd(markup: string): boolean {
  return /<(?:html|body)[\s>]/iu.test(markup) && !/<\/(?:html|body)\s*>/iu.test(markup);
}

function titleOfName(name: string): string {
  const title = name
    .replace(/\.x?html?$/iu, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  return title === '' ? 'Untitled page' : title;
}
