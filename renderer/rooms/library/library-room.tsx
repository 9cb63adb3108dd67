import { library } from '../../shared/state/library.ts';
import { query, results } from '../../shared/state/search.ts';
import { FirstStart } from './first-start.tsx';
import { Preview } from './preview.tsx';
import { ResultList } from './result-list.tsx';
import { SearchField } from './search-field.tsx';
import { SearchLine } from './search-line.tsx';
import { libraryTexts } from './texts.ts';

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
