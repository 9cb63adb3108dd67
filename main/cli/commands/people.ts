import { joined, line } from '../printable.ts';
import { personRecord } from '../records.ts';
import { type ExitCode, everyRow, type Session } from '../session.ts';

/** Lists who speaks, most quoted first. */
export async function peopleCommand(
  { api, output }: Session,
  options: { readonly words: string | null },
): Promise<ExitCode> {
  let count = 0;
  const filter = options.words === null ? {} : { words: options.words };
  for await (const row of everyRow((offset, limit) => api.call('people.list', { offset, limit, ...filter }))) {
    count += 1;
    await output.result(personRecord(row), () => {
      const also = row.aliases.length === 0 ? '' : `also ${row.aliases.join(', ')}`;
      const told = [
        row.statements === 1 ? '1 statement' : `${row.statements} statements`,
        joined([row.role, row.organization], ', '),
        also,
      ];
      return line`${output.strong(row.name)}\n  ${joined(told, ' · ')}\n  ${output.faint(row.id)}`;
    });
  }
  if (!output.json)
    await output.text(count === 1 ? line`1 person or organisation` : line`${count} people and organisations`);
  return 0;
}
