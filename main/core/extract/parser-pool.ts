import { availableParallelism } from 'node:os';
import { type MemberDescription, type OriginalPassage, VerbatimError } from '../../contract/index.ts';
import type { PagePicture } from '../../formats/format.ts';
import { parserLimits, type ThreadLimits, threadUrl } from '../threads/thread.ts';
import { ThreadPool } from '../threads/thread-pool.ts';
import type { PassageSought } from '../verbatim-check/passage-of-original.ts';
import type {
  ComparedCopy,
  CopiesOfOriginal,
  DocumentInRows,
  ParseResult,
  ParserCompanion,
  ParserMessage,
  ParserReply,
  ParserRequest,
} from './parse-messages.ts';

type FindCompanion = (address: string) => Promise<Uint8Array | null>;
/** Where a document's companions are: in a folder beside it, or with whoever answers for the container it is in. */
export type Companions = { readonly folder: string } | FindCompanion | null;

/** Nobody looks longer at an empty frame. */
const drawingSeconds = 25;

export interface ParseItem {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly modified: string | null;
  readonly companions: Companions;
  /** The reader's name where it is known: an original is read again by the reader that its capture names. */
  readonly format?: string;
  /** What its container says of it. */
  readonly told?: MemberDescription | null;
}

type WithoutId<Request> = Request extends unknown ? Omit<Request, 'id'> : never;

/**
 * The threads that parse untrusted bytes: as many as there are cores. A file that breaks its limits fails alone.
 */
export class ParserPool {
  readonly #threads: ThreadPool<ParserMessage>;
  readonly #limits: ThreadLimits;

  constructor(size: number = availableParallelism(), limits: ThreadLimits = parserLimits) {
    this.#threads = new ThreadPool(threadUrl('parser-thread', import.meta.url), size, limits);
    this.#limits = limits;
  }

  /** How many items it can work on at once; feeding more only fills memory. */
  get size(): number {
    return this.#threads.size;
  }

  /** Reads a file's documents. Takes ownership of `bytes`. A file that breaks its limits is refused with the reason. */
  async parse(item: ParseItem, signal: AbortSignal): Promise<ParseResult> {
    const reply = await this.#askToRead('parse', item, signal);
    if (reply.type === 'parsed') return reply.result;
    throw otherAnswer();
  }

  /** The same, ready for the writer. */
  async prepare(item: ParseItem, signal: AbortSignal): Promise<ParseResult<DocumentInRows>> {
    const reply = await this.#askToRead('prepare', item, signal);
    if (reply.type === 'prepared') return reply.result;
    throw otherAnswer();
  }

  #askToRead(type: 'parse' | 'prepare', item: ParseItem, signal: AbortSignal): Promise<ParserReply> {
    const { bytes, name, modified, companions, format = null, told = null } = item;
    const isAsked = typeof companions === 'function';
    const request = {
      type,
      bytes,
      name,
      modified,
      companions: isAsked ? ('asked' as const) : companions,
      format,
      told,
    };
    return this.#ask(request, bytes, signal, isAsked ? companions : null);
  }

  /** Compares reading copies with their original. Takes ownership of `bytes`. Answers in the copies' order. */
  async compare(bytes: Uint8Array, copies: CopiesOfOriginal, signal: AbortSignal): Promise<readonly ComparedCopy[]> {
    const reply = await this.#ask({ type: 'compare', bytes, ...copies }, bytes, signal, null);
    if (reply.type === 'compared') return reply.compared;
    throw otherAnswer();
  }

  /** A passage in the words of an original. Takes ownership of `bytes`. Null where it isn't found there. */
  async passage(bytes: Uint8Array, sought: PassageSought, signal: AbortSignal): Promise<OriginalPassage | null> {
    const reply = await this.#ask({ type: 'passage', bytes, ...sought }, bytes, signal, null);
    if (reply.type === 'passage') return reply.passage;
    throw otherAnswer();
  }

  /** How many pages an original has. Throws `unsupported` where its format has none. */
  async pages(format: string, bytes: Uint8Array, signal: AbortSignal): Promise<number> {
    const reply = await this.#ask({ type: 'pages', format, bytes }, bytes, signal, null);
    if (reply.type === 'pages') return reply.count;
    throw otherAnswer();
  }

  /** A picture of one page of an original. A page that takes longer than a person waits is given up. */
  async page(format: string, bytes: Uint8Array, page: number, signal: AbortSignal): Promise<PagePicture> {
    const reply = await this.#ask({ type: 'page', format, bytes, page }, bytes, signal, null);
    if (reply.type === 'page') return reply.picture;
    throw otherAnswer();
  }

  close(): Promise<void> {
    return this.#threads.close();
  }

  #ask(
    request: WithoutId<ParserRequest>,
    bytes: Uint8Array,
    signal: AbortSignal,
    find: FindCompanion | null,
  ): Promise<ParserReply> {
    const seconds = (request.type === 'page' ? drawingSeconds : this.#limits.seconds) + bytes.byteLength / 1_000_000;
    const bring = async (key: number, address: string): Promise<ParserCompanion> => {
      // What its container can't give is a picture that isn't shown; the document itself is whole.
      const found = (await find?.(address).catch(() => null)) ?? null;
      return { type: 'companion', key, bytes: found };
    };
    const { buffer } = bytes;
    const whole = buffer instanceof ArrayBuffer && bytes.byteLength === buffer.byteLength;
    return this.#threads.ask({
      request,
      transfer: whole ? [buffer] : [],
      bytes: bytes.byteLength,
      seconds,
      signal,
      tooLong: `Reading it took more than ${Math.round(seconds)} seconds and was stopped. The file itself may be damaged or made to be slow.`,
      read(message, say) {
        if (message.type !== 'companion') return { answer: message };
        void bring(message.key, message.address).then(say);
        return null;
      },
    });
  }
}

function otherAnswer(): VerbatimError {
  return new VerbatimError('internal', 'A parser answered another question than it was asked.');
}
