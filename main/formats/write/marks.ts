import {
  type ArticleRecord,
  type CodeId,
  type CodeRecord,
  type Person,
  type Placement,
  type PlacementRecord,
  type RevisionRecord,
  type Seal,
  type Sha256,
  type Span,
  type SpeakerId,
  type SpeakerKind,
  type SpeakerRecord,
  type StatementId,
  type StatementRecord,
  sealOf,
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

/** Somebody who speaks in a statement, in the role that the article gives. */
export type Speaking = Pick<StatementRecord, 'role' | 'organization'> & {
  readonly speaker: NonNullable<StatementRecord['speaker']>;
};

/** Everybody who speaks in a statement, the first one first. */
export function speakingIn({ speaker, role, organization, jointly = [] }: StatementRecord): readonly Speaking[] {
  return [...(speaker === null ? [] : [{ speaker, role, organization }]), ...jointly];
}

/** The same by their names. */
export function speakersOf(statement: StatementRecord): readonly Person[] {
  return speakingIn(statement).map(({ speaker, role, organization }) => ({
    name: speaker.name,
    role,
    organization: organization?.name ?? null,
  }));
}

/** What is told of somebody who speaks, besides their name. */
export interface LeavingPerson {
  readonly kind: SpeakerKind;
  /** Empty where they stay at home. */
  readonly aliases: readonly string[];
  /** Roles that a person noted; empty where they stay at home. */
  readonly roles: NonNullable<SpeakerRecord['roles']>;
}

/** Those who speak, as far as more than their names leaves. */
export type LeavingPeople = ReadonlyMap<SpeakerId, LeavingPerson>;

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

/** An article that leaves, with what stands beside its record. */
export interface LeavingArticle {
  readonly article: ArticleRecord;
  readonly confirmedByPackage: ConfirmedByPackage;
  /** The codes on each of its statements that has some. */
  readonly codesOn: ReadonlyMap<StatementId, readonly CodeId[]>;
  readonly codebook: Codebook;
  readonly people: LeavingPeople;
}

/** Statements that leave: not those that a person rejected. */
export function leavingStatements(article: ArticleRecord): readonly StatementRecord[] {
  return article.statements.filter(({ state }) => state !== 'rejected');
}

/** How far a statement's words are vouched for where they leave, and what they can be compared with. */
export interface SealedWords {
  readonly seal: Seal;
  /** SHA-256 of the file that the text was made from. */
  readonly original: Sha256 | null;
  /** SHA-256 of the text. */
  readonly text: Sha256;
  /** The words that the statement was made on, where others stand in their place now; else null. */
  readonly madeOn: string | null;
}

/**
 * What differs from its original doesn't leave, and what can't be compared neither: of the words that do, only the
 * passage may be another one than the statement was made on.
 */
export function sealedWords(article: ArticleRecord, statement: StatementRecord): SealedWords {
  const { placement, words } = placeOf(article, statement);
  const { capture, sha256 } = currentRevision(article);
  const whole = spokenSpans(
    statement.quote,
    { start: 0, end: statement.quote.length },
    statement.quote,
    statement.gaps ?? [],
  );
  const madeOn = spokenWords(statement.quote, whole);
  return {
    seal: sealOf(placement, undefined),
    original: article.captures.find(({ id }) => id === capture)?.original ?? null,
    text: sha256,
    madeOn: madeOn === words ? null : madeOn,
  };
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
