import { effect, signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import {
  type LedgerFacet,
  type LedgerFacets,
  type LedgerFacetValue,
  ledgerFacets,
} from '../../../main/contract/ledger.ts';
import { api } from '../../api/api.ts';
import { figure } from '../../shared/lib/figures.ts';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { someListAsks } from '../../shared/state/paged-list.ts';
import { settings } from '../../shared/state/settings.ts';
import { kindWords, stateWords } from '../../shared/texts/common.ts';
import { stepFocus } from './focus-steps.ts';
import { askedNow, calledBy, changeFilters, filters, type LedgerFilters } from './ledger.ts';
import { statementTexts } from './texts.ts';

const texts = statementTexts.facets;

/** Whether the values stand beside the list. Nothing is counted while they don't. */
export const facetsShown = signal(false);

/** The values that the listed statements have, with how many have each; one is chosen by a click or by Enter. */
export function LedgerFacetsPanel() {
  const box = useRef<HTMLElement>(null);
  const facets = useLiveValue<LedgerFacets | null>(
    touchedBy('statements', 'articles', 'annotations', 'codes'),
    {
      before: null,
      read: async (stop) => {
        await listAnswered(stop);
        return api.call('statements.facets', askedNow(), { signal: stop });
      },
    },
    [JSON.stringify(filters.value), settings.value.leastSure],
  );
  return (
    <aside
      ref={box}
      class="ledger-facets"
      aria-label={texts.title}
      aria-busy={facets === null}
      onKeyDown={(event) => stepFocus(event, box.current)}
    >
      {facets !== null && facets.counted < facets.total && (
        <p class="hint">{texts.counted(facets.counted, facets.total)}</p>
      )}
      {facets !== null &&
        ledgerFacets.map((facet) => (
          <Facet
            key={facet}
            facet={facet}
            values={facets.values[facet]}
            unnamed={facet === 'speaker' ? facets.unnamed : 0}
          />
        ))}
    </aside>
  );
}

interface FacetProps {
  readonly facet: LedgerFacet;
  readonly values: readonly LedgerFacetValue[];
  /** So many have no speaker by name. */
  readonly unnamed: number;
}

function Facet({ facet, values, unnamed }: FacetProps) {
  if (values.length === 0 && unnamed === 0) return null;
  return (
    <section class="ledger-facet">
      <h2 id={`facet-${facet}`}>{texts.names[facet]}</h2>
      <ul aria-labelledby={`facet-${facet}`}>
        {values.map((value) => {
          const chosen = isChosen(facet, value.value);
          return (
            <li key={value.value}>
              <button
                type="button"
                class="facet-value"
                aria-pressed={chosen}
                onClick={() => choose(facet, value, chosen)}
              >
                <bdi>{shown(facet, value)}</bdi> <span class="figures">{figure(value.count)}</span>
              </button>
            </li>
          );
        })}
        {unnamed > 0 && <Unnamed count={unnamed} />}
      </ul>
    </section>
  );
}

/** Those whose speaker nobody names, behind those who are named. */
function Unnamed({ count }: { readonly count: number }) {
  const chosen = filters.value.unnamed === 'only';
  return (
    <li>
      <button
        type="button"
        class="facet-value"
        aria-pressed={chosen}
        onClick={() => changeFilters({ unnamed: chosen ? '' : 'only', ...(chosen ? {} : { person: '' }) })}
      >
        <i>{statementTexts.unnamed}</i> <span class="figures">{figure(count)}</span>
      </button>
    </li>
  );
}

function shown(facet: LedgerFacet, { value, name }: LedgerFacetValue): string {
  if (facet === 'kind') return Object.entries(kindWords).find(([kind]) => kind === value)?.[1] ?? name;
  if (facet === 'state') return Object.entries(stateWords).find(([state]) => state === value)?.[1] ?? name;
  return name;
}

/** The filter that a facet's value narrows by. */
const narrows = {
  speaker: 'person',
  organization: 'organizationId',
  publication: 'publicationIs',
  kind: 'kind',
  state: 'state',
  language: 'language',
  code: 'code',
  year: 'saidAfter',
} as const satisfies Readonly<Record<LedgerFacet, keyof LedgerFilters>>;

function isChosen(facet: LedgerFacet, value: string): boolean {
  const now = filters.value;
  return now[narrows[facet]] === value && (facet !== 'year' || now.saidBefore === value);
}

function choose(facet: LedgerFacet, { value, name }: LedgerFacetValue, chosen: boolean): void {
  calledBy.value = new Map(calledBy.value).set(value, name);
  const next = chosen ? '' : value;
  changeFilters({
    ...(facet === 'speaker' ? { unnamed: '' } : {}),
    [narrows[facet]]: next,
    ...(facet === 'year' ? { saidBefore: next } : {}),
  });
}

/** Resolves when no list waits for its answer: the list comes first. */
function listAnswered(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      // The effect may end before its own name is known.
      queueMicrotask(() => end());
      resolve();
    };
    const end = effect(() => {
      if (!someListAsks.value || stop.aborted) done();
    });
    stop.addEventListener('abort', done, { once: true });
  });
}
