import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../../main/contract/index.ts';
import { exportHandlers } from '../../../main/core/export/preview.ts';
import { readTei } from '../../support/tei.ts';
import { parseCsv } from './csv-reader.ts';
import { packagesFolder, runExport } from './handed-over.ts';
import { saidLibrary } from './said.ts';

describe('what a person says', { timeout: 180_000 }, () => {
  it('goes out alone in every format that carries statements, and is told before', async () => {
    const { library, idOf } = await saidLibrary();
    const selection = { of: 'person' as const, person: idOf('Ines Alder') };
    const write = async (format: ExportFormat) => {
      const to = join(packagesFolder(), format === 'annotations' ? 'words.jsonld' : 'words');
      const result = await runExport(library, { format, to, selection });
      const shown = await exportHandlers(library.context)['export.preview'](
        { format, selection, notes: true },
        library.call,
      );
      expect([shown.articles, shown.statements, shown.annotations], format).toEqual([
        result.articles,
        result.statements,
        result.annotations,
      ]);
      // Two statements: one together with Otto Kast, one that isn't in the text any more.
      expect([result.articles, result.statements, result.annotations], format).toEqual([1, 2, 0]);
      expect(shown.speakers.first, format).toEqual(['Ines Alder', 'Otto Kast']);
      expect(shown.codes.first, format).toEqual(['trust']);
      return to;
    };
    const csv = parseCsv(readFileSync(join(await write('csv'), 'statements.csv'), 'utf8'));
    expect(
      csv.map(({ speaker, also_called, codes, seal, made_on }) => ({ speaker, also_called, codes, seal, made_on })),
    ).toEqual([
      {
        speaker: 'Ines Alder; Otto Kast',
        also_called: 'I. Alder; ',
        codes: 'trust',
        seal: 'Exact in the original',
        made_on: '',
      },
      { speaker: 'Ines Alder', also_called: 'I. Alder', codes: '', seal: 'Changed', made_on: '' },
    ]);
    const lines = readFileSync(join(await write('json-lines'), 'statements.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(2);
    const collection = JSON.parse(readFileSync(await write('annotations'), 'utf8')) as { total: number };
    expect(collection.total).toBe(2);
    const inFolder = async (format: ExportFormat) => {
      const to = await write(format);
      return join(to, readdirSync(to).find((name) => name.startsWith('ferry-fares')) ?? '');
    };
    const markdown = readFileSync(await inFolder('markdown'), 'utf8');
    expect(markdown).toContain('— Ines Alder (also I. Alder), harbour master, Port of Ellery; Otto Kast, treasurer');
    expect(markdown).not.toContain('— a clerk of the port');
    expect(markdown).not.toContain('a private thought');
    const tei = readTei(readFileSync(await inFolder('tei'), 'utf8'));
    expect(tei.statements.map(({ who }) => who)).toEqual([['Ines Alder', 'Otto Kast'], []]);
    expect(tei.document.documentElement.textContent).not.toContain('not: fairness');
    const db = new Database(join(await write('dna'), 'statements.dna'), { readonly: true });
    expect(db.prepare('SELECT Value FROM ENTITIES WHERE VariableId = 1 ORDER BY Value').pluck().all()).toEqual([
      'Ines Alder',
      'Otto Kast',
    ]);
    db.close();
  });

  it('takes its articles along whole in a package, with all that is in them', async () => {
    const { library, idOf } = await saidLibrary();
    const selection = { of: 'person' as const, person: idOf('Ines Alder') };
    const to = join(packagesFolder(), 'bag');
    const result = await runExport(library, { format: 'bagit', to, selection });
    expect([result.articles, result.statements, result.annotations]).toEqual([1, 5, 3]);
    const readme = readFileSync(join(to, 'data', 'README.txt'), 'utf8');
    expect(readme).toContain('sealed "Changed":');
    expect(readme).toContain('Rates go up in May');
  });

  it('is nothing of somebody who isn’t there', async () => {
    const { library, article } = await saidLibrary();
    const selection = { of: 'person' as const, person: article.article as never };
    await expect(runExport(library, { format: 'csv', selection })).rejects.toMatchObject({ code: 'not-found' });
  });
});
