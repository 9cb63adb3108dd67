import type { RevisionPlace } from '../../../db/queries/verbatim-checks.ts';
import type { CheckLine } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { JobControl } from '../handlers.ts';
import { type ComparedRevision, compareRevisions } from '../verbatim-check/compare-revisions.ts';
import { keepOutcomes } from '../verbatim-check/keep-outcomes.ts';

/** Reading copies that are held at once. */
const page = 64;

/**
 * Compares every reading copy with its original, in the parser threads, and keeps what was found with each: the
 * reader, lists and the terminal tell it from there. Yields a line for each that differs, then one for all. Copies of
 * originals that are missing or were changed can't be compared; that fault has its own line already.
 */
export async function* checkReadingCopies(context: CoreContext, job: JobControl): AsyncGenerator<CheckLine> {
  const started = performance.now();
  const total = await context.pool.read('verbatim.countRevisions');
  const counts = { sound: 0, differs: 0, 'not-compared': 0, unsound: 0 };
  let firstReason: string | null = null;
  let after: RevisionPlace = { original: 0, row: 0 };
  for (;;) {
    const rows = await context.pool.readWith({ signal: job.signal }, 'verbatim.revisionsByOriginal', after, page);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = { original: last.original, row: last.row };
    const compared = await comparePage(context, rows, job.signal);
    for (const { revision, outcome } of compared) {
      if (outcome.kind === 'not-compared' && outcome.because !== 'not-read') {
        counts.unsound += 1;
        continue;
      }
      counts[outcome.kind] += 1;
      if (outcome.kind === 'not-compared') firstReason ??= outcome.reason;
      if (outcome.kind === 'differs')
        yield {
          check: 'reading copy',
          ok: false,
          detail: `The reading copy of “${revision.title}” differs: ${outcome.reason}. It is neither cited nor exported. Take the original in again in another library, or extract it again.`,
        };
    }
    await keepOutcomes(context, compared);
    job.progress({
      phase: 'working',
      items: { done: counts.sound + counts.differs + counts['not-compared'] + counts.unsound, total },
      bytes: { done: 0, total: 0 },
      secondsLeft: null,
      current: null,
    });
  }
  yield summary(counts, firstReason, (performance.now() - started) / 1000);
}

/** Originals are read side by side, as many as there are parser threads. */
async function comparePage(
  context: CoreContext,
  rows: readonly (RevisionPlace & { readonly id: ComparedRevision['revision']['id'] })[],
  signal: AbortSignal,
): Promise<ComparedRevision[]> {
  const groups = [...Map.groupBy(rows, ({ original }) => original).values()];
  const compared: ComparedRevision[] = [];
  for (let at = 0; at < groups.length; at += context.parsers.size) {
    signal.throwIfAborted();
    const together = groups.slice(at, at + context.parsers.size).map(async (group) => {
      const revisions = await Promise.all(group.map(({ id }) => context.pool.read('export.checkableRevision', id)));
      return compareRevisions(
        context,
        revisions.filter((revision) => revision !== null),
        signal,
      );
    });
    compared.push(...(await Promise.all(together)).flat());
  }
  return compared;
}

function summary(
  counts: Readonly<Record<'sound' | 'differs' | 'not-compared' | 'unsound', number>>,
  reason: string | null,
  seconds: number,
): CheckLine {
  const { sound, differs, 'not-compared': left, unsound } = counts;
  const time = seconds < 1 ? 'less than a second' : `${Math.round(seconds)} s`;
  const sentences = [`${sound + differs} reading copies were compared with their originals in ${time}`];
  sentences.push(differs === 0 ? 'each says what its original says.' : `${differs} of them differ.`);
  const more = left === 0 ? '' : ` ${left} could not be compared (${reason}).`;
  const told = unsound === 0 ? '' : ` ${unsound} have an original that is missing or was changed, as told above.`;
  return { check: 'reading copies', ok: differs === 0 && left === 0, detail: `${sentences.join(': ')}${more}${told}` };
}
