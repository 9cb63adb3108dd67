import type { CoreContext } from '../context.ts';
import { readStart } from './file-start.ts';
import { areOwnOriginals, type FoundOriginal, judgeOriginal, picturesLine, walkOriginals } from './meet-originals.ts';
import { type ContainerOptions, containerOf, type FoundFile, type Met, openContainer } from './open-containers.ts';
import type { Pace } from './pace.ts';
import { claimsFolder, isPackageFile } from './packages.ts';
import type { Report } from './report.ts';
import { type Found, walk } from './walk.ts';

export interface MeetOptions {
  readonly copyArchives: boolean;
  /** See `ImportOrder.columns`. */
  readonly columns: Readonly<Record<string, string>> | null;
  readonly signal: AbortSignal;
  readonly pace: Pace;
  readonly report: Report;
  /** What an earlier run of this import has behind it: files that are done (null), and how far a container is. */
  readonly behind: ReadonlyMap<string, string | null>;
  /** Containers that are being closed; the import doesn't end before they are. */
  readonly closing: Promise<void>[];
}

/** Everything that stands under a root and isn't done yet, in order: members of containers in their container's place. */
export async function* meetAll(context: CoreContext, root: string, options: MeetOptions): AsyncGenerator<Met> {
  const { signal, behind, pace } = options;
  const own = areOwnOriginals(context, root);
  let pictures = 0;
  for await (const found of walkRoot(context, root, signal)) {
    if (behind.get(found.path) === null) {
      pace.done(found.kind === 'file' ? found.bytes : 0, found.shown);
      continue;
    }
    if (found.kind !== 'file') {
      yield found;
      continue;
    }
    const judged = own ? await judgeOriginal(context, found, signal) : 'readable';
    if (judged === 'picture') {
      pictures += 1;
      pace.done(found.bytes, found.shown);
    } else if (judged === 'readable')
      yield* meetFile(context, found, { ...options, copyArchives: own || options.copyArchives });
    else yield { kind: 'problem', path: found.path, shown: found.shown, ...judged };
  }
  if (pictures > 0) yield picturesLine(context, pictures);
}

/** What stands under a root, unopened. */
export function walkRoot(
  context: CoreContext,
  root: string,
  signal: AbortSignal,
): AsyncGenerator<Found | FoundOriginal> {
  return areOwnOriginals(context, root) ? walkOriginals(context, signal) : walk(root, claimsFolder, signal);
}

async function* meetFile(
  context: CoreContext,
  file: Omit<FoundFile, 'start'>,
  options: MeetOptions,
): AsyncGenerator<Met> {
  const { path, shown, bytes } = file;
  const start = await readStart(path, bytes);
  const found = { ...file, start };
  if (await isPackageFile(path, start)) {
    yield { kind: 'package', path, shown, bytes };
    return;
  }
  const reader = containerOf(path, start);
  if (reader === null) {
    yield found;
    return;
  }
  const { signal, copyArchives, columns, pace, report, closing } = options;
  const inside: ContainerOptions = {
    signal,
    copyArchives,
    columns,
    after: options.behind.get(path) ?? null,
    progress: (behind) => pace.inside(behind),
    behind: (position) => report.behind(path, position),
    closing: (closed) => closing.push(closed),
  };
  yield* openContainer(context, reader, found, inside);
  pace.inside(0);
  pace.done(bytes, shown);
}
