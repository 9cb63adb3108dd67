import { basename } from 'node:path';
import {
  type ArticleId,
  assertNever,
  type CheckedJobInput,
  type ExportFormat,
  type ExportResult,
  explainSystemError,
  VerbatimError,
} from '../../contract/index.ts';
import { Codebook, type LeavingArticle } from '../../formats/write/marks.ts';
import type { CoreContext } from '../context.ts';
import type { JobControl, JobHandlers, QueuedJobControl } from '../handlers.ts';
import { VerbatimCheck } from '../verbatim-check/index.ts';
import { ArticleChecker } from './checked-article.ts';
import { slugOf } from './file-name.ts';
import { formatHolds, type Takes } from './formats.ts';
import { peopleThatLeave } from './people.ts';
import { type Scope, scopeOf } from './scope.ts';
import { type SelectedArticles, selectArticles } from './selection.ts';
import { WorkFolder } from './spool.ts';
import { openTarget } from './target.ts';
import { type ExportWork, type PackageWriter, Tally } from './work.ts';

export function exportJobs(context: CoreContext): Pick<JobHandlers, 'export.run'> {
  return { 'export.run': (input, job) => runExport(context, input, job) };
}

/**
 * Hands a selection over. Every article passes the verbatim check first; what fails is left out and
 * named. The package is written under a temporary name, read back and validated, and only then gets
 * its own; a cancelled or failed export leaves nothing behind.
 */
async function runExport(
  context: CoreContext,
  input: CheckedJobInput<'export.run'>,
  job: QueuedJobControl,
): Promise<ExportResult> {
  const at = new Date();
  const selected = await selectArticles(context, input.selection, job.signal);
  job.about({ label: `${input.format}: ${selected.label}` });
  if (selected.articles.length === 0)
    throw new VerbatimError(
      'not-found',
      `There is no article in the selection (${selected.label}); nothing was written.`,
    );
  const library = input.selection.of === 'everything' ? slugOf(basename(context.libraryPath)) : 'verbatim';
  const name = `${library}-${at.toISOString().slice(0, 19).replaceAll(':', '')}`;
  const folder = await WorkFolder.make();
  try {
    return await writePackage(context, input, job, { at, selected, name, folder });
  } catch (error) {
    throw explained(error);
  } finally {
    await folder.remove();
  }
}

/** What the system says of the place, in words for a person; everything else as it is. */
function explained(error: unknown): unknown {
  if (error instanceof VerbatimError) return error;
  const told = explainSystemError(error);
  if (told !== null)
    return new VerbatimError(told.code, `${told.message} Nothing of the package was left behind.`, told.details, {
      cause: error,
    });
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ENOTDIR' && code !== 'ENOENT' && code !== 'EEXIST') return error;
  return new VerbatimError(
    'input-output',
    'This place cannot be written to: a folder on the way to it is a file, or was taken away. Choose another place. Nothing was left behind.',
    {},
    { cause: error },
  );
}

interface Plan {
  readonly at: Date;
  readonly selected: SelectedArticles;
  readonly name: string;
  readonly folder: WorkFolder;
}

async function writePackage(
  context: CoreContext,
  input: CheckedJobInput<'export.run'>,
  job: JobControl,
  { at, selected, name, folder }: Plan,
): Promise<ExportResult> {
  const target = await openTarget(context, input.format, input.target, name, at);
  const scope = scopeOf(input.selection, input.notes, formatHolds[input.format].takes);
  const codebook = new Codebook(await context.pool.read('export.codes'));
  const people = await peopleThatLeave(context, scope);
  const leaving: Leaving = { takes: formatHolds[input.format].takes, scope, codebook, people };
  const tally = new Tally(selected.articles.length, job.progress);
  const work: ExportWork = {
    context,
    name,
    label: scope.notes ? selected.label : selected.plainLabel,
    library: scope.whole ? basename(context.libraryPath) : null,
    at,
    scope,
    codebook,
    people,
    folder,
    signal: job.signal,
    tally,
    articles: () => checkedArticles(context, selected.articles, leaving, tally, job.signal),
  };
  let result: ExportResult;
  try {
    const write = await writerOf(input.format);
    const written = await write(work, target.sink);
    job.signal.throwIfAborted();
    tally.finishing();
    await target.sink.publish();
    result = {
      format: input.format,
      articles: tally.articles,
      statements: tally.statements,
      annotations: tally.annotations,
      ...written,
      leftOut: tally.leftOut,
      brokenSeals: tally.brokenSeals,
      download: target.downloadName === null ? null : context.downloads.register(target.path, target.downloadName),
      written: target.downloadName === null ? target.path : null,
    };
  } catch (error) {
    await target.sink.abort();
    throw error;
  }
  await record(context, result, selected.label);
  return result;
}

/** Loaded when something is written: a library that is only read needs none of them. */
async function writerOf(format: ExportFormat): Promise<PackageWriter> {
  switch (format) {
    case 'bagit':
    case 'bagit-zip':
      return (await import('./write-bag.ts')).writeBag;
    case 'markdown':
      return (await import('./write-plain.ts')).writeMarkdown;
    case 'csv':
      return (await import('./write-plain.ts')).writeCsv;
    case 'json-lines':
      return (await import('./write-plain.ts')).writeJsonLines;
    case 'tei':
      return (await import('./write-plain.ts')).writeTei;
    case 'dna':
      return (await import('./write-dna.ts')).writeDna;
    case 'annotations':
      return (await import('./write-annotations.ts')).writeAnnotations;
    default:
      return assertNever(format);
  }
}

/** How articles leave. */
interface Leaving extends Pick<LeavingArticle, 'codebook' | 'people'> {
  readonly takes: Takes;
  readonly scope: Scope;
}

/** The articles in order, each checked; as many are checked ahead as there are parsers. */
async function* checkedArticles(
  context: CoreContext,
  ids: readonly ArticleId[],
  { takes, scope, codebook, people }: Leaving,
  tally: Tally,
  signal: AbortSignal,
): AsyncIterable<LeavingArticle> {
  const checker = new ArticleChecker(context, new VerbatimCheck(context, signal), { takes, scope });
  const ahead: Promise<Awaited<ReturnType<typeof checker.article>>>[] = [];
  let next = 0;
  const fill = (): void => {
    for (; ahead.length <= context.parsers.size && next < ids.length; next += 1) {
      const id = ids[next];
      if (id === undefined) continue;
      const checked = checker.article(id);
      // Whoever reads it sees the failure; until then nobody does, and that is no defect.
      checked.catch(() => undefined);
      ahead.push(checked);
    }
  };
  for (fill(); ahead.length > 0; fill()) {
    signal.throwIfAborted();
    const checked = await ahead.shift();
    if (checked === undefined) break;
    tally.leftOut.push(...checked.leftOut);
    tally.looked(checked.article?.title ?? null);
    const { article, confirmedByPackage, codesOn } = checked;
    if (article !== null) yield { article, confirmedByPackage, codesOn, codebook, people };
  }
}

async function record(context: CoreContext, result: ExportResult, label: string): Promise<void> {
  if (!context.pool.writable) return;
  const left = result.leftOut.length;
  await context.pool.write('events.record', {
    kind: 'export',
    agent: context.agent,
    subject: null,
    outcome: left === 0 ? 'success' : 'warning',
    detail:
      `${result.format} of ${label}: ${result.articles} articles, ${result.statements} statements, ${result.annotations} annotations; ` +
      `${left === 0 ? 'every word checked' : `${left} left out by the verbatim check`}; validated.`,
  });
  context.changes.tell({ subject: 'events' });
}
