import {
  type AnnotationRecord,
  type ArticleRecord,
  canonicalText,
  type PlacementRecord,
  type StatementRecord,
  selectorsFor,
} from '../../contract/index.ts';
import { sha256Of } from '../originals/hash.ts';

/**
 * What an article's record claims, held against itself: everything in it must belong together. What it claims of
 * its originals is compared with their bytes elsewhere.
 */

/** What in a record contradicts itself, in words for the report; null when it holds together. */
export function contradictionIn(article: ArticleRecord, now: Date = new Date()): string | null {
  const captures = new Set(article.captures.map(({ id }) => id));
  const revisions = new Set(article.revisions.map(({ id }) => id));
  const twice = firstTwice(idsOf(article));
  if (twice !== null) return `The id ${twice} stands in the record twice.`;
  const number = firstTwice(article.revisions.map((revision) => revision.number));
  if (number !== null) return `The record holds two revisions with the number ${number}.`;
  if (!revisions.has(article.current)) return 'The record does not hold the revision that it calls current.';
  for (const revision of article.revisions) {
    if (!captures.has(revision.capture))
      return `Revision ${revision.number} belongs to a capture that is not in the record.`;
    if (sha256Of(revision.text) !== revision.sha256)
      return `The text of revision ${revision.number} does not have its hash.`;
    if (canonicalText(revision.document).text !== revision.text)
      return `The blocks of revision ${revision.number} do not give its text.`;
  }
  return wrongInstant(article, now);
}

/** Clocks differ, and zones are forgotten; a day is more than either makes. */
const tolerance = 24 * 60 * 60 * 1000;

/** What is said to have been done can't lie ahead. */
function wrongInstant(article: ArticleRecord, now: Date): string | null {
  const told: readonly (readonly [what: string, at: string | null])[] = [
    ['the article was added', article.added],
    ...article.captures.flatMap(({ imported, captured, fileDated = null }) => [
      ['a capture was imported', imported] as const,
      ['a capture was made', captured] as const,
      ['a file was changed', fileDated] as const,
    ]),
    ...article.revisions.map(({ number, created }) => [`revision ${number} was made`, created] as const),
    ...[...article.statements, ...article.annotations].flatMap(({ id, created, modified }) => [
      [`${id} was made`, created] as const,
      [`${id} was changed`, modified] as const,
    ]),
  ];
  for (const [what, at] of told) {
    if (at === null) continue;
    const wrong = wrongMoment(at, now);
    if (wrong !== null) return `It says that ${what} on ${wrong}.`;
  }
  return null;
}

/** What is wrong with a moment at which something is said to have been done, in words behind it; or null. */
export function wrongMoment(at: string, now: Date = new Date()): string | null {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return `“${at}”, which is no date`;
  return time > now.getTime() + tolerance ? `${at}, which is still to come` : null;
}

/** All ids of an article's own rows. */
export function idsOf(article: ArticleRecord): readonly string[] {
  return [
    article.id,
    ...article.captures.map(({ id }) => id),
    ...article.revisions.map(({ id }) => id),
    ...article.statements.map(({ id }) => id),
    ...article.annotations.map(({ id }) => id),
  ];
}

function firstTwice<Value>(values: readonly Value[]): Value | null {
  const seen = new Set<Value>();
  for (const value of values) {
    if (seen.has(value)) return value;
    seen.add(value);
  }
  return null;
}

/** Hashes of the stored files that an article needs. */
export function originalsOf(article: ArticleRecord): ReadonlySet<string> {
  return new Set([
    ...article.captures.map(({ original }) => original),
    ...article.revisions.flatMap(({ images }) => images.map(({ sha256 }) => sha256)),
  ]);
}

type MarkRecord = StatementRecord | AnnotationRecord;

/** Why a mark is not the one that it says, or null. `texts` holds the article's revisions by their ids. */
export function wrongMark(mark: MarkRecord, texts: ReadonlyMap<string, string>): string | null {
  const made = mark.placements.find(({ revision }) => revision === mark.madeIn);
  if (made === undefined) return 'it has no place in the revision that it was made in';
  // Another program's annotation may never have had a place here.
  const neverPlaced = made.placement === 'lost' && made.start === null && made.end === null && !('speaker' in mark);
  if (!neverPlaced && wordsAt(texts, made) !== mark.quote)
    return 'the words at its place are not the ones it was made on';
  for (const placement of mark.placements) {
    if (!texts.has(placement.revision)) return 'it has a place in a revision that is not in the record';
    if (placement.placement === 'lost') continue;
    const words = wordsAt(texts, placement);
    if (words === null) return 'one of its places does not lie in its text';
    const mustBeEqual = placement.placement === 'exact' || placement.placement === 'moved';
    if (mustBeEqual && words !== mark.quote) return 'one of its places is called exact and holds other words';
  }
  return null;
}

/**
 * A mark with what really stands around its words where it claims something else: by that it would be placed
 * again in a later revision.
 */
export function withOwnSurroundings<Mark extends MarkRecord>(mark: Mark, texts: ReadonlyMap<string, string>): Mark {
  const made = mark.placements.find(({ revision }) => revision === mark.madeIn);
  const text = texts.get(mark.madeIn);
  if (made === undefined || text === undefined || made.start === null || made.end === null) return mark;
  const before = folded(text.slice(0, made.start));
  const after = folded(text.slice(made.end));
  if (before.endsWith(folded(mark.prefix)) && after.startsWith(folded(mark.suffix))) return mark;
  const { prefix, suffix } = selectorsFor(text, { start: made.start, end: made.end }).quote;
  return { ...mark, prefix, suffix };
}

/**
 * A statement without the words that its record says introduce it, where what it was made in has no such words: they
 * are shown as the article's.
 */
export function withOwnCue<Mark extends MarkRecord>(mark: Mark, texts: ReadonlyMap<string, string>): Mark {
  if (!('speaker' in mark) || mark.cue === null) return mark;
  return folded(texts.get(mark.madeIn) ?? '').includes(folded(mark.cue)) ? mark : { ...mark, cue: null };
}

/** Other programs fold white space by rules of their own. */
function folded(text: string): string {
  return text.replace(/\s+/gu, '');
}

function wordsAt(texts: ReadonlyMap<string, string>, { revision, start, end }: PlacementRecord): string | null {
  const text = texts.get(revision);
  if (text === undefined || start === null || end === null || start >= end || end > text.length) return null;
  return text.slice(start, end);
}
