import type { Selection } from '../../../main/contract/selection.ts';
import { extractionTexts as texts } from '../texts/extraction.ts';
import { clearJob, jobStates, startJob } from './jobs.ts';
import { collections } from './library.ts';
import { notify } from './notices.ts';
import { overlay } from './overlays.ts';
import { route } from './route.ts';
import { choice, collection, meantArticles, query } from './search.ts';

/** Opens the box that asks before articles are read again; a run that is under way is shown instead. */
export function askToExtract(selection: Selection, what: string): void {
  if (jobStates['articles.extractAgain'].value.status !== 'running') clearJob('articles.extractAgain');
  overlay.value = { kind: 'extract-again', selection, what };
}

/** The same for what is in view: the article in the reader, what is chosen, shown or looked for in the library, else all. */
export function askToExtractThis(): void {
  const place = route.value;
  const shown = shownSelection();
  if (place.room === 'reader') askToExtract({ of: 'articles', articles: [place.article] }, texts.article);
  else if (place.room === 'library' && choice.value.chosen.size > 0) askToExtractChosen();
  else if (place.room === 'library' && shown !== null) askToExtract(shown.selection, shown.what);
  else askToExtract({ of: 'everything' }, texts.everything);
}

export function askToExtractChosen(): void {
  const articles = meantArticles();
  if (articles.length > 0) askToExtract({ of: 'articles', articles }, texts.chosen(articles.length));
}

/** The search or the collection that the library shows; null for all articles, or where it shows one inside the other. */
export function shownSelection(): { readonly selection: Selection; readonly what: string } | null {
  const within = collections.value.find(({ id }) => id === collection.value);
  const words = query.value.trim();
  if (within !== undefined && words === '')
    return { selection: { of: 'collection', collection: within.id }, what: texts.collection(within.name) };
  return within === undefined && words !== ''
    ? { selection: { of: 'search', query: words }, what: texts.search(words) }
    : null;
}

/** Reads articles again. Whoever closed the box meanwhile is told how it ended. */
export async function extractAgain(selection: Selection, what: string): Promise<void> {
  const result = await startJob('articles.extractAgain', { selection });
  if (overlay.value?.kind === 'extract-again') return;
  const state = jobStates['articles.extractAgain'].value;
  if (state.status === 'failed') notify(state.error.message, { tone: 'bad' });
  if (result !== null)
    notify(`${texts.counts(result) || texts.nothing}.`, {
      action: {
        label: texts.show,
        run: () => {
          overlay.value = { kind: 'extract-again', selection, what };
        },
      },
    });
}
