import type { CoreContext } from '../../context.ts';
import { claimsFolder, isPackageFile } from '../packages.ts';
import type { ProgressMeter } from '../report/progress-meter.ts';
import type { Report } from '../report/report.ts';
import {
  type ContainerOptions,
  containerOf,
  type Discovered,
  type FoundFile,
  openContainer,
} from './containers/open-containers.ts';
import { readStart } from './file-start.ts';
import { areOwnOriginals, type FoundOriginal, judgeOriginal, picturesLine, walkOriginals } from './own-originals.ts';
import { type Found, walk } from './walk.ts';

export interface DiscoverOptions {
  readonly copyArchives: boolean;
  /** See `ImportOrder.columns`. */
  readonly columns: Readonly<Record<string, string>> | null;
  readonly signal: AbortSignal;
  readonly progress: ProgressMeter;
  readonly report: Report;
  /** What an earlier run of this import completed: files that are done (null), and how far a container is. */
  readonly completed: ReadonlyMap<string, string | null>;
  /** Containers that are being closed; the import doesn't end before they are. */
  readonly closing: Promise<void>[];
}

/** Everything that stands under a root and isn't done yet, in order: members of containers in their container's place. */
export async function* discoverAll(
  context: CoreContext,
  root: string,
  options: DiscoverOptions,
): AsyncGenerator<Discovered> {
  const { signal, completed, progress } = options;
  const own = areOwnOriginals(context, root);
  let pictures = 0;
  for await (const found of walkRoot(context, root, signal)) {
    if (completed.get(found.path) === null) {
      progress.done(found.kind === 'file' ? found.bytes : 0, found.shown);
      continue;
    }
    if (found.kind !== 'file') {
      yield found;
      continue;
    }
    const judged = own ? await judgeOriginal(context, found, signal) : 'readable';
    if (judged === 'picture') {
      pictures += 1;
      progress.done(found.bytes, found.shown);
    } else if (judged === 'readable')
      yield* discoverInFile(context, found, { ...options, copyArchives: own || options.copyArchives });
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

async function* discoverInFile(
  context: CoreContext,
  file: Omit<FoundFile, 'start'>,
  options: DiscoverOptions,
): AsyncGenerator<Discovered> {
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
  const { signal, copyArchives, columns, progress, report, closing } = options;
  const inside: ContainerOptions = {
    signal,
    copyArchives,
    columns,
    after: options.completed.get(path) ?? null,
    progress: (done) => progress.inside(done),
    completed: (position) => report.completed(path, position),
    closing: (closed) => closing.push(closed),
  };
  yield* openContainer(context, reader, found, inside);
  progress.inside(0);
  progress.done(bytes, shown);
}
