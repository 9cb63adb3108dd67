import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ended, runTerminal, startTerminal } from './run-terminal.ts';

/** What `verbatim import` makes of lists, tables and an interruption; each test has a library of its own. */
// Each command is a process of its own, and a machine may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('takes a list of pages for no fault, and lists them as awaited', async () => {
  const own = join(folder, 'Lists');
  const list = join(folder, 'list.csv');
  await writeFile(
    list,
    'title,url,time_added,tags,status\nTides,https://quay-post.example/tides,1731600000,sea,unread\n',
  );
  const told = await runTerminal('import', own, list, '--json');
  expect(told.code).toBe(0);
  expect(told.objects[0]).toMatchObject({ outcome: 'mentioned', title: 'Tides' });
  const { code, objects } = await runTerminal('awaited', own, '--query', 'sea', '--json');
  expect(code).toBe(0);
  expect(objects).toEqual([
    {
      id: expect.any(String),
      title: 'Tides',
      url: 'https://quay-post.example/tides',
      published: null,
      tags: ['sea'],
      marks: 0,
      files: ['list.csv'],
      told: expect.any(String),
    },
  ]);
});

it('lists who speaks, with other names, roles and days', async () => {
  const own = join(folder, 'People');
  const article = join(folder, 'quay.md');
  await writeFile(
    article,
    '---\ntitle: Quay\ndate: 2024-11-14\n---\n\nHarbour Warden Ines Alder issued the following statement:\n\n> The quay stays open for as long as anybody asks us to keep it open.\n',
  );
  await runTerminal('import', own, article, '--json');
  const { code, objects } = await runTerminal('people', own, '--query', 'alder', '--json');
  expect(code).toBe(0);
  expect(objects).toEqual([
    {
      id: expect.any(String),
      name: 'Ines Alder',
      kind: 'person',
      aliases: [],
      statements: 1,
      role: 'Harbour Warden',
      organization: null,
      first: '2024-11-14',
      last: '2024-11-14',
    },
  ]);
  expect((await runTerminal('people', own, '--query', 'nobody', '--json')).objects).toEqual([]);
});

it('takes a table in by the columns that are named, and refuses a name of a field that isn’t one', async () => {
  const own = join(folder, 'Tables');
  const table = join(folder, 'board.csv');
  await writeFile(
    table,
    'Headline,"Link, as it was",Copy\nLamps,https://courier.example/lamps,The lamps stand since Tuesday.\n',
  );
  const unknown = await runTerminal('import', own, table, '--json');
  expect(unknown.code, 'somebody has to say what its columns mean').toBe(2);
  expect(unknown.objects[0]).toMatchObject({ outcome: 'unmapped' });
  const wrong = await runTerminal('import', own, table, '--map', 'headline=Headline');
  expect(wrong.code).toBe(1);
  const map = 'title=Headline,body=Copy,url=Link\\, as it was';
  const taken = await runTerminal('import', own, table, '--map', map, '--json');
  expect(taken.code).toBe(0);
  expect(taken.objects[0]).toMatchObject({ outcome: 'taken', title: 'Lamps' });
  const again = await runTerminal('import', own, table, '--json');
  expect(again.objects[0]).toMatchObject({ outcome: 'duplicate' });
});

it('ends at Ctrl+C, keeps what is done and says so', async () => {
  const many = join(folder, 'many');
  await mkdir(many);
  for (let number = 0; number < 400; number += 1)
    await writeFile(
      join(many, `note-${number}.txt`),
      `Note ${number} of Tessaly County\n\n${`The board met on day ${number}. `.repeat(400)}\n`,
    );
  const other = join(folder, 'Other');
  const child = startTerminal('import', other, many, '--json');
  child.stdout?.once('data', () => child.kill('SIGINT'));
  const result = await ended(child);
  expect(result.code).toBe(1);
  const summary = result.objects.at(-1)?.summary as { taken: number; cancelled: boolean };
  expect(summary.cancelled).toBe(true);
  expect(summary.taken).toBeGreaterThan(0);
  expect(summary.taken).toBeLessThan(400);
  const kept = await runTerminal('articles', other, '--json');
  expect(kept.objects).toHaveLength(summary.taken);
  expect((await runTerminal('check', other, '--json')).code).toBe(0);
});

it('ends when it is stopped in the middle of a mailbox: no thread is left that has it open', async () => {
  const own = join(folder, 'Mail');
  const mailbox = join(folder, 'mail.mbox');
  const message = (number: number) =>
    `From ada@ellery.example Mon Nov  4 10:00:00 2024\nFrom: Ada Vale <ada@ellery.example>\nSubject: Quay ${number}\nDate: Mon, 04 Nov 2024 10:00:00 +0000\nMessage-ID: <${number}@ellery.example>\nContent-Type: text/plain; charset=utf-8\n\nThe harbour board decided on Monday about quay number ${number}, its clerk told us.\n\n`;
  await writeFile(mailbox, Array.from({ length: 20_000 }, (_, number) => message(number)).join(''));
  const running = startTerminal('import', own, mailbox);
  running.stdout?.once('data', () => running.kill('SIGINT'));
  const { code, stdout } = await ended(running);
  expect(code).toBe(1);
  expect(stdout).toContain('Cancelled; what was done is kept');
});
