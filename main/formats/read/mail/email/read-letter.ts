import { type Block, blockText, type RemovalLogEntry } from '../../../../contract/index.ts';
import { markFurniture } from '../../../../reading/document/furniture.ts';
import { readHead } from '../../../../reading/document/head.ts';
import { guessLanguage } from '../../../../reading/document/language.ts';
import type { CapturedDocument, CapturedImage } from '../../../format.ts';
import { instantOf } from '../../../shared/mime/dates.ts';
import { textOfPart } from '../../../shared/mime/text-part.ts';
import { textToBlocks } from '../../documents/text/blocks.ts';
import { findHeadings } from '../../documents/text/headings.ts';
import { normaliseText } from '../../documents/text/lines.ts';
import { readFragment } from '../../web/html/read-fragment.ts';
import { attachmentLog, unreadAttachments } from './attachments.ts';
import { readCorrespondence } from './correspondence.ts';
import { isMarkup, type Letter, plainTextOf } from './letter.ts';
import { letterMetadata, readLetterHead, receivedOn, titleOfSubject } from './metadata.ts';
import { markSurroundings, sameWords } from './surroundings.ts';

interface ReadBodies {
  readonly blocks: readonly Block[];
  readonly images: readonly CapturedImage[];
  readonly removals: readonly RemovalLogEntry[];
  readonly truncated: boolean;
}

async function readBodies({ bodies, related }: Letter, signal: AbortSignal): Promise<ReadBodies> {
  const blocks: Block[] = [];
  const images = new Map<string, CapturedImage>();
  const removals: RemovalLogEntry[] = [];
  let truncated = false;
  for (const body of bodies) {
    signal.throwIfAborted();
    if (!isMarkup(body)) {
      blocks.push(...blocksOfText(plainTextOf(body)));
      continue;
    }
    const fragment = await readFragment({
      markup: textOfPart(body),
      address: null,
      resource: related.finder(null),
      signal,
    });
    for (const entry of fragment.removals) removals.push(movedBy(entry, blocks.length));
    blocks.push(...fragment.blocks);
    for (const image of fragment.images) images.set(image.sha256, image);
    truncated ||= fragment.truncated;
  }
  return { blocks, images: [...images.values()], removals, truncated };
}

function blocksOfText(text: string): Block[] {
  // The line above a signature stands for itself.
  const lines = normaliseText(text).replace(/^--[ \t]*$/gmu, '\n--\n');
  return findHeadings(textToBlocks(lines));
}

/** The log of blocks of which some were taken out since: each entry stands before the block it stood before. */
function placedIn(
  removals: readonly RemovalLogEntry[],
  before: readonly Block[],
  after: readonly Block[],
): RemovalLogEntry[] {
  const places: number[] = [];
  let at = 0;
  for (const block of before) {
    places.push(at);
    if (at < after.length && blockText(after[at] ?? block) === blockText(block)) at += 1;
  }
  return removals.map((entry) =>
    entry.place === undefined
      ? entry
      : { ...entry, place: { ...entry.place, before: places[entry.place.before] ?? after.length } },
  );
}

/** An entry of one body in the log of all: it stands so many blocks later. */
function movedBy(entry: RemovalLogEntry, blocks: number): RemovalLogEntry {
  return entry.place === undefined
    ? entry
    : { ...entry, place: { ...entry.place, before: entry.place.before + blocks } };
}

export interface LetterInput {
  readonly letter: Letter;
  /** Which letter of the file; empty for the file's own. */
  readonly part: string;
  /** Why messages that were sent along could not be read. */
  readonly unread: readonly string[];
  readonly fallbackTitle: string;
  readonly signal: AbortSignal;
}

/**
 * Reads a letter whole: nothing in it is looked for as a page's article is, because all of it was sent to
 * be read. What surrounds its words becomes furniture.
 */
export async function readLetter(input: LetterInput): Promise<CapturedDocument> {
  const { letter, part, unread, fallbackTitle, signal } = input;
  const { fields } = letter;
  const head = readLetterHead(fields);
  const { blocks: written, images, removals, truncated } = await readBodies(letter, signal);
  const { blocks: own, forwarded } = readCorrespondence(written, head.isForward);
  const text = own.map(blockText).join('\n');
  const language = head.language ?? guessLanguage(text);
  const title = titleOfSubject(head.subject);
  const inText = readHead(markFurniture(own), { title: title === '' ? null : title }, language);
  const preview = previewOf(removals, title);
  const names = [head.sender.person, head.sender.organization].filter((name) => name !== null);
  const { blocks: below, subheading } = takeSubheading(inText.blocks, preview);
  const blocks = markSurroundings(below, names);
  const lead = blocks.find((block) => block.kind === 'figure' && block.role === 'body' && block.image !== null);
  const attachments = letter.attachments.filter((entity) => !letter.related.shown.has(entity));
  const metadata = letterMetadata({
    fields,
    head,
    forwarded,
    inText: { ...inText, subheading: inText.subheading ?? subheading },
    blocks,
    language: language === null ? null : { tag: language, from: head.language === null ? 'words' : 'mail-head' },
    preview,
    leadImage: lead?.kind === 'figure' ? lead.image : null,
    fallbackTitle,
  });
  return {
    part,
    metadata,
    blocks,
    images,
    removals: [...placedIn(removals, written, blocks), ...attachmentLog(attachments)],
    captured: instantOf(receivedOn(fields)),
    partial: reasons(letter, truncated, [unreadAttachments(attachments), ...unread]),
  };
}

function reasons(letter: Letter, truncated: boolean, more: readonly (string | null)[]): string | null {
  const all = [
    letter.unclosed
      ? 'The message ends before its last part does: it may have been cut off. Save it again from your mail program.'
      : null,
    truncated || letter.truncated
      ? 'The message has more parts than are read; its end is missing. Save its attachments as files of their own, and add those.'
      : null,
    ...new Set(more),
  ].filter((reason) => reason !== null);
  return all.length === 0 ? null : all.join(' ');
}

/** What a letter hides at its beginning is the line that mail programs show beside the subject. */
function previewOf(removals: readonly RemovalLogEntry[], title: string): string | null {
  const hidden = removals.find(({ step, place }) => step === 'hidden' && (place?.before ?? 1) === 0)?.text ?? '';
  const text = hidden.replace(/(?:\p{Cf}|\u{34f}|\s)+/gu, ' ').trim();
  return text.length >= 10 && text.length <= 300 && !sameWords(text, title) ? text : null;
}

/** A post's second line is sent as its preview, too: the line that repeats it is the subheading. */
function takeSubheading(
  blocks: readonly Block[],
  preview: string | null,
): { readonly blocks: readonly Block[]; readonly subheading: string | null } {
  const index = blocks.findIndex(({ role }) => role === 'body');
  const first = blocks[index];
  if (preview === null || (first?.kind !== 'heading' && first?.kind !== 'paragraph'))
    return { blocks, subheading: null };
  if (!sameWords(first.content.text, preview)) return { blocks, subheading: null };
  return { blocks: blocks.toSpliced(index, 1), subheading: first.content.text };
}
