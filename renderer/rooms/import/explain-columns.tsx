import { useState } from 'preact/hooks';
import {
  type ColumnChoice,
  type ColumnField,
  type ColumnMapping,
  columnFields,
} from '../../../main/contract/columns.ts';
import { Dialog } from '../../shared/parts/dialog.tsx';
import { notifyError } from '../../shared/state/notices.ts';
import { closeOverlay } from '../../shared/state/overlays.ts';
import { columnTexts as texts } from './column-texts.ts';
import { fieldOf, guessColumns, isEnough, withField } from './guess-columns.ts';
import { explainColumns } from './tables.ts';

/** What the columns of a table mean: each with its first values and a choice, and what becomes of the first row. */
export function ExplainColumns({ table }: { readonly table: ColumnMapping }) {
  const [choice, setChoice] = useState<ColumnChoice>(table.fields ?? guessColumns(table.columns));
  const save = () => {
    closeOverlay();
    explainColumns(table, choice).catch(notifyError);
  };
  return (
    <Dialog title={texts.title(table.name)} onClose={closeOverlay} size="wide">
      <p class="muted">{texts.lead}</p>
      <div class="columns-scroll">
        <table class="columns">
          <thead>
            <tr>
              <th scope="col">{texts.column}</th>
              <th scope="col">{texts.values}</th>
              <th scope="col">{texts.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {table.columns.map((column, place) => (
              // Columns may have one name twice; their place is what they are.
              <tr key={place}>
                <th scope="row">{column}</th>
                <td>{firstValues(table, place)}</td>
                <td>
                  <select
                    class="field"
                    aria-label={texts.meaningOf(column)}
                    value={fieldOf(choice, place) ?? ''}
                    onChange={(event) => setChoice(withField(choice, place, asField(event.currentTarget.value)))}
                  >
                    <option value="">{texts.nothing}</option>
                    {columnFields.map((field) => (
                      <option key={field} value={field}>
                        {texts.fields[field]}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Preview table={table} choice={choice} />
      <footer>
        <button type="button" class="button" onClick={closeOverlay}>
          {texts.cancel}
        </button>
        <button type="button" class="button primary" disabled={!isEnough(choice)} onClick={save}>
          {table.fields === null ? texts.save : texts.saveOnly}
        </button>
      </footer>
    </Dialog>
  );
}

function asField(value: string): ColumnField | null {
  return columnFields.find((field) => field === value) ?? null;
}

function firstValues({ sample }: ColumnMapping, place: number): string {
  const values = sample.map((cells) => cells[place] ?? '').filter((value) => value !== '');
  return values.length === 0 ? texts.empty : values.join(' · ');
}

/** The first row as it would be taken in. */
function Preview({ table, choice }: { readonly table: ColumnMapping; readonly choice: ColumnChoice }) {
  const [first] = table.sample;
  const chosen = columnFields.flatMap((field) => {
    const place = choice[field];
    const value = place === undefined ? '' : (first?.[place] ?? '');
    return value === '' ? [] : [{ field, value }];
  });
  const hasText = chosen.some(({ field }) => field === 'body');
  return (
    <section class="columns-preview" aria-label={texts.preview} aria-live="polite">
      <h3>
        {texts.preview}
        {first !== undefined && isEnough(choice) && <span> {hasText ? texts.asArticle : texts.asPage}</span>}
      </h3>
      {first === undefined && <p class="muted">{texts.previewNone}</p>}
      {!isEnough(choice) && <p class="muted">{texts.notEnough}</p>}
      <dl>
        {chosen.map(({ field, value }) => (
          <div key={field}>
            <dt>{texts.fields[field]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
