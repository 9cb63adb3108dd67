import { realpath } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { toErrorData, VerbatimError } from '../../contract/index.ts';
import type { FormatReader, PagePictures } from '../../formats/format.ts';
import { readerByName } from '../../formats/registry.ts';
import { readRegularFile } from '../../formats/shared/regular-file.ts';
import { giveWay } from '../threads/thread.ts';
import type { ThreadClose, ThreadFailed } from '../threads/thread-pool.ts';
import { compareCopies } from '../verbatim-check/compare-copies.ts';
import { passageOfOriginal } from '../verbatim-check/passage-of-original.ts';
import { parseFile } from './parse-file.ts';
import type { ParserCompanion, ParserMessage, ParserReply, ParserRequest } from './parse-messages.ts';
import { inRows } from './rows.ts';

/** One thread that parses other people's files. It has no database handle and asks the network nothing. */
const port = parentPort;
if (port === null) throw new Error('main/core/extract/parser-thread runs as a worker thread');
giveWay();

const largestCompanion = 32 * 1024 * 1024;

/** Reads a file beside the page, and nothing outside the folder that belongs to it. */
function inFolder(folder: string): (relativePath: string) => Promise<Uint8Array | null> {
  return async (relativePath) => {
    if (isAbsolute(relativePath)) return null;
    try {
      const root = await realpath(folder);
      const path = await realpath(join(root, '..', relativePath));
      if (!path.startsWith(root + sep)) return null;
      return await readRegularFile(path, largestCompanion);
    } catch {
      // A picture that the browser did not save: the document keeps its address.
      return null;
    }
  };
}

const asked = new Map<number, (bytes: Uint8Array | null) => void>();
let lastKey = 0;

/** Asks whoever gave the document for what came with it. */
function fromOutside(id: number): (address: string) => Promise<Uint8Array | null> {
  return (address) =>
    new Promise((resolve) => {
      lastKey += 1;
      asked.set(lastKey, resolve);
      port?.postMessage({ type: 'companion', id, key: lastKey, address } satisfies ParserMessage);
    });
}

function companionsOf({ id, companions }: Extract<ParserRequest, { type: 'parse' | 'prepare' }>) {
  if (companions === null) return async () => null;
  return companions === 'asked' ? fromOutside(id) : inFolder(companions.folder);
}

function readerFor(format: string): FormatReader {
  const reader = readerByName(format);
  if (reader === null)
    throw new VerbatimError('unsupported', `This version of Verbatim has no reader for "${format}".`);
  return reader;
}

function picturesOf(format: string): PagePictures {
  const { pages } = readerFor(format);
  if (pages === undefined) throw new VerbatimError('unsupported', 'The original of this article has no pages.');
  return pages;
}

async function answer(request: ParserRequest): Promise<ParserReply> {
  switch (request.type) {
    case 'parse':
    case 'prepare': {
      const source = {
        bytes: request.bytes,
        name: request.name,
        modified: request.modified,
        companion: companionsOf(request),
        told: request.told,
        signal: new AbortController().signal,
      };
      const result = await parseFile(source, request.format);
      const { id } = request;
      if (request.type === 'parse') return { type: 'parsed', id, result };
      if (result.kind === 'refused') return { type: 'prepared', id, result };
      return { type: 'prepared', id, result: { ...result, documents: result.documents.map(inRows) } };
    }
    case 'compare':
      return { type: 'compared', id: request.id, compared: await compareCopies(request.bytes, request) };
    case 'passage':
      return { type: 'passage', id: request.id, passage: await passageOfOriginal(request.bytes, request) };
    case 'pages':
      return { type: 'pages', id: request.id, count: await picturesOf(request.format).count(request.bytes) };
    case 'page': {
      const picture = await picturesOf(request.format).draw(request.bytes, request.page);
      return { type: 'page', id: request.id, picture };
    }
  }
}

port.on('message', (request: ParserRequest | ParserCompanion | ThreadClose) => {
  if (request.type === 'close') {
    port.close();
    return;
  }
  if (request.type === 'companion') {
    asked.get(request.key)?.(request.bytes);
    asked.delete(request.key);
    return;
  }
  answer(request)
    .catch((error: unknown): ThreadFailed => ({ type: 'failed', id: request.id, error: toErrorData(error) }))
    .then((reply) => port.postMessage(reply, handedOver(reply)));
});

/** Packed documents and the memory of images' own are handed over; small buffers share Node's pool, which cannot be. */
function handedOver(reply: ParserReply | ThreadFailed): ArrayBuffer[] {
  if ((reply.type !== 'parsed' && reply.type !== 'prepared') || reply.result.kind === 'refused') return [];
  const buffers = new Set<ArrayBuffer>();
  if (reply.type === 'prepared') for (const { packed } of reply.result.documents) buffers.add(packed.bytes.buffer);
  for (const { images } of reply.result.documents)
    for (const { bytes } of images)
      if (bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength)
        buffers.add(bytes.buffer);
  return [...buffers];
}
