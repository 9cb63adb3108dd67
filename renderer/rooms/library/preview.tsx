import type { ArticleView } from '../../../main/contract/articles.ts';
import { touchesArticle } from '../../../main/contract/changes.ts';
import type { ArticleId } from '../../../main/contract/ids.ts';
import { readArticle } from '../../api/read-article.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { readingMinutes } from '../../shared/lib/figures.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Icon, type IconName } from '../../shared/parts/icon.tsx';
import { KeyCaps } from '../../shared/parts/key-caps.tsx';
import { VerbatimNotice } from '../../shared/parts/verbatim-notice.tsx';
import { useLiveValue } from '../../shared/state/changes.ts';
import { takeOutOfCollection } from '../../shared/state/collection-acts.ts';
import { askToExtract } from '../../shared/state/extracting.ts';
import { askToFind } from '../../shared/state/finding-again.ts';
import { collections, readOnly } from '../../shared/state/library.ts';
import { chosenArticles, type MeantSelection } from '../../shared/state/meant-selection.ts';
import { choice, collection, meantArticles, results } from '../../shared/state/search.ts';
import { extractionTexts } from '../../shared/texts/extraction.ts';
import { findingTexts } from '../../shared/texts/finding.ts';
import { PreviewText } from './preview-text.tsx';
import { addChosen, binChosen, compareChosen, exportChosen, openChosen } from './result-keys.ts';
import { libraryTexts as texts } from './texts.ts';

/** Beside the results: the chosen article, or what can be done with the several chosen ones. */
export function Preview() {
  const several = choice.value.chosen.size > 1 ? choice.value.chosen.size : 0;
  const row = results.row(choice.value.at);
  const view = useArticle(several > 0 ? null : (row?.article.id ?? null));
  return (
    <section class="preview" aria-label={texts.preview}>
      <Actions several={several} none={row === undefined} />
      {several > 0 ? (
        <p class="several">{texts.chosen(several)}</p>
      ) : view === null ? (
        row === undefined && <p class="several muted">{texts.previewEmpty}</p>
      ) : (
        <PreviewArticle view={view} terms={results.summary.value?.terms ?? []} />
      )}
    </section>
  );
}

/** Reads the article shown beside the list; the one before stays until the next is there. */
function useArticle(id: ArticleId | null): ArticleView | null {
  const view = useLiveValue<ArticleView | null>(
    (change) => id !== null && touchesArticle(change, id),
    {
      before: null,
      read: async (stop) => (id === null ? null : readArticle(id, undefined, stop)),
      // An article that went meanwhile leaves the preview as it was: the list says what is there.
      onError: () => undefined,
    },
    [id],
  );
  return id === null ? null : view;
}

function PreviewArticle({ view, terms }: { readonly view: ArticleView; readonly terms: readonly string[] }) {
  const { metadata } = view.revision;
  const { article } = view;
  const facts = [
    metadata.byline.join(', '),
    metadata.published === null ? texts.noDate : dateWords(metadata.published),
    texts.minutes(readingMinutes(article.words)),
    article.revisions > 1 ? texts.revisions(article.revisions) : '',
  ].filter((fact) => fact !== '');
  return (
    <article key={article.id} class="preview-article" lang={metadata.language ?? undefined}>
      {metadata.publication !== null && <p class="kicker">{metadata.publication}</p>}
      <h2>{shownTitle(metadata.title)}</h2>
      <p class="facts">{facts.join(' · ')}</p>
      <VerbatimNotice verbatim={view.revision.verbatim} />
      <PreviewText view={view} terms={terms} />
    </article>
  );
}

function Actions({ several, none }: { readonly several: number; readonly none: boolean }) {
  const within = collections.value.find((one) => one.id === collection.value && one.query === null);
  const takeOut = () => {
    if (within !== undefined) void takeOutOfCollection(within, meantArticles());
  };
  if (none && several === 0) return null;
  return (
    <div class="preview-actions">
      {several === 0 && <Action icon="open" label={texts.actions.open} keys="Enter" run={openChosen} />}
      {!readOnly.value && <Action icon="folder" label={texts.actions.add} keys="a" run={addChosen} />}
      {within !== undefined && !readOnly.value && <Action icon="cross" label={texts.actions.remove} run={takeOut} />}
      {several === 2 && <Action icon="compare" label={texts.actions.compare} keys="v" run={compareChosen} />}
      <Action icon="export" label={texts.actions.export} keys="e" run={exportChosen} />
      {!readOnly.value && (
        <>
          <Action icon="restore" label={extractionTexts.action} run={() => withChosen(askToExtract)} />
          <Action icon="statements" label={findingTexts.action} run={() => withChosen(askToFind)} />
        </>
      )}
      {!readOnly.value && <Action icon="bin" label={texts.actions.bin} keys="Delete" run={binChosen} />}
    </div>
  );
}

function withChosen(ask: (chosen: MeantSelection) => void): void {
  const chosen = chosenArticles();
  if (chosen !== null) ask(chosen);
}

function Action(props: {
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}) {
  return (
    <button type="button" class="button quiet" onClick={props.run}>
      <Icon name={props.icon} /> {props.label}
      {props.keys !== undefined && <KeyCaps keys={props.keys} />}
    </button>
  );
}
