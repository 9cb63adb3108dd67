import type { ArticleView } from '../../../main/contract/articles.ts';
import type { Span } from '../../../main/contract/canonical-text.ts';
import type { RevisionId } from '../../../main/contract/ids.ts';
import type { MethodInput } from '../../../main/contract/methods.ts';
import type { Placement } from '../../../main/contract/placements.ts';
import { api } from '../../api/api.ts';
import { overlaps } from '../../shared/article/spans.ts';
import { notify } from '../../shared/state/notices.ts';
import { navigate } from '../../shared/state/route.ts';
import { perform } from '../../shared/state/undo.ts';
import { leftOutTexts as texts } from './left-out-texts.ts';
import { refuses } from './mark-actions.ts';
import type { ReaderModel } from './model.ts';
import { dropSelection } from './use-selection.ts';

type Corrections = Pick<MethodInput<'revisions.correct'>, 'putBack' | 'roles'>;

/**
 * Corrects what counts as the article: the core makes a new revision of it. Undo makes the revision
 * before the current one again. False when nothing came of it, which has been told then.
 */
export async function correctCopy(model: ReaderModel, corrections: Corrections, label: string): Promise<boolean> {
  const view = model.view.value;
  if (view === null || refuses(model)) return false;
  const { article } = model;
  const former = view.revision.id;
  let made: RevisionId | null = null;
  let placed: Readonly<Record<Placement, number>> | null = null;
  const show = async (revision: RevisionId) => {
    await model.reload();
    // A room that was opened for one revision would go on showing that one.
    if (model.view.value !== null && model.view.value.revision.id !== revision) navigate({ room: 'reader', article });
  };
  const done = await perform({
    label,
    do: async () => {
      if (made === null) {
        const corrected = await api.call('revisions.correct', { article, revision: former, ...corrections });
        made = corrected.revision;
        placed = corrected.placed;
      } else await api.call('revisions.makeCurrent', { article, revision: made });
      await show(made);
    },
    undo: async () => {
      await api.call('revisions.makeCurrent', { article, revision: former });
      await show(former);
    },
  });
  const marks = placed === null ? '' : texts.marks(placed);
  if (marks !== '') notify(marks);
  return done;
}

/** Makes an older revision that is shown the current one; the later ones stay. */
export function makeCurrent({ article, revision, currentRevision }: ArticleView): Promise<boolean> {
  const set = async (id: RevisionId) => {
    await api.call('revisions.makeCurrent', { article: article.id, revision: id });
    navigate({ room: 'reader', article: article.id });
  };
  return perform({
    label: texts.acts.madeCurrent(revision.number),
    do: () => set(revision.id),
    undo: () => set(currentRevision),
  });
}

/** Puts an entry of the log back, or one of its blocks. */
export function putBack(model: ReaderModel, entry: number, block: number | null, count: number): Promise<boolean> {
  const choice = block === null ? { entry } : { entry, block };
  return correctCopy(model, { putBack: [choice] }, texts.acts.putBack(count));
}

export function countIn(model: ReaderModel, block: number): Promise<boolean> {
  return correctCopy(model, { roles: [{ block, role: 'body' }] }, texts.acts.countedIn);
}

export function setAside(model: ReaderModel, blocks: readonly number[]): Promise<boolean> {
  const roles = blocks.map((block) => ({ block, role: 'furniture' }) as const);
  return correctCopy(model, { roles }, texts.acts.setAside(blocks.length));
}

/** Sets aside the blocks in which a selection lies. */
export function setSelectionAside(model: ReaderModel, span: Span): Promise<boolean> {
  const blocks = model.starts.value.blocks.flatMap((own, index) =>
    own !== null && overlaps(own, span) ? [index] : [],
  );
  dropSelection(model);
  return setAside(model, blocks);
}
