import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { array, type GenericSchema, type InferOutput, safeParse } from 'valibot';
import type { CodeMap } from '../../../db/queries/restore.ts';
import {
  ArticleRecord,
  CodeRecord,
  CollectionRecord,
  canonicalText,
  EventRecord,
  LibraryRecord,
  type PlacementRecord,
  packageFormatVersion,
  type Sha256,
  VerbatimError,
} from '../../contract/index.ts';
import { validateBag } from '../../formats/bagit/validate-bag.ts';
import { type PackageSource, readWhole } from '../../formats/package/package.ts';
import type { CoreContext } from '../context.ts';
import { openPackage } from '../export/open-package.ts';
import { renewAddresses } from '../identity/renew-addresses.ts';
import { mendedInWords } from '../import/mend-known.ts';
import { type ReportLine, refusal } from '../import/report.ts';
import { collectOriginals } from '../originals/collect.ts';
import { sha256Of } from '../originals/hash.ts';
import { type IncomingOriginal, keepOriginals } from '../originals/mend.ts';
import { restoreAwaited } from './awaited.ts';
import { withWholeMarks } from './whole-marks.ts';

/** An article with all its revisions, or a list, is read whole; more than this is no honest package. */
const largestRecord = 512 * 1024 * 1024;

/**
 * Whether a folder or a zip is a hand-over package of Verbatim: a bag with our library.json, or one
 * that says it was ours and has lost it. Other bags are left to whoever reads their payload.
 */
export async function sniffBag(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return await isOurBagFolder(path);
    const source = await openPackage(path);
    try {
      return await isOurs(source);
    } finally {
      await source.close();
    }
  } catch {
    // Not readable, or no zip: whoever takes it as a file says why.
    return false;
  }
}

/** Asked for every folder of an import, so it looks at two files and lists nothing. */
async function isOurBagFolder(path: string): Promise<boolean> {
  if (!(await isFile(join(path, 'bagit.txt')))) return false;
  if (await isFile(join(path, 'data', 'library.json'))) return true;
  const handle = await open(join(path, 'bag-info.txt'), 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
    return isOurInformation(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function isOurs(source: PackageSource): Promise<boolean> {
  if (!source.has('bagit.txt')) return false;
  if (source.has('data/library.json')) return true;
  return (
    source.has('bag-info.txt') &&
    isOurInformation(Buffer.from(await readWhole(source, 'bag-info.txt', 65_536)).toString('utf8'))
  );
}

function isOurInformation(text: string): boolean {
  return /^Bag-Software-Agent:\s*Verbatim\b/im.test(text);
}

/**
 * Takes a package in: validated first, and refused whole when anything in it is damaged; then codes,
 * articles with everything that belongs to them, collections, and the log. Each article is a line;
 * what is here already under its id is left as it is and told. Lines about the package itself have an
 * empty path. Cancelling keeps what is done, and taking the package again completes it.
 */
export async function* restoreBag(
  context: CoreContext,
  path: string,
  { signal }: { readonly signal: AbortSignal },
): AsyncIterable<ReportLine> {
  let source: PackageSource;
  try {
    source = await openPackage(path);
  } catch (error) {
    yield refusal('', 0, error instanceof Error ? error.message : String(error));
    return;
  }
  try {
    const problem = await firstProblem(source, signal);
    if (problem !== null) {
      yield refusal('', sizeOf(source), problem);
      return;
    }
    yield* restoreContent(context, source, basename(path), signal);
  } finally {
    await source.close();
  }
}

function sizeOf(source: PackageSource): number {
  return source.files.reduce((sum, file) => sum + file.size, 0);
}

/** Why the package cannot be taken, or null. */
async function firstProblem(source: PackageSource, signal: AbortSignal): Promise<string | null> {
  const report = await validateBag(source, { signal });
  if (!report.valid) {
    const more = report.errors.length > 1 ? ` (and ${report.errors.length - 1} more)` : '';
    return `The package is damaged: ${report.errors[0]}${more}. Nothing was taken. Get a whole copy and add that.`;
  }
  if (!source.has('data/library.json'))
    return 'The package lacks data/library.json, so it is not one that Verbatim can restore.';
  const library = await readJson(source, 'data/library.json', LibraryRecord);
  if (library.version > packageFormatVersion)
    return `The package was written by a newer Verbatim (${library.agent}, package format ${library.version}). Update Verbatim and add it again.`;
  return null;
}

async function* restoreContent(
  context: CoreContext,
  source: PackageSource,
  name: string,
  signal: AbortSignal,
): AsyncIterable<ReportLine> {
  const library = await readJson(source, 'data/library.json', LibraryRecord);
  const codes = await context.pool.writeBatch(
    'restore.codes',
    await readJson(source, 'data/codes.json', array(CodeRecord)),
  );
  const originals = new Map(
    source.files.flatMap(({ path }) => {
      const sha256 = /^data\/originals\/([0-9a-f]{64})(?:\.[A-Za-z0-9]{1,8})?$/.exec(path)?.[1];
      return sha256 === undefined ? [] : [[sha256, path] as const];
    }),
  );
  const counts = { taken: 0, duplicate: 0, mended: 0, refused: 0 };
  const files = source.files.filter(({ path }) => /^data\/articles\/[^/]+\.json$/.test(path));
  for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    signal.throwIfAborted();
    const line = await restoreOne(context, source, file, { originals, codes, name });
    const { outcome } = line;
    counts[outcome === 'taken' || outcome === 'duplicate' || outcome === 'mended' ? outcome : 'refused'] += 1;
    yield line;
  }
  await context.pool.writeBatch(
    'restore.collections',
    await readJson(source, 'data/collections.json', array(CollectionRecord)),
  );
  await restoreAwaited(context, source, signal);
  await restoreEventLog(context, source, signal);
  // The package may have been written by older rules of what an address is.
  if (counts.taken > 0) await renewAddresses(context);
  await context.pool.writeBatch('events.record', {
    kind: 'restore',
    agent: context.agent,
    subject: null,
    outcome: counts.refused === 0 ? 'success' : 'warning',
    detail: `Package ${name}, written ${library.exported} by ${library.agent}: ${counts.taken} articles restored, ${counts.duplicate + counts.mended} were there (${counts.mended} of them mended), ${counts.refused} refused.`,
  });
}

async function restoreOne(
  context: CoreContext,
  source: PackageSource,
  file: { readonly path: string; readonly size: number },
  known: { readonly originals: ReadonlyMap<string, string>; readonly codes: CodeMap; readonly name: string },
): Promise<ReportLine> {
  const added: Sha256[] = [];
  try {
    const article = withWholeMarks(await readJson(source, file.path, ArticleRecord));
    const problem = problemOf(article, known.originals);
    if (problem !== null) return refusal(file.path, file.size, problem);
    const mended: Sha256[] = [];
    const restored = await context.originals.leased(async (lease) => {
      for (const sha256 of originalsOf(article)) {
        const original = await readOriginal(source, known.originals, sha256);
        const kept = await keepOriginals(context, lease, [original], `the package ${known.name}`);
        added.push(...kept.added);
        mended.push(...kept.mended);
      }
      return context.pool.writeBatch('restore.article', article, known.codes);
    });
    const line = { path: file.path, title: article.title, bytes: file.size };
    const put = mendedInWords({ mended: new Set(mended), lost: 0 });
    if (restored.outcome === 'taken')
      return { ...line, outcome: 'taken', article: article.id, revision: article.current, reason: put };
    await collectOriginals(context, added);
    const reason = put === null ? restored.reason : `${restored.reason} ${put}`;
    const outcome = put === null ? 'duplicate' : 'mended';
    return { ...line, outcome, article: restored.article, revision: null, reason };
  } catch (error) {
    await collectOriginals(context, added);
    if (error instanceof VerbatimError && (error.code === 'no-library' || error.code === 'library-read-only'))
      throw error;
    return refusal(file.path, file.size, explain(error));
  }
}

/** Ids are unique in a library: a package that was put together by hand may use one twice. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes('UNIQUE constraint failed')
    ? `An id in it belongs to something else in this library already (${message}). Nothing of the article was taken.`
    : message;
}

function originalsOf(article: ArticleRecord): ReadonlySet<string> {
  return new Set([
    ...article.captures.map(({ original }) => original),
    ...article.revisions.flatMap(({ images }) => images.map(({ sha256 }) => sha256)),
  ]);
}

/** An original by the hash of its bytes; a file under a wrong name is not believed. */
async function readOriginal(
  source: PackageSource,
  originals: ReadonlyMap<string, string>,
  sha256: string,
): Promise<IncomingOriginal> {
  const path = originals.get(sha256);
  if (path === undefined) throw new Error(`The package lacks the original ${sha256}.`);
  const bytes = await readWhole(source, path, largestRecord);
  const found = sha256Of(bytes);
  if (found !== sha256) throw new Error(`The file ${path} is not the original that its name says.`);
  return { bytes, sha256: found };
}

/** What in a record contradicts itself, in words for the report; null when it holds together. */
function problemOf(article: ArticleRecord, originals: ReadonlyMap<string, string>): string | null {
  const texts = new Map(article.revisions.map(({ id, text }) => [id, text]));
  const captures = new Set(article.captures.map(({ id }) => id));
  if (!texts.has(article.current)) return 'The record does not hold the revision that it calls current.';
  for (const revision of article.revisions) {
    if (!captures.has(revision.capture))
      return `Revision ${revision.number} belongs to a capture that is not in the record.`;
    if (sha256Of(revision.text) !== revision.sha256)
      return `The text of revision ${revision.number} does not have its hash.`;
    if (canonicalText(revision.document).text !== revision.text)
      return `The blocks of revision ${revision.number} do not give its text.`;
  }
  for (const sha256 of originalsOf(article))
    if (!originals.has(sha256)) return `The package lacks the original ${sha256}.`;
  for (const mark of [...article.statements, ...article.annotations]) {
    const made = mark.placements.find(({ revision }) => revision === mark.madeIn);
    // Another program's mark may never have had a place here.
    const neverPlaced = made?.placement === 'lost' && made.start === null && made.end === null;
    if (made === undefined || (!neverPlaced && wordsAt(texts, made) !== mark.quote))
      return `The words at the place of ${mark.id} are not the ones it was made on.`;
    if (mark.placements.some((placement) => placement.placement !== 'lost' && wordsAt(texts, placement) === null))
      return `A place of ${mark.id} does not lie in its text.`;
  }
  return null;
}

function wordsAt(texts: ReadonlyMap<string, string>, { revision, start, end }: PlacementRecord): string | null {
  const text = texts.get(revision);
  if (text === undefined || start === null || end === null || start >= end || end > text.length) return null;
  return text.slice(start, end);
}

/** Reads and checks one JSON file. Throws a sentence that names the file and the place in it. */
async function readJson<Schema extends GenericSchema>(
  source: PackageSource,
  path: string,
  schema: Schema,
): Promise<InferOutput<Schema>> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readWhole(source, path, largestRecord));
  const result = safeParse(schema, JSON.parse(text));
  if (result.success) return result.output;
  const issue = result.issues[0];
  const where = issue.path?.map((item) => String(item.key)).join('.') ?? '';
  throw new VerbatimError(
    'unsupported',
    `${path} is not as a package of Verbatim has it (${where}: ${issue.message}).`,
  );
}

async function restoreEventLog(context: CoreContext, source: PackageSource, signal: AbortSignal): Promise<void> {
  if (!source.has('data/events.jsonl')) return;
  const lines = createInterface({ input: Readable.from(source.stream('data/events.jsonl')) });
  let batch: EventRecord[] = [];
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const result = safeParse(EventRecord, JSON.parse(line));
    // A line of an unknown kind says nothing that the rest depends on.
    if (result.success) batch.push(result.output);
    if (batch.length < 500) continue;
    signal.throwIfAborted();
    await context.pool.writeBatch('restore.events', batch);
    batch = [];
  }
  await context.pool.writeBatch('restore.events', batch);
}
