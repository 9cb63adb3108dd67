import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { compressed, httpAnswer, warcRecord } from '../../support/web-archive.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const terminal = resolve(import.meta.dirname, '../../../main/cli/index.ts');

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const site = 'https://courier.example';
const prose = (number: number) => [
  `On day ${number} the harbour board of Port Ellery met and spoke for hours about the spring rules and the dredging.`,
  'Its chair said that nothing had been decided, and that the members would meet again before the month was out.',
];
const story = (number: number, more = '') =>
  page({ title: `Sitting ${number} of the board`, url: `${site}/board/${number}`, body: prose(number) }).replace(
    '</article>',
    `${more}</article>`,
  );
const html = (path: string, markup: string, date = '2024-11-14T17:20:00Z') =>
  warcRecord({ uri: `${site}${path}`, date, block: httpAnswer(markup) });

/** What a crawl leaves: three articles, a picture that stands after its page, and much that is no article. */
function crawl(): Buffer[] {
  const links = Array.from(
    { length: 60 },
    (_, index) => `<li><a href="/board/${index}">Sitting ${index} of the harbour board of Port Ellery</a></li>`,
  );
  return [
    warcRecord({ type: 'warcinfo', block: 'software: a crawler\r\n', contentType: 'application/warc-fields' }),
    warcRecord({
      type: 'request',
      uri: `${site}/board/1`,
      block: 'GET /board/1 HTTP/1.1\r\n\r\n',
      contentType: 'application/http; msgtype=request',
    }),
    html('/board/1', story(1, '<p><img src="/lamp.png" width="400"></p>')),
    html('/', `<html><body><ul>${links.join('')}</ul></body></html>`),
    warcRecord({ uri: `${site}/old`, block: httpAnswer('', { status: 301, headers: { Location: '/board/1' } }) }),
    warcRecord({ uri: `${site}/gone`, block: httpAnswer('<html><body>gone</body></html>', { status: 404 }) }),
    warcRecord({ uri: `${site}/site.css`, block: httpAnswer('p { color: red }', { type: 'text/css' }) }),
    warcRecord({ uri: `${site}/lamp.png`, block: httpAnswer(pixel, { type: 'image/png' }) }),
    html('/board/2', story(2)),
    warcRecord({
      type: 'revisit',
      uri: `${site}/board/2`,
      date: '2024-12-24T06:00:00Z',
      block: httpAnswer(''),
      headers: { 'WARC-Refers-To-Target-URI': `${site}/board/2`, 'WARC-Refers-To-Date': '2024-11-14T17:20:00Z' },
    }),
    html('/board/3', story(3)),
  ];
}

async function views(library: TestLibrary) {
  const { rows } = await library.call('search.run', { query: '', limit: 100 });
  return Promise.all(rows.map(({ article }) => library.call('articles.read', { article: article.id })));
}

describe.each([
  ['plain', 'crawl.warc', (records: Buffer[]) => Buffer.concat(records)],
  ['compressed record by record', 'crawl.warc.gz', compressed],
  ['compressed as a whole', 'crawl.warc.gz', (records: Buffer[]) => gzipSync(Buffer.concat(records))],
] as const)('a web archive that is %s', (_how, name, write) => {
  it('gives its articles with their pictures, dates and records, and counts the rest', async () => {
    const library = await makeLibrary();
    // A folder of its own for what is laid down: other tests lay theirs into the system's at the same time.
    vi.stubEnv('TMPDIR', library.folder);
    const bytes = write(crawl());
    const { lines } = await library.take(library.file(name, bytes));
    expect(
      lines
        .filter(({ outcome }) => outcome === 'taken')
        .map(({ path }) => path)
        .sort(),
    ).toEqual([1, 2, 3].map((number) => `${name} › ${site}/board/${number}`));
    expect(lines.find(({ path }) => path === name)?.reason).toMatch(
      /^4 pages were read as articles\. Not taken: 1 front page or list of links, 1 error page, 1 redirect, 1 image and 1 style, script or font\./u,
    );
    const all = await views(library);
    const [one, two] = [1, 2].map((number) => all.find(({ article }) => article.url === `${site}/board/${number}`));
    const figure = one?.revision.document.blocks.find((block) => block.kind === 'figure');
    expect(figure).toMatchObject({ image: createHash('sha256').update(pixel).digest('hex') });
    expect(two?.captures.map(({ captured }) => captured)).toEqual([
      '2024-11-14T17:20:00.000Z',
      '2024-12-24T06:00:00.000Z',
    ]);
    expect(one?.captures[0]?.source).toMatchObject({
      container: name,
      member: `${site}/board/1`,
      record: { id: 'urn:uuid:5c0f2f7e-0000-4000-8000-000000000001', date: '2024-11-14T17:20:00Z' },
      archive: { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    const check = await library.run('health.check', {});
    expect(check.lines.filter(({ ok }) => !ok)).toEqual([]);
    expect(readdirSync(library.folder).filter((entry) => entry.startsWith('verbatim-container-'))).toEqual([]);
  });
});

describe('a web archive', () => {
  it('is copied among the originals where the person chooses, and its articles pass the verbatim check', async () => {
    const library = await makeLibrary();
    const bytes = compressed(crawl());
    const path = library.file('crawl.warc.gz', bytes);
    await library.run('import.run', { grants: [library.core.grants.issue(path, 'read')], copyArchives: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kept = await library.core.context().pool.read('originals.find', sha256);
    expect(kept).toEqual({ bytes: bytes.length, mediaType: 'application/warc' });
    const [view] = await views(library);
    if (view === undefined) throw new Error('nothing was taken');
    const cited = await library.call('articles.cite', { article: view.article.id, start: 0, end: 20 });
    expect(cited.plain).toContain(view.revision.text.slice(0, 20));
  });

  it('that was changed afterwards is told by the check, and one that was moved is no fault', async () => {
    const library = await makeLibrary();
    const path = library.file('crawl.warc', Buffer.concat(crawl()));
    await library.take(path);
    truncateSync(path, 2000);
    const archive = async () => (await library.run('health.check', {})).lines.find(({ check }) => check === 'archive');
    expect(await archive()).toMatchObject({ ok: false, detail: expect.stringContaining('changed') });
    writeFileSync(path, Buffer.concat(crawl()));
    expect(await archive()).toMatchObject({ ok: true });
  });

  it('that is damaged gives what is whole before and after the damage', async () => {
    const library = await makeLibrary();
    const records = crawl().map((record) => gzipSync(record));
    const [middle] = records.splice(8, 1, Buffer.from('nothing that is a record, and longer than a line end'));
    const cut = Buffer.concat([...records, (middle ?? Buffer.alloc(0)).subarray(0, 90)]);
    const { lines } = await library.take(library.file('cut.warc.gz', cut));
    expect(
      lines
        .filter(({ outcome }) => outcome === 'taken')
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['Sitting 1 of the board', 'Sitting 3 of the board']);
    expect(lines.find(({ path }) => path === 'cut.warc.gz')?.reason).toMatch(/2 places in it are damaged/);
  });

  it('without a sound record is refused with the reason', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(
      library.file('bad.arc', 'filedesc://bad.arc 127.0.0.1 20140301000000 text/plain -1\n'),
    );
    expect(lines.map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  it('of the older kind, ARC, is read too', async () => {
    const library = await makeLibrary();
    const answer = httpAnswer(story(7));
    const description = '1 0 Port Ellery\nURL IP-address Archive-date Content-type Archive-length\n';
    const arc = Buffer.concat([
      Buffer.from(`filedesc://crawl.arc 0.0.0.0 20241114172000 text/plain ${description.length}\n${description}\n`),
      Buffer.from(`${site}/board/7 10.0.0.1 20241114172000 text/html ${answer.length}\n`),
      answer,
      Buffer.from('\n'),
    ]);
    const { lines } = await library.take(library.file('crawl.arc', arc));
    expect(lines.find(({ outcome }) => outcome === 'taken')?.title).toBe('Sitting 7 of the board');
    const [view] = await views(library);
    expect(view?.captures[0]?.captured).toBe('2024-11-14T17:20:00.000Z');
  });

  it('packed with lists (WACZ) gives the pages that are listed, whatever they look like, and names files that were changed', async () => {
    const library = await makeLibrary();
    const archive = Buffer.concat(crawl());
    const pages = [{ format: 'json-pages-1.0' }, { url: `${site}/` }, { url: `${site}/board/2` }];
    const list = strToU8(pages.map((line) => JSON.stringify(line)).join('\n'));
    const hash = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const resources = [
      { name: 'a', path: 'archive/a.warc', hash: hash(archive), bytes: archive.length },
      { name: 'p', path: 'pages/pages.jsonl', hash: hash(strToU8('another list')), bytes: list.length },
    ];
    const wacz = zipSync({
      'archive/a.warc': [archive, { level: 0 }],
      'pages/pages.jsonl': list,
      'datapackage.json': strToU8(JSON.stringify({ profile: 'data-package', resources })),
    });
    const { lines } = await library.take(library.file('crawl.wacz', wacz));
    const of = (outcome: string) =>
      lines.filter((line) => line.outcome === outcome).map(({ path }) => path.replace('crawl.wacz › ', ''));
    expect([...of('taken'), ...of('partial')].sort()).toEqual(['crawl.wacz', `${site}/`, `${site}/board/2`].sort());
    expect(of('refused')).toEqual(['pages/pages.jsonl']);
  });

  it('goes on where it was when its import was interrupted', async () => {
    const library = await makeLibrary();
    const records = Array.from({ length: 80 }, (_, number) => html(`/board/${number}`, story(number)));
    const path = library.file('many.warc.gz', compressed(records));
    const id = await library.call('imports.begin', { grants: [library.core.grants.issue(path, 'read')] });
    const begun = new Promise<void>((resolve) => library.core.on('import.lines', () => resolve()));
    const running = library.run('import.resume', { id });
    await begun;
    await library.call('imports.pause', { id }).catch(() => undefined);
    await running;
    await library.reopen();
    const [left] = await library.call('imports.list', {});
    if (left?.ended === null) await library.run('import.resume', { id });
    const { rows } = await library.call('imports.lines', { id, limit: 1000 });
    const taken = rows.filter(({ outcome }) => outcome === 'taken');
    expect(taken).toHaveLength(80);
    expect(new Set(taken.map(({ article }) => article)).size).toBe(80);
  });

  it('goes on after the process was killed, and ends with the same articles and figures', async () => {
    const library = await makeLibrary();
    await library.core.close();
    const links = Array.from(
      { length: 40 },
      (_, number) => `<li><a href="/board/${number}">Sitting ${number} of the board</a></li>`,
    );
    const list = `<html><body><ul>${links.join('')}</ul></body></html>`;
    const count = 120;
    const records = Array.from({ length: count }, (_, number) => [
      html(`/board/${number}`, story(number, '<p><img src="/lamp.png" width="400"></p>')),
      html(`/list/${number}`, list),
    ]).flat();
    const picture = warcRecord({ uri: `${site}/lamp.png`, block: httpAnswer(pixel, { type: 'image/png' }) });
    const path = library.file('many.warc.gz', compressed([...records, picture]));
    const child = spawn(process.execPath, [terminal, 'import', library.path, path, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('"article"')) told += 1;
      if (told >= 10 && !child.killed) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    await library.reopen();
    const [killed] = await library.call('imports.list', {});
    if (killed === undefined) throw new Error('the import left no report');
    expect(killed.state).toBe('interrupted');
    await library.run('import.resume', { id: killed.id });
    const { rows } = await library.call('imports.lines', { id: killed.id, limit: 1000 });
    // What was written when the process was killed, and had no line in the report yet, is met once more.
    const articles = rows.filter(({ outcome }) => outcome === 'taken' || outcome === 'duplicate');
    expect(new Set(articles.map(({ article }) => article)).size).toBe(count);
    expect((await library.search('', { limit: 1000 })).length).toBe(count);
    expect(rows.find(({ path }) => path === 'many.warc.gz')?.reason).toBe(
      `${count} pages were read as articles. Not taken: ${count} front pages and lists of links and 1 image.`,
    );
    const all = await views(library);
    expect(
      all.every(({ revision }) =>
        revision.document.blocks.some((block) => block.kind === 'figure' && block.image !== null),
      ),
    ).toBe(true);
  });

  it('of one capture, as the library keeps it, is known again when it is added by itself', async () => {
    const library = await makeLibrary();
    await library.take(library.file('crawl.warc.gz', compressed(crawl())));
    const { rows } = await library.call('search.run', { query: '', limit: 100 });
    for (const { article } of rows) {
      const { captures } = await library.call('articles.read', { article: article.id });
      for (const { original, name } of captures) {
        expect(name).toMatch(/^\d\.warc$/u);
        const bytes = await library.core.context().originals.read(original);
        const { summary } = await library.take(library.file(name, bytes));
        expect(summary.counts).toMatchObject({ taken: 0, duplicate: 1, refused: 0, partial: 0 });
      }
    }
  });
});
