import { decodeText } from '../../core/document/decode.ts';
import type { CapturedDocument, FormatReader, FormatSource } from '../format.ts';
import { declaredCharset } from '../html/charset.ts';
import { wordsOfMarkup } from '../html/index.ts';
import { readPage } from '../html/read-page.ts';
import { hasDigest } from './digest.ts';
import { decodeBody, readHttp } from './http.ts';
import { type ArchiveRecordHead, readRecordHead } from './record.ts';

/**
 * Reads one article's record of a web archive. Its bytes are a web archive themselves: a WARC record as it
 * stood in its archive (one that was visited again: with the record it refers to after it), or an ARC record.
 */
export const warcReader: FormatReader = {
  name: 'warc',
  version: '1',
  mediaType: 'application/warc',
  sniff(head) {
    const record = readRecordHead(head);
    return record === null ? 0 : 0.9;
  },
  async *read(source) {
    yield await readRecord(source);
  },
  words(bytes) {
    const { markup } = openRecord(bytes);
    return wordsOfMarkup(markup ?? '');
  },
};

interface OpenRecord {
  readonly head: ArchiveRecordHead | null;
  /** The page, decoded; null where the record holds none. */
  readonly markup: string | null;
  readonly problems: readonly string[];
}

/** The record, its payload, and whatever is wrong with them. The last record holds the payload of a page that was visited again. */
function openRecord(bytes: Uint8Array): OpenRecord {
  const head = readRecordHead(bytes);
  if (head === null) return { head, markup: null, problems: ['It is no whole record of a web archive.'] };
  const problems: string[] = [];
  const end = head.headLength + head.blockLength;
  const block = bytes.subarray(head.headLength, end);
  if (block.byteLength < head.blockLength)
    problems.push(
      `The archive announces ${head.blockLength} bytes for it and holds ${block.byteLength}: its end is missing.`,
    );
  // Of a page that was seen again only the server's head is kept; writers hash it in several ways, and no word stands in it.
  if (head.type === 'revisit') {
    const rest = bytes.subarray(end + separatorLength(bytes, end));
    const original = openRecord(rest);
    return { head, markup: original.markup, problems: [...problems, ...original.problems] };
  }
  if (hasDigest(block, head.blockDigest) === false) problems.push(differs);
  const isHttp = /^application\/http\b/iu.test(head.contentType ?? '') || head.type === 'response';
  const payload = isHttp ? httpPayload(block, head, problems) : { body: block, charset: charsetOf(head.contentType) };
  if (payload === null) return { head, markup: null, problems };
  const { text } = decodeText(payload.body, payload.charset ?? declaredCharset(payload.body));
  return { head, markup: text, problems };
}

const differs =
  'Its bytes do not have the digest that the archive gives for them: the archive was changed or damaged after it was written.';

function httpPayload(
  block: Uint8Array,
  head: ArchiveRecordHead,
  problems: string[],
): { readonly body: Uint8Array; readonly charset: string | null } | null {
  const answer = readHttp(block);
  if (answer === null) {
    problems.push('It holds no answer of a web server.');
    return null;
  }
  if (answer.problem !== null) problems.push(answer.problem);
  const decoded = decodeBody(answer);
  if (decoded.kind === 'unreadable') {
    problems.push(decoded.reason);
    return null;
  }
  if (decoded.problem !== null) problems.push(decoded.problem);
  // Writers differ in whether a payload is hashed with its chunks, without them, or unpacked.
  const hashed = [answer.raw, answer.transferred, decoded.body].map((body) => hasDigest(body, head.payloadDigest));
  if (hashed[0] !== null && !hashed.includes(true) && !problems.includes(differs)) problems.push(differs);
  return { body: decoded.body, charset: answer.charset };
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]{2,40})/iu.exec(contentType ?? '')?.[1] ?? null;
}

/** Records are parted by two line ends (WARC 1.1, 4.1). */
function separatorLength(bytes: Uint8Array, at: number): number {
  let length = 0;
  while (length < 4 && (bytes[at + length] === 0x0d || bytes[at + length] === 0x0a)) length += 1;
  return length;
}

async function readRecord(source: FormatSource): Promise<CapturedDocument> {
  const { head, markup, problems } = openRecord(source.bytes);
  const document = await readPage({
    markup: markup ?? '',
    fallbackTitle: head?.uri ?? source.name,
    savedFrom: webAddress(head?.uri ?? null),
    captured: captureInstant(head?.date ?? source.modified),
    resource: (written, absolute) => (absolute === null ? source.companion(written) : source.companion(absolute)),
    signal: source.signal,
  });
  const partial = problems.length > 0 ? problems.join(' ') : document.partial;
  return { ...document, partial };
}

function webAddress(uri: string | null): string | null {
  if (uri === null) return null;
  const address = uri.trim().replace(/ /gu, '%20');
  return /^https?:/iu.test(address) && URL.canParse(address) ? address : null;
}

function captureInstant(date: string | null): string | null {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
