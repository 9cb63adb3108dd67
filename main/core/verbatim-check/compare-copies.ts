import {
  type Block,
  canonicalText,
  leftOutBlocks,
  type RemovalLogEntry,
  storable,
  VerbatimError,
} from '../../contract/index.ts';
import type { FormatReader } from '../../formats/format.ts';
import { readerByName, sniffFormat } from '../../formats/registry.ts';
import { languageTag } from '../../reading/document/language.ts';
import { type CopyComparison, compareCopy, type PresentReading } from '../../reading/verbatim-check/compare-copy.ts';
import { readMarkedWords } from '../../reading/verbatim-check/marked-words.ts';
import { parseFile } from '../extract/parse-file.ts';
import type {
  ComparedCopy,
  CopiesOfOriginal,
  CopyBesideOriginal,
  ParsedDocument,
  ReadingCopyToCompare,
} from '../extract/parse-messages.ts';
import { captionsOf, countWords } from '../extract/reading-copy.ts';
import { sha256Of } from '../originals/hash.ts';

/** Formats that only a container can tell: its members are read as what it says that they are. */
const toldByContainers: ReadonlySet<string> = new Set(['kept-page', 'joplin']);

/**
 * Compares reading copies with the bytes of their original. What is shown, hidden and said of the article is
 * found in the bytes, by our own readers; nothing is believed that the copies or their records say of it. Copies
 * and bytes are held against their own hashes first. Runs in a parser thread. Throws `unsupported` where this
 * version has no reader for the format.
 */
export async function compareCopies(bytes: Uint8Array, of: CopiesOfOriginal): Promise<ComparedCopy[]> {
  const broken = of.copies.map(wrongInItself);
  const compared =
    sha256Of(bytes) === of.original
      ? await compareWithOriginal(bytes, of)
      : of.copies.map((): CopyBesideOriginal => ({ outcome: 'original-changed', ...nothingFound }));
  return of.copies.map(({ document, metadata, text }, index): ComparedCopy => {
    const reason = broken[index] ?? null;
    const beside = reason === null ? compared[index] : undefined;
    const own = { captions: captionsOf(document.blocks), words: countWords(text, languageTag(metadata.language)) };
    return { ...(beside ?? { ...nothingFound, outcome: 'broken', reason: reason ?? 'nothing was compared' }), ...own };
  });
}

/** Why a copy is not what it says of itself, or null. */
function wrongInItself({ text, sha256, document }: ReadingCopyToCompare): string | null {
  if (sha256Of(text) !== sha256) return 'the reading copy does not have its hash';
  return canonicalText(document).text === text ? null : 'the blocks of the reading copy do not give its text';
}

async function compareWithOriginal(bytes: Uint8Array, of: CopiesOfOriginal): Promise<CopyBesideOriginal[]> {
  const reader = readerByName(of.format);
  if (reader === null)
    throw new VerbatimError('unsupported', `This version of Verbatim has no reader for “${of.format}”.`);
  const other = otherFormat(reader, bytes, of.name);
  if (other !== null) {
    const reason = `is no ${of.format}, as its record says, but ${other}`;
    return of.copies.map(() => ({ outcome: 'differs', reason, ...nothingFound }));
  }
  // A reader may keep the memory that it is given.
  const present = await presentDocuments(bytes.slice(), of);
  const words = readMarkedWords(storable(await reader.words(bytes)));
  return of.copies.map(({ part, document }): CopyBesideOriginal => {
    const named = present.find((one) => one.part === part) ?? null;
    // A part that isn't there is a claim; the very same words under another name tell which document it is.
    const isThisOne = (one: ParsedDocument) => compareCopy(document, words, readingOf(one)).outcome === 'same';
    const parsed = named ?? present.find(isThisOne) ?? null;
    const compared: CopyComparison = compareCopy(document, words, parsed === null ? null : readingOf(parsed));
    if (parsed === null) return { ...compared, ...nothingFound };
    const { metadata, people } = parsed;
    return { ...compared, metadata, people, part: parsed.part, dated: datedByBytes(parsed) };
  });
}

const nothingFound = { metadata: null, people: null, part: null, dated: null } as const;

/** What a container says of its members is handed in with the copies and stands in no byte of the original. */
function datedByBytes({ captured, capturedBy }: ParsedDocument): ComparedCopy['dated'] {
  return captured === null || (capturedBy !== 'original' && capturedBy !== 'record') ? null : { captured, capturedBy };
}

/** Under another format's name comments, scripts and tags of a page would be words of it. */
function otherFormat(reader: FormatReader, bytes: Uint8Array, name: string): string | null {
  if (toldByContainers.has(reader.name)) return null;
  const sniffed = sniffFormat(bytes, name);
  return sniffed.kind === 'known' && sniffed.reader.name !== reader.name ? sniffed.reader.name : null;
}

/** What our readers find in an original now; nothing where they can't read it any more. */
export async function presentDocuments(
  bytes: Uint8Array,
  { format, name, told }: Pick<CopiesOfOriginal, 'format' | 'name' | 'told'>,
): Promise<readonly ParsedDocument[]> {
  const source = {
    bytes,
    name,
    modified: null,
    companion: async () => null,
    told,
    signal: new AbortController().signal,
  };
  try {
    const parsed = await parseFile(source, format);
    return parsed.kind === 'refused' ? [] : parsed.documents;
  } catch (error) {
    // An older version may have read what the present one can't; its words can still be compared.
    if (error instanceof VerbatimError) return [];
    throw error;
  }
}

function readingOf({ document, removals }: ParsedDocument): PresentReading {
  return { document, whole: { blocks: withLeftOut(document.blocks, removals) } };
}

/** All blocks with those that were left out at their places. */
export function withLeftOut(blocks: readonly Block[], removals: readonly RemovalLogEntry[]): Block[] {
  const whole: Block[] = [];
  let next = 0;
  for (const removal of removals) {
    const before = Math.min(removal.place?.before ?? 0, blocks.length);
    if (before > next) {
      whole.push(...blocks.slice(next, before));
      next = before;
    }
    whole.push(...leftOutBlocks(removal));
  }
  return [...whole, ...blocks.slice(next)];
}
