import type { PreparedDocument } from '../../../db/queries/take-in.ts';
import { type ImportLine, VerbatimError } from '../../contract/index.ts';
import type { ParsedDocument } from '../../workers/parse-messages.ts';
import type { CoreContext } from '../context.ts';
import type { Committer } from './committer.ts';
import { takePackageFile } from './packages.ts';
import { prepareDocument } from './prepare.ts';
import { readWholeFile } from './read-file.ts';
import { type Report, refusal } from './report.ts';
import type { Turn } from './turn.ts';
import type { Found } from './walk.ts';

/** What the steps of one import share. */
export interface ImportRun {
  readonly committer: Committer;
  readonly report: Report;
  readonly signal: AbortSignal;
  /** When this file may be written. */
  readonly turn: Turn;
}

type FoundFile = Extract<Found, { kind: 'file' }>;

/**
 * Takes one file in and writes its lines into the report. Whatever is wrong with the file becomes a
 * line; only a failing library (a full disk, a closed database) is thrown.
 */
export async function takeFile(context: CoreContext, file: FoundFile, run: ImportRun): Promise<void> {
  if (await takePackageFile(context, file, run)) return;
  const read = await readWholeFile(file.path, file.bytes, run.signal);
  if (read.kind === 'refused') {
    run.report.add(refusal(file.shown, file.bytes, read.reason));
    return;
  }
  const known = await context.pool.read('takeIn.findCapture', read.sha256, null);
  if (known !== null) {
    run.report.add({
      path: file.shown,
      outcome: 'duplicate',
      article: known.article,
      revision: known.revision,
      title: known.title,
      reason: known.binned === null ? alreadyThere : `${alreadyThere} It is in the bin; restore it from there.`,
      bytes: file.bytes,
    });
    return;
  }
  // The store gets its copy before the parser takes the bytes over: what is parsed is what is kept.
  const kept = new Uint8Array(read.bytes);
  const parsed = await parseOrRefuse(context, file, read.bytes, run.signal);
  if (parsed.kind === 'refused') {
    run.report.add(refusal(file.shown, file.bytes, parsed.reason));
    return;
  }
  const original = await context.originals.put(kept);
  await run.turn.come();
  for (const [index, document] of parsed.documents.entries()) {
    for (const image of document.images) await context.originals.put(image.bytes);
    const prepared = prepareDocument(document, {
      original: { sha256: original.sha256, bytes: original.bytes, mediaType: parsed.mediaType },
      name: fileName(file.path),
      format: parsed.format,
      modified: file.modified,
    });
    const committing = run.committer.commit(prepared, document.statements);
    // The next file goes into the same transaction where there is room.
    if (index === parsed.documents.length - 1) await run.turn.pass();
    run.report.add(line(file, document, await committing));
  }
}

const alreadyThere = 'The same file is in the library already.';

async function parseOrRefuse(context: CoreContext, file: FoundFile, bytes: Uint8Array, signal: AbortSignal) {
  try {
    return await context.parsers.parse(
      { bytes, name: fileName(file.path), modified: file.modified, companions: file.companions },
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    const reason =
      error instanceof VerbatimError && error.code === 'limit-exceeded'
        ? error.message
        : `Reading it failed: ${error instanceof Error ? error.message : String(error)}. The file was left as it is; the rest went on.`;
    return { kind: 'refused', reason } as const;
  }
}

function line(
  file: FoundFile,
  document: ParsedDocument,
  committed: {
    outcome: ImportLine['outcome'];
    article: ImportLine['article'];
    revision: ImportLine['revision'];
    title: string;
    remark: string | null;
  },
): ImportLine {
  const partial = committed.outcome === 'taken' && document.partial !== null;
  const reasons = [document.partial, committed.remark].filter((reason) => reason !== null);
  return {
    path: document.part === '' ? file.shown : `${file.shown} › ${document.part}`,
    outcome: partial ? 'partial' : committed.outcome,
    article: committed.article,
    revision: committed.revision,
    title: committed.title,
    reason: reasons.length === 0 ? null : reasons.join(' '),
    bytes: file.bytes,
  };
}

function fileName(path: string): PreparedDocument['name'] {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
