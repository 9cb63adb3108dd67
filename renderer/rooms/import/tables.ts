import type { ColumnChoice, ColumnMapping } from '../../../main/contract/columns.ts';
import { api } from '../../api/api.ts';
import { liveValue, touchedBy } from '../../shared/state/changes.ts';
import { imports, shownImport, tryAgain } from '../../shared/state/taking-in.ts';

/** The tables that were met, those that nobody has explained first. */
export const { value: tables } = liveValue<readonly ColumnMapping[]>(touchedBy('columns'), {
  before: [],
  read: (stop) => api.call('columns.list', {}, { signal: stop }),
});

/** Remembers what a table's columns mean, and takes in the files that waited for it. */
export async function explainColumns(table: ColumnMapping, fields: ColumnChoice): Promise<void> {
  await api.call('columns.change', { signature: table.signature, fields });
  if (table.fields !== null) return;
  const report = shownImport.value ?? imports.value?.find(({ counts }) => counts.unmapped > 0) ?? null;
  if (report === null || report.counts.unmapped === 0) return;
  const { rows } = await api.call('imports.lines', { id: report.id, outcome: 'unmapped', limit: 1000 });
  if (rows.length > 0)
    await tryAgain(
      report.id,
      rows.map(({ number }) => number),
    );
}

export const renameTable = (signature: string, name: string) => api.call('columns.change', { signature, name });
export const forgetTable = (signature: string) => api.call('columns.remove', { signature });
