import { parse } from 'valibot';
import type { CheckableRevision } from '../../../db/queries/export.ts';
import {
  type ArticleId,
  type RevisionId,
  Sha256,
  type Span,
  tellsOfWords,
  VerbatimError,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { type ComparedRevision, compareRevisions } from './compare-revisions.ts';
import { keepNews } from './keep-outcomes.ts';

/**
 * The promise that gives the program its name, checked whenever words leave: the span lies in the
 * revision, the revision's text has its hash and follows from its document, and every run of words of
 * the document stands in the original, whose bytes have theirs. White space does not count: a reading
 * copy folds it; nor does what the original itself hides inside a sentence. A difference throws `words-differ`;
 * nothing is repaired. What is found out is kept with the revision, so that every list and page knows it from then on.
 */

/** What the check needs of the core, so that a test can give just that. */
export type CheckContext = Pick<CoreContext, 'pool' | 'originals' | 'parsers' | 'agent' | 'changes'>;

export interface VerifiedSpans {
  readonly revision: RevisionId;
  /** The revision's hash, to be told with the words. */
  readonly sha256: Sha256;
  readonly original: Sha256;
  /** The revision's canonical text, which the spans lie in. */
  readonly text: string;
}

/** Checks one revision against its hash, its document and its original. Throws `words-differ` or `not-found`. */
export async function verifyRevision(
  context: CheckContext,
  revision: RevisionId,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  await verify(context, await readRevision(context, revision), signal);
}

/**
 * Checks spans of an article's current revision (or of a given one) and returns the text that they lie in.
 * Throws `words-differ` when a span or the revision does not hold, `not-found` when it is gone.
 */
export async function verifySpans(
  context: CheckContext,
  article: ArticleId,
  spans: readonly Span[],
  revision?: RevisionId,
  signal: AbortSignal = new AbortController().signal,
): Promise<VerifiedSpans> {
  const checked =
    revision === undefined
      ? await context.pool.read('export.checkableArticle', article)
      : await context.pool.read('export.checkableRevision', revision);
  if (checked === null || checked.article !== article)
    throw new VerbatimError('not-found', 'This article is not in the library any more.', { article });
  for (const span of spans)
    if (!(span.start >= 0 && span.start < span.end && span.end <= checked.text.length))
      throw differ(
        checked,
        `the span ${span.start}–${span.end} does not lie in its text of ${checked.text.length} characters`,
      );
  await verify(context, checked, signal);
  return {
    revision: checked.id,
    sha256: checked.sha256,
    original: checked.original,
    text: checked.text,
  };
}

/**
 * Checks a reading copy before it becomes a revision of the same capture as `beside`. Throws
 * `words-differ` when the original does not hold its words.
 */
export async function verifyReadingCopy(
  context: CheckContext,
  beside: RevisionId,
  copy: Pick<CheckableRevision, 'document'> & { readonly text: string; readonly sha256: string },
  signal: AbortSignal,
): Promise<void> {
  const former = await readRevision(context, beside);
  try {
    // What becomes of it is kept once it is a revision: until then it is nobody's state.
    const candidate = { ...former, ...copy, sha256: parse(Sha256, copy.sha256) };
    throwUnlessSound(await compareRevisions(context, [candidate], signal));
  } catch (error) {
    if (!(error instanceof VerbatimError) || error.code !== 'words-differ') throw error;
    const reason = String(error.details.reason ?? error.message);
    throw new VerbatimError(
      'words-differ',
      `Nothing was changed: ${reason}, and the reading copy must have no words that the original doesn't.`,
      { ...error.details },
    );
  }
}

async function readRevision(context: CheckContext, revision: RevisionId): Promise<CheckableRevision> {
  const checked = await context.pool.read('export.checkableRevision', revision);
  if (checked === null)
    throw new VerbatimError('not-found', 'This revision is not in the library any more.', { revision });
  return checked;
}

function differ(revision: CheckableRevision, reason: string): VerbatimError {
  return new VerbatimError(
    'words-differ',
    `The words of “${revision.title}” were not given out: ${reason}. Run the check in Health, and restore the library from a backup or a hand-over package.`,
    { article: revision.article, revision: revision.id, reason },
  );
}

async function verify(context: CheckContext, revision: CheckableRevision, signal: AbortSignal): Promise<void> {
  const compared = await compareRevisions(context, [revision], signal);
  await keepNews(context, compared);
  throwUnlessSound(compared);
}

function throwUnlessSound(compared: readonly ComparedRevision[]): void {
  for (const { revision, outcome } of compared) {
    if (outcome.kind === 'sound') continue;
    if (outcome.kind === 'not-compared' && outcome.because !== 'original-changed')
      throw new VerbatimError('not-found', `${outcome.reason}.`);
    throw differ(revision, outcome.reason);
  }
}

/** One failed item of a run, as an export's report names it. */
export interface CheckFailure {
  readonly revision: RevisionId;
  readonly reason: string;
}

/** More reading copies than this are not compared at once: each of them is held in memory. */
const mostAtOnce = 100;

/**
 * The check for a run over many articles: each revision is looked at once, and an original is read once for
 * the articles that were made of it (a feed gives hundreds). Failures are returned, not thrown; what is no
 * difference of words (a lost connection, a cancel) is still thrown.
 */
export class VerbatimCheck {
  readonly #context: CheckContext;
  readonly #signal: AbortSignal;
  readonly #results = new Map<RevisionId, Promise<CheckFailure | null>>();

  constructor(context: CheckContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  /** Null when the revision holds. */
  async revision(revision: RevisionId): Promise<CheckFailure | null> {
    const known = this.#results.get(revision);
    if (known !== undefined) return known;
    const ids = await this.#context.pool.read('export.revisionsBeside', revision, mostAtOnce);
    const open = [revision, ...ids].filter((id, index, all) => !this.#results.has(id) && all.indexOf(id) === index);
    const compared = this.#compare(open);
    for (const id of open)
      this.#results.set(
        id,
        compared.then((failures) => failures.get(id) ?? null),
      );
    return (await this.#results.get(revision)) ?? null;
  }

  /** Or why it can't be read: one that is damaged says nothing against those that were made of the same file. */
  async #readable(id: RevisionId): Promise<CheckableRevision | string> {
    try {
      return (
        (await this.#context.pool.read('export.checkableRevision', id)) ??
        'This revision is not in the library any more.'
      );
    } catch (error) {
      if (tellsOfWords(error)) return error.message;
      throw error;
    }
  }

  async #compare(revisions: readonly RevisionId[]): Promise<ReadonlyMap<RevisionId, CheckFailure | null>> {
    const failures = new Map<RevisionId, CheckFailure | null>();
    const found: CheckableRevision[] = [];
    for (const id of revisions) {
      const revision = await this.#readable(id);
      if (typeof revision === 'string') failures.set(id, { revision: id, reason: revision });
      else found.push(revision);
    }
    const compared = await compareRevisions(this.#context, found, this.#signal);
    await keepNews(this.#context, compared);
    for (const { revision, outcome } of compared)
      failures.set(revision.id, outcome.kind === 'sound' ? null : { revision: revision.id, reason: outcome.reason });
    return failures;
  }
}
