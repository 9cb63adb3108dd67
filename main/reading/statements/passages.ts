import { type BlockKind, type BlockPurpose, canonicalText, type ReadingDocument } from '../../contract/index.ts';

/** One run of the body's text, with what kind of block it stands in. */
export interface Passage {
  readonly block: number;
  readonly kind: BlockKind;
  /** The line under a quotation that names whose words they are. */
  readonly isAttribution: boolean;
  readonly purpose: BlockPurpose | null;
  readonly text: string;
  /** In the canonical text. */
  readonly start: number;
  readonly end: number;
}

/** The body's runs in reading order. Furniture gives none: a statement runs on around it. */
export function passagesOf(document: ReadingDocument): Passage[] {
  return canonicalText(document).segments.flatMap((segment): Passage[] => {
    const block = document.blocks[segment.block];
    if (block === undefined || segment.content.text === '') return [];
    const isAttribution = block.kind === 'quotation' && segment.path[0] === block.paragraphs.length;
    const { start, end } = segment;
    return [
      {
        block: segment.block,
        kind: block.kind,
        isAttribution,
        purpose: block.purpose,
        text: segment.content.text,
        start,
        end,
      },
    ];
  });
}

export const openingQuote = /^\s*(?:["“„«‟]|['‘‚](?=\p{L}))/u;
export const closingQuote = /(?:["”“»]|['’](?=\s*$))[.,;:!?)]*\s*$/u;

/** The text with the words in quotation marks blanked, position by position. */
export function withoutQuotations(text: string): string {
  return text
    .replace(/“[^“”]*(?:”|$)|„[^„“”]*(?:[“”]|$)|«[^«»]*(?:»|$)/gu, (quoted) => ' '.repeat(quoted.length))
    .replace(/(?<![\p{L}\d])"[^"]*(?:"|$)/gu, (quoted) => ' '.repeat(quoted.length));
}
