import { type Block, type BlockPurpose, blockText } from '../../../../contract/index.ts';
import { countWords } from '../../../../reading/document/word-count.ts';
import { phrasesOf } from '../../../../reading/languages/index.ts';
import type { LetterPhrases } from '../../../../reading/languages/language.ts';
import { phraseSource, wholeLine } from '../../../../reading/languages/phrases.ts';
import { paragraph } from '../../documents/text/blocks.ts';

/**
 * What letters carry besides their own words: the message they answer, the head of the one they forward,
 * a signature. It becomes furniture; of a forwarded message the head is read, because the words are that
 * message's and not the forwarder's.
 */
export interface Correspondence {
  readonly blocks: readonly Block[];
  readonly forwarded: ForwardedHead | null;
}

/** Fields of a forwarded message as its head in the text gives them; null where it has none. */
export interface ForwardedHead {
  readonly from: string | null;
  readonly date: string | null;
  readonly subject: string | null;
}

function of(kind: keyof LetterPhrases): readonly string[] {
  return phrasesOf(({ letters }) => letters?.[kind]);
}

const forwardLine = wholeLine(of('forwarded'), { before: '[-_*\\s]*', after: '[-_*:\\s]*' });
/** "On Sun, Jul 28, 2019 at 9:02 PM Petra Holm <holm@…> wrote:" */
const answerLine = new RegExp(
  `^${phraseSource(of('answerBegins'), { closes: true })}(?=[^\\n]*\\d).{6,300}${phraseSource(of('wrote'), { closes: true })}[^\\n]{0,120}:$`,
  'isu',
);

const labels: readonly (readonly [field: keyof ForwardedHead | 'other', names: RegExp])[] = [
  ['from', wholeLine(of('sender'))],
  ['date', wholeLine(of('date'))],
  ['subject', wholeLine(of('subject'))],
  ['other', wholeLine(of('otherFields'))],
];

export function readCorrespondence(blocks: readonly Block[], isForward: boolean): Correspondence {
  const unwrapped = unwrapForwarded(blocks);
  const result = [...unwrapped];
  const mark = (from: number, to: number, purpose: BlockPurpose): void => {
    for (let index = from; index < to; index += 1) {
      const block = result[index];
      if (block !== undefined && block.role === 'body') result[index] = { ...block, role: 'furniture', purpose };
    }
  };
  let forwarded: ForwardedHead | null = null;
  for (let index = 0; index < result.length; index += 1) {
    const lines = linesOf(unwrapped[index]);
    if (lines === null) continue;
    const head = readHeadAt(unwrapped, index);
    if (head !== null) {
      mark(index, head.end, 'other');
      const isWholeLetter = isForward && forwarded === null;
      if (isWholeLetter) {
        // The forwarder's own line above is not what was forwarded.
        mark(0, index, 'other');
        forwarded = head.fields;
      } else {
        mark(index, result.length, 'other');
        break;
      }
      index = head.end - 1;
    } else if (answerLine.test(lines.join(' '))) {
      let next = index + 1;
      while (result[next]?.kind === 'rule') next += 1;
      const isQuoted = result[next]?.kind === 'quotation';
      mark(index, isQuoted ? next + 1 : index + 1, 'other');
    } else if (/^--?\s*$|^—\s*$/u.test(lines.join('\n'))) mark(index, signatureEnd(unwrapped, index), 'contact');
  }
  return { blocks: keepsWords(result) ? result : blocks, forwarded };
}

/** Lines of a block that is a run of text, or null. */
function linesOf(block: Block | undefined): readonly string[] | null {
  if (block?.kind !== 'paragraph' && block?.kind !== 'heading') return null;
  return block.content.text.split('\n').map((line) => line.trim());
}

/**
 * The head of a forwarded or answered message that begins at a block: the line that announces it and its
 * fields, or at least three fields that follow one another.
 */
function readHeadAt(
  blocks: readonly Block[],
  start: number,
): { readonly fields: ForwardedHead; readonly end: number } | null {
  const fields: Record<string, string> = {};
  let announced = false;
  let count = 0;
  let end = start;
  for (; end < blocks.length; end += 1) {
    const lines = linesOf(blocks[end]);
    if (lines === null) {
      if (end > start && blocks[end]?.kind === 'rule') continue;
      break;
    }
    const read = lines.map(readField);
    if (lines.length > 0 && end === start && forwardLine.test(lines[0] ?? '')) announced = true;
    const rest = end === start && announced ? read.slice(1) : read;
    // A long list of recipients goes on in the next line.
    const own = rest.filter((field) => field !== null);
    if (own.length < rest.length * 0.6 || (rest.length > 0 && own.length === 0)) break;
    for (const field of own) {
      fields[field.name] ??= field.value;
      count += 1;
    }
  }
  const isHead = announced ? end > start : count >= 3 && fields.from !== undefined;
  if (!isHead) return null;
  return {
    fields: { from: fields.from ?? null, date: fields.date ?? null, subject: fields.subject ?? null },
    end,
  };
}

function readField(line: string): { readonly name: string; readonly value: string } | null {
  const match = /^\*{0,2}(\p{L}[\p{L} -]{0,20}?)\*{0,2}\s*:\*{0,2}\s*(.*)$/u.exec(line);
  const label = match?.[1]?.trim() ?? '';
  const name = labels.find(([, pattern]) => pattern.test(label))?.[0];
  return name === undefined ? null : { name, value: (match?.[2] ?? '').trim() };
}

/** Apple Mail forwards inside a quotation: there the quoted paragraphs are the letter. */
function unwrapForwarded(blocks: readonly Block[]): readonly Block[] {
  const index = blocks.findIndex(
    (block, at) =>
      block.kind === 'quotation' &&
      blocks.slice(Math.max(0, at - 2), at).some((before) => forwardLine.test(blockText(before))),
  );
  const quotation = blocks[index];
  if (quotation?.kind !== 'quotation') return blocks;
  const paragraphs = quotation.paragraphs.map((content): Block => ({ ...paragraph(''), kind: 'paragraph', content }));
  return [...blocks.slice(0, index), ...paragraphs, ...blocks.slice(index + 1)];
}

const longestSignature = { blocks: 14, words: 90 };

/** Where the signature that begins at a line of two dashes ends; at the line itself where too much follows to be one. */
function signatureEnd(blocks: readonly Block[], start: number): number {
  let words = 0;
  let end = start + 1;
  for (; end < blocks.length; end += 1) {
    const block = blocks[end];
    const lines = linesOf(block) ?? [];
    if (
      block === undefined ||
      block.kind === 'quotation' ||
      forwardLine.test(lines[0] ?? '') ||
      answerLine.test(lines.join(' '))
    )
      break;
    words += countWords(blockText(block), 200);
    if (end - start > longestSignature.blocks || words > longestSignature.words) return start;
  }
  return end;
}

function keepsWords(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.role === 'body' && /[\p{L}\p{N}]/u.test(blockText(block)));
}
