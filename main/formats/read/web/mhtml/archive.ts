import type { ResourceFinder } from '../../../shared/html/images.ts';
import { type MimeEntity, parseMime } from '../../../shared/mime/entity.ts';
import {
  contentId,
  type LocatedPart,
  leavesOf,
  locateParts,
  RelatedParts,
} from '../../../shared/mime/related-parts.ts';

/** A page with what it was saved with (RFC 2557). */
export interface MhtmlArchive {
  /** The page itself; null where no part is one. */
  readonly root: LocatedPart | null;
  /** Other pages, which the page shows in frames of its own. */
  readonly frames: readonly LocatedPart[];
  readonly head: MimeEntity['fields'];
  /** Finds what a page of the archive refers to. */
  resourcesOf(page: LocatedPart): ResourceFinder;
  readonly unclosed: boolean;
  readonly truncated: boolean;
}

const pageTypes = new Set(['text/html', 'application/xhtml+xml']);

/** Opens an archive. Never throws on any bytes. */
export function openMhtml(bytes: Uint8Array): MhtmlArchive {
  const { root, unclosed, truncated } = parseMime(bytes);
  const parts = locateParts(root, leavesOf(root));
  const pages = parts.filter(({ entity }) => pageTypes.has(entity.type));
  const start = startOf(root);
  const page = pages.find(({ entity }) => entity === start) ?? pages[0] ?? null;
  const related = new RelatedParts(parts);
  return {
    root: page,
    frames: pages.filter((other) => other !== page),
    head: root.fields,
    resourcesOf: ({ location }) => related.finder(location),
    unclosed,
    truncated,
  };
}

/** The part that the archive begins with: named by `start` (RFC 2387, 3.2), in the innermost of several. */
function startOf(entity: MimeEntity): MimeEntity | null {
  const start = entity.parameters.get('start')?.replace(/^<|>$/gu, '').trim();
  const named = start === undefined ? undefined : entity.parts.find((part) => contentId(part) === start);
  const first = named ?? entity.parts.find((part) => part.parts.length > 0 || pageTypes.has(part.type));
  if (first === undefined) return pageTypes.has(entity.type) ? entity : null;
  return startOf(first);
}
