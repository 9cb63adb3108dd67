import { type ArticleMetadata, blockText, type RemovalLogEntry } from '../../contract/index.ts';
import { reportersOf } from '../../core/document/byline.ts';
import { markFurniture } from '../../core/document/furniture.ts';
import { headSources, readHead } from '../../core/document/head.ts';
import { guessLanguage, languageTag } from '../../core/document/language.ts';
import { titleOfBody } from '../../core/document/title.ts';
import type { CapturedDocument } from '../format.ts';
import type { ResourceFinder } from '../html/images.ts';
import { namesIn } from '../html/metadata/names.ts';
import { readFragment } from '../html/read-fragment.ts';
import type { DocumentProperties } from './properties.ts';

/** A word processor's document after its own format was read. */
export interface OfficeDocument {
  /** Its words as HTML: headings, paragraphs, lists, tables, pictures. */
  readonly markup: string;
  readonly properties: DocumentProperties;
  /** What was left out: deleted passages, comments, headers, in the log's own words. */
  readonly removals: readonly RemovalLogEntry[];
  readonly resource: ResourceFinder;
  readonly partial: string | null;
}

/**
 * Reads a document of prose as a text file of the same words would be: its head lines give title, byline and
 * dates; what its properties say comes after what it shows, because programs fill properties in themselves.
 */
export async function toDocument(
  document: OfficeDocument,
  source: { readonly name: string; readonly signal: AbortSignal },
): Promise<CapturedDocument> {
  const { properties } = document;
  const fragment = await readFragment({
    markup: document.markup,
    address: null,
    resource: document.resource,
    signal: source.signal,
  });
  const language = languageTag(properties.language) ?? guessLanguage(fragment.blocks.map(blockText).join('\n'));
  const [first] = fragment.blocks;
  const heading = first?.kind === 'heading' ? first.content.text : null;
  const head = readHead(heading === null ? fragment.blocks : fragment.blocks.slice(1), { title: heading }, language);
  const blocks = markFurniture(head.blocks);
  const reporters = head.byline.length > 0 ? head.byline : reportersOf(blocks);
  const written = properties.author === null ? [] : namesIn(properties.author, { publication: head.publication });
  const byline = reporters.length > 0 ? reporters : written;
  const fromProperties = { from: 'document-properties', overruled: [] };
  const title = heading ?? head.title;
  const published = head.published ?? properties.created;
  const metadata: ArticleMetadata = {
    title: title ?? properties.title ?? (titleOfBody(blocks) || source.name.replace(/\.[^.]{1,8}$/u, '')),
    subheading: head.subheading,
    byline,
    publication: head.publication,
    section: head.section,
    published,
    modified: head.modified ?? properties.modified,
    url: head.url,
    language,
    description: properties.description,
    leadImage: null,
    sources: {
      title:
        title !== null
          ? {
              from: heading === null ? 'first-sentence' : 'heading',
              overruled: properties.title === null ? [] : [{ from: 'document-properties', value: properties.title }],
            }
          : properties.title === null
            ? { from: 'first-sentence', overruled: [] }
            : fromProperties,
      ...(byline.length === 0
        ? {}
        : { byline: reporters.length > 0 ? { from: 'page', overruled: [] } : fromProperties }),
      ...(published === null
        ? {}
        : { published: head.published === null ? fromProperties : { from: 'page', overruled: [] } }),
      ...(language === null
        ? {}
        : { language: properties.language === null ? { from: 'words', overruled: [] } : fromProperties }),
      ...headSources(head, 'page'),
    },
  };
  return {
    part: '',
    metadata,
    blocks,
    images: fragment.images,
    removals: [...fragment.removals, ...document.removals],
    captured: null,
    partial: document.partial ?? (fragment.truncated ? 'It has more parts than are read; its end is missing.' : null),
  };
}
