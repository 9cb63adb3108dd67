import * as v from 'valibot';
import { ColumnField } from './columns.ts';
import { ManyDecided, type ManyDecidedResult } from './decisions.ts';
import type { ErrorData } from './errors.ts';
import type { ExportResult } from './exports.ts';
import { exportChoice } from './exports.ts';
import type { ExtractAgainResult } from './extraction.ts';
import type { FindAgainResult } from './find-again.ts';
import type { Backup, CheckLine } from './health.ts';
import { ActId, GrantId, ImportId, type JobId, StatementId } from './ids.ts';
import type { ImportSummary, ReportFile } from './imports.ts';
import { ImportOutcome } from './imports.ts';
import type { Instant } from './instant.ts';
import { ledgerFilter } from './ledger.ts';
import { Selection } from './selection.ts';
import { Sureness } from './settings.ts';

/**
 * A job: a request, progress while it runs, a result. It belongs to the core, whoever started it: a page that is
 * reloaded finds it again by `jobs.list` and `jobs.attach`. To call it by its name is to start it, to attach to it
 * and to cancel it when the caller's signal aborts.
 */
export interface Job<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  /** Never set: carries the result's type. */
  readonly output?: Output;
}
function job<Output>() {
  return <Input extends v.GenericSchema>(input: Input): Job<Input, Output> => ({ input });
}

/** How far a job is. Totals grow while a folder is still being walked; then `counting` is true. */
export interface Progress {
  readonly phase: 'counting' | 'working' | 'validating' | 'finishing';
  readonly items: { readonly done: number; readonly total: number };
  readonly bytes: { readonly done: number; readonly total: number };
  /** Null until it can be said honestly. */
  readonly secondsLeft: number | null;
  /** What is being worked on, for a person to recognise. */
  readonly current: string | null;
}

/** What an import is asked to do. */
export const ImportRequest = v.object({
  grants: v.pipe(v.array(GrantId), v.minLength(1)),
  collection: v.optional(v.nullable(v.string()), null),
  /** Whether web archives are copied into the library, or only referred to where they lie. Uploads always are. */
  copyArchives: v.optional(v.boolean(), false),
  /** For each field the name of its column, for tables that have such columns; it is remembered. */
  columns: v.optional(v.nullable(v.record(ColumnField, v.string())), null),
});

export const jobs = {
  /** Files, folders, bags and foreign annotations that the person chose: `imports.begin` and `import.resume` in one. */
  'import.run': job<ImportSummary>()(ImportRequest),
  /** Runs an import that waits, was paused or was interrupted, when those before it have ended. */
  'import.resume': job<ImportSummary>()(v.object({ id: ImportId })),
  /** The lines of a report as CSV. */
  'import.report': job<ReportFile>()(
    v.object({
      id: ImportId,
      outcome: v.optional(ImportOutcome),
      words: v.optional(v.string()),
      /** The chosen target, or null to fetch it as a download. */
      target: v.nullable(GrantId),
    }),
  ),
  /** The sample collection that comes with Verbatim. */
  'import.sample': job<ImportSummary>()(v.strictObject({})),
  'export.run': job<ExportResult>()(
    v.object({
      ...exportChoice,
      /** The chosen target, or null to fetch the package as a download. */
      target: v.nullable(GrantId),
    }),
  ),
  /** Reads articles again from their originals with the present extractors. */
  'articles.extractAgain': job<ExtractAgainResult>()(v.object({ selection: Selection })),
  /** Looks for statements again in the present words of articles. What a person decided about stays as it is. */
  'statements.findAgain': job<FindAgainResult>()(v.object({ selection: Selection })),
  /** Confirms, rejects, makes suggestions again or gives a speaker: many statements in one act, which can be taken back. */
  'statements.decideMany': job<ManyDecidedResult>()(
    v.object({
      which: v.union([
        v.object({
          ids: v.pipe(v.array(StatementId), v.minLength(1), v.maxLength(10_000)),
          /** What was shown: suggestions that are less sure are left as they are. */
          leastSure: v.optional(Sureness),
        }),
        /** All that the ledger lists under a filter; `total` is how many whoever decides saw. */
        v.object({ filter: v.object(ledgerFilter), total: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      ]),
      decision: ManyDecided,
    }),
  ),
  /** Takes such an act back. What was decided since about one of them stays. */
  'statements.takeManyBack': job<{ readonly changed: number }>()(v.object({ act: ActId })),
  'health.check': job<{ readonly ok: boolean; readonly lines: readonly CheckLine[] }>()(v.strictObject({})),
  'health.backup': job<Backup>()(v.strictObject({})),
} as const;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = v.InferInput<Jobs[Name]['input']>;
export type CheckedJobInput<Name extends JobName> = v.InferOutput<Jobs[Name]['input']>;
export type JobOutput<Name extends JobName> = NonNullable<Jobs[Name]['output']>;

/** `interrupted`: ended because the library was closed, not because somebody cancelled it. */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export type JobState = (typeof jobStates)[number];

/** A job as the core knows it, for every page to show. What it was asked stays with the core: grants are nobody else's. */
export interface JobSummary {
  readonly id: JobId;
  readonly name: JobName;
  readonly state: JobState;
  /** What it is about, for a person to recognise; null until that is known. */
  readonly label: string | null;
  /** The import that it runs; null for every other job. */
  readonly import: ImportId | null;
  /** The last that was told. */
  readonly progress: Progress | null;
  readonly began: Instant;
  readonly ended: Instant | null;
  /** Whether `jobs.attach` gives a result. A job that was cancelled may have one: what it had done. */
  readonly hasResult: boolean;
  readonly error: ErrorData | null;
  /** Whether a person has put its end away. */
  readonly dismissed: boolean;
}

/** Whether a job is not over. */
export function isUnderWay({ state }: Pick<JobSummary, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}

export const jobNames = Object.keys(jobs) as readonly JobName[];
