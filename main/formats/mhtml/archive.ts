import { decodeText } from '../../core/document/decode.ts';
import { declaredCharset } from '../html/charset.ts';
import type { ResourceFinder } from '../html/images.ts';
import { type MimeEntity, parseMime } from '../mime/entity.ts';

/** A page with what it was saved with (RFC 2557). */
export interface MhtmlArchive {
  /** The page itself; null where no part is one. */
  readonly root: MhtmlPage | null;
  /** Other pages, which the page shows in frames of its own. */
  readonly frames: readonly MhtmlPage[];
  readonly head: MimeEntity['fields'];
  /** Finds what a page of the archive refers to. */
  resourcesOf(page: MhtmlPage): ResourceFinder;
  readonly unclosed: boolean;
  readonly truncated: boolean;
}

export interface MhtmlPage {
  readonly entity: MimeEntity;
  /** Its absolute address, on the web or not; null without one. */
  readonly location: string | null;
}

const pageTypes = new Set(['text/html', 'application/xhtml+xml']);

/** What relative addresses stand on where nobody says more (RFC 2557, 5). */
const thisMessage = 'thismessage:/';

/** Opens an archive. Never throws on any bytes. */
export function openMhtml(bytes: Uint8Array): MhtmlArchive {
  const { root, unclosed, truncated } = parseMime(bytes);
  const base = absolute(root.fields.get('content-base') ?? '', null) ?? absolute(locationOf(root) ?? '', null);
  const leaves = leavesOf(root).map((entity) => ({
    entity,
    location: absolute(locationOf(entity) ?? '', absolute(entity.fields.get('content-base') ?? '', base) ?? base),
  }));
  const pages = leaves.filter(({ entity }) => pageTypes.has(entity.type));
  const page = pages.find(({ entity }) => entity === startOf(root)) ?? pages[0] ?? null;
  const byId = new Map<string, MimeEntity>();
  const byLocation = new Map<string, MimeEntity>();
  for (const { entity, location } of leaves) {
    const id = contentId(entity);
    if (id !== null && !byId.has(id)) byId.set(id, entity);
    // Without a base of any kind, what is written alike is the same.
    const key = location ?? absolute(locationOf(entity) ?? '', thisMessage);
    if (key !== null && !byLocation.has(withoutFragment(key))) byLocation.set(withoutFragment(key), entity);
  }
  return {
    root: page,
    frames: pages.filter((other) => other !== page),
    head: root.fields,
    resourcesOf: (from) => async (written, onTheWeb) => {
      const found = /^cid:/iu.test(written.trim())
        ? byId.get(idOfAddress(written.trim()))
        : [onTheWeb, absolute(written, from.location ?? thisMessage)]
            .map((address) => (address === null ? undefined : byLocation.get(withoutFragment(address))))
            .find((entity) => entity !== undefined);
      return found?.content() ?? null;
    },
    unclosed,
    truncated,
  };
}

/** The page as text, by its part's charset, a mark, its own declaration or its bytes. */
export function markupOf({ entity }: MhtmlPage): string {
  const bytes = entity.content();
  return decodeText(bytes, entity.parameters.get('charset') ?? declaredCharset(bytes)).text;
}

function leavesOf(entity: MimeEntity): MimeEntity[] {
  return entity.parts.length === 0 ? [entity] : entity.parts.flatMap(leavesOf);
}

/** The part that the archive begins with: named by `start` (RFC 2387, 3.2), in the innermost of several. */
function startOf(entity: MimeEntity): MimeEntity | null {
  const start = entity.parameters.get('start');
  const named =
    start === undefined
      ? undefined
      : entity.parts.find((part) => contentId(part) === start.replace(/^<|>$/gu, '').trim());
  const first = named ?? entity.parts.find((part) => part.parts.length > 0 || pageTypes.has(part.type));
  if (first === undefined) return pageTypes.has(entity.type) ? entity : null;
  return startOf(first);
}

function locationOf(entity: MimeEntity): string | null {
  // Long ones are folded, and folding adds white space that no address has (RFC 2557, 4.4.2).
  return entity.fields.get('content-location')?.replace(/\s+/gu, '') ?? null;
}

function contentId(entity: MimeEntity): string | null {
  return entity.fields.get('content-id')?.replace(/^\s*<|>\s*$/gu, '') ?? null;
}

/** The Content-ID that a `cid:` address means (RFC 2392). */
function idOfAddress(address: string): string {
  const id = address.slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function absolute(address: string, base: string | null): string | null {
  if (address === '' || address.length > 8192) return null;
  try {
    return base === null ? new URL(address).href : new URL(address, base).href;
  } catch {
    return null;
  }
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
