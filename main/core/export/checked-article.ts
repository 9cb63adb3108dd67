import { createHash } from 'node:crypto';
import {
  type AnnotationRecord,
  type ArticleId,
  type ArticleRecord,
  type ExportResult,
  type PlacementRecord,
  type RevisionId,
  type Sha256,
  type StatementRecord,
  tellsOfWords,
  type UnreadRevision,
  VerbatimError,
} from '../../contract/index.ts';
import { type LeavingArticle, leavingStatements } from '../../formats/write/marks.ts';
import type { CoreContext } from '../context.ts';
import type { VerbatimCheck } from '../verbatim-check/index.ts';
import type { Takes } from './formats.ts';
import { articleInScope, type Scope } from './scope.ts';

type LeftOut = ExportResult['leftOut'][number];

/** An article of which nothing can be read: it is named by its id. */
function leftWhole(id: ArticleId, reason: string): CheckedArticle {
  return { ...nothing, leftOut: [{ kind: 'article', id, label: id, reason }] };
}

/** An article that may leave, without what failed the check, and what failed. */
export interface CheckedArticle extends Pick<LeavingArticle, 'confirmedByPackage' | 'codesOn'> {
  readonly article: ArticleRecord | null;
  readonly leftOut: readonly LeftOut[];
}

const nothing: CheckedArticle = { article: null, confirmedByPackage: new Set(), codesOn: new Map(), leftOut: [] };

export interface ArticleCheckOptions {
  readonly takes: Takes;
  readonly scope: Scope;
}

/**
 * Reads articles for an export and holds back what does not pass the verbatim check: an article whose
 * current words differ, an older revision or an original that was changed, a mark whose words are not
 * the ones it was made on.
 */
export class ArticleChecker {
  readonly #context: CoreContext;
  readonly #check: VerbatimCheck;
  readonly #options: ArticleCheckOptions;
  readonly #originals = new Map<Sha256, Promise<string | null>>();

  constructor(context: CoreContext, check: VerbatimCheck, options: ArticleCheckOptions) {
    this.#context = context;
    this.#check = check;
    this.#options = options;
  }

  async article(id: ArticleId): Promise<CheckedArticle> {
    const record = await this.#context.pool.read('export.articleRecord', id).catch((error: unknown) => {
      if (tellsOfWords(error)) return error;
      throw error;
    });
    if (record instanceof VerbatimError) return leftWhole(id, record.message);
    if (record === null) return leftWhole(id, 'It is not in the library any more, or in the bin.');
    const article = whatLeaves(record, this.#options);
    if (article === null) return nothing;
    const unread = this.#unreadRevisions(article);
    const failed = new Map([
      ...(await this.#failedRevisions(article)),
      ...unread.map(({ id }) => [id, damaged] as const),
    ]);
    const current = failed.get(article.current);
    if (current !== undefined)
      return { ...nothing, leftOut: [{ kind: 'article', id, label: article.title, reason: current }] };
    const leftOut: LeftOut[] = [...unread, ...article.revisions]
      .filter((revision) => failed.has(revision.id))
      .map((revision) => ({
        kind: 'article',
        id,
        label: `${article.title}, revision ${revision.number}`,
        reason: failed.get(revision.id) ?? '',
      }));
    const kept = { ...article, revisions: article.revisions.filter((revision) => !failed.has(revision.id)) };
    const named = new Set(article.revisions.map((revision) => revision.capture));
    const home = withReadableOrigins(kept, new Set(unread.map(({ id: of }) => of)));
    const sound = this.#options.takes === 'package' ? await this.#withoutChangedFiles(home, named, leftOut) : home;
    return {
      article: {
        ...sound,
        statements: keepSound(sound, sound.statements, failed, 'statement', leftOut),
        annotations: keepSound(sound, sound.annotations, failed, 'annotation', leftOut),
      },
      confirmedByPackage: new Set(await this.#context.pool.read('export.confirmedByPackage', id)),
      codesOn: await this.#codesOn(sound),
      leftOut,
    };
  }

  async #codesOn(article: ArticleRecord): Promise<LeavingArticle['codesOn']> {
    const leaving = new Set(leavingStatements(article).map(({ id }) => id));
    const rows = await this.#context.pool.read('export.codesOnStatements', article.id);
    const grouped = Map.groupBy(
      rows.filter(({ statement }) => leaving.has(statement)),
      ({ statement }) => statement,
    );
    return new Map([...grouped].map(([statement, on]) => [statement, on.map(({ code }) => code)]));
  }

  /** Of the revisions that can't be read, those that would be needed. */
  #unreadRevisions(article: ArticleRecord): readonly UnreadRevision[] {
    const quoted = this.#options.takes === 'package' ? null : quotedIn(article);
    return (article.unread ?? []).filter(({ id }) => quoted?.has(id) !== false);
  }

  async #failedRevisions(article: ArticleRecord): Promise<ReadonlyMap<RevisionId, string>> {
    const { takes } = this.#options;
    const quoted = quotedIn(article);
    if (takes !== 'annotations') quoted.add(article.current);
    const failed = new Map<RevisionId, string>();
    for (const { id } of article.revisions) {
      if (takes !== 'package' && !quoted.has(id)) continue;
      const failure = await this.#check.revision(id);
      if (failure !== null) failed.set(id, failure.reason);
    }
    return failed;
  }

  /**
   * Captures and images whose stored bytes were changed stay out of a package, each named; a capture
   * in `named` was named with its revision.
   */
  async #withoutChangedFiles(
    article: ArticleRecord,
    named: ReadonlySet<string>,
    leftOut: LeftOut[],
  ): Promise<ArticleRecord> {
    const used = new Set(article.revisions.map((revision) => revision.capture));
    const changed = new Set<string>();
    const look = async (sha256: Sha256, label: string | null): Promise<void> => {
      const reason = await this.#original(sha256);
      if (reason === null || changed.has(sha256)) return;
      changed.add(sha256);
      if (label !== null)
        leftOut.push({ kind: 'article', id: article.id, label: `${article.title}: ${label}`, reason });
    };
    // The originals of revisions were compared with them already.
    for (const capture of article.captures)
      if (!used.has(capture.id)) await look(capture.original, named.has(capture.id) ? null : `capture ${capture.name}`);
    for (const revision of article.revisions)
      for (const image of revision.images) await look(image.sha256, `image ${image.sha256.slice(0, 12)}…`);
    if (changed.size === 0) return article;
    return {
      ...article,
      captures: article.captures.filter((capture) => used.has(capture.id) || !changed.has(capture.original)),
      revisions: article.revisions.map((revision) => ({
        ...revision,
        images: revision.images.filter((image) => !changed.has(image.sha256)),
      })),
    };
  }

  /** Why a stored file cannot go along; null when its bytes have their hash. */
  #original(sha256: Sha256): Promise<string | null> {
    const known = this.#originals.get(sha256);
    if (known !== undefined) return known;
    const result = this.#compareOriginal(sha256);
    this.#originals.set(sha256, result);
    return result;
  }

  async #compareOriginal(sha256: Sha256): Promise<string | null> {
    try {
      const bytes = await this.#context.originals.read(sha256);
      const hash = createHash('sha256').update(bytes).digest('hex');
      return hash === sha256 ? null : 'its file was changed in the originals folder';
    } catch (error) {
      if (error instanceof VerbatimError && error.code === 'not-found') return error.message;
      throw error;
    }
  }
}

const damaged = 'What the library keeps of its words is damaged and can’t be read.';

/** The revisions that marks were made in. */
function quotedIn({ statements, annotations }: ArticleRecord): Set<RevisionId> {
  return new Set([...statements, ...annotations].map(({ madeIn }) => madeIn));
}

/**
 * Marks that were made in a revision that can't be read, where their very words stand in another one: they are known
 * by the earliest of these, so that nothing a person did is lost with the disk's mistake (decision 0220).
 */
function withReadableOrigins(article: ArticleRecord, unread: ReadonlySet<RevisionId>): ArticleRecord {
  if (unread.size === 0) return article;
  const moved = <Mark extends StatementRecord | AnnotationRecord>(mark: Mark): Mark => {
    if (!unread.has(mark.madeIn)) return mark;
    const standing = article.revisions.find(({ id, text }) =>
      mark.placements.some((place) => place.revision === id && wordsAt(text, place) === mark.quote),
    );
    return standing === undefined ? mark : { ...mark, madeIn: standing.id };
  };
  return { ...article, statements: article.statements.map(moved), annotations: article.annotations.map(moved) };
}

/** The part of an article that leaves; null when nothing of it does. */
function whatLeaves(record: ArticleRecord, { takes, scope }: ArticleCheckOptions): ArticleRecord | null {
  const article = articleInScope(record, scope);
  if (takes === 'package' || takes === 'text') return article;
  const marks = takes === 'annotations' ? { ...article, statements: [] } : article;
  return marks.statements.some(({ state }) => state !== 'rejected') || marks.annotations.length > 0 ? marks : null;
}

function keepSound<Mark extends StatementRecord | AnnotationRecord>(
  article: ArticleRecord,
  marks: readonly Mark[],
  failed: ReadonlyMap<RevisionId, string>,
  kind: 'statement' | 'annotation',
  leftOut: LeftOut[],
): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const reason = reasonAgainst(article, mark, failed, kind);
    if (reason === null)
      kept.push({ ...mark, placements: mark.placements.filter((placement) => !failed.has(placement.revision)) });
    else leftOut.push({ kind, id: mark.id, label: `“${shorten(mark.quote)}” in ${article.title}`, reason });
  }
  return kept;
}

/** A mark's words must stand in the revision it was made in, and again wherever its place is called exact or moved. */
function reasonAgainst(
  article: ArticleRecord,
  mark: StatementRecord | AnnotationRecord,
  failed: ReadonlyMap<RevisionId, string>,
  kind: 'statement' | 'annotation',
): string | null {
  const origin = failed.get(mark.madeIn);
  if (origin !== undefined) return `It was made in a revision that failed: ${origin}`;
  const texts = new Map(article.revisions.map((revision) => [revision.id, revision.text]));
  for (const placement of mark.placements) {
    if (failed.has(placement.revision)) continue;
    const words = wordsAt(texts.get(placement.revision), placement);
    // Another program's mark may never have had a place here; it goes out as it came, lost.
    if (placement.placement === 'lost' && placement.start === null && kind === 'annotation') continue;
    const mustBeEqual =
      placement.revision === mark.madeIn || placement.placement === 'exact' || placement.placement === 'moved';
    if (placement.placement !== 'lost' && words === null) return 'Its span does not lie in the text.';
    if (mustBeEqual && words !== mark.quote) return 'The words at its span are not the ones it was made on.';
  }
  return null;
}

function wordsAt(text: string | undefined, placement: PlacementRecord): string | null {
  const { start, end } = placement;
  if (text === undefined || start === null || end === null || start >= end || end > text.length) return null;
  return text.slice(start, end);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77)}…`;
}
