import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ArticleId } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

const lastChanged = new Date('2021-03-04T05:06:07.000Z');
const url = 'https://courier.example/quay';
const body = [
  'The harbour board of Port Ellery met on Tuesday and talked about the north quay for three hours.',
  '“We will not open the quay this winter,” said harbour master Ines Alder on Wednesday.',
];

async function take(library: TestLibrary, name: string, content: string): Promise<ArticleId> {
  const file = library.file(name, content);
  utimesSync(file, lastChanged, lastChanged);
  const { lines } = await library.take(file);
  const article = lines.find((one) => one.article !== null)?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  return article;
}

async function captureOf(library: TestLibrary, article: ArticleId) {
  const { captures } = await library.call('articles.read', { article });
  const [capture] = captures;
  return { captured: capture?.captured, capturedBy: capture?.capturedBy, fileDated: capture?.fileDated };
}

it('a file’s own time dates the file, and is no capture', async () => {
  const library = await makeLibrary();
  const article = await take(library, 'quay.html', page({ title: 'Quay', url, body }));
  const dated = { captured: null, fileDated: lastChanged.toISOString() };
  expect(await captureOf(library, article)).toEqual({ ...dated, capturedBy: null });
  const { revisions, statements } = await library.call('articles.read', { article });
  expect(revisions).toMatchObject([dated]);
  expect(statements).toMatchObject([dated]);
  const { plain } = await library.call('statements.cite', { id: statements[0]?.id ?? ('' as never) });
  expect(plain).not.toContain('Captured');
  expect(plain).not.toContain('2021');
});

it('what the original says of its capture stands beside its file’s time, with whose word it is', async () => {
  const library = await makeLibrary();
  const saved = page({ title: 'Quay', url, body }).replace(
    '<html',
    '<!--\n Page saved with SingleFile \n url: https://courier.example/quay \n saved date: Thu Nov 14 2024 18:00:00 GMT+0000 (Coordinated Universal Time)\n--><html',
  );
  const article = await take(library, 'saved.html', saved);
  expect(await captureOf(library, article)).toEqual({
    captured: '2024-11-14T18:00:00.000Z',
    capturedBy: 'original',
    fileDated: lastChanged.toISOString(),
  });
});

it('a letter of a mailbox was delivered when the mailbox says, which is no time of a file', async () => {
  const library = await makeLibrary();
  const letter = [
    'From ines@port.example Thu Nov 14 18:00:00 2024',
    'From: Ines Alder <ines@port.example>',
    'Subject: The quay',
    'Message-ID: <quay@port.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...body,
    '',
    '',
  ].join('\n');
  const article = await take(library, 'letters.mbox', letter + letter.replaceAll('quay', 'pier'));
  expect(await captureOf(library, article)).toEqual({
    captured: '2024-11-14T18:00:00.000Z',
    capturedBy: 'container',
    fileDated: null,
  });
});

it('of two versions that nobody dates the one whose file is older stays behind, though it comes later', async () => {
  const library = await makeLibrary();
  const newer = library.file('newer.html', page({ title: 'Quay', url, body }));
  const older = library.file('older.html', page({ title: 'Quay', url, body: [...body, 'One more line.'] }));
  utimesSync(older, lastChanged, lastChanged);
  const { lines } = await library.take(newer);
  await library.take(older);
  const { revisions, currentRevision } = await library.call('articles.read', {
    article: lines[0]?.article ?? ('' as never),
  });
  expect(revisions).toHaveLength(2);
  expect(currentRevision).toBe(revisions[0]?.id);
});

it('who dates what was said is told: the words around it, or a person; undone, it is the words again', async () => {
  const library = await makeLibrary();
  const article = await take(library, 'quay.html', page({ title: 'Quay', url, body }));
  const read = async () => (await library.call('articles.read', { article })).statements[0];
  const statement = await read();
  if (statement === undefined) throw new Error('nobody says anything');
  expect(statement).toMatchObject({ said: { value: '2024-11-13' }, saidBy: 'words' });
  const { id } = statement;
  expect(await library.call('statements.update', { id, said: '2024-11-12' })).toMatchObject({ saidBy: 'person' });
  expect(await library.call('statements.update', { id, said: null })).toMatchObject({ said: null, saidBy: null });
  expect(await library.call('statements.update', { id, said: '2024-11-13' })).toMatchObject({ saidBy: 'words' });
});

it('all of it goes out in a package and comes home', async () => {
  const library = await makeLibrary();
  const article = await take(library, 'quay.html', page({ title: 'Quay', url, body }));
  const folder = join(library.folder, 'package');
  const target = library.core.grants.issue(folder, 'write');
  await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
  const other = await makeLibrary();
  await other.take(folder);
  expect(await captureOf(other, article)).toEqual(await captureOf(library, article));
  const { statements } = await other.call('articles.read', { article });
  expect(statements).toMatchObject([{ said: { value: '2024-11-13' }, saidBy: 'words' }]);
});
