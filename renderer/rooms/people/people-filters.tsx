import { type SpeakerKind, speakerKinds } from '../../../main/contract/people.ts';
import { changeFilters, type PeopleFilters as Filters, filters } from './listed-people.ts';
import { peopleTexts as texts } from './texts.ts';

/** What the list of people is narrowed to. */
export function PeopleFilters() {
  const { words, kind, sort } = filters.value;
  return (
    <search class="people-filters" aria-label={texts.filter}>
      <input
        type="search"
        id="people-words"
        class="field"
        aria-label={texts.filter}
        placeholder={texts.filter}
        value={words}
        autocomplete="off"
        onInput={(event) => changeFilters({ words: event.currentTarget.value })}
      />
      <select
        class="field"
        aria-label={texts.kind}
        value={kind}
        onChange={(event) => changeFilters({ kind: event.currentTarget.value as SpeakerKind | '' })}
      >
        <option value="">{texts.anyKind}</option>
        {speakerKinds.map((one) => (
          <option key={one} value={one}>
            {texts.kindsListed[one]}
          </option>
        ))}
      </select>
      <select
        class="field"
        aria-label={texts.sort}
        value={sort}
        onChange={(event) => changeFilters({ sort: event.currentTarget.value as Filters['sort'] })}
      >
        <option value="statements">{texts.sorts.statements}</option>
        <option value="name">{texts.sorts.name}</option>
      </select>
    </search>
  );
}
