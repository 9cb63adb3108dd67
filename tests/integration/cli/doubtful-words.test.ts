import { expect, it } from 'vitest';
import { forgeCopies } from '../../support/forged-copy.ts';
import { makeLibrary } from '../../support/library.ts';
import { runTerminal } from './run-terminal.ts';

const plan =
  'Harbour plan\n\nThe harbour plan was put off on Monday.\n\n“We will not build it,” harbour master Ines Vau said in front of the council.\n';
const told = /These words differ from their original: the original “plan\.txt” does not hold “.*never build/;

it('the terminal says wherever it prints words that they differ from their original', async () => {
  const library = await makeLibrary();
  const { lines } = await library.take(library.file('plan.txt', plan));
  const article = lines[0]?.article;
  if (article == null) throw new Error('the plan was not taken in');
  const { revision } = await library.call('articles.read', { article });
  const start = revision.text.indexOf('The harbour plan');
  await library.call('statements.create', {
    ...{ article, revision: revision.id, start, end: start + 39, kind: 'direct' },
    ...{ speakers: [], said: null },
  });
  await forgeCopies(library, 'will not build', 'will never build');
  // Found once, by whoever compares first: here by a citation.
  await expect(library.call('articles.cite', { article, start: 0, end: 8 })).rejects.toThrow(/never build/);
  await library.core.close();

  const { path } = library;
  expect((await runTerminal('search', path, 'harbour')).stdout).toMatch(told);
  expect((await runTerminal('articles', path)).stdout).toMatch(told);
  expect((await runTerminal('statements', path)).stdout).toMatch(told);
  expect((await runTerminal('show', path, article)).stdout).toMatch(told);
  const markdown = await runTerminal('show', path, article, '--format', 'markdown');
  expect(markdown.stderr).toMatch(told);
  expect(markdown.stdout).toContain('never build');

  const why = expect.stringContaining('never build');
  expect((await runTerminal('search', path, 'harbour', '--json')).objects[0]).toMatchObject({ article, differs: why });
  expect((await runTerminal('articles', path, '--json')).objects[0]).toMatchObject({ id: article, differs: why });
  expect((await runTerminal('statements', path, '--json')).objects[0]).toMatchObject({ article, differs: why });
  expect((await runTerminal('show', path, article, '--json')).objects[0]).toMatchObject({
    id: article,
    differs: why,
    verbatim: { state: 'differs', reason: why },
  });
}, 180_000);
