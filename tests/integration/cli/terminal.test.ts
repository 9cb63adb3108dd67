import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportFormats } from '../../../main/contract/index.ts';
import { createCore } from '../../../main/core/create-core.ts';
import { ended, runTerminal, startTerminal } from './run-terminal.ts';

/**
 * The terminal as programs use it: real processes on a real library. Names of commands, options and
 * fields are a promise, so they are written out here.
 */
// Each command is a process of its own, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let library: string;
let pier: string;

const pierText = `Mayor Ines Quillon said the pier of Port Ellery will be rebuilt in stone.

After questions from residents, Quillon issued the following statement:

The harbour belongs to everybody who lives here. We will rebuild the pier in stone, and we will do it with the trust of the people who fish from it.

Nobody will lose a mooring while the work goes on. The harbour office stays open every day.

Subscribe to stay connected to Port Ellery. A subscription helps you read more local stories.

Contact reporter Tomas Brandt at tbrandt@portellery.example or 555-0142
`;
const fairText = `# Marrow Bay fair returns

*By Ada Lorne*

The fair returns to Marrow Bay in June, and the ferry runs until midnight.
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
  library = join(folder, 'Library');
  await mkdir(join(folder, 'papers'));
  await writeFile(join(folder, 'papers', 'pier.txt'), pierText);
  await writeFile(join(folder, 'papers', 'fair.md'), fairText);
  await writeFile(join(folder, 'papers', 'empty.txt'), '');
  const first = await runTerminal('import', library, join(folder, 'papers'), '--collection', 'Harbour', '--json');
  expect(first.code, 'an empty file is refused').toBe(2);
  const lines = first.objects.slice(0, -1);
  expect(lines.map(({ path }) => path).sort()).toEqual(
    ['empty.txt', 'fair.md', 'pier.txt'].map((name) => join(folder, 'papers', name)),
  );
  const refused = lines.find(({ outcome }) => outcome === 'refused');
  expect(Object.keys(refused ?? {}).sort()).toEqual(['outcome', 'path', 'reason']);
  const taken = lines.find(({ path }) => String(path).endsWith('pier.txt'));
  expect(taken).toMatchObject({
    outcome: 'taken',
    article: expect.any(String),
    revision: expect.any(String),
    title: expect.any(String),
  });
  expect(first.objects.at(-1)).toMatchObject({
    summary: {
      taken: 2,
      partial: 0,
      duplicate: 0,
      mended: 0,
      revision: 0,
      mentioned: 0,
      unmapped: 0,
      refused: 1,
      cancelled: false,
    },
  });
  pier = String(taken?.article);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const article = ['byline', 'id', 'language', 'publication', 'published', 'sha256', 'title', 'url', 'words'];
const fields = (object: Record<string, unknown> | undefined) => Object.keys(object ?? {}).sort();

describe('taking in', () => {
  it('says of a file that is there already that it is', async () => {
    const again = await runTerminal('import', library, join(folder, 'papers', 'pier.txt'), '--json');
    expect(again.code).toBe(0);
    expect(again.objects[0]).toMatchObject({
      path: join(folder, 'papers', 'pier.txt'),
      outcome: 'duplicate',
      article: pier,
    });
    expect(again.objects[1]).toMatchObject({ summary: { taken: 0, duplicate: 1 } });
  });
});

describe('looking', () => {
  it('articles: one object an article with the promised fields', async () => {
    const { code, objects, stderr } = await runTerminal('articles', library, '--json');
    expect([code, stderr, objects.length]).toEqual([0, '', 2]);
    for (const object of objects) expect(fields(object)).toEqual(article);
    expect(objects.find(({ id }) => id === pier)).toMatchObject({
      byline: ['Tomas Brandt'],
      published: null,
      url: null,
      language: 'en',
    });
  });

  it('show: the body’s canonical text, its blocks where they stand in it, and everything that belongs to it', async () => {
    const { code, objects } = await runTerminal('show', library, pier, '--format', 'json');
    expect(code).toBe(0);
    const [shown] = objects as [Record<string, unknown> & { text: string; blocks: Record<string, unknown>[] }];
    expect(fields(shown)).toEqual([...article, 'annotations', 'blocks', 'captures', 'statements', 'text'].sort());
    expect(shown.text).not.toContain('Subscribe');
    expect(createHash('sha256').update(shown.text).digest('hex')).toBe(shown.sha256);
    for (const block of shown.blocks) {
      expect(fields(block)).toEqual(['end', 'kind', 'role', 'start', 'text']);
      if (block.role === 'body') expect(shown.text.slice(Number(block.start), Number(block.end))).toBe(block.text);
      else expect([block.start, block.end]).toEqual([null, null]);
    }
    expect(shown.blocks.filter(({ role }) => role === 'furniture').map(({ text }) => String(text).slice(0, 9))).toEqual(
      ['Subscribe', 'Contact r'],
    );
    expect(shown.captures).toMatchObject([{ name: 'pier.txt', format: 'text' }]);
    expect(shown.statements).toContainEqual(expect.objectContaining({ kind: 'block' }));
  });

  it('show: as text and as Markdown, several or all', async () => {
    const text = await runTerminal('show', library, pier);
    expect(text.stdout).toContain('The harbour belongs to everybody who lives here.');
    const markdown = await runTerminal('show', library, '--all', '--format', 'markdown');
    expect(markdown.stdout.match(/^# /gm)).toHaveLength(2);
    expect(markdown.stdout).toContain('> The harbour belongs to everybody who lives here.');
    expect((await runTerminal('show', library, '--all', '--json')).objects).toHaveLength(2);
  });

  it('search: rows with marked snippets, then the summary', async () => {
    const { code, objects } = await runTerminal('search', library, '"rebuild the pier" speaker:quillon', '--json');
    expect(code).toBe(0);
    const [row, end] = objects as [Record<string, unknown>, Record<string, unknown>];
    expect(fields(row)).toEqual(['article', 'published', 'score', 'snippet', 'title']);
    const { text, marks } = row.snippet as { text: string; marks: [number, number][] };
    expect(marks.map(([start, end]) => text.slice(start, end).toLowerCase()).join(' ')).toContain('rebuild the pier');
    expect(end).toEqual({ summary: { total: 1, unsearchable: 0, partial: false } });
  });

  it('search: pages, order and the nearest when nothing has all words', async () => {
    const second = await runTerminal(
      'search',
      library,
      '',
      '--limit',
      '1',
      '--offset',
      '1',
      '--sort',
      'oldest',
      '--json',
    );
    expect(second.objects).toHaveLength(2);
    expect(second.objects[1]).toMatchObject({ summary: { total: 2 } });
    const partial = await runTerminal('search', library, 'ferry zeppelin', '--json');
    expect(partial.objects.at(-1)).toMatchObject({ summary: { partial: true } });
    const odd = await runTerminal('search', library, `don't "C++ (`, '--json');
    expect(odd.code, 'anything typed is legal').toBe(0);
    // A search may begin like an option, even like one of the program's own.
    for (const without of ['-zeppelin', '-Vale'])
      expect((await runTerminal('search', library, without, '--json')).objects.at(-1)).toMatchObject({
        summary: { partial: false },
      });
  });

  it('statements: who said what, and only of whom was asked', async () => {
    const { code, objects } = await runTerminal('statements', library, '--speaker', 'quillon', '--json');
    expect(code).toBe(0);
    expect(fields(objects[0])).toEqual(
      [
        'article',
        'captured',
        'confidence',
        'described',
        'end',
        'fileDated',
        'id',
        'kind',
        'published',
        'said',
        'saidBy',
        'speaker',
        'speakers',
        'spans',
        'start',
        'state',
        'text',
        'why',
      ].sort(),
    );
    expect(objects.filter(({ kind }) => kind === 'block')).toMatchObject([
      {
        article: pier,
        kind: 'block',
        state: 'suggested',
        said: null,
        published: null,
        speaker: { name: 'Ines Quillon' },
        speakers: [{ name: 'Ines Quillon' }],
        described: null,
      },
    ]);
    expect(fields(objects[0]?.speaker as Record<string, unknown>)).toEqual(['name', 'organization', 'role']);
    expect((await runTerminal('statements', library, '--speaker', 'nobody', '--json')).objects).toEqual([]);
    expect(
      (await runTerminal('statements', library, '--article', pier, '--query', 'mooring', '--json')).objects,
    ).toHaveLength(1);
  });
});

describe('marking', () => {
  it('annotate: finds the words by their surroundings, makes codes as needed, and the annotation is W3C’s', async () => {
    const made = await runTerminal(
      ...['annotate', library, pier, '--quote', 'the pier', '--suffix', ' in stone, and', '--note', 'a *promise*'],
      ...['--code', 'trust/harbour', '--code', 'promise', '--color', 'green', '--json'],
    );
    expect([made.code, made.stderr]).toEqual([0, '']);
    const listed = await runTerminal('annotations', library, '--article', pier, '--json');
    expect(listed.objects).toEqual(made.objects);
    expect(listed.objects[0]).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: [
        { purpose: 'commenting', value: 'a *promise*' },
        { purpose: 'tagging', value: 'harbour' },
        { purpose: 'tagging', value: 'promise' },
      ],
      target: { selector: [{ type: 'TextQuoteSelector', exact: 'the pier' }, { type: 'TextPositionSelector' }] },
    });
  });

  it('annotate: never guesses', async () => {
    const twice = await runTerminal('annotate', library, pier, '--quote', 'harbour');
    expect([twice.code, twice.stdout]).toEqual([1, '']);
    expect(twice.stderr).toMatch(/stand there \d times.*--prefix/);
    const nowhere = await runTerminal('annotate', library, pier, '--quote', 'the airport');
    expect([nowhere.code, nowhere.stderr]).toMatchObject([1, expect.stringContaining('does not contain')]);
  });
});

describe('handing over', () => {
  it.each(exportFormats)('export: %s', async (format) => {
    const out = join(folder, `out-${format}`);
    const result = await runTerminal(
      'export',
      library,
      '--format',
      format,
      '--out',
      out,
      '--collection',
      'harbour',
      '--json',
    );
    expect([result.code, result.stderr]).toEqual([0, '']);
    expect(result.objects).toMatchObject([{ format, leftOut: [], brokenSeals: [] }]);
    expect(existsSync(out)).toBe(true);
  });

  it('export: says without writing what would go along, and asks for a place where it writes', async () => {
    const choice = ['export', library, '--format', 'bagit', '--article', pier] as const;
    const dry = await runTerminal(...choice, '--dry-run', '--no-notes', '--json');
    expect([dry.code, dry.stderr]).toEqual([0, '']);
    const [first, ...lines] = dry.objects;
    expect(first).toMatchObject({ preview: { articles: 1, collections: { total: 0 } } });
    const { preview } = first as { preview: { events: { total: number } } };
    expect(lines).toHaveLength(preview.events.total);
    expect(lines[0]).toMatchObject({ event: { kind: 'capture', detail: expect.not.stringContaining('pier.txt') } });
    const words = await runTerminal(...choice, '--dry-run');
    expect(words.stdout).toMatch(/^1 articles, 2 statements, \d+ annotations would be written\.\noriginals: 1 files/);
    const nowhere = await runTerminal(...choice);
    expect([nowhere.code, nowhere.stderr]).toMatchObject([1, expect.stringContaining('--out')]);
  });

  it('export: what a person says, by the id that “people” lists', async () => {
    const listed = await runTerminal('people', library, '--json');
    const [person] = listed.objects as { id: string; statements: number }[];
    const dry = await runTerminal(
      'export',
      library,
      '--format',
      'csv',
      '--person',
      person?.id ?? '',
      '--dry-run',
      '--json',
    );
    expect(dry.objects[0]).toMatchObject({ preview: { statements: person?.statements, annotations: 0 } });
    const nobody = await runTerminal('export', library, '--format', 'csv', '--person', 'Alder', '--dry-run');
    expect([nobody.code, nobody.stderr]).toMatchObject([1, expect.stringContaining('nobody’s id')]);
  });

  it('export: one choice, and words that no longer agree with their original stay at home', async () => {
    const both = await runTerminal(
      'export',
      library,
      '--format',
      'csv',
      '--out',
      join(folder, 'x'),
      '--article',
      pier,
      '--query',
      'pier',
    );
    expect([both.code, both.stderr]).toMatchObject([1, expect.stringContaining('one choice')]);
  });

  it('check: a line for each thing looked at; 2 when an original was changed', async () => {
    const sound = await runTerminal('check', library, '--json');
    expect(sound.code).toBe(0);
    for (const line of sound.objects) {
      expect(fields(line)).toEqual(['check', 'detail', 'ok']);
      expect(line.ok).toBe(true);
    }
    const bytes = await readFile(join(folder, 'papers', 'pier.txt'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const original = join(library, 'originals', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    await rm(original);
    await writeFile(original, bytes.toString().replace('stone', 'steel'));
    const wrong = await runTerminal('check', library, '--json');
    expect(wrong.code).toBe(2);
    expect(wrong.objects.filter(({ ok }) => ok === false)).toMatchObject([{ detail: expect.stringContaining(sha256) }]);
    const exported = await runTerminal(
      'export',
      library,
      '--format',
      'markdown',
      '--out',
      join(folder, 'out-wrong'),
      '--json',
    );
    expect(exported.code).toBe(2);
    const [{ leftOut }] = exported.objects as [{ leftOut: { id: string }[] }];
    expect(leftOut.map(({ id }) => id)).toContain(pier);
    const annotations = await runTerminal('annotations', library, '--json');
    expect([annotations.code, annotations.objects]).toEqual([2, []]);
    expect(annotations.stderr).toContain('Left out');
    await rm(original);
    await writeFile(original, bytes);
  });
});

describe('errors', () => {
  it('go to the standard error, with 1, and name what to do', async () => {
    const missing = await runTerminal('articles', join(folder, 'nowhere'), '--json');
    expect([missing.code, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toContain('There is no library');
    expect(existsSync(join(folder, 'nowhere')), 'only import makes a library').toBe(false);
    const served = await runTerminal('serve', join(folder, 'nowhere'), '--no-open');
    expect([served.code, served.stdout]).toEqual([1, '']);
    const typo = await runTerminal('show', library, 'not-an-id');
    expect([typo.code, typo.stderr]).toMatchObject([1, expect.stringContaining('no article’s id')]);
    const unknown = await runTerminal('show', library, '01890000-0000-7000-8000-000000000000');
    expect([unknown.code, unknown.stderr]).toMatchObject([1, expect.stringContaining('not in the library')]);
    for (const wrong of [['bogus'], ['search', library, 'x', '--limit', 'many'], ['show', library]])
      expect((await runTerminal(...wrong)).code, wrong.join(' ')).toBe(1);
    expect((await runTerminal('--help')).code).toBe(0);
  });

  it('reading goes on beside whoever writes, writing waits its turn', async () => {
    const core = createCore({ agent: 'Test' });
    try {
      expect(await core.openLibrary(library, { mode: 'write' })).toMatchObject({ status: 'open' });
      expect((await runTerminal('articles', library, '--json')).objects).toHaveLength(2);
      const busy = await runTerminal('annotate', library, pier, '--quote', 'mooring');
      expect([busy.code, busy.stderr]).toMatchObject([1, expect.stringContaining('open for writing elsewhere')]);
    } finally {
      await core.close();
    }
  });
});

describe('serving', () => {
  it('prints an address of this machine, lets one browser in and ends in order', async () => {
    const child = startTerminal('serve', library, '--no-open', '--json');
    const address = await new Promise<string>((resolve) => {
      child.stdout?.once('data', (chunk: Buffer) =>
        resolve((JSON.parse(chunk.toString()) as { address: string }).address),
      );
    });
    expect(new URL(address).hostname).toBe('127.0.0.1');
    const entered = await fetch(address, { redirect: 'manual' });
    expect(entered.status).toBe(303);
    const page = await fetch(new URL('/', address), {
      headers: { cookie: String(entered.headers.get('set-cookie')).split(';')[0] ?? '' },
    });
    expect(page.status).toBe(200);
    const stopped = ended(child);
    child.kill('SIGTERM');
    expect((await stopped).code).toBe(0);
  });
});
