import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrations } from '../../../db/migrations/index.ts';
import { openWritable } from '../../../db/open.ts';
import { uuidv7 } from '../../../db/uuid.ts';
import type { Examination, KillScenario } from '../kill-scenario.ts';
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
          .run(uuidv7());
        db.prepare(
          "INSERT INTO import_lines (import, path, outcome, title, reason, bytes, source) VALUES (?, 'a', 'taken', 'A', NULL, 3, '/a')",
        ).run(lastInsertRowid);
      }
    })();
    db.close();
  },
  act: () => ['open'],
  examine: ({ library }) => everyImportHasItsLine(library),
  examineEnd: async ({ library }) => (await everyImportHasItsLine(library)).findings,
};

async function everyImportHasItsLine(library: string): Promise<Examination> {
  const unsound = await OpenedLibrary.reading(library, async (opened) => {
    const [last] = await opened.call('imports.list', {});
    const lines = last === undefined ? null : await opened.call('imports.lines', { id: last.id });
    return [...(lines?.total === 1 ? [] : ['an import doesn’t show its line']), ...(await opened.unsound())];
  });
  const whole = importsWithOneLine(library);
  return {
    there: { 'imports with their line': whole },
    findings: [...unsound, ...(whole === count ? [] : [`${whole} imports have their line, of ${count}`])],
  };
}

function importsWithOneLine(library: string): number {
  const db = new Database(join(library, 'library.sqlite'), { readonly: true });
  try {
    return db
      .prepare<[], number>(
        'SELECT count(*) FROM imports i WHERE (SELECT count(*) FROM import_lines WHERE import = i.id) = 1',
      )
      .pluck()
      .get() as number;
  } finally {
    db.close();
  }
}
