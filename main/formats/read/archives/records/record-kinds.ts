import { parseParameterized } from '../../../shared/mime/parameters.ts';
import { documentTypes } from './document-readers.ts';
import { parseResponse } from './http-message.ts';
import { pageTypes } from './read-capture.ts';
import type { FoundRecord } from './record-file.ts';

/** What the index of an archive holds, by number. An answer is a document that a server sent: taken where it is listed. */
export const recordKinds = { page: 1, document: 2, answer: 3, image: 4, redirect: 5, revisit: 6 } as const;
export type RecordKind = keyof typeof recordKinds;

/** What is in an archive and is no article; each is counted. */
export type LeftOut =
  | 'unlisted'
  | 'missing'
  | 'lists'
  | 'frames'
  | 'posts'
  | 'errors'
  | 'redirects'
  | 'images'
  | 'styles'
  | 'media'
  | 'robots'
  | 'documents'
  | 'data'
  | 'revisits'
  | 'others';

export interface Classified {
  /** What it is looked for as; null for what nobody looks for. */
  readonly kind: RecordKind | null;
  /** What it is counted as if it is no article; null for what is counted later, or is the archive's own bookkeeping. */
  readonly leftOut: LeftOut | 'damaged' | null;
}

const bookkeeping: Classified = { kind: null, leftOut: null };

/** What a record is, by its head and the answer's head alone. */
export function classify({ head, beginning }: FoundRecord): Classified {
  switch (head.type) {
    case 'warcinfo':
    case 'metadata':
    case 'request':
      return bookkeeping;
    case 'other':
      return /^(?:conversion|continuation)$/iu.test(head.fields.get('warc-type') ?? '') ? left('others') : bookkeeping;
    case 'resource':
      return classifyResource(head.uri ?? '', typeOf(head.contentType));
    case 'revisit': {
      const response = parseResponse(beginning.subarray(head.length));
      const type = response === null ? '' : typeOf(response.fields.get('content-type'));
      if (response !== null && response.status >= 400) return left('errors');
      if (response !== null && response.status >= 300 && response.status !== 304) return left('redirects');
      return type === '' || isKept(type) ? { kind: 'revisit', leftOut: null } : left(byType(type));
    }
    case 'response':
      return classifyResponse(head.uri ?? '', head.contentType, beginning.subarray(head.length));
  }
}

function classifyResource(uri: string, type: string): Classified {
  // What crawlers write about a page or about themselves has names that are no addresses.
  if (!/^(?:https?|file|ftp):/iu.test(uri)) return bookkeeping;
  return byAddressAndType(uri, type, true);
}

function classifyResponse(uri: string, contentType: string | null, block: Uint8Array): Classified {
  if (!/^application\/http\b/iu.test(contentType ?? '')) return bookkeeping;
  const response = parseResponse(block);
  if (response === null) return left('damaged');
  const { status, fields } = response;
  if (status >= 400) return left('errors');
  if (status >= 300) return status === 304 ? left('others') : { kind: 'redirect', leftOut: 'redirects' };
  if (status !== 200 && status !== 203) return left('others');
  return byAddressAndType(uri, typeOf(fields.get('content-type')), false);
}

function byAddressAndType(uri: string, type: string, isResource: boolean): Classified {
  if (/^[a-z]+:\/\/[^/]*\/robots\.txt(?:\?|$)/iu.test(uri)) return left('robots');
  if (pageTypes.has(type) || type === '') return { kind: 'page', leftOut: null };
  if (/^image\//u.test(type) || type === 'application/octet-stream' || type === 'binary/octet-stream')
    return { kind: 'image', leftOut: /^image\//u.test(type) ? 'images' : 'others' };
  // A document that somebody put into the archive by itself is there for its own sake.
  if (documentTypes.has(type))
    return isResource ? { kind: 'document', leftOut: null } : { kind: 'answer', leftOut: byType(type) };
  return left(byType(type));
}

function isKept(type: string): boolean {
  return pageTypes.has(type) || documentTypes.has(type) || /^image\//u.test(type);
}

function byType(type: string): LeftOut {
  if (/^image\//u.test(type)) return 'images';
  if (/^(?:audio|video)\//u.test(type) || /mpegurl|dash\+xml/u.test(type)) return 'media';
  if (/^text\/css$|javascript|ecmascript|^font\/|font-|wasm/u.test(type)) return 'styles';
  if (/json|xml|csv|^text\/event-stream$|protobuf|graphql/u.test(type)) return 'data';
  if (documentTypes.has(type) || /^application\/(?:pdf|msword|rtf|epub|vnd\.)|^text\//u.test(type)) return 'documents';
  return 'others';
}

function left(leftOut: LeftOut | 'damaged'): Classified {
  return { kind: null, leftOut };
}

function typeOf(contentType: string | null): string {
  return parseParameterized(contentType ?? '').value;
}
