import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { blockText, canonicalText, spokenWords } from '../../../main/contract/index.ts';
import { type CapturedDocument, type FormatReader, type FoundInFile, isMention } from '../../../main/formats/format.ts';
import { suggestStatements } from '../../../main/reading/statements/suggest.ts';
import { readMarkedWords } from '../../../main/reading/verbatim-check/marked-words.ts';
import { shownRuns } from '../../../main/reading/verbatim-check/reading.ts';
import { standsIn } from '../../../main/reading/verbatim-check/stands-in.ts';

/** Reads a file as an import does; `beside` are the files next to it. */
export async function readAll(
  reader: FormatReader,
  bytes: Uint8Array,
  name: string,
  beside: Readonly<Record<string, Uint8Array>> = {},
): Promise<FoundInFile[]> {
  const source = {
    bytes,
    name,
    modified: null,
    companion: async (path: string) => beside[path] ?? null,
    signal: new AbortController().signal,
  };
  const found: FoundInFile[] = [];
  for await (const one of reader.read(source)) found.push(one);
  return found;
}

/** Reads a file that holds one document and nothing else. */
export async function readBytes(
  reader: FormatReader,
  bytes: Uint8Array,
  name: string,
  beside: Readonly<Record<string, Uint8Array>> = {},
): Promise<CapturedDocument> {
  const found = await readAll(reader, bytes, name, beside);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} documents instead of one`);
  if (isMention(only)) throw new Error(`a mention instead of a document: ${only.reason}`);
  return only;
}

export function fixture(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url)));
}

/** What a golden file pins of a document: its metadata's values, each block in a line, its statements. */
export async function summary(reader: FormatReader, path: string, beside?: Readonly<Record<string, Uint8Array>>) {
  return summaryOf(await readBytes(reader, fixture(path), basename(path), beside));
}

function summaryOf(document: CapturedDocument) {
  const { sources: _, ...metadata } = document.metadata;
  const { text } = canonicalText(document);
  return {
    metadata,
    partial: document.partial,
    blocks: document.blocks.map((block) => `${block.kind} ${block.role} ${block.purpose ?? '-'}: ${blockText(block)}`),
    // What it prints whole; what it quotes and reports is the business of the statements' own tests.
    statements: suggestStatements(document, document.metadata)
      .statements.filter(({ kind }) => kind === 'block')
      .map(({ kind, spans, speakers, said, confidence, cue }) => ({
        kind,
        speaker: speakers[0] ?? null,
        said,
        confidence,
        cue,
        text: spokenWords(text, spans),
      })),
  };
}

/** The same of a file that holds many: each document with its part and what the report says of it, each mention whole. */
export async function summaryOfAll(reader: FormatReader, path: string) {
  return summaryOfBytes(reader, fixture(path), basename(path));
}

/** The same of bytes that are no file of their own. */
export async function summaryOfBytes(reader: FormatReader, bytes: Uint8Array, name: string) {
  const found = await readAll(reader, bytes, name);
  return found.map((one) =>
    isMention(one)
      ? one
      : {
          part: one.part,
          remark: one.remark ?? null,
          removals: one.removals,
          pictures: one.blocks.flatMap((block) =>
            block.kind === 'figure' ? [`${block.source} / ${block.caption?.text ?? ''}`] : [],
          ),
          ...summaryOf(one),
        },
  );
}

/** Blocks whose words the reader's own `words` don't hold: what the verbatim check would stop. */
export async function unverifiable(reader: FormatReader, path: string): Promise<string[]> {
  return unverifiableIn(reader, fixture(path), basename(path));
}

/** The same for bytes that may hold many documents, furniture included, as the check itself has it. */
export async function unverifiableIn(reader: FormatReader, bytes: Uint8Array, name: string): Promise<string[]> {
  const words = readMarkedWords(await reader.words(bytes));
  const found = await readAll(reader, bytes, name);
  return found.flatMap((one) => {
    if (isMention(one)) return [];
    // What was left out can be put back, and is checked then.
    const blocks = [...one.blocks, ...one.removals.flatMap(({ place }) => place?.blocks ?? [])];
    return shownRuns({ blocks })
      .filter(({ isBeside, squeezed }) => !isBeside && standsIn(words, squeezed, 0) === null)
      .map(({ text }) => text);
  });
}
