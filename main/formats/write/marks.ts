import {
  type ArticleRecord,
  type CodeId,
  type CodeRecord,
  type Person,
  type Placement,
  type PlacementRecord,
  type RevisionRecord,
  type Span,
  type StatementId,
  type StatementRecord,
  spokenSpans,
  spokenWords,
} from '../../contract/index.ts';

/** Where a mark stands in its article's current revision. */
export interface PlacedMark {
  readonly placement: Placement;
  /** Null when lost. */
  readonly span: Span | null;
  /** What of it are the speakers' words, where a statement's cue interrupts them; else the whole span. Empty when lost. */
  readonly spans: readonly Span[];
  /** The words that stand there now, joined by `[…]` where they are interrupted; of a lost mark, the words it was made on. */
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
  mark: {
    readonly quote: string;
    readonly gaps?: readonly Span[];
    readonly placements: readonly PlacementRecord[];
  },
): PlacedMark {
  const { quote, gaps = [] } = mark;
  const placed = mark.placements.find((candidate) => candidate.revision === article.current);
  if (placed !== undefined && placed.start !== null && placed.end !== null) {
    const { text } = currentRevision(article);
    const span = { start: placed.start, end: placed.end };
    const spans = spokenSpans(text, span, quote, gaps);
    if (spans.length > 0) return { placement: placed.placement, span, spans, words: spokenWords(text, spans) };
  }
  const whole = spokenSpans(quote, { start: 0, end: quote.length }, quote, gaps);
  return { placement: 'lost', span: null, spans: [], words: spokenWords(quote, whole) };
}

/** Everybody who speaks in a statement, the first one first. */
export function speakersOf({ speaker, role, organization, jointly = [] }: StatementRecord): readonly Person[] {
  const first = speaker === null ? [] : [{ name: speaker.name, role, organization: organization?.name ?? null }];
  return [
    ...first,
    ...jointly.map((one) => ({
      name: one.speaker.name,
      role: one.role,
      organization: one.organization?.name ?? null,
    })),
  ];
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
