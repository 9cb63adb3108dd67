import * as v from 'valibot';
import type { Span } from './canonical-text.ts';
import type { PreciseDate } from './document.ts';
import type { ArticleId, RevisionId, StatementId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { SpeakerReference } from './people.ts';
import type { Placement } from './placements.ts';
import type { Seal } from './seals.ts';

export const statementKinds = ['block', 'direct', 'mixed', 'indirect'] as const;

export const StatementKind = v.picklist(statementKinds);

export type StatementKind = v.InferOutput<typeof StatementKind>;

export const statementStates = ['suggested', 'confirmed', 'rejected'] as const;

export const StatementState = v.picklist(statementStates);

export type StatementState = v.InferOutput<typeof StatementState>;

export interface Statement {
  readonly id: StatementId;
  readonly article: ArticleId;
  readonly revision: RevisionId;
  readonly kind: StatementKind;
  readonly state: StatementState;
  readonly placement: Placement;
  /** From its first word to its last; null when the statement is lost in the current revision. */
  readonly span: Span | null;
  /** The stretches that are the speakers' words: several where their cue interrupts them. Empty when lost. */
  readonly spans: readonly Span[];
  /** The words, joined by `[…]` where they are interrupted: those of the revision, or of a lost one the words it was made on. */
  readonly text: string;
  /** More than one where several speak together; empty where nobody is known by name. */
  readonly speakers: readonly SpeakerReference[];
  /** How the article calls a speaker whom it doesn't name ("a spokeswoman for the port"); null where it names one, or says nothing. */
  readonly described: string | null;
  readonly said: PreciseDate | null;
  readonly published: PreciseDate | null;
  readonly captured: Instant | null;
  /** 0 to 1 for a suggestion; 1 for a person's own. */
  readonly confidence: number;
  /** The words that introduced it ("issued the following statement Wednesday:"), if any. */
  readonly cue: string | null;
  readonly created: Instant;
  readonly modified: Instant;
  /** The package that told the statement as it stands: its state is the decision of whoever wrote that, not of a person here. */
  readonly fromPackage?: string;
}

/** A row of the ledger: the statement with what is needed to recognise its article. */
export interface StatementRow extends Statement {
  readonly articleTitle: string;
  readonly publication: string | null;
  /** How far its words are vouched for, by what is known. */
  readonly seal: Seal;
  /** Set where the revision that its words stand in is known to differ from its original: why. */
  readonly differs?: string;
}
