import { basename } from 'node:path';
import type { CodeMap } from '../../../db/queries/restore/codes.ts';
import { type ArticleRecord, type Sha256, shownName, VerbatimError } from '../../contract/index.ts';
import { readerByName } from '../../formats/registry.ts';
import { imageType } from '../../formats/shared/html/images.ts';
import { type PackageSource, readWhole } from '../../formats/shared/package/package.ts';
import { renewAddresses } from '../articles/renew-addresses.ts';
import type { CoreContext } from '../context.ts';
import { openPackage } from '../export/open-package.ts';
import { mendedInWords } from '../import/commit/mend-known.ts';
import { type ReportLine, refusal } from '../import/report/report.ts';
import { collectOriginals } from '../originals/collect.ts';
import { sha256Of } from '../originals/hash.ts';
import type { Lease } from '../originals/leases.ts';
import { keepOriginals } from '../originals/mend.ts';
import { suggestIn } from '../revisions/settle.ts';
import { contradictionIn, originalsOf, withOwnCue, withOwnSurroundings, wrongMark } from './article-claims.ts';
import { restoreAwaited } from './awaited.ts';
import { compareRecord } from './compare-record.ts';
import { restoreEvents } from './events.ts';
import { type InspectedPackage, inspectPackage } from './inspect.ts';
import { readArticleRecord } from './members.ts';
import { withWholeMarks } from './whole-marks.ts';

/** An original is read whole to be compared with what was made of it. */
const largestOriginal = 512 * 1024 * 1024;

/**
 * Takes a package in: looked through to its end first, and refused whole when anything but an article is wrong
 * in it; then codes, articles with everything that belongs to them, collections, and the log. Each article is a
 * line; what is here already under its id is left as it is and told. Lines about the package itself have an
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
    const inspected = await inspectPackage(source, signal);
    if (typeof inspected === 'string') yield refusal('', sizeOf(source), inspected);
    else yield* restoreContent(context, source, inspected, basename(path), signal);
  } finally {
    await source.close();
  }
}

function sizeOf(source: PackageSource): number {
  return source.files.reduce((sum, file) => sum + file.size, 0);
}

async function* restoreContent(
  context: CoreContext,
  source: PackageSource,
  inspected: InspectedPackage,
  name: string,
  signal: AbortSignal,
): AsyncIterable<ReportLine> {
  const { library, originals, articles, miscount } = inspected;
  if (miscount !== null) yield refusal('', 0, miscount);
  const codes = await context.pool.writeBatch('restore.codes', inspected.codes);
  const counts = { taken: 0, partial: 0, duplicate: 0, mended: 0, refused: 0 };
  const inPackage = new Set<string>();
  for (const { file, problem } of articles) {
    signal.throwIfAborted();
    const restored =
      problem === null
        ? await restoreOne(context, source, file, { originals, codes, package: name, signal })
        : { line: refusal(file.path, file.size, problem), article: null };
    const { outcome } = restored.line;
    counts[isCounted(outcome, counts) ? outcome : 'refused'] += 1;
    if (restored.article !== null) inPackage.add(restored.article);
    yield restored.line;
  }
  await context.pool.writeBatch('restore.collections', inspected.collections, [...inPackage]);
  await context.pool.writeBatch('restore.people', library.speakers, { agent: context.agent, package: name });
  await restoreAwaited(context, source, signal);
  await restoreEvents(context, source, name, signal);
  // The package may have been written by older rules of what an address is.
  if (counts.taken + counts.partial > 0) await renewAddresses(context);
  await context.pool.writeBatch('events.record', {
    kind: 'restore',
    agent: context.agent,
    subject: null,
    outcome: counts.refused + counts.partial === 0 ? 'success' : 'warning',
    detail: `Package ${name}, written ${library.exported} by ${library.agent}: ${counts.taken} articles restored${counts.partial === 0 ? '' : `, ${counts.partial} in part`}, ${counts.duplicate + counts.mended} were there (${counts.mended} of them mended), ${counts.refused} refused.`,
  });
}

function isCounted<Name extends string>(outcome: string, counts: Readonly<Record<Name, number>>): outcome is Name {
  return outcome in counts;
}

interface Known {
  readonly originals: ReadonlyMap<string, string>;
  readonly codes: CodeMap;
  /** The package's name. */
  readonly package: string;
  readonly signal: AbortSignal;
}

interface Restored {
  readonly line: ReportLine;
  /** The article's id where it is in the library now. */
  readonly article: string | null;
}

async function restoreOne(
  context: CoreContext,
  source: PackageSource,
  file: { readonly path: string; readonly size: number },
  known: Known,
): Promise<Restored> {
  const refuse = (reason: string): Restored => ({ line: refusal(file.path, file.size, reason), article: null });
  const kept: KeptFiles = { added: [], mended: [] };
  try {
    const record = withWholeMarks(await readArticleRecord(source, file.path));
    // Read a second time: the file may be another one by now.
    const contradiction = contradictionIn(record);
    if (contradiction !== null) return refuse(contradiction);
    const marked = withSoundMarks(record);
    const restored = await context.originals.leased(async (lease) => {
      await keepFiles(context, source, lease, record, known, kept);
      const compared = await compareRecord(context, withOwnFiles(marked.article), {
        package: known.package,
        lease,
        signal: known.signal,
      });
      if (compared.kind === 'refused') return { outcome: 'refused', reason: compared.reason } as const;
      const { article, leftOut, toldAlone } = compared;
      const { codes, package: name } = known;
      const by = { codes, agent: context.agent, package: name, toldAlone };
      const written = await context.pool.writeBatch('restore.article', article, by);
      return written.outcome === 'taken'
        ? { outcome: 'taken' as const, article, leftOut: [...unreadIn(record), ...marked.leftOut, ...leftOut] }
        : written;
    });
    // What was read here has had nobody look for statements in it yet.
    if (restored.outcome === 'taken' && !record.revisions.some(({ id }) => id === restored.article.current))
      await suggestIn(context, { article: restored.article.id, revision: restored.article.current, urgent: false });
    const put = mendedInWords({ mended: new Set(kept.mended), lost: 0 });
    if (restored.outcome === 'taken') {
      const { article, leftOut } = restored;
      const reasons = put === null ? leftOut : [...leftOut, put];
      return {
        line: {
          path: file.path,
          title: article.title,
          bytes: file.size,
          outcome: leftOut.length === 0 ? 'taken' : 'partial',
          article: article.id,
          revision: article.current,
          reason: reasons.length === 0 ? null : reasons.join(' '),
        },
        article: article.id,
      };
    }
    await collectOriginals(context, kept.added);
    if (restored.outcome === 'refused') return refuse(restored.reason);
    return {
      line: {
        path: file.path,
        title: record.title,
        bytes: file.size,
        outcome: put === null ? 'duplicate' : 'mended',
        article: restored.article,
        revision: null,
        reason: put === null ? restored.reason : `${restored.reason} ${put}`,
      },
      article: restored.article,
    };
  } catch (error) {
    await collectOriginals(context, kept.added);
    known.signal.throwIfAborted();
    if (error instanceof VerbatimError && (error.code === 'no-library' || error.code === 'library-read-only'))
      throw error;
    return refuse(explain(error));
  }
}

/** What the package says of revisions that it couldn't hold, in a sentence each. */
function unreadIn({ unread = [], captures }: ArticleRecord): string[] {
  return unread.map(({ number, capture }) => {
    const name = captures.find(({ id }) => id === capture)?.name;
    const file = name === undefined ? '' : ` The file it was made of, “${shownName(name)}”, is.`;
    return `Its revision ${number} is not in the package: its words could not be read where that was written.${file}`;
  });
}

/** Marks that are named one by one. */
const mostNamed = 5;

/** The article with the marks that are what they say; and a sentence for each of the others. */
function withSoundMarks(article: ArticleRecord): { readonly article: ArticleRecord; readonly leftOut: string[] } {
  const texts = new Map<string, string>(article.revisions.map(({ id, text }) => [id, text]));
  const leftOut: string[] = [];
  let unnamed = 0;
  const keep = <Mark extends ArticleRecord['statements'][number] | ArticleRecord['annotations'][number]>(
    marks: readonly Mark[],
    kind: string,
  ): Mark[] =>
    marks.flatMap((mark) => {
      const problem = wrongMark(mark, texts);
      if (problem === null) return [withOwnCue(withOwnSurroundings(mark, texts), texts)];
      if (leftOut.length < mostNamed) leftOut.push(`The ${kind} “${shorten(mark.quote)}” was left out: ${problem}.`);
      else unnamed += 1;
      return [];
    });
  const sound = {
    ...article,
    statements: keep(article.statements, 'statement'),
    annotations: keep(article.annotations, 'annotation'),
  };
  if (unnamed > 0) leftOut.push(`${unnamed} more marks were left out for the like.`);
  return { article: sound, leftOut };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77).toWellFormed()}…`;
}

/** Ids are unique in a library: a package that was put together by hand may use one twice. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes('UNIQUE constraint failed')
    ? `An id in it belongs to something else in this library already (${message}). Nothing of the article was taken.`
    : message;
}

interface KeptFiles {
  readonly added: Sha256[];
  readonly mended: Sha256[];
}

/**
 * Stores the originals of an article under the hashes of their bytes, and notes them in `kept`. Throws a sentence for
 * a file under a wrong name, and for a picture that is none: neither is believed.
 */
async function keepFiles(
  context: CoreContext,
  source: PackageSource,
  lease: Lease,
  record: ArticleRecord,
  known: Known,
  kept: KeptFiles,
): Promise<void> {
  for (const sha256 of originalsOf(record)) {
    const path = known.originals.get(sha256);
    if (path === undefined) throw new Error(`The package lacks the original ${sha256}.`);
    const bytes = await readWhole(source, path, largestOriginal);
    const found = sha256Of(bytes);
    if (found !== sha256) throw new Error(`The file ${path} is not the original that its name says.`);
    const wrong = wrongOfFile(record, sha256, bytes);
    if (wrong !== null) throw new Error(`The file ${path} ${wrong}.`);
    const { added, mended } = await keepOriginals(
      context,
      lease,
      [{ bytes, sha256: found }],
      `the package ${known.package}`,
    );
    kept.added.push(...added);
    kept.mended.push(...mended);
  }
}

/** What the record says of a stored file and its bytes don't, in words behind its name; or null. */
function wrongOfFile(record: ArticleRecord, sha256: string, bytes: Uint8Array): string | null {
  const pictures = record.revisions.flatMap(({ images }) => images.filter((image) => image.sha256 === sha256));
  for (const { mediaType } of pictures)
    if (imageType(bytes) !== mediaType) return `is no picture of the type ${mediaType}, as the record says`;
  const captures = record.captures.filter(({ original }) => original === sha256);
  return [...pictures, ...captures].some((one) => one.bytes !== bytes.byteLength)
    ? 'does not have as many bytes as the record says'
    : null;
}

/** The media type of a stored file follows from the reader it was read by. */
function withOwnFiles(record: ArticleRecord): ArticleRecord {
  const captures = record.captures.map((capture) => ({
    ...capture,
    mediaType: readerByName(capture.format)?.mediaType ?? capture.mediaType,
  }));
  return { ...record, captures };
}
