import type { SearchSort } from '../../../main/contract/search.ts';
import { toggleWord } from '../../shared/lib/query-pieces.ts';
import { createCollection } from '../../shared/state/collection-acts.ts';
import { askToExtract } from '../../shared/state/extracting.ts';
import { askToFind } from '../../shared/state/finding-again.ts';
import { collections, readOnly } from '../../shared/state/library.ts';
import { shownSelection } from '../../shared/state/meant-selection.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { changeSort, collection, query, results, sort } from '../../shared/state/search.ts';
import { extractionTexts } from '../../shared/texts/extraction.ts';
import { findingTexts } from '../../shared/texts/finding.ts';
import { DuplicatesLink } from './duplicates-link.tsx';
import { libraryTexts as texts } from './texts.ts';

/** Under the field: the exact count, the query as it was understood, and what could not be searched. */
export function SearchLine() {
  const summary = results.summary.value;
  const within = collections.value.find((one) => one.id === collection.value);
  const searching = query.value.trim() !== '';
  const shown = shownSelection();
  return (
    <>
      <div class="search-line">
        {summary !== null && (
          <p class="understood">
            <b>{searching || within ? texts.total(summary.total) : texts.all(summary.total)}</b>
            {within !== undefined && <> {texts.in(within.name)}</>}
            {searching && summary.understood.length > 0 && <> · {summary.understood.join(', ')}</>}
          </p>
        )}
        {!searching && within === undefined && <DuplicatesLink />}
        {shown !== null && summary !== null && summary.total > 0 && !readOnly.value && (
          <>
            <button type="button" class="link-button" onClick={() => askToExtract(shown)}>
              {extractionTexts.ask}
            </button>
            <button type="button" class="link-button" onClick={() => askToFind(shown)}>
              {findingTexts.ask}
            </button>
          </>
        )}
        {summary !== null && summary.unsearchable > 0 && (
          <button
            type="button"
            class="link-button"
            onClick={() => {
              overlay.value = { kind: 'unsearchable' };
            }}
          >
            {texts.unsearchable(summary.unsearchable)}
          </button>
        )}
      </div>
      {summary?.partial === true && summary.total > 0 && <p class="partial">{texts.partial}</p>}
    </>
  );
}

/** Over the results: quiet chips that narrow the search, saving it, and the order. */
export function ResultTools() {
  const searching = query.value.trim() !== '';
  return (
    <div class="result-tools">
      <fieldset class="chips">
        <legend class="said">{texts.refine}</legend>
        <Refine word="in:statement" label={texts.inStatements} />
        <Refine word="in:notes" label={texts.inNotes} />
        {searching && !readOnly.value && (
          <button type="button" class="chip" onClick={saveSearch}>
            {texts.saveSearch}
          </button>
        )}
      </fieldset>
      <label class="sort">
        <span>{texts.sort}</span>
        <select value={sort()} onChange={(event) => changeSort(event.currentTarget.value as SearchSort)}>
          {searching && <option value="relevance">{texts.sorts.relevance}</option>}
          <option value="newest">{texts.sorts.newest}</option>
          <option value="oldest">{texts.sorts.oldest}</option>
        </select>
      </label>
    </div>
  );
}

function Refine({ word, label }: { readonly word: string; readonly label: string }) {
  const on = query.value.split(/\s+/u).includes(word);
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={on}
      onClick={() => {
        query.value = toggleWord(query.value, word);
      }}
    >
      {label}
    </button>
  );
}

function saveSearch(): void {
  const words = query.value;
  overlay.value = {
    kind: 'name',
    title: texts.searchName,
    value: words.slice(0, 200),
    save: (name) => void createCollection(name, words),
  };
}
