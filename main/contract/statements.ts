import * as v from 'valibot';
import type { Span } from './canonical-text.ts';
import type { PreciseDate } from './document.ts';
import { type ArticleId, RevisionId, type StatementId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { SpeakerReference } from './people.ts';
import type { Placement } from './placements.ts';
import type { Seal } from './seals.ts';
import type { SharedWords } from './shared-words.ts';

export const statementKinds = ['block', 'direct', 'mixed', 'indirect'] as const;

export const StatementKind = v.picklist(statementKinds);

export type StatementKind = v.InferOutput<typeof StatementKind>;

export const statementStates = ['suggested', 'confirmed', 'rejected'] as const;

export const StatementState = v.picklist(statementStates);

export type StatementState = v.InferOutput<typeof StatementState>;

/** By which rule the words of a suggestion were found, or whose they are. */
export const suggestionRules = [
  /** A cue introduces them ("issued the following statement:"). */
  'cue',
  /** A name stands below a quotation. */
  'signed',
  /** A label names whose turn it is. */
  'turn',
  /** The headline says that the article is a statement. */
  'title',
  /** A clause reports quoted words. */
  'clause',
  /** Whoever spoke before goes on. */
  'goes-on',
  /** Whom the sentence right before the words is about. */
  'about',
  /** The one person named near. */
  'only-named',
  /** Quotation marks alone. */
  'marks',
  /** A clause reports words in the reporter's own. */
  'reported',
] as const;

export const SuggestionReason = v.object({
  rule: v.picklist(suggestionRules),
  /** What the words around say of the speaker; null where they say nothing that can be read. */
  speakerBy: v.nullable(v.picklist(['name', 'role', 'pronoun', 'organization', 'description'])),
  /** Who is named near and could have been meant, where no name stands with the words. */
  others: v.array(v.string()),
});

/** Why a statement was suggested, and its speaker. */
export type SuggestionReason = v.InferOutput<typeof SuggestionReason>;

/** Who dates what was said: the words around it, or a person. */
export type SaidBy = 'words' | 'person';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The stretches of a revision that are a statement's words, in the text's order: several where others' words interrupt them. */
export const StatementWords = v.object({
  /** Without it, the current one. */
  revision: v.exactOptional(RevisionId),
  spans: v.pipe(v.array(v.object({ start: offset, end: offset })), v.minLength(1), v.maxLength(100)),
});

export type StatementWords = v.InferOutput<typeof StatementWords>;

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
  /** Who dates it: the article's words, or a person; null where it has no day, or where an older version left it open. */
  readonly saidBy: SaidBy | null;
  readonly published: PreciseDate | null;
  readonly captured: Instant | null;
  /** When the capture's file was last changed: no word on when the page was captured. */
  readonly fileDated: Instant | null;
  /** 0 to 1 for a suggestion; 1 for a person's own. */
  readonly confidence: number;
  /** The words that introduced it ("issued the following statement Wednesday:"), if any. */
  readonly cue: string | null;
  /** Why it was suggested; not told of a person's own, nor of what an older version suggested. */
  readonly reason?: SuggestionReason;
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
  /** The other statements that are shown of the article and share words with it; not set where none does. */
  readonly shares?: readonly SharedWords[];
  /** Set where the revision that its words stand in is known to differ from its original: why. */
  readonly differs?: string;
}
