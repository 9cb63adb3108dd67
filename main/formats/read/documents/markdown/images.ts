import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Sha256 } from '../../../../contract/index.ts';
import type { CapturedImage, FormatSource } from '../../../format.ts';

/** Images that a text shows: in a data URI, or in a file beside it. The network is never asked. */

/** Pictures that a browser shows as pictures; drawings with scripts (SVG) are not taken. */
const signatures: readonly (readonly [string, RegExp])[] = [
  ['image/png', /^\u0089PNG/u],
  ['image/jpeg', /^\u00ff\u00d8\u00ff/u],
  ['image/gif', /^GIF8[79]a/u],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/u],
  ['image/avif', /^[\s\S]{4}ftyp(?:avif|avis)/u],
];

const largestImage = 64 * 1024 * 1024;

export interface HashedImage extends CapturedImage {
  readonly sha256: Sha256;
}

export async function findImage(address: string, source: FormatSource): Promise<HashedImage | null> {
  const bytes = address.startsWith('data:') ? dataBytes(address) : await besideBytes(address, source);
  if (bytes === null || bytes.length === 0 || bytes.length > largestImage) return null;
  const opening = String.fromCharCode(...bytes.subarray(0, 16));
  const mediaType = signatures.find(([, pattern]) => pattern.test(opening))?.[0];
  if (mediaType === undefined) return null;
  const sha256 = v.parse(Sha256, createHash('sha256').update(bytes).digest('hex'));
  return { sha256, mediaType, bytes };
}

/** RFC 2397. */
function dataBytes(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || !/^data:image\//iu.test(address)) return null;
  const content = address.slice(comma + 1);
  if (/;\s*base64\s*$/iu.test(address.slice(0, comma))) return new Uint8Array(Buffer.from(content, 'base64'));
  try {
    return new TextEncoder().encode(decodeURIComponent(content));
  } catch {
    return null;
  }
}

async function besideBytes(address: string, source: FormatSource): Promise<Uint8Array | null> {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|[/\\#])/iu.test(address)) return null;
  const path = address.replace(/[?#].*$/u, '').replace(/^\.\//u, '');
  try {
    return (await source.companion(decodeURIComponent(path))) ?? null;
  } catch {
    return null;
  }
}
