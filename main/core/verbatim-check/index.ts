import { createHash } from 'node:crypto';
import { parse } from 'valibot';
import type { CheckableRevision } from '../../../db/queries/export.ts';
import {
  type ArticleId,
  canonicalText,
  type RevisionId,
  runsOf,
  Sha256,
  type Span,
  storable,
  VerbatimError,
  wholeCharacters,
} from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { squeeze, standsIn } from './stands-in.ts';

/**
 * The promise that gives the program its name, checked whenever words leave: the span lies in the
 * revision, the revision's text has its hash and follows from its document, and every run of words of
 * the document stands in the original, whose bytes have theirs. White space does not count: a reading
 * copy folds it; nor does what the page itself hides inside a sentence. A difference throws `words-differ`; nothing is repaired.
 */

/** What the check needs of the core, so that a test can give just that. */
export type CheckContext = Pick<CoreContext, 'pool' | 'originals' | 'parsers'>;

export interface VerifiedSpan {
  readonly revision: RevisionId;
  /** The revision's hash, to be told with the words. */
  readonly sha256: Sha256;
  readonly original: Sha256;
  /** The exact words. */
  readonly words: string;
}

/** Checks one revision against its hash, its document and its original. Throws `words-differ` or `not-found`. */
export async function verifyRevision(
  context: CheckContext,
  revision: RevisionId,
  signal: AbortSignal = new AbortController().signal,
  wordsOf: WordsOf = (of) => originalWords(context, of, signal),
): Promise<void> {
  await verify(await readRevision(context, revision), wordsOf);
}

/**
 * Checks a span of an article's current revision (or of a given one) and returns its exact words.
 * Throws `words-differ` when the span or the revision does not hold, `not-found` when it is gone.
 */
export async function verifySpan(
  context: CheckContext,
  article: ArticleId,
  span: Span,
  revision?: RevisionId,
  signal: AbortSignal = new AbortController().signal,
): Promise<VerifiedSpan> {
  const checked =
    revision === undefined
      ? await context.pool.read('export.checkableArticle', article)
      : await context.pool.read('export.checkableRevision', revision);
  if (checked === null || checked.article !== article)
    throw new VerbatimError('not-found', 'This article is not in the library any more.', { article });
  if (!(span.start >= 0 && span.start < span.end && span.end <= checked.text.length))
    throw differ(
      checked,
      `the span ${span.start}–${span.end} does not lie in its text of ${checked.text.length} characters`,
    );
  await verify(checked, (of) => originalWords(context, of, signal));
  const whole = wholeCharacters(checked.text, span);
  return {
    revision: checked.id,
    sha256: checked.sha256,
    original: checked.original,
    words: checked.text.slice(whole.start, whole.end),
  };
}

/**
 * Checks a reading copy before it becomes a revision of the same capture as `beside`. Throws
 * `words-differ` when the original does not hold its words.
 */
export async function verifyReadingCopy(
  context: CheckContext,
  beside: RevisionId,
  copy: Pick<CheckableRevision, 'document' | 'removals'> & { readonly text: string; readonly sha256: string },
  signal: AbortSignal,
): Promise<void> {
  const former = await readRevision(context, beside);
  try {
    await verify({ ...former, ...copy, sha256: parse(Sha256, copy.sha256) }, (of) =>
      originalWords(context, of, signal),
    );
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

function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function differ(revision: CheckableRevision, reason: string): VerbatimError {
  return new VerbatimError(
    'words-differ',
    `The words of “${revision.title}” were not given out: ${reason}. Run the check in Health, and restore the library from a backup or a hand-over package.`,
    { article: revision.article, revision: revision.id, reason },
  );
}

async function verify(revision: CheckableRevision, wordsOf: WordsOf): Promise<void> {
  if (sha256Of(revision.text) !== revision.sha256) throw differ(revision, 'the reading copy does not have its hash');
  if (canonicalText(revision.document).text !== revision.text)
    throw differ(revision, 'the blocks of the reading copy do not give its text');
  const words = await wordsOf(revision);
  if (words === null) throw differ(revision, `the original “${revision.name}” was changed in the originals folder`);
  const missing = firstMissing(revision, words);
  if (missing !== null) throw differ(revision, `the original “${revision.name}” does not hold “${shorten(missing)}”`);
}

/** The words of a revision's original, squeezed; null where its bytes are not those that were kept. */
type WordsOf = (revision: CheckableRevision) => Promise<string | null>;

async function originalWords(
  context: CheckContext,
  { original, format }: CheckableRevision,
  signal: AbortSignal,
): Promise<string | null> {
  const bytes = await context.originals.read(original);
  if (sha256Of(bytes) !== original) return null;
  // The reading copy was made storable too.
  return squeeze(storable(await context.parsers.words(format, bytes, signal)));
}

/** The first run of words that the original does not hold, or null. */
function firstMissing(revision: CheckableRevision, words: string): string | null {
  const hidden = revision.removals.filter(({ step }) => step === 'hidden').map(({ text }) => squeeze(text));
  let from = 0;
  for (const block of revision.document.blocks)
    for (const run of runsOf(block)) {
      const needle = squeeze(run.content.text);
      // Nearly always the words follow in order; a page may be read in another one.
      const end = needle === '' ? from : standsIn(words, needle, from, hidden);
      if (end === null) return run.content.text;
      from = end;
    }
  return null;
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 117)}…`;
}

/** One failed item of a run, as an export's report names it. */
export interface CheckFailure {
  readonly revision: RevisionId;
  readonly reason: string;
}

/**
 * The check for a run over many articles: each revision is looked at once. Failures are returned, not
 * thrown; what is no difference of words (a lost connection, a cancel) is still thrown.
 */
export class VerbatimCheck {
  readonly #context: CheckContext;
  readonly #signal: AbortSignal;
  readonly #results = new Map<RevisionId, Promise<CheckFailure | null>>();
  /** A feed or a mailbox gives hundreds of articles, mostly one after another: its words are made once for them. */
  #last: { readonly of: string; readonly words: Promise<string | null> } | null = null;

  constructor(context: CheckContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  /** Null when the revision holds. */
  revision(revision: RevisionId): Promise<CheckFailure | null> {
    const known = this.#results.get(revision);
    if (known !== undefined) return known;
    const result = verifyRevision(this.#context, revision, this.#signal, (of) => this.#wordsOf(of)).then(
      () => null,
      (error: unknown): CheckFailure => {
        if (error instanceof VerbatimError && failures.has(error.code))
          return { revision, reason: String(error.details.reason ?? error.message) };
        throw error;
      },
    );
    this.#results.set(revision, result);
    return result;
  }

  #wordsOf(revision: CheckableRevision): Promise<string | null> {
    const of = `${revision.format} ${revision.original}`;
    if (this.#last?.of !== of) this.#last = { of, words: originalWords(this.#context, revision, this.#signal) };
    return this.#last.words;
  }
}

/** Errors that speak of one item and let the run go on. */
const failures: ReadonlySet<string> = new Set(['words-differ', 'not-found', 'unsupported', 'limit-exceeded']);
