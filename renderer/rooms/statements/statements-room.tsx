import { useCallback } from 'preact/hooks';
import { Empty } from '../../shared/parts/empty.tsx';
import { LongList } from '../../shared/parts/long-list.tsx';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { common } from '../../shared/texts/common.ts';
import { changeFilters, filters, isNarrowed, ledger, ledgerAt, noFilters, sort } from './ledger.ts';
import { chosenCount, isChosen, toggleAt } from './ledger-choice.ts';
import { facetsShown, LedgerFacetsPanel } from './ledger-facets.tsx';
import { ChosenChips, LedgerFiltersBar, SortChoice } from './ledger-filters.tsx';
import { useLedgerKeys } from './ledger-keys.ts';
import { LedgerHead, LedgerRow } from './ledger-row.tsx';
import { LedgerTimeline, ledgerView } from './ledger-timeline.tsx';
import { ManyBar } from './many-bar.tsx';
import { announcement } from './statement-acts.ts';
import { statementTexts as texts } from './texts.ts';

/** The ledger of who said what, when, in which words. */
export function StatementsRoom() {
  useLedgerKeys();
  const total = ledger.total.value;
  const understood = ledger.summary.value?.understood ?? [];
  const waiting = ledger.summary.value?.suggested ?? 0;
  return (
    <div class="room statements-room">
      <RoomHead
        title={texts.title}
        aside={
          <p class="figures room-count" role="status">
            {total !== null && texts.waiting(total, waiting)}
          </p>
        }
      />
      <LedgerFiltersBar />
      <p class="said" role="status">
        {announcement.value}
      </p>
      <ChosenChips />
      <div class="ledger-line">
        <div class="ledger-told">
          {understood.length > 0 && <p>{texts.understood(understood)}</p>}
          <Withheld />
          <LeftOutByDay />
        </div>
        {ledgerView.value === 'list' && (
          <>
            <button
              type="button"
              class="link-button"
              aria-expanded={facetsShown.value}
              onClick={() => {
                facetsShown.value = !facetsShown.value;
              }}
            >
              {facetsShown.value ? texts.hideFacets : texts.showFacets}
            </button>
            <SortChoice />
          </>
        )}
        <ViewChoice />
      </div>
      {ledgerView.value === 'timeline' ? (
        <LedgerTimeline />
      ) : (
        <div class="ledger-body">
          {total === 0 || (total === null && ledger.error.value !== null) ? <NoStatements /> : <LedgerList />}
          {facetsShown.value && <LedgerFacetsPanel />}
        </div>
      )}
      <ManyBar />
    </div>
  );
}

/** As a list, or by years, months and days. */
function ViewChoice() {
  return (
    <fieldset class="ledger-views">
      <legend class="said">{texts.views.label}</legend>
      {(['list', 'timeline'] as const).map((view) => (
        <button
          key={view}
          type="button"
          class="link-button"
          aria-pressed={ledgerView.value === view}
          onClick={() => {
            ledgerView.value = view;
          }}
        >
          {texts.views[view]}
        </button>
      ))}
    </fieldset>
  );
}

/** What the library's setting keeps out of the list, and a button that shows it. */
function Withheld() {
  const withheld = ledger.summary.value?.withheld ?? 0;
  const isShown = filters.value.unsure === 'shown';
  if (withheld === 0 && !isShown) return null;
  return (
    <p class="ledger-withheld">
      {isShown ? texts.unsureShown : texts.withheld(withheld)}{' '}
      <button type="button" class="link-button" onClick={() => changeFilters({ unsure: isShown ? '' : 'shown' })}>
        {isShown ? texts.hideUnsure : texts.showUnsure}
      </button>
    </p>
  );
}

/** What a range of days leaves out because nobody knows its day: it is told, and shown when asked for. */
function LeftOutByDay() {
  const isShown = filters.value.undated !== '';
  const count = ledger.summary.value?.undated ?? 0;
  if (!isShown && count === 0) return null;
  return (
    <p class="left-out-by-day">
      <span role="status">
        {filters.value.undated === 'only' ? texts.undatedOnly : isShown ? texts.undatedShown : texts.undated(count)}
      </span>
      {' · '}
      <button type="button" class="link-button" onClick={() => changeFilters({ undated: isShown ? '' : 'shown' })}>
        {isShown ? texts.hide : texts.show}
      </button>
    </p>
  );
}

function LedgerList() {
  const total = ledger.total.value ?? 0;
  const ensure = useCallback((first: number, last: number) => ledger.ensure(first, last), []);
  const at = ledgerAt.value;
  return (
    <LongList
      total={total}
      estimate={86}
      at={at}
      version={ledger.version.value}
      identity={JSON.stringify([filters.value, sort.value])}
      onWindow={ensure}
      head={<LedgerHead />}
      attributes={{
        class: 'ledger results',
        role: 'grid',
        tabIndex: 0,
        'aria-label': texts.ledger,
        'aria-rowcount': total + 1,
        'aria-readonly': true,
        'aria-multiselectable': true,
        'aria-busy': ledger.total.value === null,
        ...(total > 0 ? { 'aria-activedescendant': `statement-${at}` } : {}),
      }}
      rowAttributes={(index) => {
        const row = ledger.row(index);
        const chosen = row !== undefined && isChosen(row.id);
        return {
          id: `statement-${index}`,
          role: 'row',
          class: `ledger-row result${index === at ? ' at' : ''}${chosen ? ' chosen' : ''}`,
          'aria-rowindex': index + 2,
          // Until something is chosen, what is meant is the row at the cursor.
          'aria-selected': chosenCount() === 0 ? index === at : chosen,
          onClick: (event) => {
            if (event.shiftKey || event.ctrlKey || event.metaKey) toggleAt(index);
            else ledgerAt.value = index;
          },
        };
      }}
      row={(index) => <LedgerRow index={index} />}
    />
  );
}

function NoStatements() {
  const { value: error } = ledger.error;
  if (ledger.total.value === null && error !== null)
    return (
      <Empty title={texts.failedTitle} text={error instanceof Error ? error.message : common.failed}>
        <button type="button" class="button" onClick={() => ledger.refresh()}>
          {common.tryAgain}
        </button>
      </Empty>
    );
  if (!isNarrowed(filters.value)) return <Empty title={texts.emptyTitle} text={texts.emptyText} />;
  return (
    <Empty title={texts.nothingTitle} text={texts.nothingText}>
      <button type="button" class="button" onClick={() => changeFilters(noFilters)}>
        {texts.clear}
      </button>
    </Empty>
  );
}
