import { basename } from 'node:path';
import type { Committed } from '../../../db/queries/commit.ts';
import { assertNever, type Sha256, VerbatimError } from '../../contract/index.ts';
import type { MentionedArticle } from '../../formats/format.ts';
import type { DocumentInRows, ParseResult } from '../../workers/parse-messages.ts';
import type { Companions } from '../../workers/parser-pool.ts';
import { putInWords } from '../awaited/put-marks.ts';
import { type ToldMention, tellOf } from '../awaited/tell.ts';
import type { CoreContext } from '../context.ts';
import { importAnnotations, sniffAnnotations } from '../restore/annotations.ts';
import type { Committer } from './committer.ts';
import type { FoundFile, FoundMember } from './open-containers.ts';
import { takeAnnotationsFile } from './packages.ts';
import { prepareDocument } from './prepare.ts';
import { hashInSlices, readWholeFile } from './read-file.ts';
import { type Report, type ReportLine, refusal } from './report.ts';
import { shownName } from './shown-name.ts';
import type { Turn } from './turn.ts';

/** What the steps of one import share. */
export interface ImportRun {
  readonly committer: Committer;
  readonly report: Report;
  readonly signal: AbortSignal;
  /** When this file may be written. */
  readonly turn: Turn;
}

/** What is taken in as one document or several: a file as it lies, or a member of a container. */
interface Item {
  /** The file on this machine that it is, or that it is in. */
  readonly file: string;
  readonly name: string;
  readonly shown: string;
  readonly size: number;
  readonly modified: string | null;
  readonly companions: Companions;
  readonly source: FoundMember['source'] | null;
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
  const item = { file: file.path, name: basename(file.path), shown, size: bytes, modified, companions, source: null };
  await takeBytes(context, item, read, run);
}

/** Takes a member of a container in, as `takeFile` does a file. */
export async function takeMember(context: CoreContext, member: FoundMember, run: ImportRun): Promise<void> {
  const { name, shown, bytes, modified, source } = member;
  if (sniffAnnotations(bytes)) {
    run.report.add(member.file, ...(await importAnnotations(context, bytes, shown)));
    return;
  }
  const companions = (address: string) => member.companion(address);
  const item = { file: member.file, name, shown, size: bytes.byteLength, modified, companions, source };
  await takeBytes(context, item, { bytes, sha256: await hashInSlices(bytes) }, run);
}

async function takeBytes(
  context: CoreContext,
  item: Item,
  read: { readonly bytes: Uint8Array; readonly sha256: Sha256 },
  run: ImportRun,
): Promise<void> {
  // A file of many parts is read again: an import that was ended half-way may have left some of them out.
  const known = await context.pool.read('takeIn.findCapture', read.sha256, wholeFile);
  if (known !== null) {
    run.report.add(item.file, {
      path: item.shown,
      outcome: 'duplicate',
      article: known.article,
      revision: known.revision,
      title: known.title,
      reason: known.binned === null ? alreadyThere : `${alreadyThere} It is in the bin; restore it from there.`,
      bytes: item.size,
    });
    return;
  }
  // The parser gets a copy, which it takes over: what was hashed is what is kept.
  const parsed = await parseOrRefuse(context, item, new Uint8Array(read.bytes), run.signal);
  if (parsed.kind === 'refused') {
    run.report.add(item.file, refusal(item.shown, item.size, parsed.reason));
    return;
  }
  if (parsed.documents.length > 0) await takeDocuments(context, item, { ...parsed, ...read }, run);
  if (parsed.mentions.length > 0) await takeMentions(context, item, parsed.mentions, run);
}

/** What holds no words is not taken in; what is told of it is kept for its page. */
async function takeMentions(
  context: CoreContext,
  item: Item,
  mentions: readonly MentionedArticle[],
  run: ImportRun,
): Promise<void> {
  await run.turn.come();
  const told = await tellOf(context, mentions, item.shown);
  const lines = mentions.map((mention, index) => mentionLine(item, mention, told[index] ?? { kind: 'nameless' }));
  run.report.add(item.file, ...lines);
}

/** The part of a file that holds one document. */
const wholeFile = '';

async function takeDocuments(
  context: CoreContext,
  item: Item,
  parsed: Extract<ParseResult<DocumentInRows>, { kind: 'documents' }> & {
    readonly bytes: Uint8Array;
    readonly sha256: Sha256;
  },
  run: ImportRun,
): Promise<void> {
  const { originals } = context;
  const images = parsed.documents.flatMap((document) => document.images);
  await Promise.all([originals.put(parsed.bytes, parsed.sha256), ...images.map(({ bytes }) => originals.put(bytes))]);
  await run.turn.come();
  const committing = parsed.documents.map(async (document) => {
    const prepared = prepareDocument(document, {
      original: { sha256: parsed.sha256, bytes: parsed.bytes.byteLength, mediaType: parsed.mediaType },
      name: item.name,
      format: parsed.format,
      modified: item.modified,
      source: item.source,
    });
    return line(item, document, await run.committer.commit(prepared, document.statements));
  });
  // The next file goes into the same transaction where there is room.
  await run.turn.pass();
  run.report.add(item.file, ...(await Promise.all(committing)));
}

const alreadyThere = 'The same file is in the library already.';

async function parseOrRefuse(context: CoreContext, item: Item, bytes: Uint8Array, signal: AbortSignal) {
  const { name, modified, companions } = item;
  try {
    return await context.parsers.prepare({ bytes, name, modified, companions }, signal);
  } catch (error) {
    signal.throwIfAborted();
    const reason =
      error instanceof VerbatimError && error.code !== 'internal'
        ? error.message
        : `Reading it failed: ${error instanceof Error ? error.message : String(error)}. The file was left as it is; the rest went on.`;
    return { kind: 'refused', reason } as const;
  }
}

function line(item: Item, document: DocumentInRows, committed: Committed): ReportLine {
  const partial = committed.outcome === 'taken' && document.partial !== null;
  const reasons = [document.partial, document.remark, committed.remark].filter((reason) => reason !== null);
  return {
    path: partPath(item, document.part),
    outcome: partial ? 'partial' : committed.outcome,
    article: committed.article,
    revision: committed.revision,
    title: committed.title,
    reason: reasons.length === 0 ? null : reasons.join(' '),
    bytes: item.size,
  };
}

function mentionLine(item: Item, mention: MentionedArticle, told: ToldMention): ReportLine {
  const { title, url, part } = mention;
  const line = { path: partPath(item, part), article: null, revision: null, title, bytes: 0 };
  switch (told.kind) {
    case 'there':
      return { ...line, ...thereInWords(told), article: told.article, title: told.title ?? title };
    case 'awaited':
    case 'nameless': {
      const reason = url === null || url === part ? mention.reason : `${mention.reason} (${url})`;
      const kept = told.kind === 'awaited' ? waitingInWords(mention) : null;
      return { ...line, outcome: 'mentioned', reason: kept === null ? reason : `${reason} ${kept}` };
    }
    default:
      return assertNever(told);
  }
}

function thereInWords({ put }: Extract<ToldMention, { kind: 'there' }>): Pick<ReportLine, 'outcome' | 'reason'> {
  const there = 'Its article is in the library already.';
  if (put === null) return { outcome: 'duplicate', reason: there };
  const isNew = put.placed + put.changed + put.lost + put.whole > 0;
  const words = putInWords(put);
  const known = put.known > 0 ? `${put.known} of its marks were there before.` : null;
  return {
    outcome: isNew ? (put.lost + put.changed > 0 ? 'partial' : 'taken') : 'duplicate',
    reason: [there, words, known].filter((sentence) => sentence !== null).join(' '),
  };
}

function waitingInWords({ marks }: MentionedArticle): string | null {
  const tags = marks?.tags.length ?? 0;
  const notes = marks?.marks.length ?? 0;
  if (tags + notes === 0) return null;
  const parts = [
    tags === 0 ? null : `${tags} ${tags === 1 ? 'tag' : 'tags'}`,
    notes === 0 ? null : `${notes} ${notes === 1 ? 'mark' : 'marks'}`,
  ].filter((part) => part !== null);
  return `Kept for it: ${parts.join(' and ')}.`;
}

function partPath(item: Item, part: string): string {
  return part === wholeFile ? item.shown : `${item.shown} › ${shownName(part)}`;
}
