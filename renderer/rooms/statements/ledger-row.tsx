import type { StatementRow } from '../../../main/contract/statements.ts';
import { findTerms } from '../../../main/contract/words.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { initials } from '../../shared/lib/initials.ts';
import { shownTitle, shownWords } from '../../shared/lib/short-words.ts';
import { Icon, type IconName } from '../../shared/parts/icon.tsx';
import { Marked } from '../../shared/parts/marked.tsx';
import { DiffersLine } from '../../shared/parts/verbatim-notice.tsx';
import { readOnly } from '../../shared/state/library.ts';
import { SealMark } from '../../shared/statement/seal-mark.tsx';
import { triageTexts } from '../../shared/statement/texts.ts';
import { type TriageAct, triageKeys } from '../../shared/statement/triage-keys.ts';
import { asWhat, whoSpeaks } from '../../shared/statement/who-speaks.ts';
import { kindMeanings, kindWords, stateWords } from '../../shared/texts/common.ts';
import { verbatimTexts } from '../../shared/texts/verbatim.ts';
import { ledger, ledgerAt } from './ledger.ts';
import { isChosen } from './ledger-choice.ts';
import { copyStatement, correctStatement, decideAt, openStatement, showElsewhere } from './ledger-keys.ts';
import { statementTexts as texts } from './texts.ts';

export function LedgerHead() {
  const { speaker, words, kind, said, state } = texts.columns;
  return (
    <div class="ledger-row head" role="row" aria-rowindex={1}>
      {[speaker, words, kind, said, state].map((name) => (
        <span key={name} role="columnheader">
          {name}
        </span>
      ))}
    </div>
  );
}

/** One statement: who, as what then, the exact words, what kind, when, in which paper, and its state. */
export function LedgerRow({ index }: { readonly index: number }) {
  const row = ledger.row(index);
  if (row === undefined)
    return (
      <div class="row-blank" role="gridcell">
        <i />
        <i />
      </div>
    );
  return (
    <>
      <Speaker row={row} />
      <div role="gridcell" class="words">
        <p dir="auto">
          <LookedFor text={shownWords(row.text)} />
        </p>
        <span class="from">
          <span class="narrow-kind">{kindWords[row.kind]} · </span>
          {shownTitle(row.articleTitle)}
          {row.placement === 'lost' && <b> · {texts.lost}</b>}
          {row.placement === 'changed' && <b> · {texts.changed}</b>}
          {row.shares?.map(({ id, how, who }) =>
            how === 'same' || how === 'across' ? (
              <b key={id}> · {texts.shares[how](who)}</b>
            ) : (
              <span key={id}> · {texts.shares[how](who)}</span>
            ),
          )}
        </span>
        {row.differs !== undefined && <DiffersLine reason={row.differs} />}
        <SealMark seal={row.seal} statement={row.id} tabIndex={-1} />
      </div>
      <span role="gridcell" class="kind" title={kindMeanings[row.kind]}>
        {kindWords[row.kind]}
      </span>
      <div role="gridcell" class="said-on">
        <b>{row.said === null ? texts.noDay : dateWords(row.said)}</b>
        {row.published !== null && <span class="muted">{texts.published(dateWords(row.published))}</span>}
        <span class="muted">{row.publication}</span>
      </div>
      <div role="gridcell">
        <span class={`state ${row.state}`}>{stateWords[row.state]}</span>
        {row.state === 'confirmed' && row.fromPackage !== undefined && (
          <span class="from-package">{verbatimTexts.fromPackage(row.fromPackage)}</span>
        )}
      </div>
      {index === ledgerAt.value && <Tools row={row} index={index} />}
    </>
  );
}

/** The words, with what was looked for marked in them. */
function LookedFor({ text }: { readonly text: string }) {
  const terms = ledger.summary.value?.terms ?? [];
  if (terms.length === 0) return <>{text}</>;
  return <Marked text={text} marks={findTerms(text, terms).map(({ start, end }) => [start, end] as const)} />;
}

function Speaker({ row }: { readonly row: StatementRow }) {
  const who = whoSpeaks(row);
  const role = asWhat(row);
  return (
    <div role="gridcell" class="who">
      <i class="disc" aria-hidden="true">
        {isChosen(row.id) ? (
          <Icon name="check" />
        ) : row.speakers[0] === undefined ? (
          '?'
        ) : (
          initials(row.speakers[0].name)
        )}
      </i>
      <span>
        <b>{who ?? texts.unknown}</b>
        {role !== '' && <span>{role}</span>}
      </span>
    </div>
  );
}

/** What can be done with the row at the cursor; each has its key, so none is in the tab order. */
function Tools({ row, index }: { readonly row: StatementRow; readonly index: number }) {
  const { state } = row;
  return (
    <div role="gridcell" class="row-tools">
      <Tool icon="open" label={texts.keys.open} run={() => openStatement(row)} />
      <Tool icon="compare" act="elsewhere" run={() => showElsewhere(row)} />
      <Tool icon="copy" act="copy" run={() => void copyStatement(row)} />
      {!readOnly.value && (
        <>
          {state !== 'confirmed' && <Tool icon="check" act="confirm" run={() => decideAt(index, 'confirmed')} />}
          {state !== 'suggested' && <Tool icon="restore" act="takeBack" run={() => decideAt(index, 'suggested')} />}
          <Tool icon="pencil" act="correct" run={() => correctStatement(row)} />
          {state !== 'rejected' && <Tool icon="cross" act="reject" run={() => decideAt(index, 'rejected')} />}
        </>
      )}
    </div>
  );
}

function Tool(
  props: { readonly icon: IconName; readonly run: () => void } & (
    | { readonly act: TriageAct }
    | { readonly label: string }
  ),
) {
  const label = 'act' in props ? triageTexts[props.act] : props.label;
  return (
    <button
      type="button"
      class="icon-button"
      tabIndex={-1}
      aria-label={label}
      title={'act' in props ? `${label} (${triageKeys[props.act]})` : label}
      onClick={props.run}
    >
      <Icon name={props.icon} />
    </button>
  );
}
