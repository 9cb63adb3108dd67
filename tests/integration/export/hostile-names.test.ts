import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { Sha256 } from '../../../main/contract/index.ts';
import { openPackage } from '../../../main/core/export/open-package.ts';
import { validateBag } from '../../../main/formats/write/bagit/validate-bag.ts';
import { breaksOrTurns, hostileName } from '../../support/hostile-names.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';
import { parseCsv } from './csv-reader.ts';
import { everythingIn, openWithReaders, packagesFolder, restoreInto, runExport } from './handed-over.ts';

/** Words that are evidence, whatever stands in them. */
const said = '“The \u202equay\u202c is not safe,\u200f” she said.';

async function hostileLibrary() {
  const library = await openWithReaders();
  const taken = await library.take({
    title: hostileName('Quay closed'),
    byline: [hostileName('Tomas')],
    publication: hostileName('Courier'),
    paragraphs: [said, '＝HYPERLINK("x") is what the board put up.'],
  });
  const code = await library.codes['codes.create'](
    { name: hostileName('trust'), parent: null, definition: '' },
    library.call,
  );
  await library.mark(taken, said, { note: 'first\nsecond \u202enote', codes: [code.id] });
  await library.mark(taken, '＝HYPERLINK("x")');
  await library.statements['statements.create'](
    {
      article: taken.article,
      revision: taken.revision,
      start: 0,
      end: said.length,
      kind: 'direct',
      speakers: [{ name: hostileName('Vau'), role: hostileName('master'), organization: hostileName('Port') }],
      said: null,
    },
    library.call,
  );
  const collection = await library.collections['collections.create'](
    { name: hostileName('Drawer'), parent: null, query: null },
    library.call,
  );
  await library.collections['collections.add']({ id: collection.id, articles: [taken.article] }, library.call);
  return { library, selection: { of: 'collection', collection: collection.id } as const };
}

describe('names that break lines and turn them around', { timeout: 120_000 }, () => {
  it('stand on one line in tables, and the words beside them are exact', async () => {
    const { library, selection } = await hostileLibrary();
    const to = join(packagesFolder(), 'tables');
    await runExport(library, { format: 'csv', to, selection });
    const [statement] = parseCsv(readFileSync(join(to, 'statements.csv'), 'utf8'));
    const [noted, formula] = parseCsv(readFileSync(join(to, 'annotations.csv'), 'utf8'));
    for (const column of ['title', 'byline', 'publication', 'speaker', 'role', 'organization'])
      expect(statement?.[column], column).not.toMatch(breaksOrTurns);
    for (const column of ['title', 'byline', 'publication', 'codes'])
      expect(noted?.[column], column).not.toMatch(breaksOrTurns);
    expect(statement).toMatchObject({ words: said, sentences: said, paragraphs: said });
    expect(statement?.title).toBe('Quay closed REFUSED evidence.html [31m 2J gnpexe next\u061c');
    expect(noted).toMatchObject({ quote: said, words_now: said, note: 'first\nsecond \u202enote' });
    expect(formula?.quote).toBe('\'＝HYPERLINK("x")');
  });

  it('stand on one line in Markdown, in its head and above its words, which are exact', async () => {
    const { library, selection } = await hostileLibrary();
    const to = join(packagesFolder(), 'notes');
    await runExport(library, { format: 'markdown', to, selection });
    const [name = ''] = readdirSync(to);
    expect(name).toMatch(/^[a-z0-9-]+\.md$/);
    const markdown = readFileSync(join(to, name), 'utf8');
    const [, front = '', body = ''] = markdown.split(/^---$/m);
    const head = parseYaml(front) as Record<string, unknown>;
    for (const value of [head.title, head.publication, ...(head.byline as string[])])
      expect(value).not.toMatch(breaksOrTurns);
    expect(body.match(/^REFUSED.*$/gm)).toBeNull();
    expect(body.split('\n').find((line) => line.startsWith('# '))).not.toMatch(breaksOrTurns);
    expect(body.split('\n').find((line) => line.startsWith('> — '))).not.toMatch(breaksOrTurns);
    expect(body).toContain(said.slice(0, 20));
  });

  it('stand on one line in what a package says of itself; its records have them exactly', async () => {
    const { library, selection } = await hostileLibrary();
    const to = join(packagesFolder(), 'package');
    await runExport(library, { format: 'bagit', to, selection });
    expect((await validateBag(await openPackage(to))).errors).toEqual([]);
    for (const name of ['bag-info.txt', 'data/README.txt']) {
      const lines = readFileSync(join(to, name), 'utf8').split('\n');
      expect(
        lines.filter((line) => breaksOrTurns.test(line) || line.startsWith('REFUSED')),
        name,
      ).toEqual([]);
    }
    const { label } = JSON.parse(readFileSync(join(to, 'data/annotations.jsonld'), 'utf8')) as { label: string };
    expect(label).not.toMatch(breaksOrTurns);
    const [record = ''] = readdirSync(join(to, 'data/articles')).filter((file) => file.endsWith('.json'));
    expect(JSON.parse(readFileSync(join(to, 'data/articles', record), 'utf8'))).toMatchObject({
      title: hostileName('Quay closed'),
      statements: [{ quote: said, speaker: { name: hostileName('Vau') } }],
    });
  });

  it('of packages that were taken in before stay out of a selection, in every record', async () => {
    const { library } = await hostileLibrary();
    const folder = packagesFolder();
    await runExport(library, { format: 'bagit', to: join(folder, 'annasbundle') });
    const other = await openWithReaders();
    await restoreInto(other, join(folder, 'annasbundle'));
    const [{ id } = { id: null }] = await other.pool.read('export.articleIds', 0, 1);
    if (id === null) throw new Error('nothing was taken in');
    expect(JSON.stringify(await everythingIn(other))).toContain('annasbundle');
    const to = join(folder, 'again');
    await runExport(other, { format: 'bagit', to, selection: { of: 'articles', articles: [id] } });
    for (const entry of readdirSync(to, { recursive: true, withFileTypes: true }))
      if (entry.isFile())
        expect(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name).not.toContain('annasbundle');
  });

  it('come back as they were, in the log too: no reader of lines ends one inside a name', async () => {
    const { library } = await hostileLibrary();
    const before = await everythingIn(library);
    expect(before.events.some(({ detail }) => detail.includes('\u2028'))).toBe(true);
    const to = join(packagesFolder(), 'package');
    await runExport(library, { format: 'bagit', to });
    const other = await openMarkedLibrary();
    expect((await restoreInto(other, to)).map(({ outcome }) => outcome)).toEqual(['taken']);
    const after = await everythingIn(other, before.events.length);
    const told = ({ events, articles, codes, collections }: typeof before) => ({
      codes,
      collections,
      log: events.map(({ id, detail }) => [id, detail]),
      articles: articles.map((article) => [article?.title, article?.statements, article?.annotations]),
    });
    expect(told(after)).toEqual(told(before));
  });

  it('are shown by their numbers in README.txt where something was left out', async () => {
    const { library } = await hostileLibrary();
    const sound = await library.take({ title: 'Sound', paragraphs: ['The council meets on Thursday.'] });
    const [bad] = await library.pool.read('originals.page', 0, 10);
    const folder = packagesFolder();
    if (bad === undefined || sound.article === null) throw new Error('nothing was kept');
    const path = library.context.originals.path(parse(Sha256, bad.sha256));
    chmodSync(path, 0o600);
    writeFileSync(path, 'other words');
    const to = join(folder, 'package');
    const result = await runExport(library, { format: 'bagit', to });
    expect(result.leftOut.map(({ label }) => label)).toEqual([hostileName('Quay closed')]);
    const readme = readFileSync(join(to, 'data/README.txt'), 'utf8');
    expect(readme.split('\n').filter((line) => breaksOrTurns.test(line) || line.startsWith('REFUSED'))).toEqual([]);
    expect(readme).toContain('  - Quay closed\\u{a}REFUSED     evidence.html\\u{d}\\u{1b}[31m');
  });
});
