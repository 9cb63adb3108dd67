import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  type CapturedDocument,
  type ContainerReader,
  isMention,
  type Member,
  type OpenContainer,
} from '../../main/formats/format.ts';
import { arcReader } from '../../main/formats/read/archives/arc/index.ts';
import { warcReader } from '../../main/formats/read/archives/warc/index.ts';
import { allMembers } from './container-members.ts';

/** Builds web archives for tests, record by record, as crawlers write them. */

export interface RecordParts {
  readonly type?: string;
  readonly uri?: string;
  readonly date?: string;
  readonly id?: string;
  readonly block: Uint8Array | string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the head announces, where it lies. */
  readonly announced?: number;
}

export function warcRecord(parts: RecordParts): Buffer {
  const block = Buffer.from(parts.block);
  const headers: Record<string, string> = {
    'WARC-Type': parts.type ?? 'response',
    'WARC-Record-ID': `<urn:uuid:${parts.id ?? '5c0f2f7e-0000-4000-8000-000000000001'}>`,
    'WARC-Date': parts.date ?? '2024-11-14T17:20:00Z',
    ...(parts.uri === undefined ? {} : { 'WARC-Target-URI': parts.uri }),
    'Content-Type': parts.contentType ?? 'application/http; msgtype=response',
    ...parts.headers,
    'Content-Length': String(parts.announced ?? block.length),
  };
  const head = Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

export function httpAnswer(
  body: Uint8Array | string,
  options: {
    readonly status?: number;
    readonly type?: string;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Buffer {
  const headers = Object.entries(options.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const type = options.type ?? 'text/html; charset=utf-8';
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${options.status ?? 200} As it is\r\nContent-Type: ${type}\r\n${headers.join('')}\r\n`),
    Buffer.from(body),
  ]);
}

/** A body in chunks (RFC 9112, 7.1). */
export function chunked(body: string, size = 100): Buffer {
  const bytes = Buffer.from(body);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

export const sha1 = (bytes: Uint8Array | string): string => `sha1:${createHash('sha1').update(bytes).digest('hex')}`;

/** Each record compressed by itself, as the standard wants it. */
export const compressed = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

/** A head alone, for a request or an answer whose block says all. */
export const request = (uri: string, line: string, headers: Readonly<Record<string, string>> = {}): Buffer =>
  warcRecord({
    type: 'request',
    uri,
    contentType: 'application/http; msgtype=request',
    block: `${line} HTTP/1.1\r\n${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  });

export const arcRecord = (uri: string, block: Uint8Array | string, type = 'text/html'): Buffer =>
  Buffer.concat([
    Buffer.from(`${uri} 10.0.0.1 20241114172000 ${type} ${Buffer.from(block).length}\n`),
    Buffer.from(block),
    Buffer.from('\n'),
  ]);

export interface InArchive {
  readonly members: readonly Member[];
  /** Addresses of what was taken, in order. */
  readonly taken: readonly string[];
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
  readonly summary: string | null;
  /** Reads the articles as an import does, with their pictures. */
  readonly documents: readonly CapturedDocument[];
}

/** Meets all members of an archive from a position on, and reads the articles among them. */
export async function openedArchive(
  container: ContainerReader,
  bytes: Uint8Array,
  name: string,
  after: string | null = null,
): Promise<InArchive> {
  const { signal } = new AbortController();
  const documents: CapturedDocument[] = [];
  const read = async (member: Member, open: OpenContainer) => {
    if (member.kind !== 'file') return;
    const companion = (address: string) => open.resource(member.path, address);
    const source = { bytes: member.bytes, name: member.name ?? '', modified: member.modified, companion, signal };
    const reader = warcReader.sniff(member.bytes, '') > 0 ? warcReader : arcReader;
    for await (const found of reader.read(source)) if (!isMention(found)) documents.push(found);
  };
  const members = await allMembers(container, bytes, { name, after, met: read });
  return {
    members,
    documents,
    taken: members.flatMap((member) => (member.kind === 'file' ? [member.path] : [])),
    refused: members.flatMap((member) => (member.kind === 'refused' ? [member] : [])),
    summary: members.find((member) => member.kind === 'summary')?.reason ?? null,
  };
}
