import {
  type ArticleMetadata,
  type Block,
  blockText,
  type RemovalLogEntry,
  removalText,
} from '../../../../contract/index.ts';
import { reportersOf } from '../../../../reading/document/byline.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import { type Head, headSources, readHead } from '../../../../reading/document/head.ts';
import { guessLanguage, languageTag } from '../../../../reading/document/language.ts';
import { titleOfBody } from '../../../../reading/document/title.ts';
import type { CapturedDocument, CapturedImage } from '../../../format.ts';
import { Addresses } from '../../../shared/html/addresses.ts';
import { ImageCollector, type ResourceFinder } from '../../../shared/html/images.ts';
import { movedBy, placesAmong } from '../../../shared/left-out.ts';
import { sameWords } from '../../web/html/clean.ts';
import { namesIn } from '../../web/html/metadata/names.ts';
import { findHeadings, isEndMark } from '../text/headings.ts';
import type { BlockFlow } from './block-flow.ts';
import type { DocumentProperties } from './properties.ts';

/** A word processor's document after its own format was read. */
export interface OfficeDocument {
  /** Heads of pages, each shown once. */
  readonly above: readonly BlockFlow[];
  readonly body: BlockFlow;
  /** Footnotes and endnotes, in the order in which the body refers to them. */
  readonly notes: readonly BlockFlow[];
  readonly below: readonly BlockFlow[];
  readonly properties: DocumentProperties;
  /** The language that its words are marked with, or null. */
  readonly language: string | null;
  /** Bytes of a picture by the name that its figure has. */
  readonly resource: ResourceFinder;
  readonly partial: string | null;
  readonly hasMacros: boolean;
}

/**
 * Reads a document of prose as a text file of the same words would be: its head lines give title, byline and
 * dates. What its properties say comes after what it shows, because programs fill properties in themselves.
 */
export async function toDocument(
  document: OfficeDocument,
  source: { readonly name: string; readonly signal: AbortSignal },
): Promise<CapturedDocument> {
  source.signal.throwIfAborted();
  const { properties } = document;
  const flow = assembled(document);
  const shown = await withPictures(flow, document.resource);
  const language = languageOf(document, shown.blocks);
  const named = titleIn(shown.blocks, flow.title, properties.title);
  const head = readHead(shown.blocks, { title: named }, language);
  const read = head.blocks.filter((block) => block !== flow.title);
  const hasHeadings = read.some(({ kind, role }) => kind === 'heading' && role === 'body');
  const blocks = markFurniture(hasHeadings ? read.map(withoutEndMark) : findHeadings(read));
  return {
    part: '',
    metadata: metadataOf(document, { head, named, blocks, language }, source.name),
    blocks,
    images: shown.images,
    removals: bounded(placesAmong(shown.removals, shown.blocks, blocks)),
    captured: null,
    partial: document.partial,
    ...(document.hasMacros ? { remark: 'It holds macros; they were not looked at and never run.' } : {}),
  };
}

interface Assembled {
  readonly blocks: readonly Block[];
  readonly removals: readonly RemovalLogEntry[];
  readonly title: Block | null;
}

function assembled({ above, body, notes, below }: OfficeDocument): Assembled {
  const seen = new Set<string>();
  const edge = (flow: BlockFlow): BlockFlow[] => {
    flow.finish();
    const text = flow.blocks.map(blockText).join('\n');
    // The first page's head, the others' and the one of even pages say the same; a bare number is a page's.
    if (seen.has(text) || !/\p{L}/u.test(text)) return [];
    seen.add(text);
    return [flow];
  };
  const flows = [...above.flatMap(edge), body, ...notes, ...below.flatMap(edge)];
  let before = 0;
  const removals = flows.flatMap((flow) => {
    flow.finish();
    const moved = flow.removals.map((entry) => movedBy(entry, before));
    before += flow.blocks.length;
    return moved;
  });
  return { blocks: flows.flatMap(({ blocks }) => blocks), removals, title: body.title };
}

/** Looks pictures up. Of one that can't be shown its words remain, else a line of the log. */
async function withPictures(
  flow: Assembled,
  resource: ResourceFinder,
): Promise<Assembled & { readonly images: readonly CapturedImage[] }> {
  const collector = new ImageCollector(resource, new Addresses(null));
  const blocks: Block[] = [];
  const lost: RemovalLogEntry[] = [];
  const indexes: number[] = [];
  for (const block of flow.blocks) {
    indexes.push(blocks.length);
    if (block.kind !== 'figure' || block.source === null) {
      blocks.push(block);
      continue;
    }
    const { sha256: image, source } = await collector.find(block.source);
    if (image !== null || source !== null || block.alternative !== '' || block.caption !== null)
      blocks.push({ ...block, image, source });
    else
      lost.push({
        step: 'pictures',
        reason: 'It is a picture of a kind that is not shown here, or its bytes are not in the document.',
        text: removalText(block.source),
      });
  }
  const removals = flow.removals.map((entry) => {
    const { place } = entry;
    if (place === undefined) return entry;
    return { ...entry, place: { ...place, before: indexes[place.before] ?? blocks.length } };
  });
  return { ...flow, blocks, removals: [...removals, ...lost], images: collector.images };
}

/** What the words themselves show is surer than what they are marked with: templates are of one language. */
function languageOf(document: OfficeDocument, blocks: readonly Block[]): string | null {
  const marked = languageTag(document.properties.language) ?? languageTag(document.language);
  const guessed = guessLanguage(blocks.map(blockText).join('\n'));
  if (guessed === null) return marked;
  return marked?.split('-')[0] === guessed ? marked : guessed;
}

/** Lines above which a title may stand. */
const longestHead = 14;

/** What the document calls its title, or a title among its properties that it also shows. */
function titleIn(blocks: readonly Block[], title: Block | null, property: string | null): string | null {
  if (title?.kind === 'heading') return title.content.text;
  if (property === null) return null;
  const shown = blocks
    .filter(({ role }) => role === 'body')
    .slice(0, longestHead)
    .find((block) => sameWords(blockText(block), property));
  return shown === undefined ? null : blockText(shown);
}

function withoutEndMark(block: Block): Block {
  const isMark = block.kind === 'paragraph' && block.role === 'body' && isEndMark(block.content.text);
  return isMark ? { ...block, role: 'furniture', purpose: 'other' } : block;
}

/** A document made of nothing but deletions must not make a log larger than itself. */
const mostRemovals = 400;
const mostKept = 300_000;

function bounded(removals: readonly RemovalLogEntry[]): RemovalLogEntry[] {
  let kept = 0;
  const log = removals.slice(0, mostRemovals).map((entry): RemovalLogEntry => {
    const { place, ...line } = entry;
    kept += (place?.blocks ?? []).reduce((sum, block) => sum + blockText(block).length, 0);
    return kept > mostKept ? line : entry;
  });
  const more = removals.length - log.length;
  if (more > 0) log.push({ step: 'log', reason: 'More was left out than is listed here.', text: `${more} more parts` });
  return log;
}

interface Read {
  readonly head: Head;
  readonly named: string | null;
  readonly blocks: readonly Block[];
  readonly language: string | null;
}

function metadataOf(document: OfficeDocument, read: Read, name: string): ArticleMetadata {
  const { properties } = document;
  const { head, blocks, language } = read;
  const reporters = head.byline.length > 0 ? head.byline : reportersOf(blocks);
  const written = properties.author === null ? [] : namesIn(properties.author, { publication: head.publication });
  const byline = reporters.length > 0 ? reporters : written;
  const title = read.named ?? head.title;
  const published = head.published ?? properties.created;
  const modified = head.modified ?? properties.modified;
  const fromProperties = { from: 'document-properties', overruled: [] };
  const overruled =
    properties.title === null || title === null || sameWords(properties.title, title)
      ? []
      : [{ from: 'document-properties', value: properties.title }];
  return {
    title: title ?? properties.title ?? (titleOfBody(blocks) || name.replace(/\.[^.]{1,8}$/u, '')),
    subheading: head.subheading,
    byline,
    publication: head.publication,
    section: head.section,
    published,
    modified,
    url: head.url,
    language,
    description: properties.description,
    leadImage: null,
    sources: {
      ...headSources(head, 'page'),
      title:
        title !== null
          ? { from: read.named === null ? 'page' : 'heading', overruled }
          : properties.title === null
            ? { from: 'first-sentence', overruled: [] }
            : fromProperties,
      ...(byline.length === 0
        ? {}
        : { byline: reporters.length > 0 ? { from: 'page', overruled: [] } : fromProperties }),
      ...(head.published === null && published !== null ? { published: fromProperties } : {}),
      ...(head.modified === null && modified !== null ? { modified: fromProperties } : {}),
      ...(language === null ? {} : { language: { from: 'words', overruled: [] } }),
      ...(properties.description === null ? {} : { description: fromProperties }),
    },
  };
}
