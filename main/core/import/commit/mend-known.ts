import type { Sha256 } from '../../../contract/index.ts';
import type { CoreContext } from '../../context.ts';
import type { DocumentInRows } from '../../extract/parse-messages.ts';
import { sha256Of } from '../../originals/hash.ts';
import type { Lease } from '../../originals/leases.ts';
import { type IncomingOriginal, keepOriginals } from '../../originals/mend.ts';
import { type ImportItem, parseItem } from '../read/parse-item.ts';

/** What became of the originals of something that is in the library already. */
export interface Mending {
  readonly mended: ReadonlySet<Sha256>;
  /** Pictures that the library has lost and that did not come in with it. */
  readonly lost: number;
}

/**
 * Looks whether the library still holds a file that comes in again, and its pictures, as they were; what was
 * lost or changed is put back. The file is at hand and is compared. Its pictures are looked at where they lie, and
 * only when one is damaged is the file read for them: they may stand in it or beside it.
 */
export async function mendKnown(
  context: CoreContext,
  item: ImportItem,
  read: IncomingOriginal,
  run: { readonly lease: Lease; readonly signal: AbortSignal },
): Promise<Mending> {
  const { lease, signal } = run;
  const [{ mended }, pictures] = await Promise.all([
    keepOriginals(context, lease, [read], item.shown),
    context.pool.read('originals.pictures', read.sha256),
  ]);
  const damaged = new Set<Sha256>();
  for (const sha256 of pictures) if ((await context.originals.look(sha256, signal)) !== 'whole') damaged.add(sha256);
  if (damaged.size === 0) return { mended, lost: 0 };
  const parsed = await parseItem(context, item, new Uint8Array(read.bytes), signal);
  const found =
    parsed.kind === 'refused' ? [] : picturesOf(parsed.documents).filter(({ sha256 }) => damaged.has(sha256));
  const put = await keepOriginals(context, lease, found, item.shown);
  return { mended: new Set([...mended, ...put.mended]), lost: damaged.size - put.mended.size };
}

/** The pictures that came with documents. Each gets its hash here, from the bytes that are kept. */
export function picturesOf(documents: readonly DocumentInRows[]): IncomingOriginal[] {
  return documents.flatMap(({ images }) => images.map(({ bytes }) => ({ bytes, sha256: sha256Of(bytes) })));
}

/** What of some mended originals belongs to one document of a file. */
export function mendedOf(
  mended: ReadonlySet<Sha256>,
  file: Pick<IncomingOriginal, 'sha256'>,
  { images }: Pick<DocumentInRows, 'images'>,
): Mending {
  const own = new Set<string>([file.sha256, ...images.map(({ sha256 }) => sha256)]);
  return { mended: new Set([...mended].filter((sha256) => own.has(sha256))), lost: 0 };
}

/** For the report; null where nothing was wrong. */
export function mendedInWords({ mended, lost }: Mending): string | null {
  const sentences = [
    mended.size === 0 ? null : putBack(mended.size),
    lost === 0
      ? null
      : `${lost} of its pictures ${lost === 1 ? 'is' : 'are'} missing from the library or changed, and did not come with it.`,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function putBack(files: number): string {
  return files === 1
    ? 'A file that the library keeps of it was missing or changed, and was put back.'
    : `${files} files that the library keeps of it were missing or changed, and were put back.`;
}
