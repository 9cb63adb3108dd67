import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWritable } from '../../../db/open.ts';
import { listEvents, recordEvent } from '../../../db/queries/events.ts';
import { placesApart } from '../../../db/remembered-places.ts';

it('any page of a long log is the one that stands there, also right after a line was written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-log-'));
  const db = openWritable(join(folder, 'library.sqlite'));
  try {
    const count = 3 * placesApart + 17;
    db.transaction(() => {
      for (let number = 0; number < count; number++)
        recordEvent(db, { kind: 'check', agent: 'test', subject: null, outcome: 'success', detail: `${number}` });
    })();
    const page = (offset: number) => {
      const { rows, total } = listEvents(db, { offset, limit: 5 });
      return [total, ...rows.map(({ detail }) => Number(detail))];
    };
    const expected = (of: number, offset: number) => [
      of,
      ...Array.from({ length: 5 }, (_, at) => of - 1 - offset - at).filter((number) => number >= 0),
    ];
    const offsets = [0, 1, placesApart - 1, placesApart, placesApart + 1, 2 * placesApart + 9, 3 * placesApart];
    for (const offset of [...offsets, count - 3, count - 1, count, count + 5, ...offsets.toReversed()])
      expect(page(offset), `${offset}`).toEqual(expected(count, offset));
    recordEvent(db, { kind: 'check', agent: 'test', subject: null, outcome: 'success', detail: `${count}` });
    for (const offset of offsets) expect(page(offset), `${offset}`).toEqual(expected(count + 1, offset));
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
