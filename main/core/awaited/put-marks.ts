import type { AnnotatedArticle, ImportedAnnotation } from '../../../db/queries/foreign-annotations.ts';
import type { ArticleId, AwaitedPageId, ForeignMark } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import { whyNotWorkedOn } from '../texts/text-threads.ts';
import { nowhere } from './nowhere.ts';
import type { ForeignMarkPlace } from './place-foreign-marks.ts';

/** What another program's export brings for an article that is in the library. */
export interface Brought {
  readonly tags: readonly string[];
  readonly marks: readonly { readonly id: string; readonly mark: ForeignMark }[];
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
  /** Why marks could not be looked for, as a sentence; or null. */
  readonly remark: string | null;
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
  const { placed, remark } = await placeAll(context, annotated, current, brought);
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
    remark,
    tags: brought.tags,
  };
}

interface Placed {
  readonly annotation: ImportedAnnotation;
  readonly how: ForeignMarkPlace['how'] | 'whole';
}

/**
 * The marks with their places by way of a thread. Those that can't be looked for in its time and memory are kept
 * without a place, like marks whose words stand nowhere, and it is said why.
 */
async function placeAll(
  { texts }: CoreContext,
  article: AnnotatedArticle,
  current: AnnotatedArticle['revisions'][number],
  { marks, from }: Brought,
): Promise<{ readonly placed: readonly Placed[]; readonly remark: string | null }> {
  if (marks.length === 0) return { placed: [], remark: null };
  const places = await texts
    .work('placeForeignMarks', {
      marks: marks.map(({ mark: { quote, start } }) => ({ quote, start })),
      revisions: article.revisions,
    })
    .catch(whyNotWorkedOn);
  const remark = typeof places === 'string' ? `The marks could not be looked for in its text: ${places}` : null;
  const placed = marks.map(({ id, mark }, index): Placed => {
    const place = typeof places === 'string' ? undefined : places[index];
    const { how, selectors, placements } = place ?? nowhere(mark, article.revisions);
    return {
      how: mark.quote === null ? 'whole' : how,
      annotation: {
        id,
        article: article.id,
        revision: current.id,
        selectors,
        placements,
        color: mark.color ?? (mark.note === '' && mark.tags.length === 0 ? 'amber' : null),
        note: mark.note,
        tags: mark.tags.map((name) => ({ id: null, name })),
        created: mark.created,
        modified: mark.modified,
        from,
      },
    };
  });
  return { placed, remark };
}

/** What was put on an article, as a sentence for a report; null where nothing was. */
export function putInWords({ placed, changed, lost, whole, remark, tags }: PutMarks): string | null {
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
    remark,
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
