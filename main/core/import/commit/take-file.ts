import { basename } from 'node:path';
import type { Committed } from '../../../../db/queries/commit.ts';
import type { ForeignMarks, Sha256 } from '../../../contract/index.ts';
import { looksLikeAnnotations } from '../../../formats/read/services/looks-like-annotations.ts';
import { type PutMarks, putInWords, putMarks } from '../../awaited/put-marks.ts';
import { foreignMarksFor } from '../../awaited/tell.ts';
import type { CoreContext } from '../../context.ts';
import type { DocumentInRows, ParseResult } from '../../extract/parse-messages.ts';
import { prepareDocument } from '../../extract/rows.ts';
import type { Lease } from '../../originals/leases.ts';
import { type IncomingOriginal, keepOriginals } from '../../originals/mend.ts';
import { annotationFile, importAnnotations } from '../../restore/annotations.ts';
import type { FoundFile, FoundMember } from '../discover/containers/open-containers.ts';
import { takeAnnotationsFile } from '../packages.ts';
import { type ImportItem, parseItem } from '../read/parse-item.ts';
import { hashInSlices, readWholeFile } from '../read/read-file.ts';
import { type Report, type ReportLine, refusal } from '../report/report.ts';
import type { Committer } from './committer.ts';
import { type Mending, mendedInWords, mendedOf, mendKnown, picturesOf } from './mend-known.ts';
import type { PlaceInLine } from './place-in-line.ts';
import { partPath, takeMentions } from './take-mentions.ts';

/** What the steps of one import share. */
export interface ImportRun {
  readonly committer: Committer;
  readonly report: Report;
  readonly signal: AbortSignal;
  /** When this file may be written. */
  readonly place: PlaceInLine;
}

/**
 * Takes one file in and writes its lines into the report. Whatever is wrong with the file becomes a
 * line; only a failing library (a full disk, a closed database) is thrown.
 */
export async function takeFile(context: CoreContext, file: FoundFile, run: ImportRun): Promise<void> {
  if (await takeAnnotationsFile(context, file, run)) return;
  const read = await readWholeFile(file, run.signal);
  if (read.kind === 'refused') {
    run.report.add(file.path, refusal(file.shown, file.bytes, read.reason));
    return;
  }
  const { shown, bytes, modified } = file;
  const companions = file.companions === null ? null : { folder: file.companions };
  const item = { file: file.path, name: basename(file.path), shown, size: bytes, modified, captured: null, companions };
  await takeBytes(context, { ...item, source: null, format: null, marks: null }, read, run);
}

/** Takes a member of a container in, as `takeFile` does a file. */
export async function takeMember(context: CoreContext, member: FoundMember, run: ImportRun): Promise<void> {
  const { name, shown, bytes, modified, captured, source, format, marks } = member;
  if (looksLikeAnnotations(bytes)) {
    for await (const line of importAnnotations(context, annotationFile(bytes, shown), run.signal))
      run.report.add(member.file, line);
    return;
  }
  const companions = (address: string) => member.companion(address);
  const size = bytes.byteLength;
  const item = { file: member.file, name, shown, size, modified, captured, companions, source, format, marks };
  await takeBytes(context, item, { bytes, sha256: await hashInSlices(bytes) }, run);
}

/** What came in is held from its first look-up until the library refers to it. */
function takeBytes(context: CoreContext, item: ImportItem, read: IncomingOriginal, run: ImportRun): Promise<void> {
  return context.originals.leased((lease) => takeHeld(context, item, read, { ...run, lease }));
}

interface HeldRun extends ImportRun {
  readonly lease: Lease;
}

async function takeHeld(context: CoreContext, item: ImportItem, read: IncomingOriginal, run: HeldRun): Promise<void> {
  await run.lease.hold(read.sha256);
  // A file of many parts is read again: an import that was ended half-way may have left some of them out.
  const known = await context.pool.read('takeIn.findCapture', read.sha256, wholeFile);
  if (known !== null) {
    const mending = await mendKnown(context, item, read, run);
    const put = await putForeignMarks(context, known, [item.marks]);
    const told = [known.binned === null ? null : inBin, put === null ? null : putInWords(put)];
    const reasons = [alreadyThere, mendedInWords(mending), ...told];
    run.report.add(item.file, {
      path: item.shown,
      outcome: mending.mended.size > 0 ? 'mended' : 'duplicate',
      article: known.article,
      revision: known.revision,
      title: known.title,
      reason: reasons.filter((reason) => reason !== null).join(' '),
      bytes: item.size,
    });
    return;
  }
  // The parser gets a copy, which it takes over: what was hashed is what is kept.
  const parsed = await parseItem(context, item, new Uint8Array(read.bytes), run.signal);
  if (parsed.kind === 'refused') {
    run.report.add(item.file, refusal(item.shown, item.size, parsed.reason));
    return;
  }
  if (parsed.documents.length > 0) await takeDocuments(context, item, { ...parsed, ...read }, run);
  if (parsed.mentions.length > 0) await takeMentions(context, item, parsed.mentions, run);
}

/** The part of a file that holds one document. */
const wholeFile = '';

async function takeDocuments(
  context: CoreContext,
  item: ImportItem,
  parsed: Extract<ParseResult<DocumentInRows>, { kind: 'documents' }> & {
    readonly bytes: Uint8Array;
    readonly sha256: Sha256;
  },
  run: HeldRun,
): Promise<void> {
  const images = picturesOf(parsed.documents);
  const { mended } = await keepOriginals(context, run.lease, [parsed, ...images], item.shown);
  await run.place.reached();
  const committing = parsed.documents.map(async (document) => {
    const request = prepareDocument(document, {
      original: { sha256: parsed.sha256, bytes: parsed.bytes.byteLength, mediaType: parsed.mediaType },
      name: item.name,
      format: parsed.format,
      modified: item.modified,
      captured: item.captured,
      source: item.source,
    });
    const committed = await run.committer.commit(request);
    const put = await putForeignMarks(context, committed, [item.marks, document.marks]);
    return line(item, document, committed, { mended: mendedOf(mended, parsed, document), put });
  });
  // The next file goes into the same transaction where there is room.
  await run.place.pass();
  run.report.add(item.file, ...(await Promise.all(committing)));
}

/**
 * What came with a document, from its container and from itself: put on it again whenever it comes again,
 * because there may be new marks.
 */
async function putForeignMarks(
  context: CoreContext,
  { article }: Pick<Committed, 'article'>,
  given: readonly (ForeignMarks | null | undefined)[],
): Promise<PutMarks | null> {
  const brought = given.flatMap((marks) =>
    marks == null || bringsNothing(marks) ? [] : foreignMarksFor(marks, article),
  );
  if (brought.length === 0) return null;
  const tags = brought.flatMap((one) => one.tags);
  const marks = brought.flatMap((one) => one.marks);
  const from = brought.map((one) => one.from).join(', ');
  return putMarks(context, article, { tags, marks, from }, { page: null, mustFind: false });
}

function bringsNothing({ tags, marks }: ForeignMarks): boolean {
  return tags.length + marks.length === 0;
}

const alreadyThere = 'The same file is in the library already.';
const inBin = 'It is in the bin; restore it from there.';

function line(
  item: ImportItem,
  document: DocumentInRows,
  committed: Committed,
  { mended, put }: { readonly mended: Mending; readonly put: PutMarks | null },
): ReportLine {
  const told = [document.partial, document.remark, committed.remark, mendedInWords(mended)];
  const reasons = [...told, put === null ? null : putInWords(put)].filter((reason) => reason !== null);
  const outcome = (): ReportLine['outcome'] => {
    if (committed.outcome === 'taken' && document.partial !== null) return 'partial';
    return committed.outcome === 'duplicate' && mended.mended.size > 0 ? 'mended' : committed.outcome;
  };
  return {
    path: partPath(item, document.part),
    outcome: outcome(),
    article: committed.article,
    revision: committed.revision,
    title: committed.title,
    reason: reasons.length === 0 ? null : reasons.join(' '),
    bytes: item.size,
  };
}
