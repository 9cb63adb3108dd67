import { blockText } from '../../../../contract/canonical-text.ts';
import type { ArticleMetadata, Block } from '../../../../contract/index.ts';
import { reportersOf } from '../../../../reading/document/byline.ts';
import { decodeText } from '../../../../reading/document/decode.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import { headSources, readHead } from '../../../../reading/document/head.ts';
import { guessLanguage } from '../../../../reading/document/language.ts';
import { titleOfBody } from '../../../../reading/document/title.ts';
import type { CapturedDocument, CapturedImage, FormatSource, FoundInFile } from '../../../format.ts';
import { normaliseText } from '../text/lines.ts';
import { lex, lexWithSigns, type MarkdownBlocks, markdownToBlocks, wordsOf } from './blocks.ts';
import { frontMatterSources, type SplitMarkdown, splitFrontMatter } from './front-matter.ts';
import { highlightsOf } from './highlights.ts';
import { findImage } from './images.ts';

/** For `FormatReader.read`. */
export async function* read(source: FormatSource): AsyncIterable<FoundInFile> {
  source.signal.throwIfAborted();
  const { fields, body, problem } = splitFrontMatter(normaliseText(decodeText(source.bytes).text));
  yield await markdownDocument({ fields, body, problem }, source);
}

/** For `FormatReader.words`. */
export function words(bytes: Uint8Array): string {
  const { raw, body } = splitFrontMatter(normaliseText(decodeText(bytes).text));
  return `${raw}\n${wordsOfMarkdown(body)}`;
}

/** The words of a text in Markdown, also as copies have them that an earlier version made. */
export function wordsOfMarkdown(body: string): string {
  const words = wordsOf(lex(body));
  return body.includes('==') ? `${words}\n${wordsOf(lexWithSigns(body))}` : words;
}

/** A document of a text in Markdown and what is known of it from elsewhere. */
export async function markdownDocument(
  { fields, body, problem }: Pick<SplitMarkdown, 'fields' | 'body' | 'problem'>,
  source: FormatSource,
): Promise<CapturedDocument> {
  const read = markdownToBlocks(body);
  const highlights = body.includes('==') ? highlightsOf(lex(body)) : [];
  const images = new Map<string, CapturedImage>();
  const withImages = await fillFigures(read, source, images);
  const language = fields.language ?? guessLanguage(withImages.map(blockText).join('\n'));

  const heading = fields.title === null ? titleHeading(read) : null;
  const head = readHead(
    heading === null ? withImages : withImages.toSpliced(heading.index, 1),
    { title: fields.title ?? heading?.text ?? null },
    language,
  );
  const blocks = markFurniture(head.blocks);
  const reporters = reportersOf(blocks);
  const byline = [fields.byline, head.byline, reporters].find((names) => names.length > 0) ?? [];
  const lead = fields.image === null ? null : await findImage(fields.image, source);
  if (lead !== null) images.set(lead.sha256, lead);

  const metadata: ArticleMetadata = {
    title:
      fields.title ?? heading?.text ?? head.title ?? (titleOfBody(blocks) || source.name.replace(/\.[^.]{1,8}$/u, '')),
    subheading: fields.subheading ?? head.subheading,
    byline,
    publication: fields.publication ?? head.publication,
    section: fields.section ?? head.section,
    published: fields.published ?? head.published,
    modified: fields.modified ?? head.modified,
    url: fields.url ?? head.url,
    language,
    description: fields.description,
    leadImage: lead?.sha256 ?? null,
    sources: {
      title: { from: heading === null ? 'first-sentence' : 'heading', overruled: [] },
      ...(byline.length === 0 ? {} : { byline: { from: 'contact-line', overruled: [] } }),
      ...(language === null ? {} : { language: { from: 'words', overruled: [] } }),
      ...(lead === null ? {} : { leadImage: { from: 'front-matter', overruled: [] } }),
      ...headSources(head, 'page'),
      ...frontMatterSources(fields),
    },
  };
  return {
    part: '',
    metadata,
    blocks,
    images: [...images.values()],
    removals: read.removals,
    captured: fields.captured,
    partial: problem,
    ...(fields.tags.length + highlights.length === 0
      ? {}
      : { marks: { program: 'Markdown', tags: fields.tags, marks: highlights } }),
  };
}

/** The first heading, when it opens the text or is of the first level; only figures and rules stand above. */
function titleHeading(read: MarkdownBlocks): { index: number; text: string } | null {
  for (const [index, block] of read.blocks.entries()) {
    if (block.kind === 'figure' || block.kind === 'rule') continue;
    if (block.kind === 'heading') return { index, text: block.content.text };
    break;
  }
  const [top] = [...read.depths].find(([, depth]) => depth === 1) ?? [];
  const block = top === undefined ? undefined : read.blocks[top];
  return top !== undefined && block?.kind === 'heading' ? { index: top, text: block.content.text } : null;
}

/** Figures with their images' hashes, where the bytes are in the file or beside it. */
async function fillFigures(
  read: MarkdownBlocks,
  source: FormatSource,
  images: Map<string, CapturedImage>,
): Promise<Block[]> {
  const blocks = [...read.blocks];
  for (const { index, image } of read.images) {
    const figure = blocks[index];
    if (figure?.kind !== 'figure') continue;
    const found = await findImage(image.source, source);
    if (found !== null) images.set(found.sha256, found);
    const address = image.source.startsWith('data:') ? null : image.source;
    blocks[index] = { ...figure, image: found?.sha256 ?? null, source: address };
  }
  return blocks;
}
