import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { httpAnswer, warcRecord } from '../../support/web-archive.ts';
import { runTerminal } from '../cli/run-terminal.ts';

const body = (what: string): string[] => [
  `The harbour board met on Thursday and spoke of the ${what} for an hour, its chair said when the members had gone home.`,
  'Nothing was decided about it, and the members are to meet again before the end of the month, the chair said.',
];
const picture = (words: string): Buffer =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(words)]);
const figure = (source: string): string => `<figure><img src="${source}" alt="The quay"></figure></article>`;
const saved = (what: string): string =>
  page({ title: `Report on ${what}`, url: `https://courier.example/${what}`, body: body(what) });

/** A library of several kinds of originals, closed. */
async function filled(): Promise<TestLibrary> {
  const library = await makeLibrary();
  library.file('ferries_files/quay.png', picture('beside the page'));
  const inside = `data:image/png;base64,${picture('inside the page').toString('base64')}`;
  await library.take(
    library.file('dredging.html', saved('dredging').replace('</article>', figure(inside))),
    library.file('ferries.html', saved('ferries').replace('</article>', figure('ferries_files/quay.png'))),
    library.file('release.txt', `Ferry fares to rise in May\n\nBy Ola Brandt\n\n${body('fares').join('\n\n')}\n`),
    library.file(
      'quay.warc',
      Buffer.concat(
        ['piers', 'cranes'].map((what) =>
          warcRecord({ uri: `https://courier.example/${what}`, block: httpAnswer(saved(what)) }),
        ),
      ),
    ),
  );
  expect((await library.search('')).length).toBe(5);
  await library.core.close();
  return library;
}

const titles = [
  'Ferry fares to rise in May',
  'Report on cranes',
  'Report on dredging',
  'Report on ferries',
  'Report on piers',
];

describe('a library whose database is lost', () => {
  it('is refused where it is gone or empty, and rebuilt from its originals in the terminal', async () => {
    const library = await filled();
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(library.path, `library.sqlite${suffix}`), { force: true });
    await expect(library.reopen()).rejects.toThrow(/library-damaged.*has no library.sqlite/u);
    writeFileSync(join(library.path, 'library.sqlite'), '');
    const filesOf = () => readdirSync(join(library.path, 'originals'), { recursive: true, encoding: 'utf8' });
    const originals = filesOf();
    await expect(library.reopen()).rejects.toThrow(/library-damaged.*rebuild it from its originals/u);
    const { code, stderr } = await runTerminal('import', library.path, join(library.folder, 'incoming'));
    expect(code).toBe(1);
    expect(stderr).toMatch(/rebuild it from its originals/u);
    expect(readFileSync(join(library.path, 'library.sqlite')).byteLength).toBe(0);

    const rebuilt = await runTerminal('rebuild', library.path, '--json');
    expect(rebuilt.stderr).toMatch(/do not come back/u);
    expect(rebuilt.code).toBe(0);
    expect(rebuilt.objects.at(-1)).toMatchObject({ summary: { taken: 5, refused: 0 } });
    await library.reopen();
    expect((await library.search('')).toSorted()).toEqual(titles);
    const { lines } = await library.run('health.check', {});
    expect(lines.filter(({ ok }) => !ok)).toEqual([]);
    // The picture that lay beside its page is nobody's now; it is kept.
    expect(lines.find(({ check }) => check === 'unused originals')?.detail).toMatch(/^1 file /u);
    expect(filesOf()).toEqual(expect.arrayContaining(originals));
    const found = await library.call('search.run', { query: 'dredging', limit: 10 });
    const [first] = found.rows;
    if (first === undefined) throw new Error('nothing was found');
    const { captures, revision } = await library.call('articles.read', { article: first.article.id });
    expect(revision.document.blocks.some((block) => block.kind === 'figure' && block.image !== null)).toBe(true);
    // When it was saved is lost; the time of the import is no date of capture.
    expect(captures[0]).toMatchObject({ captured: null, fileDated: null });
  });

  it('is rebuilt from the interface, goes on after a restart, and leaves what is no original', async () => {
    const library = await filled();
    const names = readdirSync(join(library.path, 'originals'), { recursive: true, encoding: 'utf8' });
    const victim = names.find(
      (name) =>
        /[0-9a-f]{64}$/u.test(name) && readFileSync(join(library.path, 'originals', name)).includes('Ferry fares'),
    );
    if (victim === undefined) throw new Error('the text is no original');
    chmodSync(join(library.path, 'originals', victim), 0o600);
    writeFileSync(join(library.path, 'originals', victim), 'Somebody else’s words.');
    writeFileSync(join(library.path, 'library.sqlite'), 'No database at all. '.repeat(500));
    await expect(library.reopen()).rejects.toThrow(/library-damaged/u);
    const rebuilt = await library.call('library.rebuild', { confirm: true });
    expect(readFileSync(join(library.path, rebuilt.setAside, 'library.sqlite'), 'utf8')).toMatch(
      /^No database at all/u,
    );
    if (rebuilt.import === null) throw new Error('no import waits');
    await library.reopen();
    const summary = await library.run('import.resume', { id: rebuilt.import });
    expect(summary.counts).toMatchObject({ taken: 4, refused: 1, mentioned: 1 });
    const { rows } = await library.call('imports.lines', { id: rebuilt.import, limit: 100 });
    expect(rows.find(({ outcome }) => outcome === 'refused')?.reason).toMatch(/do not have the hash/u);
    expect(rows.find(({ outcome }) => outcome === 'mentioned')?.reason).toMatch(/2 pictures are no articles/u);
    expect((await library.search('')).toSorted()).toEqual(titles.filter((title) => !title.startsWith('Ferry fares')));
    expect(readFileSync(join(library.path, 'originals', victim), 'utf8')).toBe('Somebody else’s words.');
  });

  it('is not rebuilt where there are no originals', async () => {
    const library = await makeLibrary();
    await library.core.close();
    writeFileSync(join(library.path, 'library.sqlite'), 'No database at all. '.repeat(500));
    const { code, stderr } = await runTerminal('rebuild', library.path);
    expect(code).toBe(1);
    expect(stderr).toMatch(/no originals in .*nothing was changed/u);
    expect(readFileSync(join(library.path, 'library.sqlite'), 'utf8')).toMatch(/^No database at all/u);
  });

  it('is not rebuilt in the terminal while it opens, unless that is asked for', async () => {
    const library = await filled();
    const refused = await runTerminal('rebuild', library.path);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/can be opened/u);
    const anyway = await runTerminal('rebuild', library.path, '--anyway', '--json');
    expect(anyway.objects.at(-1)).toMatchObject({ summary: { taken: 5 } });
  });
});
