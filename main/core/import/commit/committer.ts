import type { CommitRequest, Committed } from '../../../../db/queries/commit.ts';
import { type ArticleId, type Placement, placements } from '../../../contract/index.ts';
import { putInWords } from '../../awaited/put-marks.ts';
import { resolveAwaited } from '../../awaited/resolve.ts';
import type { CoreContext } from '../../context.ts';
import { settle } from '../../revisions/settle.ts';

/** So many documents, or so much text, go into one transaction; measured to stay near 50 ms. */
const largestBatch = 24;
const largestBatchText = 1_000_000;

interface Waiting {
  readonly request: CommitRequest;
  resolve(committed: Committed): void;
  reject(error: unknown): void;
}

/**
 * Gathers parsed documents into transactions that are small enough for a person's edit to slip in
 * between, and writes them one batch after another. A revision of a known article is settled before
 * its line is told.
 */
export class Committer {
  readonly placed: Record<Placement, number> = { exact: 0, moved: 0, changed: 0, lost: 0 };
  readonly #context: CoreContext;
  readonly #collection: string | null;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;

  constructor(context: CoreContext, options: { readonly collection: string | null }) {
    this.#context = context;
    this.#collection = options.collection;
  }

  /** Resolves when the document is on the disk. */
  commit(request: CommitRequest): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Waits for everything that was given. */
  async flush(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#waiting.length > 0) await this.#writeBatch(this.#nextBatch());
    } finally {
      this.#running = null;
    }
  }

  #nextBatch(): Waiting[] {
    let text = 0;
    let count = 0;
    for (const { request } of this.#waiting) {
      const { length } = request.packed;
      if (count > 0 && (count >= largestBatch || text + length > largestBatchText)) break;
      text += length;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const committed = await this.#context.pool.handOver(
        batch.map(({ request }) => request.packed.bytes.buffer),
        'takeIn.commit',
        batch.map(({ request }) => request),
        { agent: this.#context.agent, collection: this.#collection },
      );
      const changed: ArticleId[] = [];
      const waited = new Map<ArticleId, string>();
      for (const index of batch.keys()) {
        const result = committed[index];
        if (result === undefined) throw new Error('the writer answered for fewer documents than it was given');
        if (result.outcome === 'revision') committed[index] = withRemark(result, await this.#settle(result));
        if (result.outcome !== 'duplicate') changed.push(result.article);
      }
      const articles = committed.map(({ article }) => article);
      for (const { article, put } of await resolveAwaited(this.#context, { articles }))
        waited.set(article, `It was awaited. ${putInWords(put) ?? ''}`.trim());
      for (const [index, waiting] of batch.entries()) {
        const result = committed[index];
        if (result !== undefined) waiting.resolve(withRemark(result, waited.get(result.article) ?? null));
      }
      if (changed.length > 0)
        this.#context.changes.gather(
          { subject: 'articles', ids: changed },
          { subject: 'statements', ids: null, articles: changed },
          { subject: 'annotations', ids: null, articles: changed },
          { subject: 'speakers', ids: null },
          ...(this.#collection === null ? [] : [{ subject: 'collections', ids: null } as const]),
        );
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }

  async #settle(committed: Committed): Promise<string | null> {
    const { article, revision, previous } = committed;
    const { placed, remark } = await settle(this.#context, { article, revision, previous });
    for (const placement of placements) this.placed[placement] += placed[placement];
    return remark;
  }
}

function withRemark(committed: Committed, remark: string | null): Committed {
  if (remark === null) return committed;
  return { ...committed, remark: committed.remark === null ? remark : `${committed.remark} ${remark}` };
}
