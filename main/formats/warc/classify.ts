import { type HttpAnswer, readHttpHead } from './http.ts';
import { type ArchiveRecordHead, readRecordHead } from './record.ts';
import type { Passed } from './tally.ts';

/** What a record is for whoever looks for articles: something to index, or something to count. */
export type RecordClass =
  | {
      readonly index: 'page' | 'resource' | 'revisit';
      readonly url: string;
      readonly date: string;
      readonly count: Passed | null;
    }
  | { readonly index: null; readonly count: Passed | null };

/** Looks at the beginning of a record. What is neither an answer nor a resource (requests, metadata, …) counts for nothing. */
export function classify(bytes: Uint8Array): RecordClass {
  const head = readRecordHead(bytes);
  if (head === null) return { index: null, count: 'damage' };
  const { type, uri } = head;
  if (uri === null || !/^https?:/iu.test(uri)) return { index: null, count: null };
  const at = { url: uri, date: head.date ?? '' };
  if (type === 'revisit') return { index: 'revisit', ...at, count: null };
  if (type !== 'response' && type !== 'resource') return { index: null, count: null };
  const { status, mediaType } = answerOf(bytes, head);
  if (status >= 300 && status < 400) return { index: null, count: 'redirect' };
  if (status !== 200) return { index: null, count: 'error' };
  if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return { index: 'page', ...at, count: null };
  const count = kindOf(mediaType);
  return count === 'image' ? { index: 'resource', ...at, count } : { index: null, count };
}

function answerOf(bytes: Uint8Array, head: ArchiveRecordHead): Pick<HttpAnswer, 'status' | 'mediaType'> {
  const block = bytes.subarray(head.headLength);
  const isHttp = head.type === 'response';
  const answer = isHttp ? readHttpHead(block) : null;
  if (answer !== null) return answer;
  // Some writers keep a body without the server's head; then the record's own type counts.
  return { status: isHttp ? 0 : 200, mediaType: (head.contentType?.split(';')[0] ?? '').trim().toLowerCase() };
}

function kindOf(mediaType: string): Passed {
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('video/') || mediaType.startsWith('audio/')) return 'media';
  if (mediaType.startsWith('font/') || /\b(?:css|font|woff)/u.test(mediaType)) return 'style';
  if (/javascript|ecmascript/u.test(mediaType)) return 'script';
  if (/json|xml|protobuf|event-stream/u.test(mediaType)) return 'data';
  if (/pdf|msword|officedocument|epub|rtf|text\/plain/u.test(mediaType)) return 'document';
  return 'other';
}
