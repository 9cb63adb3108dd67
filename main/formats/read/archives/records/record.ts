import { parseParameterized } from '../../../shared/mime/parameters.ts';
import { arcGrammar } from '../arc/grammar.ts';
import { warcGrammar } from '../warc/grammar.ts';
import { dechunk } from './chunked.ts';
import { decodeContent } from './content-encoding.ts';
import { hasDigest } from './digests.ts';
import { type HttpResponse, parseResponse } from './http-message.ts';
import { type Grammar, instantOfDate, type RecordHead } from './record-head.ts';

/** What comes out of a record when its body is unpacked; no page and no picture is larger. */
export const largestPayload = 64 * 1024 * 1024;

/** One capture: a record by itself, or a revisit with the record it refers to. */
export interface Capture {
  /** Of the capture: address, date, id. A revisit's own, where there is one. */
  readonly head: RecordHead;
  /** The record that has the body; the same unless the capture is a revisit. */
  readonly bodyHead: RecordHead;
  readonly block: Uint8Array;
  /** What the server answered; null for a resource. */
  readonly http: HttpResponse | null;
  readonly captured: string | null;
  /** Lower case, without parameters; empty where nobody says. */
  readonly mediaType: string;
  readonly charset: string | null;
  /** How many bytes are there too few, by the record's head or the file's end. */
  readonly missing: number;
  readonly surplus: number;
}

export function grammarOf(bytes: Uint8Array): Grammar | null {
  return [warcGrammar, arcGrammar].find((grammar) => typeof grammar.parse(bytes) === 'object') ?? null;
}

/** Opens the bytes of one capture; null where they are none. */
export function openCapture(bytes: Uint8Array): Capture | null {
  const grammar = grammarOf(bytes);
  const head = grammar?.parse(bytes);
  if (grammar === null || head === undefined || typeof head === 'string') return null;
  if (head.type === 'revisit') {
    // The record it refers to stands behind it.
    const own = partOf(bytes, head, grammar, head.blockLength ?? 0);
    const next = grammar.find(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      head.length + own.block.length,
    );
    if (next < 0) return null;
    const referred = bytes.subarray(next);
    const bodyHead = grammar.parse(referred);
    if (typeof bodyHead === 'string' || bodyHead.type === 'revisit') return null;
    return captureOf(head, bodyHead, partOf(referred, bodyHead, grammar, null));
  }
  return captureOf(head, head, partOf(bytes, head, grammar, null));
}

interface Part {
  readonly block: Uint8Array;
  readonly missing: number;
  readonly surplus: number;
}

/** The block of a record. What stands behind the announced length is the record's too, but for its line ends. */
function partOf(bytes: Uint8Array, head: RecordHead, grammar: Grammar, atMost: number | null): Part {
  const rest = bytes.subarray(head.length);
  const announced = atMost ?? head.blockLength;
  if (announced === null) return { block: withoutTrailer(rest, grammar.trailer), missing: 0, surplus: 0 };
  if (announced >= rest.length) return { block: rest, missing: announced - rest.length, surplus: 0 };
  const behind = withoutTrailer(rest.subarray(announced), grammar.trailer);
  if (atMost !== null || behind.length === 0) return { block: rest.subarray(0, announced), missing: 0, surplus: 0 };
  return { block: rest.subarray(0, announced + behind.length), missing: 0, surplus: behind.length };
}

function withoutTrailer(bytes: Uint8Array, most: number): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes.length - end < most && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  return bytes.subarray(0, end);
}

function captureOf(head: RecordHead, bodyHead: RecordHead, { block, missing, surplus }: Part): Capture {
  const http = /^application\/http\b/iu.test(bodyHead.contentType ?? '') ? parseResponse(block) : null;
  const written = http === null ? bodyHead.contentType : http.fields.get('content-type');
  const { value, parameters } = parseParameterized(written ?? '');
  const charset = parameters.get('charset') ?? null;
  const captured = instantOfDate(head.date);
  return { head, bodyHead, block, http, captured, mediaType: value, charset, missing, surplus };
}

export type Payload =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly troubles: readonly string[] }
  /** No bytes that could be read: why. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The bytes that were asked for: a capture's body without its transfer and content codings. */
export async function payloadOf(capture: Capture): Promise<Payload> {
  const { http, block, bodyHead, missing, surplus } = capture;
  const troubles: string[] = [];
  const truncated = bodyHead.fields.get('warc-truncated');
  const tell = (trouble: string | null): void => {
    if (trouble !== null) troubles.push(trouble);
  };
  if (missing > 0)
    tell(
      `The record is cut off: ${missing} of the ${bodyHead.blockLength} bytes that it announces are not in the archive.`,
    );
  else if (surplus > 0)
    tell(`The record announces ${bodyHead.blockLength} bytes and holds ${block.length}; all of them were read.`);
  else if (truncated !== null) tell(`Whoever captured it cut it off (${shortly(truncated)}).`);
  if (bodyHead.fields.has('warc-segment-number'))
    tell('The record is one of several that hold the page in pieces; the other pieces were not read.');
  const raw = http === null ? block : block.subarray(http.bodyStart);
  const transfer = http === null ? raw : undoTransfer(raw, http, missing > 0, tell);
  if (troubles.length === 0) tell(digestTrouble(capture, raw, transfer));
  const coding = http?.fields.get('content-encoding') ?? null;
  const decoded = await decodeContent(transfer, coding, largestPayload);
  switch (decoded.kind) {
    case 'too-large':
      return {
        kind: 'unreadable',
        reason: `Unpacked it has more than ${largestPayload / 1_048_576} MB, more than any page. It may be made to fill this machine's memory and was not read.`,
      };
    case 'unknown':
      return {
        kind: 'unreadable',
        reason: `Its body is packed in a way that isn't read here (${shortly(decoded.coding)}). Open the archive with the program that made it and save the page from there.`,
      };
    case 'bytes':
      if (!decoded.whole && troubles.length === 0)
        tell(`Its packed body (${shortly(coding ?? '')}) is damaged or breaks off: what came before was read.`);
      return { kind: 'bytes', bytes: decoded.bytes, troubles };
  }
}

function undoTransfer(
  raw: Uint8Array,
  http: HttpResponse,
  isCut: boolean,
  tell: (trouble: string) => void,
): Uint8Array {
  if (/\bchunked\b/iu.test(http.fields.get('transfer-encoding') ?? '')) {
    const { bytes, wasChunked, whole } = dechunk(raw);
    if (!whole && !isCut) tell('Its chunks break off or are not as long as they say: what came before was read.');
    if (wasChunked) return bytes;
  }
  const length = /^\d{1,15}$/u.exec(http.fields.get('content-length')?.trim() ?? '');
  const announced = length === null ? 0 : Number(length[0]);
  if (announced > raw.length && !isCut)
    tell(`The server announced ${announced} bytes and ${raw.length} came: its end may be missing.`);
  return raw;
}

/** What the record's own digests say of its bytes; null where they agree or say nothing. */
function digestTrouble({ head, bodyHead, block, http }: Capture, raw: Uint8Array, transfer: Uint8Array): string | null {
  const ofBlock = bodyHead.fields.get('warc-block-digest');
  if (ofBlock !== null && hasDigest(block, ofBlock) === false) return differs('record', ofBlock);
  // By the standard the payload has no chunks; crawlers have computed it with them (ISO 28500:2017, 5.9).
  const agrees = (digest: string): boolean =>
    hasDigest(raw, digest) !== false || (transfer !== raw && hasDigest(transfer, digest) !== false);
  for (const digest of [bodyHead, head].map(({ fields }) => fields.get('warc-payload-digest')))
    if (digest !== null && !agrees(digest)) return differs(http === null ? 'record' : 'page', digest);
  return null;
}

function differs(what: string, digest: string): string {
  return `The bytes of the ${what} do not have the digest that the archive gives them (${shortly(digest)}): they were changed or damaged after they were captured, or the archive's writer made a mistake.`;
}

function shortly(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, 100);
}
