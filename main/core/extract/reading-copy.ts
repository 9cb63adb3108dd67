import { createHash } from 'node:crypto';
import {
  type ArticleMetadata,
  type Block,
  canonicalText,
  type Person,
  type ReadingDocument,
  sketchOf,
  type TextSketch,
} from '../../contract/index.ts';
import { type SuggestedStatement, suggestStatements } from '../../reading/statements/suggest.ts';

/** What follows from an article's blocks and what is known about it. */
export interface ReadingCopy {
  readonly document: ReadingDocument;
  /** Canonical. */
  readonly text: string;
  /** Of the text. */
  readonly sha256: string;
  /** Searched, but no part of the text. */
  readonly captions: string;
  readonly words: number;
  /** By which near-duplicates of the text are found; null for a short one. */
  readonly sketch: TextSketch | null;
  readonly people: readonly Person[];
  readonly statements: readonly SuggestedStatement[];
}

export function readingCopy(blocks: readonly Block[], metadata: ArticleMetadata): ReadingCopy {
  const document = { blocks };
  const { text } = canonicalText(document);
  const { statements, people } = suggestStatements(document, metadata);
  return {
    document,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    captions: captionsOf(blocks),
    words: countWords(text, metadata.language),
    sketch: sketchOf(text),
    people,
    statements,
  };
}

/** What stands under and in place of pictures and tables. */
export function captionsOf(blocks: readonly Block[]): string {
  return blocks.flatMap(captionOf).join('\n');
}

function captionOf(block: Block): string[] {
  if (block.kind === 'figure') return [block.caption?.text ?? '', block.alternative].filter((text) => text !== '');
  if (block.kind === 'table' && block.caption !== null) return [block.caption.text];
  return [];
}

/** Words by the language's own rules, so that Japanese or Thai is counted too. */
export function countWords(text: string, language: string | null): number {
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
