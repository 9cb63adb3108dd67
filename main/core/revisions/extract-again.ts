import type { ReadCapture } from '../../../db/queries/extraction.ts';
import {
  type ArticleId,
  type ExtractAgainResult,
  type ExtractionLine,
  extractionOutcomes,
  placements,
  type Selection,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { selectArticles } from '../export/selection.ts';
import type { QueuedJobControl } from '../handlers.ts';
import { ProgressMeter } from '../import/report/progress-meter.ts';
import { throwUnlessWritable } from '../library/writable.ts';
import { type Mending, mendWords } from './mend-words.ts';
import { readAgain } from './read-again.ts';

/** Articles that are looked up at once. */
const chunk = 500;
/** How many originals may be under way for each parser. */
const originalsAhead = 2;
/** How many bytes of originals may be under way; a larger one is read alone. */
const bytesAhead = 64 * 1024 * 1024;
/** Lines that the result names; the rest is counted. */
const mostNamed = 500;

/**
 * Reads articles again from their originals with the present extractors. An article gets a new revision
 * of the same capture where the reading differs; its marks are placed in it. What is up to date is passed
 * over, so a run that was cancelled or broken off goes on where it was when it is started again.
 */
export async function extractAgain(
  context: CoreContext,
  selection: Selection,
  job: QueuedJobControl,
): Promise<ExtractAgainResult> {
  throwUnlessWritable(context);
  const { label, articles } = await selectArticles(context, selection, job.signal);
  job.about({ label });
  const progress = new ProgressMeter(job.progress);
  progress.count(0, articles.length);
  progress.countingEnded();
  const tally = new Tally();
  const tell = (lines: readonly ExtractionLine[]): void => {
    if (lines.length === 0) return;
    tally.add(lines);
    for (const { title } of lines) progress.done(0, title);
    context.emit('extraction.lines', { lines });
    const changed = lines.flatMap(({ outcome, article }) =>
      outcome === 'revision' || outcome === 'mended' ? article : [],
    );
    if (changed.length > 0)
      context.changes.gather(
        { subject: 'articles', ids: changed },
        { subject: 'statements', ids: null, articles: changed },
        { subject: 'annotations', ids: null, articles: changed },
        { subject: 'speakers', ids: null },
      );
  };
  let cancelled = false;
  try {
    for (let start = 0; start < articles.length; start += chunk) {
      const wanted = articles.slice(start, start + chunk);
      const mendings = await mendWords(context, wanted, job.signal);
      const captures = await context.pool.read('extraction.captures', wanted);
      tell(missingFrom(captures, wanted));
      const [damaged, whole] = partition(captures, ({ article }) => mendings.get(article)?.failed != null);
      tell(damaged.map((capture) => notMended(capture, mendings.get(capture.article)?.failed ?? '')));
      await readChunk(context, whole, job.signal, (lines) => tell(lines.map((line) => withMending(line, mendings))));
    }
  } catch (error) {
    if (!job.signal.aborted) throw error;
    cancelled = true;
  } finally {
    progress.finish();
  }
  const result = tally.result(cancelled);
  await context.pool.writeBatch('events.record', {
    kind: 'extraction',
    agent: context.agent,
    subject: null,
    outcome: result.counts.failed + result.placed.lost > 0 || cancelled ? 'warning' : 'success',
    detail: inWords(result, label),
  });
  context.changes.tell({ subject: 'health' }, { subject: 'events' });
  return result;
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function notMended({ article, title }: ReadCapture, reason: string): ExtractionLine {
  return { article, title, outcome: 'failed', revision: null, placed: null, reason };
}

/** What else became of an article whose damaged words were made again. */
function withMending(line: ExtractionLine, mendings: ReadonlyMap<ArticleId, Mending>): ExtractionLine {
  const mended = mendings.get(line.article)?.mended ?? null;
  if (mended === null) return line;
  if (line.outcome === 'unchanged') return { ...line, outcome: 'mended', reason: mended };
  return { ...line, reason: line.reason === null ? mended : `${mended} ${line.reason}` };
}

function missingFrom(captures: readonly ReadCapture[], wanted: readonly ArticleId[]): ExtractionLine[] {
  const found = new Set(captures.map(({ article }) => article));
  const reason = 'It is not in the library, or it is in the bin.';
  return wanted
    .filter((article) => !found.has(article))
    .map((article) => ({ article, title: article, outcome: 'failed', revision: null, placed: null, reason }));
}

/** Originals are read side by side, as many as the parsers can bear. Articles of one original are read together. */
async function readChunk(
  context: CoreContext,
  captures: readonly ReadCapture[],
  signal: AbortSignal,
  tell: (lines: readonly ExtractionLine[]) => void,
): Promise<void> {
  const running = new Set<Promise<void>>();
  let under = 0;
  let failure: unknown = null;
  try {
    for (const group of Map.groupBy(captures, ({ original, format }) => `${original} ${format}`).values()) {
      const bytes = group[0]?.bytes ?? 0;
      while (running.size > 0 && (running.size >= context.parsers.size * originalsAhead || under + bytes > bytesAhead))
        await Promise.race(running);
      if (failure !== null) throw failure;
      signal.throwIfAborted();
      under += bytes;
      const reading = readAgain(context, group, signal)
        .then(tell, (error: unknown) => {
          failure ??= error;
        })
        .finally(() => {
          running.delete(reading);
          under -= bytes;
        });
      running.add(reading);
    }
  } finally {
    await Promise.all(running);
  }
  if (failure !== null) throw failure;
}

/** What became of all, and by name what a person will want to look at. */
class Tally {
  readonly #counts = { unchanged: 0, mended: 0, revision: 0, failed: 0 };
  readonly #placed = { exact: 0, moved: 0, changed: 0, lost: 0 };
  readonly #marksChanged: ExtractionLine[] = [];
  readonly #failed: ExtractionLine[] = [];

  add(lines: readonly ExtractionLine[]): void {
    for (const line of lines) {
      this.#counts[line.outcome] += 1;
      for (const placement of placements) this.#placed[placement] += line.placed?.[placement] ?? 0;
      if (line.outcome === 'failed' && this.#failed.length < mostNamed) this.#failed.push(line);
      const { changed, lost } = line.placed ?? { changed: 0, lost: 0 };
      if (changed + lost > 0 && this.#marksChanged.length < mostNamed) this.#marksChanged.push(line);
    }
  }

  result(cancelled: boolean): ExtractAgainResult {
    return {
      counts: this.#counts,
      placed: this.#placed,
      marksChanged: this.#marksChanged,
      failed: this.#failed,
      cancelled,
    };
  }
}

function inWords({ counts, placed, failed, cancelled }: ExtractAgainResult, label: string): string {
  const words = { unchanged: 'unchanged', mended: 'mended', revision: 'with a new revision', failed: 'failed' };
  const told = extractionOutcomes
    .filter((outcome) => outcome !== 'mended' || counts.mended > 0)
    .map((outcome) => `${counts[outcome]} ${words[outcome]}`)
    .join(', ');
  const marks = `Marks placed again: ${placements.map((placement) => `${placed[placement]} ${placement}`).join(', ')}.`;
  const reasons = failed.slice(0, 5).map(({ title, reason }) => `“${title}”: ${reason}`);
  return [`${cancelled ? 'Cancelled: ' : ''}Extracted again (${label}): ${told}.`, marks, ...reasons].join(' ');
}
