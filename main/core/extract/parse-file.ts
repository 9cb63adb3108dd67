import { createHash } from 'node:crypto';
import { type Block, canonicalText } from '../../contract/index.ts';
import {
  type CapturedDocument,
  type FormatReader,
  type FormatSource,
  isMention,
  type MentionedArticle,
} from '../../formats/format.ts';
import { sniffFormat } from '../../formats/registry.ts';
import type { ParsedDocument, ParseResult } from '../../workers/parse-messages.ts';
import { suggestStatements } from '../statements/suggest.ts';

/**
 * From bytes to documents that are ready to be kept: the format's reader, then the canonical text,
 * then whose words stand where. Runs in a parser thread.
 */
export async function parseFile(source: FormatSource): Promise<ParseResult> {
  const sniffed = sniffFormat(source.bytes, source.name);
  if (sniffed.kind === 'unknown') return { kind: 'refused', reason: sniffed.reason };
  const documents: ParsedDocument[] = [];
  const mentions: MentionedArticle[] = [];
  for await (const found of sniffed.reader.read(source)) {
    if (isMention(found)) mentions.push(found);
    else documents.push(prepare(found, sniffed.reader));
  }
  if (documents.length === 0 && mentions.length === 0)
    return { kind: 'refused', reason: 'It holds no article: nothing in it could be read as text.' };
  return { kind: 'documents', format: sniffed.reader.name, mediaType: sniffed.reader.mediaType, documents, mentions };
}

function prepare(captured: CapturedDocument, reader: FormatReader): ParsedDocument {
  const document = { blocks: captured.blocks };
  const { text } = canonicalText(document);
  const { statements, people } = suggestStatements(document, captured.metadata);
  return {
    part: captured.part,
    extractor: `${reader.name}/${reader.version}`,
    metadata: captured.metadata,
    document,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    captions: captured.blocks.flatMap(captionOf).join('\n'),
    words: countWords(text, captured.metadata.language),
    removals: captured.removals,
    people,
    statements,
    images: captured.images,
    captured: captured.captured,
    partial:
      captured.partial ?? (text === '' ? 'No text was found in it; only what is known about it was kept.' : null),
    remark: captured.remark ?? null,
  };
}

function captionOf(block: Block): string[] {
  if (block.kind === 'figure') return [block.caption?.text ?? '', block.alternative].filter((text) => text !== '');
  if (block.kind === 'table' && block.caption !== null) return [block.caption.text];
  return [];
}

/** Words by the language's own rules, so that Japanese or Thai is counted too. */
function countWords(text: string, language: string | null): number {
  const spaced = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  if (
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(text)
  )
    return spaced;
  let words = 0;
  for (const segment of new Intl.Segmenter(language ?? undefined, { granularity: 'word' }).segment(text))
    if (segment.isWordLike) words += 1;
  return words;
}
