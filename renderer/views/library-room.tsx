import { FirstStart } from '../components/first-start.tsx';
import { Preview } from '../components/preview.tsx';
import { ResultList } from '../components/result-list.tsx';
import { SearchField } from '../components/search-field.tsx';
import { SearchLine } from '../components/search-line.tsx';
import { library } from '../state/library.ts';
import { query, results } from '../state/search.ts';
import { libraryTexts } from '../texts/library.ts';

/** Find: the field, what it understood, the results, and the chosen one beside them. */
export function LibraryRoom() {
  if (library.value?.articles === 0 && query.value === '') return <FirstStart />;
  return (
    <div class="library">
      <h1 class="said">{libraryTexts.results}</h1>
      <search class="find">
        <SearchField />
        <SearchLine />
      </search>
      <div class="two">
        <ResultList />
        <Preview />
      </div>
      <p class="said" role="status">
        {results.total.value === null ? '' : libraryTexts.total(results.total.value)}
      </p>
    </div>
  );
}
