import { signal } from '@preact/signals';
import { StatementSort } from '../../../main/contract/ledger.ts';
import {
  type StatementKind,
  type StatementState,
  statementKinds,
  statementStates,
} from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { isDateText } from '../../shared/lib/date-text.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { codes, collections, speakers } from '../../shared/state/library.ts';
import { changeSettings, settings } from '../../shared/state/settings.ts';
import { kindMeanings, kindWords, stateWords } from '../../shared/texts/common.ts';
import {
  calledBy,
  changeFilters,
  filters,
  isNarrowed,
  type LedgerFilters,
  noFilters,
  sort,
  type TextFilterName,
} from './ledger.ts';
import { statementTexts as texts } from './texts.ts';

const sorts = StatementSort.options;

/** Whether the filters that are asked for less often are open. */
const more = signal(false);

/** What the ledger is narrowed to: words, who, for whom, what kind, which state, said between. */
export function LedgerFiltersBar() {
  return (
    <search class={more.value ? 'ledger-filters open' : 'ledger-filters'} aria-label={texts.filters}>
      <TextFilter name="query" label={texts.words} hint={texts.wordsHint} placeholder={texts.wordsPlaceholder} wide />
      <TextFilter name="speaker" label={texts.speaker} options={speakers.value.map((speaker) => speaker.name)} />
      <OrganizationFilter />
      <label class="labelled">
        <span>{texts.kind}</span>
        <select
          class="field"
          value={filters.value.kind}
          onChange={(event) => changeFilters({ kind: event.currentTarget.value as StatementKind | '' })}
        >
          <option value="">{texts.any}</option>
          {statementKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]} ({kindMeanings[kind]})
            </option>
          ))}
        </select>
      </label>
      <label class="labelled">
        <span>{texts.state}</span>
        <select
          class="field"
          value={filters.value.state}
          onChange={(event) => changeFilters({ state: event.currentTarget.value as StatementState | '' })}
        >
          <option value="">{texts.notRejected}</option>
          {statementStates.map((state) => (
            <option key={state} value={state}>
              {stateWords[state]}
            </option>
          ))}
        </select>
      </label>
      <SurenessFilter />
      <DateFilter name="saidAfter" label={texts.after} />
      <DateFilter name="saidBefore" label={texts.before} />
      {more.value && <MoreFilters />}
      <button
        type="button"
        class="button quiet"
        aria-expanded={more.value}
        onClick={() => {
          more.value = !more.value;
        }}
      >
        {more.value ? texts.fewerFilters : texts.moreFilters}
      </button>
      {isNarrowed(filters.value) && (
        <button type="button" class="button quiet" onClick={() => changeFilters(noFilters)}>
          {texts.clear}
        </button>
      )}
    </search>
  );
}

/** From which sureness on suggestions are shown unasked, here and in the reader; kept with the library. */
function SurenessFilter() {
  const chosen = settings.value.leastSure;
  const steps = [...new Set([0, 0.5, 0.65, 0.8, 0.9, chosen])].sort((a, b) => a - b);
  return (
    <label class="labelled">
      <span>{texts.sureness}</span>
      <select
        class="field"
        value={String(chosen)}
        onChange={(event) => void changeSettings({ leastSure: Number(event.currentTarget.value) })}
      >
        {steps.map((step) => (
          <option key={step} value={String(step)}>
            {step === 0 ? texts.anySureness : texts.surenessFrom(Math.round(step * 100))}
          </option>
        ))}
      </select>
    </label>
  );
}

function MoreFilters() {
  return (
    <>
      <TextFilter name="role" label={texts.role} />
      <TextFilter name="publication" label={texts.publication} />
      <TextFilter name="language" label={texts.language} hint={texts.languageHint} />
      <ChosenFrom
        name="code"
        label={texts.code}
        options={codes.value.map(({ id, path }) => ({ id, name: path.join(' › ') }))}
      />
      <ChosenFrom name="collection" label={texts.collection} options={collections.value} />
    </>
  );
}

/** Narrows to one of what the library has, as it is. */
function ChosenFrom<Name extends 'code' | 'collection'>(props: {
  readonly name: Name;
  readonly label: string;
  readonly options: readonly { readonly id: Exclude<LedgerFilters[Name], ''>; readonly name: string }[];
}) {
  return (
    <label class="labelled">
      <span>{props.label}</span>
      <select
        class="field"
        value={filters.value[props.name]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          changeFilters({ [props.name]: props.options.find(({ id }) => id === value)?.id ?? '' });
        }}
      >
        <option value="">{texts.any}</option>
        {props.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** In which order the list stands. */
export function SortChoice() {
  return (
    <label class="sort">
      <span>{texts.sort}</span>
      <select
        value={sort.value}
        onChange={(event) => {
          const { value } = event.currentTarget;
          sort.value = sorts.find((one) => one === value) ?? 'newest';
        }}
      >
        {sorts.map((one) => (
          <option key={one} value={one}>
            {texts.sorts[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What was chosen as it is, each with a button that lets it go. */
export function ChosenChips() {
  const { person, unnamed, organizationId, publicationIs } = filters.value;
  const chips = [
    { name: 'person', label: texts.speaker, value: person },
    { name: 'unnamed', label: texts.speaker, value: unnamed },
    { name: 'organizationId', label: texts.organization, value: organizationId },
    { name: 'publicationIs', label: texts.publication, value: publicationIs },
  ].filter(({ value }) => value !== '');
  if (chips.length === 0) return null;
  return (
    <p class="ledger-chips">
      {chips.map(({ name, label, value }) => {
        const called = name === 'unnamed' ? texts.unnamed : (calledBy.value.get(value) ?? value);
        return (
          <button
            key={name}
            type="button"
            class="chip"
            aria-label={texts.letGo(label, called)}
            onClick={() => changeFilters({ [name]: '' })}
          >
            {label}: <bdi>{called}</bdi>
            <Icon name="close" />
          </button>
        );
      })}
    </p>
  );
}

function TextFilter(props: {
  readonly name: TextFilterName;
  readonly label: string;
  readonly options?: readonly string[];
  readonly wide?: boolean;
  readonly hint?: string;
  readonly placeholder?: string;
}) {
  const list = props.options === undefined ? undefined : `filter-${props.name}`;
  return (
    <label class={props.wide ? 'labelled wide' : 'labelled'}>
      <span>{props.label}</span>
      <input
        class="field"
        id={`ledger-${props.name}`}
        value={filters.value[props.name]}
        list={list}
        autocomplete="off"
        title={props.hint}
        placeholder={props.placeholder}
        onInput={(event) => changeFilters({ [props.name]: event.currentTarget.value })}
      />
      {list !== undefined && (
        <datalist id={list}>
          {props.options?.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </label>
  );
}

function OrganizationFilter() {
  const names = useLiveValue<readonly string[]>(touchedBy('speakers'), {
    before: [],
    read: async (stop) => (await api.call('organizations.list', {}, { signal: stop })).map(({ name }) => name),
    onError: () => undefined,
  });
  return <TextFilter name="organization" label={texts.organization} options={names} />;
}

function DateFilter(props: { readonly name: 'saidAfter' | 'saidBefore'; readonly label: string }) {
  const value: LedgerFilters['saidAfter'] = filters.value[props.name];
  const bad = value !== '' && !isDateText(value);
  return (
    <label class="labelled date">
      <span>{props.label}</span>
      <input
        class="field figures"
        value={value}
        placeholder={texts.datePlaceholder}
        maxLength={10}
        aria-invalid={bad}
        title={bad ? texts.dateBad : undefined}
        onInput={(event) => changeFilters({ [props.name]: event.currentTarget.value.trim() })}
      />
    </label>
  );
}
