import { availableParallelism } from 'node:os';
import type { SuggestionsRenewed, ToFindAgain } from '../../../db/queries/renew-suggestions.ts';
import {
  type ArticleId,
  type FindAgainResult,
  type NotFoundAgain,
  type Selection,
  tellsOfWords,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { selectArticles } from '../export/selection.ts';
import type { QueuedJobControl } from '../handlers.ts';
import { ProgressMeter } from '../import/report/progress-meter.ts';
import { throwUnlessWritable } from '../library/writable.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';

/** Articles that are looked up, and told of, at once. */
const chunk = 200;
/** Lines that the result names; the rest is counted. */
const mostNamed = 500;

/**
 * Looks for statements again in the present words of articles, with the rules of this version: what was suggested
 * before gives way to what is suggested now. What a person confirmed, corrected, rejected or threw away stays. What
 * is wrong with one article is told in the result; cancelling keeps what is done.
 */
export async function findAgain(
  context: CoreContext,
  selection: Selection,
  job: QueuedJobControl,
): Promise<FindAgainResult> {
  throwUnlessWritable(context);
  const { label, articles } = await selectArticles(context, selection, job.signal);
  job.about({ label });
  const progress = new ProgressMeter(job.progress);
  progress.count(0, articles.length);
  progress.countingEnded();
  const tally = new Tally();
  let cancelled = false;
  try {
    for (let start = 0; start < articles.length; start += chunk) {
      const wanted = articles.slice(start, start + chunk);
      const there = await context.pool.read('statements.toFindAgain', wanted);
      tally.missing(wanted, there);
      const renewed: ArticleId[] = [];
      try {
        await sideBySide(there, job.signal, async (one) => {
          const found = await findIn(context, one, job.signal);
          tally.add(one, found);
          if (typeof found !== 'string' && found.added + found.changed + found.gone > 0) renewed.push(one.article);
          progress.done(0, one.title);
        });
      } finally {
        if (renewed.length > 0)
          context.changes.gather(
            { subject: 'statements', ids: null, articles: renewed },
            { subject: 'speakers', ids: null },
          );
      }
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
    outcome: result.counts.failed > 0 || cancelled ? 'warning' : 'success',
    detail: inWords(result, label),
  });
  context.changes.tell({ subject: 'events' });
  return result;
}

const none: SuggestionsRenewed = { added: 0, changed: 0, gone: 0 };

/** What became of an article's suggestions, or why they could not be looked for. */
async function findIn(
  { pool, texts }: CoreContext,
  { article, revision }: ToFindAgain,
  signal: AbortSignal,
): Promise<SuggestionsRenewed | string> {
  const current = await pool.read('takeIn.current', revision).catch((error: unknown) => {
    if (tellsOfWords(error)) return error.message;
    throw error;
  });
  if (typeof current === 'string') return current;
  // Another revision is the current one by now, and has its own.
  if (current === null) return none;
  const found = await texts.work('suggestStatements', current, { signal }).catch(whyNotWorkedOn);
  if (typeof found === 'string') return found;
  const renewed = await pool.writeBatch('statements.renewSuggestions', {
    article,
    revision,
    suggestions: found.statements,
  });
  return renewed ?? none;
}

/** Works on as many at once as there are threads for texts, and one that is read or written meanwhile. */
async function sideBySide<Item>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  let failure: unknown = null;
  const oneAfterTheOther = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && failure === null; next = waiting.shift())
      try {
        signal.throwIfAborted();
        await work(next);
      } catch (error) {
        failure ??= error;
      }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, oneAfterTheOther));
  if (failure !== null) throw failure;
}

class Tally {
  readonly #counts = { unchanged: 0, renewed: 0, failed: 0 };
  readonly #suggestions = { added: 0, changed: 0, gone: 0 };
  readonly #failed: NotFoundAgain[] = [];

  add({ article, title }: Omit<ToFindAgain, 'revision'>, found: SuggestionsRenewed | string): void {
    if (typeof found === 'string') {
      this.#counts.failed += 1;
      if (this.#failed.length < mostNamed) this.#failed.push({ article, title, reason: found });
      return;
    }
    const { added, changed, gone } = found;
    this.#counts[added + changed + gone > 0 ? 'renewed' : 'unchanged'] += 1;
    this.#suggestions.added += added;
    this.#suggestions.changed += changed;
    this.#suggestions.gone += gone;
  }

  missing(wanted: readonly ArticleId[], there: readonly ToFindAgain[]): void {
    const found = new Set(there.map(({ article }) => article));
    for (const article of wanted)
      if (!found.has(article)) this.add({ article, title: article }, 'It is not in the library, or it is in the bin.');
  }

  result(cancelled: boolean): FindAgainResult {
    return { counts: this.#counts, suggestions: this.#suggestions, failed: this.#failed, cancelled };
  }
}

function inWords({ counts, suggestions, failed, cancelled }: FindAgainResult, label: string): string {
  const articles = `${counts.unchanged} unchanged, ${counts.renewed} with other suggestions, ${counts.failed} failed.`;
  const told = `Suggestions: ${suggestions.added} new, ${suggestions.changed} told otherwise, ${suggestions.gone} gone.`;
  const reasons = failed.slice(0, 5).map(({ title, reason }) => `“${title}”: ${reason}`);
  return [`${cancelled ? 'Cancelled: ' : ''}Statements found again (${label}): ${articles}`, told, ...reasons].join(
    ' ',
  );
}
