import { effect, untracked } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ArticleView } from '../../../main/contract/articles.ts';
import { touchesArticle } from '../../../main/contract/changes.ts';
import { useChanges } from '../../shared/state/changes.ts';
import type { ReaderModel } from './model.ts';
import { reader } from './texts.ts';
import { selectSpan } from './use-selection.ts';

type Revision = ArticleView['revision'];

/** Reads the article, and again when the library says that it changed; selection and place stay. */
export function useLive(model: ReaderModel): void {
  useEffect(() => model.show(), [model]);
  useChanges(
    (change) => touchesArticle(change, model.article),
    () => void model.reload(),
  );
  useEffect(() => {
    let before: Revision | undefined;
    return effect(() => {
      const after = model.view.value?.revision;
      const former = before;
      before = after;
      if (former === undefined || after === undefined || former.text === after.text) return;
      untracked(() => wordsChanged(model, former, after));
    });
  }, [model]);
}

/** The words are others now: offsets of the old ones mean nothing in them. */
function wordsChanged(model: ReaderModel, before: Revision, after: Revision): void {
  const selected = model.selection.value;
  model.selection.value = null;
  model.cursor.value = null;
  model.resume.current = null;
  model.draft.value = null;
  if (model.corrected.value !== null) model.editing.value = null;
  model.corrected.value = null;
  model.found.value = { spans: [], at: -1 };
  model.announcement.value = reader.said.changed;
  const words = selected === null ? '' : before.text.slice(selected.start, selected.end);
  const again = words === '' ? -1 : after.text.indexOf(words);
  if (again >= 0) selectSpan(model, { start: again, end: again + words.length });
}
