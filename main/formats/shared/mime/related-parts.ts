import type { ResourceFinder } from '../html/images.ts';
import type { MimeEntity } from './entity.ts';

/** What relative addresses stand on where nobody says more (RFC 2557, 5). */
const thisMessage = 'thismessage:/';

/** A part with its absolute address, on the web or not; null without one. */
export interface LocatedPart {
  readonly entity: MimeEntity;
  readonly location: string | null;
}

/** All parts that hold no other parts, in their order. */
export function leavesOf(entity: MimeEntity): MimeEntity[] {
  return entity.parts.length === 0 ? [entity] : entity.parts.flatMap(leavesOf);
}

/** Each part with the address that its own Content-Location and Content-Base and those of the whole give it (RFC 2557, 5). */
export function locateParts(root: MimeEntity, parts: readonly MimeEntity[]): LocatedPart[] {
  const base = absoluteAddress(baseOf(root), null) ?? absoluteAddress(locationOf(root), null);
  return parts.map((entity) => ({
    entity,
    location: absoluteAddress(locationOf(entity), absoluteAddress(baseOf(entity), base) ?? base),
  }));
}

/** Finds what a page in a message shows among the message's other parts: by `cid:` (RFC 2392) and by address. */
export class RelatedParts {
  readonly #byId = new Map<string, MimeEntity>();
  readonly #byLocation = new Map<string, MimeEntity>();
  /** The parts that were asked for and found. */
  readonly shown = new Set<MimeEntity>();

  constructor(parts: readonly LocatedPart[]) {
    for (const { entity, location } of parts) {
      const id = contentId(entity);
      if (id !== null && !this.#byId.has(id)) this.#byId.set(id, entity);
      // Without a base of any kind, what is written alike is the same.
      const key = location ?? absoluteAddress(locationOf(entity), thisMessage);
      if (key !== null && !this.#byLocation.has(withoutFragment(key)))
        this.#byLocation.set(withoutFragment(key), entity);
    }
  }

  /** For a page of the given address. */
  finder(location: string | null): ResourceFinder {
    return async (written, onTheWeb) => {
      const found = this.#find(written.trim(), onTheWeb, location);
      if (found === undefined) return null;
      this.shown.add(found);
      return found.content();
    };
  }

  #find(written: string, onTheWeb: string | null, location: string | null): MimeEntity | undefined {
    if (/^cid:/iu.test(written)) return this.#byId.get(idOfAddress(written));
    for (const address of [onTheWeb, absoluteAddress(written, location ?? thisMessage)]) {
      const found = address === null ? undefined : this.#byLocation.get(withoutFragment(address));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

export function contentId(entity: MimeEntity): string | null {
  return entity.fields.get('content-id')?.replace(/^\s*<|>\s*$/gu, '') ?? null;
}

function locationOf(entity: MimeEntity): string {
  // Long ones are folded, and folding adds white space that no address has (RFC 2557, 4.4.2).
  return entity.fields.get('content-location')?.replace(/\s+/gu, '') ?? '';
}

function baseOf(entity: MimeEntity): string {
  return entity.fields.get('content-base')?.replace(/\s+/gu, '') ?? '';
}

/** The Content-ID that a `cid:` address means. */
function idOfAddress(address: string): string {
  const id = address.slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function absoluteAddress(address: string, base: string | null): string | null {
  if (address === '' || address.length > 8192) return null;
  return URL.parse(address, base ?? undefined)?.href ?? null;
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
