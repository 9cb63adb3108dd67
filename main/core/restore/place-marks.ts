import {
  type AnnotationRecord,
  type ArticleRecord,
  type PlacementRecord,
  type StatementRecord,
  selectorsFor,
} from '../../contract/index.ts';
import { placeAgain } from '../../reading/anchoring/place-again.ts';

/** An article with its marks where they stand now, and what was left out, as sentences. */
export interface MarksAgain {
  readonly article: ArticleRecord;
  readonly leftOut: readonly string[];
}

/** Marks that are named one by one. */
const mostNamed = 5;

/**
 * An article some of whose revisions were not taken, with its marks: those made in one of them are placed in the
 * current revision where its words are theirs, to the letter; the others are left out and told.
 */
export function placeMarksAgain(record: ArticleRecord): MarksAgain {
  const texts = new Map<string, string>(record.revisions.map(({ id, text }) => [id, text]));
  const leftOut: string[] = [];
  let unnamed = 0;
  const place = <Mark extends StatementRecord | AnnotationRecord>(marks: readonly Mark[], kind: string): Mark[] =>
    marks.flatMap((mark) => {
      const placed = placeMark(mark, record, texts);
      if (placed !== null) return [placed];
      if (leftOut.length < mostNamed)
        leftOut.push(`The ${kind} “${shorten(mark.quote)}” was left out: the original has no such words.`);
      else unnamed += 1;
      return [];
    });
  const article = {
    ...record,
    statements: place(record.statements, 'statement'),
    annotations: place(record.annotations, 'annotation'),
  };
  if (unnamed > 0) leftOut.push(`${unnamed} more marks were left out for the like.`);
  return { article, leftOut };
}

function placeMark<Mark extends StatementRecord | AnnotationRecord>(
  mark: Mark,
  { current, revisions }: ArticleRecord,
  texts: ReadonlyMap<string, string>,
): Mark | null {
  const kept = mark.placements.filter(({ revision }) => texts.has(revision));
  const isMadeHere = texts.has(mark.madeIn);
  if (isMadeHere && kept.some(({ revision }) => revision === current)) return { ...mark, placements: kept };
  const text = texts.get(current) ?? '';
  const made = mark.placements.find(({ revision }) => revision === mark.madeIn);
  const quote = { exact: mark.quote, prefix: mark.prefix, suffix: mark.suffix };
  const position = { start: made?.start ?? 0, end: made?.end ?? 0 };
  const { placement, span } = placeAgain({ quote, position }, text);
  const isThere = span !== null && (placement === 'exact' || placement === 'moved');
  if (isMadeHere) {
    const place: PlacementRecord = {
      revision: current,
      placement: isThere ? placement : 'lost',
      start: isThere ? span.start : null,
      end: isThere ? span.end : null,
    };
    return { ...mark, placements: [...kept, place] };
  }
  if (!isThere) return null;
  const { prefix, suffix } = selectorsFor(text, span).quote;
  const here: PlacementRecord = { revision: current, placement: 'exact', start: span.start, end: span.end };
  const lost = revisions
    .filter(({ id }) => id !== current)
    .map(({ id }): PlacementRecord => ({ revision: id, placement: 'lost', start: null, end: null }));
  return { ...mark, madeIn: current, prefix, suffix, placements: [...lost, here] };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 77).toWellFormed()}…`;
}
