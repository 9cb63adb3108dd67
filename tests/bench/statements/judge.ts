import type { Span, StatementKind } from '../../../main/contract/index.ts';
import type { LabelledArticle, LabelledStatement } from '../../support/labelled-statements/article.ts';
import type { Answer } from './answers.ts';
import { judgeSpeakers, nameKey, type SpeakerVerdict } from './names.ts';
import { type Pair, type Piece, pairUp, piecesOf } from './pieces.ts';

type Matched = Pair<LabelledStatement, Answer>;

/** One kind of words compared: what was labelled, what was answered, what of it is the same. */
export interface Compared {
  readonly labelled: readonly Piece<LabelledStatement>[];
  readonly answered: readonly Piece<Answer>[];
  readonly pairs: readonly Matched[];
}

/** A labelled statement that was found, and what was said of it. */
export interface FoundStatement {
  readonly labelled: LabelledStatement;
  readonly answers: readonly Answer[];
  /** Null where the label doesn't say who spoke. */
  readonly speaker: SpeakerVerdict | null;
  readonly said: 'right' | 'wrong' | 'missed' | 'invented' | 'rightly-none' | null;
  readonly role: 'right' | 'wrong' | 'missed' | null;
  /** Whether one answer holds all of its stretches, and nothing else. */
  readonly isWhole: boolean;
}

/** An answer with its confidence, and how much of it is so. */
export interface JudgedAnswer {
  readonly answer: Answer;
  readonly isSpanRight: boolean;
  readonly speaker: SpeakerVerdict | null;
}

export interface JudgedArticle {
  readonly article: LabelledArticle;
  /** Direct, mixed and block statements, whichever of the three they were taken for. */
  readonly quotations: Compared;
  readonly indirect: Compared;
  /** Every kind against every kind. */
  readonly all: Compared;
  readonly found: readonly FoundStatement[];
  readonly answers: readonly JudgedAnswer[];
  /** Traps that an answer fell into. */
  readonly sprung: readonly Span[];
}

export function isQuotation({ kind }: { readonly kind: StatementKind }): boolean {
  return kind !== 'indirect';
}

export function judge(article: LabelledArticle, given: readonly Answer[]): JudgedArticle {
  const { text, statements, naming } = article;
  const compare = (isIn: (one: { readonly kind: StatementKind }) => boolean): Compared => {
    const labelled = piecesOf(text, statements.filter(isIn));
    const answered = piecesOf(text, given.filter(isIn));
    return { labelled, answered, pairs: pairUp(labelled, answered) };
  };
  const quotations = compare(isQuotation);
  const indirect = withoutWiderMixed(
    compare((one) => !isQuotation(one)),
    quotations,
  );
  const all = compare(() => true);
  const pairs = [...quotations.pairs, ...indirect.pairs];
  const judgeable = new Set([...quotations.answered, ...indirect.answered].map(({ owner }) => owner));
  return {
    article,
    quotations,
    indirect,
    all,
    found: statements.flatMap((statement) => judgeFound(statement, pairs, all, naming)),
    answers: given.filter((answer) => judgeable.has(answer)).map((answer) => judgeAnswer(answer, pairs, all, naming)),
    sprung: article.traps.filter((trap) =>
      quotations.answered.some(({ span }) => span.start >= trap.start - 1 && span.end <= trap.end + 1),
    ),
  };
}

/** An indirect answer that holds a labelled fragment is the mixed statement seen wider: it counts neither way. */
function withoutWiderMixed(indirect: Compared, { labelled }: Compared): Compared {
  const mixed = labelled.filter(({ owner }) => owner.kind === 'mixed');
  const isWider = ({ span }: Piece<Answer>) =>
    mixed.some((fragment) => span.start <= fragment.span.start && fragment.span.end <= span.end);
  return { ...indirect, answered: indirect.answered.filter((piece) => !isWider(piece)) };
}

function judgeFound(
  labelled: LabelledStatement,
  pairs: readonly Matched[],
  all: Compared,
  naming: LabelledArticle['naming'],
): FoundStatement[] {
  const own = pairs.filter((pair) => pair.labelled.owner === labelled);
  const answers = [...new Set(own.map(({ answered }) => answered.owner))];
  const [first] = answers;
  if (first === undefined) return [];
  const pieces = all.labelled.filter(({ owner }) => owner === labelled).length;
  return [
    {
      labelled,
      answers,
      speaker: labelled.speakers === null ? null : judgeTogether(labelled.speakers.is, answers, naming),
      said:
        labelled.said === null
          ? null
          : judgeSaid(labelled.said.is, answers.find(({ said }) => said !== null)?.said ?? null),
      role: labelled.role === null || labelled.role.is === null ? null : judgeRole(labelled.role.is, first.role),
      isWhole:
        answers.length === 1 &&
        own.length === pieces &&
        all.answered.filter(({ owner }) => owner === first).length === pieces,
    },
  ];
}

/** A statement that was found as several: one of them names the speaker, none another. */
function judgeTogether(
  speakers: Parameters<typeof judgeSpeakers>[0],
  answers: readonly Answer[],
  naming: LabelledArticle['naming'],
): SpeakerVerdict {
  const verdicts = answers.map((answer) => judgeSpeakers(speakers, answer, naming));
  const worst = (['wrong', 'right', 'abstained'] as const).find((verdict) => verdicts.includes(verdict));
  return worst ?? 'rightly-nobody';
}

function judgeSaid(labelled: string | null, answered: string | null): NonNullable<FoundStatement['said']> {
  if (labelled === null) return answered === null ? 'rightly-none' : 'invented';
  if (answered === null) return 'missed';
  return labelled === answered ? 'right' : 'wrong';
}

function judgeRole(labelled: string, answered: string | null): NonNullable<FoundStatement['role']> {
  if (answered === null) return 'missed';
  return nameKey(labelled) === nameKey(answered) ? 'right' : 'wrong';
}

function judgeAnswer(
  answer: Answer,
  pairs: readonly Matched[],
  all: Compared,
  naming: LabelledArticle['naming'],
): JudgedAnswer {
  const own = pairs.filter(({ answered }) => answered.owner === answer);
  const owners = new Set(own.map(({ labelled }) => labelled.owner));
  const [labelled] = owners;
  const pieces = all.answered.filter(({ owner }) => owner === answer).length;
  return {
    answer,
    isSpanRight: owners.size === 1 && own.length === pieces && own.every(({ isExact }) => isExact),
    speaker:
      labelled === undefined || labelled.speakers === null ? null : judgeSpeakers(labelled.speakers.is, answer, naming),
  };
}
