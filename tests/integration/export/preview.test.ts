import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  CodeRecord,
  CollectionRecord,
  EventRecord,
  type ExportFormat,
  LibraryRecord,
  type Selection,
} from '../../../main/contract/index.ts';
import { type PrivateLibrary, privateLibrary, words } from './private-library.ts';

interface Chosen {
  readonly format: ExportFormat;
  readonly selection: Selection;
  readonly notes: boolean;
}

let count = 0;
async function written({ library }: PrivateLibrary, chosen: Chosen) {
  count += 1;
  const path = join(library.folder, `written-${count}`);
  const target = library.core.grants.issue(path, 'write');
  return { path, result: await library.run('export.run', { ...chosen, target }) };
}

describe('what an export shows before it is written', { timeout: 180_000 }, () => {
  it('is what is written: counts, names, and every line of the log', async () => {
    const made = await privateLibrary();
    const { library } = made;
    const selections: readonly Selection[] = [
      { of: 'articles', articles: [made.article] },
      { of: 'collection', collection: made.collection },
      { of: 'everything' },
    ];
    for (const selection of selections)
      for (const notes of [true, false]) {
        const chosen: Chosen = { format: 'bagit', selection, notes };
        const shown = await library.call('export.preview', chosen);
        const lines = await library.call('export.previewEvents', { ...chosen, limit: 1000 });
        const { path, result } = await written(made, chosen);
        const where = `${selection.of}, notes ${notes}`;
        const read = (name: string): unknown => JSON.parse(readFileSync(join(path, 'data', name), 'utf8'));

        expect([shown.articles, shown.statements, shown.annotations], where).toEqual([
          result.articles,
          result.statements,
          result.annotations,
        ]);
        const originals = readdirSync(join(path, 'data', 'originals'));
        expect(shown.originals?.count, where).toBe(originals.length);
        expect(shown.codes.total, where).toBe(parse(array(CodeRecord), read('codes.json')).length);
        const collections = parse(array(CollectionRecord), read('collections.json'));
        expect(shown.collections.first, where).toEqual(collections.map(({ name }) => name).toSorted());
        const { speakers, organizations } = parse(LibraryRecord, read('library.json'));
        expect(shown.speakers.first, where).toEqual(speakers.map(({ name }) => name).toSorted());
        expect(shown.aliases.first, where).toEqual(
          speakers.flatMap(({ name, aliases = [] }) => aliases.map((alias) => `${alias} (${name})`)).toSorted(),
        );
        expect(shown.organizations.first, where).toEqual(organizations.map(({ name }) => name).toSorted());
        const log = readFileSync(join(path, 'data', 'events.jsonl'), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => parse(EventRecord, JSON.parse(line)));
        expect(lines.rows, where).toEqual(log);
        expect(shown.events?.total, where).toBe(log.length);
      }
  });

  it('tells the log page by page and by kind, and of formats without a log that there is none', async () => {
    const { library, article } = await privateLibrary();
    const chosen: Chosen = { format: 'bagit', selection: { of: 'articles', articles: [article] }, notes: true };
    const all = await library.call('export.previewEvents', { ...chosen, limit: 1000 });
    const paged: EventRecord[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const { rows, next }: { rows: readonly EventRecord[]; next: number | null } = await library.call(
        'export.previewEvents',
        { ...chosen, after, limit: 3 },
      );
      expect(rows.length).toBeLessThanOrEqual(3);
      paged.push(...rows);
      after = next;
    }
    expect(paged).toEqual(all.rows);
    const { events } = await library.call('export.preview', chosen);
    for (const { kind, count } of events?.kinds ?? [])
      expect((await library.call('export.previewEvents', { ...chosen, kind, limit: 1000 })).rows, kind).toEqual(
        all.rows.filter((row) => row.kind === kind).slice(0, count),
      );

    for (const format of ['markdown', 'csv', 'json-lines', 'annotations'] as const) {
      const shown = await library.call('export.preview', { ...chosen, format });
      expect([shown.events, shown.originals, shown.collections.total, shown.awaited], format).toEqual([
        null,
        null,
        0,
        0,
      ]);
      expect(shown.codes.first, format).toEqual([words.parentCode, `${words.parentCode} › ${words.usedCode}`]);
      expect(shown.speakers.first, format).toEqual([words.speaker]);
    }
  });

  it('says which originals hold articles that were not chosen', async () => {
    const { library } = await privateLibrary();
    const entry = (title: string) =>
      `<item><title>${title}</title><link>https://feed.example/${title}</link><description>${'A story of the coast that goes on for a while, as stories do. '.repeat(12)}${title}.</description></item>`;
    const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Coast</title>${entry('Tideone')}${entry('Tidetwo')}</channel></rss>`;
    await library.take(library.file('coast.xml', feed));
    const { rows } = await library.call('search.run', { query: 'title:Tideone OR title:Tidetwo' });
    const ids = rows.map((row) => row.article.id);
    expect(ids).toHaveLength(2);
    const ask = async (articles: typeof ids) =>
      (await library.call('export.preview', { format: 'bagit', selection: { of: 'articles', articles } })).originals;
    expect(await ask(ids)).toMatchObject({ count: 1, withOthers: 0 });
    expect(await ask(ids.slice(0, 1))).toMatchObject({ count: 1, withOthers: 1 });
  });
});
