import { useEffect } from 'preact/hooks';
import { touchesArticle } from '../../main/contract/changes.ts';
import { api } from '../api/api.ts';
import { reader } from '../texts/reader.ts';
import type { ReaderModel } from './model.ts';
import { selectSpan } from './use-selection.ts';

/** Reads the article again when the library says that it changed; selection and place stay. */
export function useLive(model: ReaderModel): void {
  useEffect(() => {
    void model.reload();
    return api.on('library.changed', (changes) => {
      if (changes.some((change) => touchesArticle(change, model.article))) void readAgain(model);
    });
  }, [model]);
}

async function readAgain(model: ReaderModel): Promise<void> {
  const before = model.view.value?.revision;
  const selected = model.selection.value;
  await model.reload();
  const after = model.view.value?.revision;
  if (before === undefined || before.text === after?.text) return;
  // The words are others now: offsets of the old ones mean nothing in them.
  model.selection.value = null;
  model.cursor.value = null;
  model.resume.current = null;
  model.draft.value = null;
  model.found.value = { spans: [], at: -1 };
  model.announcement.value = reader.said.changed;
  const words = selected === null ? '' : before.text.slice(selected.start, selected.end);
  const again = words === '' ? -1 : (after?.text.indexOf(words) ?? -1);
  if (again >= 0) selectSpan(model, { start: again, end: again + words.length });
}
