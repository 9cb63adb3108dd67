import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { Sha256 } from '../../../contract/index.ts';
import type { CapturedImage } from '../../format.ts';
import type { Addresses } from './addresses.ts';

/** One image may be as large as a magazine's photograph, all of a page as large as a slide show. */
const maximumBytes = 32 * 1024 * 1024;
const maximumTotal = 256 * 1024 * 1024;
const maximumImages = 400;

/**
 * Finds the bytes of something that a page shows, or null where the page's container has none. `written`
 * is its address as the page has it, `absolute` the same on the web, or null where it has none there.
 */
export type ResourceFinder = (written: string, absolute: string | null) => Promise<Uint8Array | null>;

export interface FoundImage {
  readonly sha256: Sha256 | null;
  /** The address on the web, or null for one inside the file or beside it. */
  readonly source: string | null;
}

/** Collects a page's images: inline ones, and those that its container has; others stay addresses. */
export class ImageCollector {
  readonly #resource: ResourceFinder;
  readonly #addresses: Addresses;
  readonly #images = new Map<string, CapturedImage>();
  readonly #known = new Map<string, FoundImage>();
  #total = 0;

  constructor(resource: ResourceFinder, addresses: Addresses) {
    this.#resource = resource;
    this.#addresses = addresses;
  }

  get images(): readonly CapturedImage[] {
    return [...this.#images.values()];
  }

  /** The image at an address as the page writes it. */
  async find(address: string): Promise<FoundImage> {
    const known = this.#known.get(address);
    if (known !== undefined) return known;
    const found = await this.#look(address);
    this.#known.set(address, found);
    return found;
  }

  async #look(address: string): Promise<FoundImage> {
    if (/^data:/iu.test(address)) return { sha256: this.#keep(bytesOfDataUri(address)), source: null };
    const source = this.#addresses.web(address);
    return { sha256: this.#keep(await this.#resource(address, source)), source };
  }

  #keep(bytes: Uint8Array | null): Sha256 | null {
    if (bytes === null || bytes.length === 0 || bytes.length > maximumBytes) return null;
    const mediaType = imageType(bytes);
    if (mediaType === null) return null;
    const sha256 = v.parse(Sha256, createHash('sha256').update(bytes).digest('hex'));
    if (this.#images.has(sha256)) return sha256;
    if (this.#images.size >= maximumImages || this.#total + bytes.length > maximumTotal) return null;
    this.#total += bytes.length;
    this.#images.set(sha256, { sha256, mediaType, bytes });
    return sha256;
  }
}

/**
 * The media type of an image that browsers draw and that holds nothing but pixels, by its first
 * bytes. SVG is left out: it is a document with scripts and addresses of its own.
 */
export function imageType(bytes: Uint8Array): string | null {
  const ascii = (start: number, end: number): string => Buffer.from(bytes.subarray(start, end)).toString('latin1');
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (ascii(0, 3) === '\xff\xd8\xff') return 'image/jpeg';
  if (ascii(0, 6) === 'GIF87a' || ascii(0, 6) === 'GIF89a') return 'image/gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if (ascii(4, 8) === 'ftyp' && /^(?:avif|avis)/u.test(ascii(8, 12))) return 'image/avif';
  return null;
}

/** The bytes of a data address (RFC 2397), or null. */
export function bytesOfDataUri(address: string): Uint8Array | null {
  const comma = address.indexOf(',');
  if (comma < 0 || address.length > maximumBytes * 1.5) return null;
  const head = address.slice(5, comma).toLowerCase();
  const data = address.slice(comma + 1);
  try {
    if (head.endsWith(';base64')) return Buffer.from(data.includes('%') ? decodeURIComponent(data) : data, 'base64');
    return Buffer.from(
      data.replace(/%([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
      'latin1',
    );
  } catch {
    return null;
  }
}

/** Finds resources in the folder that a browser writes beside a page; `companion` reads one file of it. */
export function besideThePage(companion: (relativePath: string) => Promise<Uint8Array | null>): ResourceFinder {
  return async (written) => {
    for (const path of companionPaths(written)) {
      const bytes = await companion(path);
      if (bytes !== null && imageType(bytes) !== null) return bytes;
    }
    return null;
  };
}

/** Where in the page's own folder a relative address may lie: as written and with its escapes undone. */
function companionPaths(address: string): string[] {
  if (/^[a-z][a-z\d+.-]*:|^\/|^\\|^#|^\?/iu.test(address)) return [];
  const path = (address.split(/[?#]/u)[0] ?? '').replace(/^(?:\.\/)+/u, '');
  const paths = [path];
  try {
    paths.unshift(decodeURIComponent(path));
  } catch {
    // Not escaped: the written form is the name.
  }
  return [...new Set(paths)].filter(
    (candidate) => candidate !== '' && !candidate.includes('\0') && !candidate.split(/[/\\]/u).includes('..'),
  );
}
