import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrations } from '../../../db/migrations/index.ts';
import { openWritable } from '../../../db/open.ts';
import type { KillScenario } from '../kill-scenario.ts';
import { OpenedLibrary } from '../library.ts';

const count = 4000;

/** A library of an older shape, with rows in a parent and its children, is brought up to date. */
export const migration: KillScenario = {
  name: 'migration',
  async prepare({ library }) {
    await mkdir(join(library, 'originals'), { recursive: true });
    const db = openWritable(join(library, 'library.sqlite'), {
      migrations: migrations.filter(({ version }) => version < 60),
    });
    db.transaction(() => {
      for (let number = 0; number < count; number += 1) {
        const { lastInsertRowid } = db
          .prepare("INSERT INTO imports (uuid, started, state) VALUES (?, '2024-11-14T10:00:00.000Z', 'ended')")
          .run(`import-${number}`);
        db.prepare(
          "INSERT INTO import_lines (import, path, outcome, title, reason, bytes, source) VALUES (?, 'a', 'taken', 'A', NULL, 3, '/a')",
        ).run(lastInsertRowid);
      }
    })();
    db.close();
  },
  act: () => ['open'],
  examine: ({ library }) => everyImportHasItsLine(library),
  examineEnd: ({ library }) => everyImportHasItsLine(library),
};

function everyImportHasItsLine(library: string) {
  return OpenedLibrary.with(library, async (opened) => {
    const pool = opened.core.context().pool;
    const imports = await pool.read('imports.list');
    const [last] = imports;
    const lines = last === undefined ? null : await opened.call('imports.lines', { id: last.id });
    return [
      ...(imports.length === count ? [] : [`${imports.length} imports instead of ${count}`]),
      ...(lines?.total === 1 ? [] : ['an import has lost its line']),
      ...(await opened.unsound()),
    ];
  });
}
