import {
  type AnnotationRecord,
  type ArticleRecord,
  type PlacementRecord,
  type Span,
  type StatementRecord,
  selectorsFor,
  splitsCharacter,
} from '../../contract/index.ts';

/**
 * The article with every mark on whole characters. A record may name a span that begins or ends within a
 * surrogate pair; kept as it is, its quotation would lose that half in the database and never again be
 * the words at its place.
 */
export function withWholeMarks(article: ArticleRecord): ArticleRecord {
  const texts = new Map(article.revisions.map(({ id, text }) => [id, text]));
  const whole = <Mark extends StatementRecord | AnnotationRecord>(mark: Mark): Mark => wholeMark(mark, texts);
  return { ...article, statements: article.statements.map(whole), annotations: article.annotations.map(whole) };
}

function wholeMark<Mark extends StatementRecord | AnnotationRecord>(
  mark: Mark,
  texts: ReadonlyMap<string, string>,
): Mark {
  const placements = mark.placements.map((placement) => wholePlacement(placement, texts));
  if (placements.every((placement, index) => placement === mark.placements[index])) return mark;
  const made = placements.find(({ revision }) => revision === mark.madeIn);
  const span = made === undefined ? null : spanOf(made);
  const text = texts.get(mark.madeIn);
  if (span === null || text === undefined) return { ...mark, placements };
  const { exact, prefix, suffix } = selectorsFor(text, span).quote;
  return { ...mark, quote: exact, prefix, suffix, placements };
}

function wholePlacement(placement: PlacementRecord, texts: ReadonlyMap<string, string>): PlacementRecord {
  const text = texts.get(placement.revision);
  const span = spanOf(placement);
  if (text === undefined || span === null) return placement;
  if (!splitsCharacter(text, span.start) && !splitsCharacter(text, span.end)) return placement;
  return { ...placement, ...selectorsFor(text, span).position };
}

function spanOf({ start, end }: PlacementRecord): Span | null {
  return start === null || end === null ? null : { start, end };
}
