import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StatementRow } from '../../../main/contract/index.ts';
import { samplePaths } from '../../../main/core/sample/index.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';

const names = samplePaths().map((path) => basename(path));

describe('the sample’s files', () => {
  it('are at least twenty-five, of three formats, and say that all of it is invented', () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(names).toEqual([...names].sort());
    expect(new Set(names.map((name) => name.split('.').at(-1)))).toEqual(new Set(['html', 'txt', 'md']));
    const [first = ''] = samplePaths();
    expect(readFileSync(join(dirname(first), 'README.md'), 'utf8')).toMatch(/is invented/);
    expect(names).not.toContain('README.md');
  });

  it('lead nowhere: addresses that cannot exist, telephone numbers for fiction, nothing large', () => {
    for (const path of samplePaths()) {
      const text = readFileSync(path, 'utf8');
      const hosts = [...text.matchAll(/(?:https?:\/\/|[\w.]+@)([\w.-]+)/g)].map((match) => match[1] ?? '');
      const real = hosts.filter(
        (host) => !/\.example$/.test(host.replace(/\.$/, '')) && !/^(schema\.org|ogp\.me|www\.w3\.org)$/.test(host),
      );
      expect(real, basename(path)).toEqual([]);
      for (const [number] of text.matchAll(/\b555-\d{4}\b/g)) expect(number).toMatch(/^555-01\d\d$/);
      expect(statSync(path).size).toBeLessThan(40_000);
    }
  });

  it('have the picture of the page that was saved with a folder', () => {
    const [first = ''] = samplePaths();
    const folder = join(dirname(first), '20-the-anneke-arrives_files');
    expect(readdirSync(folder)).toEqual(['dredger.png']);
    expect(readFileSync(join(folder, 'dredger.png')).subarray(1, 4).toString()).toBe('PNG');
  });
});

async function openSample(): Promise<{ library: TestLibrary; statements: readonly StatementRow[] }> {
  const library = await makeLibrary();
  await library.run('import.sample', {});
  const { rows } = await library.call('statements.list', { limit: 1000 });
  return { library, statements: rows };
}

describe('the sample collection', () => {
  it('is taken in whole, with the second version of the wardens’ story as a revision of the first', async () => {
    const { library, statements } = await openSample();
    const [summary] = await library.call('imports.list', {});
    expect(summary?.counts).toEqual({
      taken: names.length - 1,
      partial: 0,
      duplicate: 0,
      mended: 0,
      revision: 1,
      mentioned: 0,
      unmapped: 0,
      refused: 0,
    });
    const { rows } = await library.call('search.run', { query: '', limit: 100 });
    expect(rows).toHaveLength(names.length - 1);
    expect(rows.filter((row) => row.article.publication === null && row.article.url !== null)).toEqual([]);
    expect(new Set(rows.map((row) => row.article.language?.slice(0, 2)))).toEqual(new Set(['en', 'de', 'fr']));
    const [collection] = await library.call('collections.list', {});
    expect(collection).toMatchObject({ query: null, articles: names.length - 1 });

    const story = rows.find((row) => row.article.revisions === 2)?.article;
    expect(story).toMatchObject({
      title: 'Wardens will not change how they deal with crews, chief says',
      byline: ['Nora Finch'],
      publication: 'Port Ellery Courier',
    });
    const told = statements.filter(({ article, kind }) => article === story?.id && kind === 'block');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      placement: 'changed',
      state: 'suggested',
      kind: 'block',
      speakers: [{ name: 'Marta Voss' }],
      said: { value: '2023-11-15' },
    });
    expect(told[0]?.speakers[0]?.role).toMatch(/chief harbour warden/i);
    expect(told[0]?.text).toMatch(/^The Port Ellery Harbour Wardens have worked .* should be ours\.$/s);
    expect(told[0]?.text).toContain('is under review');
  });

  it('suggests whole statements of many people, and no page furniture in any article', async () => {
    const { library, statements } = await openSample();
    const speakers = new Set(statements.map((statement) => statement.speakers[0]?.name));
    for (const name of [
      'Marta Voss',
      'Dale Ostrander',
      'Tomas Iglesias',
      'Edwin Tarrant',
      'Bridget Amory',
      'Winifred Sharpe',
      'Lena Marchetti',
      'Halvard Marine',
      'Abigail Norcross',
      'Piers Lockridge',
    ])
      expect(speakers, name).toContain(name);
    expect(statements.length).toBeGreaterThanOrEqual(18);
    for (const statement of statements)
      expect(statement.text).not.toMatch(/subscri|contact (?:reporter|nora)|related:/i);
    const { rows } = await library.call('search.run', { query: '', limit: 100 });
    for (const { article } of rows) {
      const { revision } = await library.call('articles.read', { article: article.id });
      expect(revision.text, article.title).not.toMatch(
        /cookie|subscri|abonn|newsletter|contact (?:reporter|sam|devika)|all rights reserved|advertisement|read more:|related:|lesen sie auch|à lire aussi/i,
      );
      expect(revision.text.length, article.title).toBeGreaterThan(700);
    }
  });
});
