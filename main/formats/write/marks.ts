import type {
  ArticleRecord,
  CodeId,
  CodeRecord,
  Placement,
  PlacementRecord,
  RevisionRecord,
  Span,
  StatementId,
  StatementRecord,
} from '../../contract/index.ts';

/** Where a mark stands in its article's current revision. */
export interface PlacedMark {
  readonly placement: Placement;
  /** Null when lost. */
  readonly span: Span | null;
  /** The words that stand there now; of a lost mark, the words it was made on. */
  readonly words: string;
}

/** The revision that the article shows. */
export function currentRevision(article: ArticleRecord): RevisionRecord {
  return revisionOf(article, article.current);
}

/** One of the article's revisions. A record without it was made wrongly. */
export function revisionOf(article: ArticleRecord, id: RevisionRecord['id']): RevisionRecord {
  const revision = article.revisions.find((candidate) => candidate.id === id);
  if (revision === undefined) throw new Error(`the record of article ${article.id} lacks its revision ${id}`);
  return revision;
}

export function placeOf(
  article: ArticleRecord,
  mark: { readonly quote: string; readonly placements: readonly PlacementRecord[] },
): PlacedMark {
  const placed = mark.placements.find((candidate) => candidate.revision === article.current);
  if (placed === undefined || placed.start === null || placed.end === null)
    return { placement: 'lost', span: null, words: mark.quote };
  const span = { start: placed.start, end: placed.end };
  return {
    placement: placed.placement,
    span,
    words: currentRevision(article).text.slice(span.start, span.end),
  };
}

/**
 * Statements whose confirmation came with a package, and about which nobody here has decided yet. It stands beside the
 * article's record and not in it: what is restored must give the record that it was made of (decision 0215).
 */
export type ConfirmedByPackage = ReadonlySet<StatementId>;

/** Who confirmed a statement, as far as this library knows; null where nobody has. */
export function confirmedBy(
  { id, state }: Pick<StatementRecord, 'id' | 'state'>,
  confirmedByPackage: ConfirmedByPackage,
): 'person' | 'package' | null {
  if (state !== 'confirmed') return null;
  return confirmedByPackage.has(id) ? 'package' : 'person';
}

/** The hierarchy of codes, for telling a code by its name or by its whole path. */
export class Codebook {
  readonly #codes: ReadonlyMap<CodeId, CodeRecord>;

  constructor(codes: readonly CodeRecord[]) {
    this.#codes = new Map(codes.map((code) => [code.id, code]));
  }

  get(id: CodeId): CodeRecord | null {
    return this.#codes.get(id) ?? null;
  }

  /** From the root to the code itself; empty for an unknown one. */
  path(id: CodeId): readonly string[] {
    const names: string[] = [];
    const seen = new Set<CodeId>();
    for (let code = this.get(id); code !== null && !seen.has(code.id); ) {
      seen.add(code.id);
      names.unshift(code.name);
      code = code.parent === null ? null : this.get(code.parent);
    }
    return names;
  }
}
