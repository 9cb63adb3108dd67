import { type RemovalLogEntry, storable } from '../../contract/index.ts';
import {
  type CapturedDocument,
  type FormatReader,
  type FormatSource,
  isMention,
  type MentionedArticle,
} from '../../formats/format.ts';
import { readerByName, type Sniffed, sniffFormat } from '../../formats/registry.ts';
import { strayNuls } from '../../reading/document/beginning.ts';
import { extractorOf } from './extractor.ts';
import { withDescription } from './member-description.ts';
import type { ParsedDocument, ParseResult } from './parse-messages.ts';
import { readingCopy } from './reading-copy.ts';

/**
 * From bytes to documents that are ready to be kept: the format's reader, then the canonical text,
 * then whose words stand where. `format` names the reader where it is known; without it the bytes tell.
 * Runs in a parser thread.
 */
export async function parseFile(source: FormatSource, format: string | null): Promise<ParseResult> {
  const sniffed = format === null ? sniffFormat(source.bytes, source.name) : readerNamed(format);
  if (sniffed.kind === 'unknown') return { kind: 'refused', reason: sniffed.reason };
  const documents: ParsedDocument[] = [];
  const mentions: MentionedArticle[] = [];
  for await (const found of sniffed.reader.read(source)) {
    if (isMention(found)) mentions.push(storable(found));
    else documents.push(prepare(storable(withDescription(wholeEntries(found), source.told ?? null)), sniffed.reader));
  }
  if (documents.length === 0 && mentions.length === 0)
    return { kind: 'refused', reason: 'It holds no article: nothing in it could be read as text.' };
  tellOfNuls(source.bytes, documents);
  return { kind: 'documents', format: sniffed.reader.name, mediaType: sniffed.reader.mediaType, documents, mentions };
}

/** What no reader sees is told where the file begins: with its first document. */
function tellOfNuls(bytes: Uint8Array, documents: ParsedDocument[]): void {
  const count = strayNuls(bytes);
  const first = documents[0];
  if (count === 0 || first === undefined) return;
  const entry: RemovalLogEntry = {
    step: 'decoding',
    reason: 'It is no character of any text; browsers leave it out too.',
    text: count === 1 ? 'A NUL character (U+0000)' : `${count} NUL characters (U+0000)`,
  };
  documents[0] = { ...first, removals: [...first.removals, entry] };
}

/** A log entry's words may be cut within a character: what is left of it says nothing. */
function wholeEntries(captured: CapturedDocument): CapturedDocument {
  return {
    ...captured,
    removals: captured.removals.map((entry) => ({ ...entry, text: entry.text.replace(/[\uD800-\uDBFF]$/, '') })),
  };
}

function readerNamed(format: string): Sniffed {
  const reader = readerByName(format);
  return reader === null
    ? { kind: 'unknown', reason: `This version of Verbatim has no reader for “${format}”.` }
    : { kind: 'known', reader };
}

function prepare(captured: CapturedDocument, reader: FormatReader): ParsedDocument {
  const copy = readingCopy(captured.blocks, captured.metadata);
  return {
    ...copy,
    part: captured.part,
    extractor: extractorOf(reader),
    metadata: captured.metadata,
    removals: captured.removals,
    images: captured.images,
    captured: captured.captured,
    capturedBy: captured.captured === null ? null : (captured.capturedBy ?? 'original'),
    partial:
      captured.partial ?? (copy.text === '' ? 'No text was found in it; only what is known about it was kept.' : null),
    remark: captured.remark ?? null,
    marks: captured.marks ?? null,
  };
}
