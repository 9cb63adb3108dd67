import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFactsInWords } from '../../../main/contract/index.ts';
import { forgeries } from '../../support/forgeries.ts';
import { honestPackage } from '../../support/honest-package.ts';
import { makeLibrary } from '../../support/library.ts';
import type { MarkedLibrary } from '../../support/marked-library.ts';
import { draftsFolder, type PackageDraft } from '../../support/package-draft.ts';
import { everythingIn, openWithReaders, restoreInto, runExport } from '../export/handed-over.ts';

let honest: PackageDraft;
let folder: string;
beforeAll(async () => {
  honest = await honestPackage();
  folder = draftsFolder();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that a person could come upon: titles, texts, statements, notes, codes, collections. */
async function everythingSaid(library: MarkedLibrary): Promise<string> {
  const { articles, codes, collections } = await everythingIn(library);
  return JSON.stringify([
    articles.map((article) => [
      article?.title,
      article?.byline,
      article?.published,
      article?.url,
      article?.revisions.map(({ text, document, captions, metadata }) => [text, document, captions, metadata]),
      article?.statements,
      article?.annotations,
    ]),
    codes,
    collections,
  ]);
}

describe('packages that are forged or broken', { timeout: 120_000 }, () => {
  it('start from an honest one, of which everything is taken', async () => {
    const to = join(folder, 'honest');
    await honest.write(to);
    const library = await makeLibrary();
    const { lines } = await library.take(to);
    expect(lines.map(({ outcome, reason }) => [outcome, reason])).toEqual(Array(3).fill(['taken', null]));
    expect((await library.run('health.check', {})).lines.filter(({ ok }) => !ok)).toEqual([]);
  });

  for (const [index, { name, forge, outcomes, said, never }] of forgeries.entries())
    it(`${name}`, async () => {
      const to = join(folder, String(index));
      const draft = honest.copy();
      forge(draft);
      await draft.write(to);
      const library = await openWithReaders();
      const lines = await restoreInto(library, to);
      expect(lines.map(({ outcome }) => outcome).sort()).toEqual([...outcomes].sort());
      const reasons = lines.map(({ path, reason }) => `${path}: ${reason}`).join('\n');
      expect(reasons).toMatch(said);
      const all = await everythingSaid(library);
      for (const words of never ?? []) expect(all).not.toContain(words);
      // What is in the library then is what its originals say: an export checks each of them, and leaves nothing out.
      if (outcomes.some((outcome) => outcome !== 'refused')) {
        const again = await runExport(library, { format: 'bagit', to: join(folder, `${index}-again`) });
        expect(again.leftOut).toEqual([]);
      } else expect(await everythingIn(library)).toMatchObject({ articles: [], codes: [], collections: [] });
      expect(await library.indexIsRight()).toBe(true);
    });

  it('say of particulars that the original does not have that the package tells them', async () => {
    const draft = honest.copy();
    draft.change(draft.article('Ferry'), ({ revisions }) => {
      revisions[0].metadata.title = 'Ferry has sunk';
      revisions[0].metadata.byline = ['Somebody Else'];
    });
    const to = join(folder, 'told');
    await draft.write(to);
    const library = await makeLibrary();
    expect((await library.take(to)).summary.counts.taken).toBe(3);
    const { rows } = await library.call('search.run', { query: 'ferry' });
    const view = await library.call('articles.read', { article: rows[0]?.article.id ?? ('' as never) });
    expect(view.revision.metadata.sources.title).toEqual({
      from: 'package told',
      overruled: [{ from: 'original', value: 'Ferry leaves later' }],
    });
    expect(view.revision.metadata.sources.byline?.from).toBe('package told');
    expect(view.revision.metadata.sources.publication?.from).not.toContain('package');
  });

  it('date a capture by their own word, which is told wherever the date is, and count no words but the copy’s', async () => {
    const draft = honest.copy();
    draft.change(draft.article('Harbour'), ({ captures, revisions }) => {
      captures[0].captured = '2001-02-03T04:05:06.000Z';
      captures[0].capturedBy = 'record';
      revisions[0].words = 7_000;
    });
    const to = join(folder, 'dated');
    await draft.write(to);
    const library = await makeLibrary();
    expect((await library.take(to)).summary.counts.taken).toBe(3);
    const { rows } = await library.call('search.run', { query: 'harbour council' });
    const view = await library.call('articles.read', { article: rows[0]?.article.id ?? ('' as never) });
    expect(view.captures).toMatchObject([{ captured: '2001-02-03T04:05:06.000Z', capturedBy: 'package' }]);
    expect(view.article.words).toBeLessThan(200);
    expect(packageFactsInWords(view.revision.metadata, view.captures[0])).toBe(
      'Date of capture is told by a package; the original does not say so.',
    );
    const csv = join(folder, 'dated-csv');
    const target = library.core.grants.issue(csv, 'write');
    await library.run('export.run', { format: 'csv', selection: { of: 'everything' }, target });
    const tables = readdirSync(csv, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.csv'));
    const lines = tables.flatMap((name) => readFileSync(join(csv, name), 'utf8').split('\r\n'));
    expect(lines.filter((line) => line.includes('2001-02-03'))).not.toEqual([]);
    for (const line of lines.filter((one) => one.includes('2001-02-03'))) expect(line).toMatch(/\bcaptured\b/);
  });

  it('do not attach to what has their ids here: codes, speakers, collections, articles', async () => {
    const library = await makeLibrary();
    const first = join(folder, 'first');
    await honest.write(first);
    await library.take(first);
    const before = await library.call('codes.list', {});
    const draft = honest.copy();
    draft.change('codes.json', (codes) => {
      for (const code of codes) code.name = `not ${code.name}`;
    });
    draft.change('collections.json', (collections) => {
      for (const collection of collections) collection.name = `Not ${collection.name}`;
    });
    // Another article under the id of one that is here: other words, another original, another address.
    const ferry = draft.json(draft.article('Ferry'));
    draft.change(draft.article('Notice'), (record) => {
      record.id = ferry.id;
    });
    draft.members.delete(draft.article('Ferry'));
    draft.change('library.json', (told) => {
      told.articles = 2;
    });
    const second = join(folder, 'second');
    await draft.write(second);
    const { lines } = await library.take(second);
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'refused']);
    expect(lines.find(({ outcome }) => outcome === 'refused')?.reason).toMatch(/id belongs to another article/);
    const after = await library.call('codes.list', {});
    for (const code of before) expect(after).toContainEqual(code);
    expect(after.map(({ name }) => name).sort()).toEqual(['not promise', 'not trust', 'promise', 'trust']);
    const collections = await library.call('collections.list', {});
    expect(collections.map(({ name }) => name).sort()).toEqual([
      'Not Ports',
      'Not Tessaly County',
      'Ports',
      'Tessaly County',
    ]);
  });
});
