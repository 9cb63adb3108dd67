import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import type { ExportFormat } from '../../../main/contract/exports.ts';
import { openPackage } from '../../../main/core/export/open-package.ts';
import { readWhole } from '../../../main/formats/shared/package/package.ts';
import { readTei, teiErrors } from '../../support/tei.ts';
import { type App, expect, test } from '../driver/app.ts';
import { shelf } from './shelf.ts';

const words = 'That trust was slow to build.';

/** How a format is called in the room, and what its file must say of the statement. */
const formats: Readonly<Record<ExportFormat, { readonly label: RegExp; look(files: Files, app: App): Promise<void> }>> =
  {
    bagit: { label: /^BagIt folder/, look: packed },
    'bagit-zip': { label: /^BagIt in one zip file/, look: packed },
    markdown: {
      label: /^Markdown/,
      async look(files) {
        const text = files.text(/^harbour-wardens.*\.md$/);
        expect(text).toContain(`> For nine years`);
        expect(text).toMatch(/> — Ines Alder, .*\(exact in the original\)/);
      },
    },
    csv: {
      label: /^Tables/,
      async look(files) {
        const [head = '', ...lines] = files.text(/^statements\.csv$/).split('\r\n');
        expect(head).toContain('also_called,role');
        expect(lines.find((line) => line.includes(words))).toContain('Exact in the original');
      },
    },
    'json-lines': {
      label: /^JSON Lines/,
      async look(files) {
        const lines = files
          .text(/^statements\.jsonl$/)
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line));
        expect(lines).toContainEqual(
          expect.objectContaining({
            words: expect.stringContaining(words),
            seal: 'original',
            originalSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
            speakers: [expect.objectContaining({ name: 'Ines Alder' })],
          }),
        );
      },
    },
    annotations: {
      label: /^W3C annotations/,
      async look(files) {
        const { first } = JSON.parse(files.text(/jsonld$/));
        expect(first.items).toContainEqual(
          expect.objectContaining({
            type: 'Annotation',
            body: expect.objectContaining({
              type: 'Quotation',
              text: expect.stringContaining(words),
              seal: 'original',
              spokenByCharacter: [
                expect.objectContaining({ spokenByCharacter: expect.objectContaining({ name: 'Ines Alder' }) }),
              ],
            }),
          }),
        );
      },
    },
    tei: {
      label: /^TEI/,
      async look(files) {
        const text = files.text(/^harbour-wardens.*\.xml$/);
        expect(await teiErrors(text)).toEqual([]);
        expect(readTei(text).statements).toContainEqual(
          expect.objectContaining({
            pieces: [expect.stringContaining(words)],
            who: ['Ines Alder'],
            direct: 'true',
            facts: expect.objectContaining({ seal: ['Exact in the original'] }),
          }),
        );
      },
    },
    dna: {
      label: /^Discourse Network Analyzer/,
      async look(files, app) {
        expect(files.text(/^README\.txt$/)).toContain('agreement');
        mkdirSync(`${app.folder}/opened`, { recursive: true });
        const path = `${app.folder}/opened/statements.dna`;
        writeFileSync(path, files.bytes(/^statements\.dna$/));
        const db = new Database(path, { readonly: true });
        const spoken = db
          .prepare<[], string>(
            `SELECT substr(d.Text, s.Start + 1, s.Stop - s.Start) FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId
           JOIN DATASHORTTEXT v ON v.StatementId = s.ID JOIN ENTITIES e ON e.ID = v.Entity WHERE e.Value = 'Ines Alder'`,
          )
          .pluck()
          .all();
        db.close();
        expect(spoken.join('\n')).toContain(words);
      },
    },
  };

async function packed(files: Files): Promise<void> {
  expect(files.text(/^data\/statements\.csv$/)).toContain(words);
  expect(files.text(/^data\/statements\.json$/)).toContain('"sealInWords":"Exact in the original"');
  expect(files.text(/^manifest-sha512\.txt$/)).toContain('data/library.json');
}

/** The files of what was written: a folder, a zip, or one file. */
class Files {
  readonly #contents: ReadonlyMap<string, Uint8Array>;

  constructor(contents: ReadonlyMap<string, Uint8Array>) {
    this.#contents = contents;
  }

  bytes(name: RegExp): Uint8Array {
    const found = [...this.#contents].find(([path]) => name.test(path))?.[1];
    if (found === undefined) throw new Error(`no ${name} among ${[...this.#contents.keys()].join(', ')}`);
    return found;
  }

  text(name: RegExp): string {
    return Buffer.from(this.bytes(name)).toString('utf8');
  }
}

async function filesIn(path: string): Promise<Files> {
  if (path.endsWith('.jsonld')) return new Files(new Map([[path, await readFile(path)]]));
  const source = await openPackage(path);
  try {
    const contents = new Map<string, Uint8Array>();
    for (const { path: name } of source.files) contents.set(name, await readWhole(source, name, 1e8));
    return new Files(contents);
  } finally {
    await source.close();
  }
}

async function exportAs(app: App, format: ExportFormat): Promise<Files> {
  const { page } = app;
  await page.getByRole('radio', { name: formats[format].label }).check();
  const name = { bagit: 'bag', annotations: 'words.jsonld' }[format as string] ?? `${format}.zip`;
  const path = await app.save(name, () => page.getByRole('button', { name: /^Export( to…)?$/ }).click());
  await expect(page.getByRole('heading', { name: 'Exported', exact: true })).toBeVisible();
  return filesIn(path);
}

async function openExport(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Export' }).click();
}

test('every format is written from the room, and its file says whose words they are and how far they are vouched for', async ({
  app,
}) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await openExport(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  for (const format of Object.keys(formats) as ExportFormat[]) {
    await formats[format].look(await exportAs(app, format), app);
    await page.getByRole('button', { name: 'Another export' }).click();
  }
});

test('what a person says goes out from their page: their statements and nobody else’s', async ({ app }) => {
  const { page } = app;
  await app.importFiles(await shelf(app));
  await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await page.getByRole('option', { name: /Ines Alder/ }).click();
  await page.getByRole('button', { name: 'Export their words' }).click();
  await expect(page.getByRole('radio', { name: /^What a person says/ })).toBeChecked();
  await expect(page.getByRole('group', { name: 'What', exact: true })).toContainText('Ines Alder');
  const shown = page.getByRole('region', { name: 'What will be handed over' });
  await page.getByRole('radio', { name: formats.csv.label }).check();
  await expect(shown).toContainText('Articles1');
  await expect(shown).toContainText('Annotations0');
  const files = await exportAs(app, 'csv');
  const lines = files
    .text(/^statements\.csv$/)
    .trimEnd()
    .split('\r\n')
    .slice(1);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toContain('Ines Alder');
});
