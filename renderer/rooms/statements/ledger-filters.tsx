import { signal } from '@preact/signals';
import {
  type StatementKind,
  type StatementState,
  statementKinds,
  statementStates,
} from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { isDateText } from '../../shared/lib/date-text.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { speakers } from '../../shared/state/library.ts';
import { changeSettings, settings } from '../../shared/state/settings.ts';
import { kindMeanings, kindWords, stateWords } from '../../shared/texts/common.ts';
import { changeFilters, filters, isNarrowed, type LedgerFilters, noFilters, type TextFilterName } from './ledger.ts';
import { statementTexts as texts } from './texts.ts';

/** Whether the filters that are asked for less often are open. */
const more = signal(false);

/** What the ledger is narrowed to: words, who, for whom, what kind, which state, said between. */
export function LedgerFiltersBar() {
  return (
    <search class={more.value ? 'ledger-filters open' : 'ledger-filters'} aria-label={texts.filters}>
      <TextFilter name="query" label={texts.words} wide />
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
    </>
  );
}

function TextFilter(props: {
  readonly name: TextFilterName;
  readonly label: string;
  readonly options?: readonly string[];
  readonly wide?: boolean;
  readonly hint?: string;
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
