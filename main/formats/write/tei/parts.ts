import type { CanonicalText, Segment, Span, StatementRecord } from '../../../contract/index.ts';
import { type LeavingArticle, leavingStatements, placeOf } from '../marks.ts';

/** A piece of a statement that can be one element: no paragraph ends in it, and no other statement begins or ends. */
export interface StatementPart {
  readonly statement: StatementRecord;
  /** From 1, in the text's order. */
  readonly number: number;
}

/** A piece of a segment, and the statements that all of it belongs to: the outermost first. */
export interface Region extends Span {
  readonly parts: readonly StatementPart[];
}

/**
 * The segments of a text cut where statements begin and end. Statements reach over paragraphs, are interrupted by their
 * cues and overlap each other; elements can't, so a statement is as many elements as it takes, each of which names the
 * one before it and the one after.
 */
export interface StatementParts {
  readonly regionsOf: (segment: Segment) => readonly Region[];
  /** How many elements a statement is; 0 where it has no place in the text. */
  readonly count: (statement: StatementRecord) => number;
}

export function partsOf({ article }: LeavingArticle, { segments }: CanonicalText): StatementParts {
  const placed = leavingStatements(article)
    .map((statement) => ({ statement, ...placeOf(article, statement) }))
    .filter(({ span }) => span !== null)
    .toSorted((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0) || (b.span?.end ?? 0) - (a.span?.end ?? 0));
  const counts = new Map<StatementRecord['id'], number>();
  const regions = new Map<Segment, readonly Region[]>();
  for (const segment of segments) {
    const inside = placed.flatMap(({ statement, spans }) =>
      spans.filter(({ start, end }) => start < segment.end && end > segment.start).map((span) => ({ statement, span })),
    );
    const cuts = [...new Set([segment.start, segment.end, ...inside.flatMap(({ span }) => [span.start, span.end])])]
      .filter((at) => at >= segment.start && at <= segment.end)
      .sort((a, b) => a - b);
    regions.set(
      segment,
      cuts.slice(1).map((end, index) => {
        const start = cuts[index] ?? segment.start;
        const parts = inside
          .filter(({ span }) => span.start <= start && span.end >= end)
          .map(({ statement }) => {
            const number = (counts.get(statement.id) ?? 0) + 1;
            counts.set(statement.id, number);
            return { statement, number };
          });
        return { start, end, parts };
      }),
    );
  }
  return {
    regionsOf: (segment) => regions.get(segment) ?? [],
    count: ({ id }) => counts.get(id) ?? 0,
  };
}
