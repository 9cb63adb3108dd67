import type { Block, BlockKind, ReadingDocument } from '../../main/contract/document.ts';
import { damagedWords, VerbatimError } from '../../main/contract/errors.ts';

/**
 * Reads a document from a revision's words as they are stored (`documentPath`), piece by piece while they come: a book is
 * megabytes of JSON, which take as long to be decoded at once as to come, and nobody is answered meanwhile. Throws
 * `library-damaged` where they aren't whole: the sum at their end is waited for, so that no letter is another one; and
 * `connection-lost`.
 */
export async function readStoredDocument(words: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadingDocument> {
  try {
    return await readBlocks(words);
  } catch (error) {
    throw error instanceof TypeError || error instanceof SyntaxError ? damagedWords(error) : error;
  }
}

async function readBlocks(words: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadingDocument> {
  const pieces = new DocumentPieces();
  const decoder = new TextDecoder();
  const unpacked = unpack(words).getReader();
  let isDocument = true;
  for (let next = await unpacked.read(); !next.done; next = await unpacked.read()) {
    // After the document comes its text, which follows from it.
    if (!isDocument) continue;
    const end = next.value.indexOf(0);
    isDocument = end < 0;
    pieces.add(decoder.decode(isDocument ? next.value : next.value.subarray(0, end), { stream: isDocument }));
  }
  if (isDocument) throw damagedWords();
  return pieces.document();
}

/** As `pipeThrough`, but a connection that breaks off is told from words that are damaged: both are a `TypeError`. */
function unpack(words: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('deflate');
  const coming = words.getReader();
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    for (;;) {
      const next = await coming.read().catch((error: unknown) => {
        throw new VerbatimError('connection-lost', 'Verbatim does not answer.', {}, { cause: error });
      });
      if (next.done) return writer.close();
      await writer.write(next.value);
    }
  };
  // Whoever reads what is unpacked is told of it there.
  feed().catch((error: unknown) => writer.abort(error).catch(() => undefined));
  return readable;
}

/** What begins a document's JSON, and each block of it but the first. A quotation mark in words is escaped. */
const opening = '{"blocks":[';
const beginning = ',{"kind":"';

/** Marks in blocks begin in the same way, with other kinds. */
const blockKinds: Readonly<Record<BlockKind, true>> = {
  heading: true,
  paragraph: true,
  quotation: true,
  list: true,
  figure: true,
  table: true,
  preformatted: true,
  rule: true,
};

/** So many units are gathered before they are parsed: a few milliseconds. */
const enough = 200_000;

/** So many units hold a block's beginning with the name of its kind. */
const beginningUnits = beginning.length + 'preformatted"'.length;

/** A document's JSON in pieces, each parsed as soon as it holds whole blocks. */
class DocumentPieces {
  readonly #blocks: Block[] = [];
  /** What no block begins in, behind its first letter: a paragraph of megabytes comes in many pieces, each looked through once. */
  #begun: string[] = [];
  #rest = '';
  /** Whether the JSON begins as the library writes it; another one is parsed whole. */
  #isOurs: boolean | null = null;

  add(json: string): void {
    this.#rest += json;
    if (this.#rest.length < enough) return;
    this.#isOurs ??= this.#open();
    const end = this.#isOurs ? lastBeginning(this.#rest) : -1;
    if (end >= 0) {
      this.#keep(this.#taken(end, ']}'));
      this.#rest = this.#rest.slice(end + 1);
    } else {
      const looked = this.#rest.length - beginningUnits;
      this.#begun.push(this.#rest.slice(0, looked));
      this.#rest = this.#rest.slice(looked);
    }
  }

  document(): ReadingDocument {
    const json = this.#taken(this.#rest.length, '');
    if (this.#isOurs !== true) return JSON.parse(json) as ReadingDocument;
    this.#keep(json);
    return { blocks: this.#blocks };
  }

  #open(): boolean {
    if (!this.#rest.startsWith(opening)) return false;
    this.#rest = this.#rest.slice(opening.length);
    return true;
  }

  /** What has come and isn't parsed yet, up to a place in what came last: as a document's JSON where it is ours. */
  #taken(end: number, closing: string): string {
    const json = [this.#isOurs === true ? opening : '', ...this.#begun, this.#rest.slice(0, end), closing].join('');
    this.#begun = [];
    return json;
  }

  #keep(json: string): void {
    for (const block of (JSON.parse(json) as ReadingDocument).blocks) this.#blocks.push(block);
  }
}

/** Where the last block begins that JSON has the beginning of, at the comma before it; -1 where there is none. */
function lastBeginning(json: string): number {
  for (let at = json.lastIndexOf(beginning); at >= 0; at = at === 0 ? -1 : json.lastIndexOf(beginning, at - 1)) {
    const kind = json.slice(at + beginning.length, json.indexOf('"', at + beginning.length));
    if (Object.hasOwn(blockKinds, kind)) return at;
  }
  return -1;
}
