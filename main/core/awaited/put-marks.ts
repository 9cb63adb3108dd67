import type { AnnotatedArticle, ImportedAnnotation } from '../../../db/queries/foreign-annotations.ts';
import type { MarkPlacement } from '../../../db/queries/placements.ts';
import { type ArticleId, type AwaitedPageId, type BroughtMark, selectorsFor } from '../../contract/index.ts';
import { placeAgain } from '../anchoring/index.ts';
import type { CoreContext } from '../context.ts';
import { placeQuote } from './place-quote.ts';

/** What another program's export brings for an article that is in the library. */
export interface Brought {
  readonly tags: readonly string[];
  readonly marks: readonly { readonly id: string; readonly mark: BroughtMark }[];
  /** For the log: the program's name, or the files' that told of it. */
  readonly from: string;
}

/** What became of the marks that weren't there before. */
export interface PutMarks {
  readonly placed: number;
  /** On words that differ a little. */
  readonly changed: number;
  readonly lost: number;
  /** Notes on the article as a whole. */
  readonly whole: number;
  readonly known: number;
  readonly tags: readonly string[];
}

export type PutOptions = {
  readonly page: AwaitedPageId | null;
  /** Whether words must be found in the article before anything is put on it: it is only supposed to be the right one. */
  readonly mustFind: boolean;
};

/**
 * Puts tags and marks on an article, each mark where its words stand. Words that stand nowhere are kept as
 * a lost annotation, which the reader lists and every later revision is searched for. Null where the
 * article is not there any more, or was to prove itself by words that it doesn't hold.
 */
export async function putMarks(
  context: CoreContext,
  article: ArticleId,
  brought: Brought,
  { page, mustFind }: PutOptions,
): Promise<PutMarks | null> {
  const annotated = await context.pool.read('restore.annotatedArticle', [{ by: 'id', value: article }]);
  const current = annotated?.revisions.find((revision) => revision.current);
  if (annotated === null || current === undefined) return null;
  const placed = brought.marks.map(({ id, mark }) => placeMark(annotated, current, id, mark, brought.from));
  if (mustFind && !placed.some(({ how }) => how === 'placed' || how === 'changed')) return null;
  const taken = await context.pool.writeBatch(
    'awaited.put',
    { article, page, tags: brought.tags, annotations: placed.map(({ annotation }) => annotation) },
    context.agent,
  );
  const count = (wanted: Placed['how']) => placed.filter(({ how }, index) => how === wanted && taken[index]).length;
  if (brought.tags.length > 0 || taken.includes(true))
    context.changes.gather(
      { subject: 'annotations', ids: null, articles: [article] },
      { subject: 'codes', ids: null },
      { subject: 'collections', ids: null },
      { subject: 'awaited', ids: page === null ? [] : [page] },
      { subject: 'events' },
    );
  return {
    placed: count('placed'),
    changed: count('changed'),
    lost: count('lost'),
    whole: count('whole'),
    known: taken.filter((isNew) => !isNew).length,
    tags: brought.tags,
  };
}

interface Placed {
  readonly annotation: ImportedAnnotation;
  readonly how: 'placed' | 'changed' | 'lost' | 'whole';
}

function placeMark(
  article: AnnotatedArticle,
  current: AnnotatedArticle['revisions'][number],
  id: string,
  mark: BroughtMark,
  from: string,
): Placed {
  const found = placeQuote(mark, current.text);
  const quote = mark.quote ?? { exact: '', prefix: '', suffix: '' };
  const selectors = found === null ? { quote, position: { start: 0, end: 0 } } : selectorsFor(current.text, found.span);
  const elsewhere = (revision: AnnotatedArticle['revisions'][number]): MarkPlacement =>
    revision === current
      ? {
          revision: revision.id,
          placement: found === null ? 'lost' : 'exact',
          span: found === null ? null : selectors.position,
        }
      : { revision: revision.id, ...placeAgain(selectors, revision.text) };
  return {
    how: mark.quote === null ? 'whole' : found === null ? 'lost' : found.changed ? 'changed' : 'placed',
    annotation: {
      id,
      article: article.id,
      revision: current.id,
      selectors,
      placements: article.revisions.map(elsewhere),
      color: mark.color ?? (mark.note === '' && mark.tags.length === 0 ? 'amber' : null),
      note: mark.note,
      tags: mark.tags.map((name) => ({ id: null, name })),
      created: mark.created,
      modified: mark.modified,
      from,
    },
  };
}

/** What was put on an article, as a sentence for a report; null where nothing was. */
export function putInWords({ placed, changed, lost, whole, tags }: PutMarks): string | null {
  const marks = [
    counted(placed, 'mark was placed', 'marks were placed'),
    counted(
      changed,
      'mark was placed on words that differ a little',
      'marks were placed on words that differ a little',
    ),
    counted(whole, 'note is on the whole article', 'notes are on the whole article'),
    counted(lost, 'mark has lost its place', 'marks have lost their place'),
  ].filter((part) => part !== null);
  const sentences = [
    marks.length === 0 ? null : `${marks.join(', ')}${lost > 0 ? ' (the reader lists them under the article)' : ''}.`,
    tags.length === 0 ? null : `Collections: ${shortList(tags)}.`,
  ].filter((sentence) => sentence !== null);
  return sentences.length === 0 ? null : sentences.join(' ');
}

const mostNamed = 6;

function shortList(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${more} more` : names.join(', ');
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : many}`;
}
