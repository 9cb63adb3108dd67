import type { ColumnMapping } from '../../../main/contract/columns.ts';
import { Icon } from '../../shared/parts/icon.tsx';
import { readOnly } from '../../shared/state/library.ts';
import { notify, notifyError } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { columnTexts as texts } from './column-texts.ts';
import { forgetTable, renameTable, tables } from './tables.ts';

function explain(table: ColumnMapping): void {
  overlay.value = { kind: 'columns', table };
}

/** Tables that wait for a person to say what their columns mean. */
export function UnexplainedTables() {
  const waiting = tables.value.filter(({ fields }) => fields === null);
  if (waiting.length === 0 || readOnly.value) return null;
  return (
    <section class="unfinished" aria-label={texts.waiting}>
      <h2>{texts.waiting}</h2>
      <p class="muted">{texts.waitingText}</p>
      <ul>
        {waiting.map((table) => (
          <li key={table.signature}>
            <span>
              <b>{table.name}</b>
              <span class="muted">{table.columns.slice(0, 8).join(', ')}</span>
            </span>
            <button
              type="button"
              class="button primary"
              aria-label={texts.explainThis(table.name)}
              onClick={() => explain(table)}
            >
              <Icon name="table" /> {texts.explain}
            </button>
            <button
              type="button"
              class="button"
              aria-label={`${texts.forget}: ${table.name}`}
              onClick={() => forget(table)}
            >
              {texts.forget}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Tables that are taken in without asking: to be explained otherwise, renamed or forgotten. */
export function KnownTables() {
  const known = tables.value.filter(({ fields }) => fields !== null);
  if (known.length === 0) return null;
  return (
    <section class="watched" aria-label={texts.known}>
      <h2>{texts.known}</h2>
      <ul>
        {known.map((table) => (
          <li key={table.signature}>
            <span class="path" title={table.columns.join(', ')}>
              {table.name}
            </span>
            <span class="muted">{texts.columns(table.columns.length)}</span>
            {!readOnly.value && <Acts table={table} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Acts({ table }: { readonly table: ColumnMapping }) {
  const act = (label: string, run: () => void) => (
    <button type="button" class="link-button" aria-label={`${label}: ${table.name}`} onClick={run}>
      {label}
    </button>
  );
  const rename = () => {
    overlay.value = {
      kind: 'name',
      title: texts.renameTitle,
      value: table.name,
      save: (name) => void renameTable(table.signature, name).catch(notifyError),
    };
  };
  return (
    <span class="table-acts">
      {act(texts.change, () => explain(table))}
      {act(texts.rename, rename)}
      {act(texts.forget, () => forget(table))}
    </span>
  );
}

/** A table that was forgotten is asked about again when a file with its columns comes. */
function forget(table: ColumnMapping): void {
  forgetTable(table.signature).then(() => notify(`${texts.forgotten(table.name)}.`), notifyError);
}
