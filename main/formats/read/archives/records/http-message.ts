import type { HeaderFields } from '../../../shared/mime/header-fields.ts';
import { readHeaderFields } from '../../../shared/mime/read-header-fields.ts';
import { endOfHead } from './record-head.ts';

/** What a server answered, as its record keeps it (RFC 9112). */
export interface HttpResponse {
  readonly status: number;
  readonly fields: HeaderFields;
  /** Where the body begins in the block. */
  readonly bodyStart: number;
}

/** What a program asked for. */
export interface HttpRequest {
  /** Upper case. */
  readonly method: string;
  readonly fields: HeaderFields;
}

/** The head of an answer at the beginning of a block; null where there is none. Heads without an end have no body. */
export function parseResponse(block: Uint8Array): HttpResponse | null {
  const head = parseMessage(block);
  const status = /^HTTP\/\d(?:\.\d)?[ \t]+(\d{3})(?!\d)/iu.exec(head?.firstLine ?? '');
  return head === null || status === null
    ? null
    : { status: Number(status[1]), fields: head.fields, bodyStart: head.bodyStart };
}

export function parseRequest(block: Uint8Array): HttpRequest | null {
  const head = parseMessage(block);
  const method = /^([A-Za-z]{1,20}) \S/u.exec(head?.firstLine ?? '');
  return head === null || method === null ? null : { method: (method[1] ?? '').toUpperCase(), fields: head.fields };
}

function parseMessage(
  block: Uint8Array,
): { readonly firstLine: string; readonly fields: HeaderFields; readonly bodyStart: number } | null {
  const lineEnd = block.subarray(0, 8192).indexOf(0x0a);
  if (lineEnd < 0) return null;
  const bodyStart = endOfHead(block) ?? block.length;
  const firstLine = Buffer.from(block.buffer, block.byteOffset, lineEnd).toString('latin1').trimEnd();
  return { firstLine, fields: readHeaderFields(block.subarray(lineEnd + 1, bodyStart)).fields, bodyStart };
}
