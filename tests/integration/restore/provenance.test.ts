import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ArticleId } from '../../../main/contract/index.ts';
import { ferry, honestPackage } from '../../support/honest-package.ts';
import { makeLibrary, type TestLibrary } from '../../support/library.ts';
import { draftsFolder, type PackageDraft } from '../../support/package-draft.ts';
import { runTerminal } from '../cli/run-terminal.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
let honest: PackageDraft;
let folder: string;
beforeAll(async () => {
  honest = await honestPackage();
  folder = draftsFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Takes a draft in under a name; all of its articles are expected to be taken. */
async function takeIn(draft: PackageDraft, name: string): Promise<TestLibrary> {
  const to = join(folder, name);
  await draft.write(to);
  const library = await makeLibrary();
  const { summary } = await library.take(to);
  expect(summary.counts).toMatchObject({ taken: 3, refused: 0 });
  return library;
}

async function articleCalled(library: TestLibrary, title: string): Promise<ArticleId> {
  const { rows } = await library.call('search.run', { query: '' });
  const found = rows.find(({ article }) => article.title.startsWith(title));
  if (found === undefined) throw new Error(`“${title}” is not there`);
  return found.article.id;
}

async function linesAbout(library: TestLibrary, article: ArticleId): Promise<string[]> {
  const { rows } = await library.call('events.list', { offset: 0, limit: 200 });
  return rows.flatMap(({ kind, subject, detail }) =>
    kind === 'restore' && subject === `article ${article}` ? [detail] : [],
  );
}

it('what a record tells of people, addresses and parts is looked up in the original', async () => {
  const draft = honest.copy();
  draft.change(draft.article('Ferry'), (record) => {
    record.url = 'https://elsewhere.example/forged';
    record.captures[0].url = 'https://elsewhere.example/forged';
    record.captures[0].part = 'chapter-7';
    record.revisions[0].people = [{ name: 'Ines Invented', role: 'minister', organization: null }];
  });
  draft.change(draft.article('Notice'), (record) => {
    record.url = 'https://elsewhere.example/notice';
    record.captures[0].url = 'https://elsewhere.example/notice';
  });
  const library = await takeIn(draft, 'told-by-nobody');

  const boat = await articleCalled(library, ferry.title);
  const view = await library.call('articles.read', { article: boat });
  expect(view.people.map(({ name }) => name)).not.toContain('Ines Invented');
  expect(view.article.url).toBe(ferry.url);
  expect(view.revision.metadata.sources.url?.from).not.toMatch(/^package/);
  expect((await linesAbout(library, boat)).join()).toMatch(/told by it alone: the address of the capture/);
  expect((await linesAbout(library, boat)).join()).not.toMatch(/the place of the capture/);

  // A text tells no address: the package's is kept and says whose it is.
  const notice = await library.call('articles.read', { article: await articleCalled(library, 'Notice') });
  expect(notice.article.url).toBe('https://elsewhere.example/notice');
  expect(notice.revision.metadata.sources.url?.from).toBe('package told-by-nobody');

  // The same original under a part that it doesn't have would come in a second time.
  const pages = library.file('ferry.html', honest.members.get(memberOf('Ferry')) ?? '');
  expect((await library.take(pages)).lines).toMatchObject([{ outcome: 'duplicate', article: boat }]);
});

/** Where in the honest package the original of an article lies. */
function memberOf(title: string): string {
  const sha256 = honest.json(honest.article(title)).captures[0].original;
  const found = [...honest.members.keys()].find((path) => path.startsWith(`originals/${sha256}`));
  if (found === undefined) throw new Error('the package has no such original');
  return found;
}

it('a statement that the sender confirmed says so until a person here decides about it', async () => {
  const library = await takeIn(honest.copy(), 'from-elsewhere');
  const find = async () => {
    const { rows } = await library.call('statements.list', { query: 'We will not build it' });
    const row = rows.find(({ state }) => state === 'confirmed');
    if (row === undefined) throw new Error('no statement is confirmed');
    return row;
  };
  const row = await find();
  expect(row.fromPackage).toBe('from-elsewhere');
  const view = await library.call('articles.read', { article: row.article });
  expect(view.statements.find(({ id }) => id === row.id)?.fromPackage).toBe('from-elsewhere');
  expect(await linesAbout(library, row.article)).toEqual([
    expect.stringMatching(/^Taken from the package from-elsewhere; 1 statements confirmed by its sender;/),
  ]);
  await library.call('statements.update', { id: row.id, state: 'confirmed' });
  expect((await find()).fromPackage).toBeUndefined();
});

it('a title that only the package tells is told with that in the terminal and in exports', async () => {
  const draft = honest.copy();
  draft.change(draft.article('Harbour'), ({ revisions }) => {
    revisions[0].metadata.title = 'Harbour to be sold';
    revisions[0].metadata.byline = ['Somebody Else'];
  });
  const library = await takeIn(draft, 'told');
  const article = await articleCalled(library, 'Harbour to be sold');
  const out = async (format: 'markdown' | 'csv') => {
    const to = join(folder, `out-${format}`);
    const target = library.core.grants.issue(to, 'write');
    await library.run('export.run', { format, selection: { of: 'articles', articles: [article] }, target });
    return to;
  };
  const [markdown, csv] = [await out('markdown'), await out('csv')];
  await library.core.close();

  const shown = await runTerminal('show', library.path, article);
  expect(shown.stdout).toContain('Title and byline are told by the package “told”; the original does not say so.');
  const object = await runTerminal('show', library.path, article, '--json');
  expect(object.objects[0]).toMatchObject({ toldByPackage: ['title', 'byline'] });
  const statements = await runTerminal('statements', library.path, '--query', 'We will not build');
  expect(statements.stdout).toContain('confirmed in the package told');
  const written = await runTerminal('show', library.path, article, '--format', 'markdown');
  expect(written.stdout).toMatch(/told_by_package:\s+- title\s+- byline/);
  expect(written.stdout).toContain('confirmed in a package, not yet by a person here');
  const [page] = readdirSync(markdown).filter((name) => name.endsWith('.md'));
  expect(readFileSync(join(markdown, page ?? ''), 'utf8')).toMatch(/told_by_package:\s+- title\s+- byline/);
  expect(readFileSync(join(csv, 'statements.csv'), 'utf8')).toMatch(/told_by_package[\s\S]*title; byline/);
});

it('a confirmation that came with a package is told in CSV, Markdown and the next package, and its record is the same', async () => {
  const library = await takeIn(honest.copy(), 'confirmed-elsewhere');
  const { rows } = await library.call('statements.list', { query: 'We will not build it' });
  const row = rows.find(({ state }) => state === 'confirmed');
  if (row === undefined) throw new Error('no statement is confirmed');
  let written = 0;
  const out = async (format: 'markdown' | 'csv' | 'bagit') => {
    const to = join(folder, `confirmed-${format}-${written++}`);
    const target = library.core.grants.issue(to, 'write');
    await library.run('export.run', { format, selection: { of: 'articles', articles: [row.article] }, target });
    return to;
  };
  const onlyFile = (of: string, end: string) => {
    const found = readdirSync(of).filter((name) => name.endsWith(end) && name !== 'README.txt');
    return readFileSync(join(of, found[0] ?? ''), 'utf8');
  };
  const confirmationIn = (csv: string) => {
    const table = parse(readFileSync(csv), { columns: true, bom: true }) as Record<string, string>[];
    return table.map(({ statement, confirmed_by }) => [statement, confirmed_by]);
  };
  const told = 'confirmed in a package, not yet by a person here';

  expect(confirmationIn(join(await out('csv'), 'statements.csv'))).toContainEqual([row.id, 'package']);
  expect(onlyFile(await out('markdown'), '.md')).toContain(told);
  const bag = join(await out('bagit'), 'data');
  expect(confirmationIn(join(bag, 'statements.csv'))).toContainEqual([row.id, 'package']);
  expect(JSON.parse(readFileSync(join(bag, 'statements.json'), 'utf8'))).toContainEqual(
    expect.objectContaining({ id: row.id, confirmedBy: 'package' }),
  );
  expect(onlyFile(join(bag, 'articles'), '.md')).toContain(told);
  const record = JSON.parse(onlyFile(join(bag, 'articles'), '.json'));
  const first = honest.json(honest.article(record.title));
  expect(record.statements).toEqual(first.statements);

  await library.call('statements.update', { id: row.id, state: 'confirmed' });
  expect(confirmationIn(join(await out('csv'), 'statements.csv'))).toContainEqual([row.id, 'person']);
  expect(onlyFile(await out('markdown'), '.md')).not.toContain(told);
  await library.core.close();
  const shown = await runTerminal('show', library.path, row.article, '--format', 'markdown');
  expect(shown.stdout).not.toContain(told);
});
