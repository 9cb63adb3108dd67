import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ArticleId, Span, Statement } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

vi.setConfig({ testTimeout: 120_000 });

const url = 'https://courier.example/quay';
const cued = '“We will not open the quay,” said harbour master Ines Alder, “not this winter. Nobody asks for it.”';
const body = [
  'The harbour board of Port Ellery met on Tuesday and talked about the north quay for three hours.',
  cued,
  'The board meets again on Thursday, and the basin stays open until then, as it does every year.',
];

async function takeQuay(library: TestLibrary, words = cued): Promise<ArticleId> {
  const html = page({ title: 'Quay', url, body: body.map((paragraph) => (paragraph === cued ? words : paragraph)) });
  const { lines } = await library.take(library.file(`quay-${words.length}.html`, html));
  const article = lines[0]?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  return article;
}

async function onlyStatement(library: TestLibrary, article: ArticleId) {
  const { statements, revision } = await library.call('articles.read', { article });
  const [statement] = statements;
  if (statement === undefined) throw new Error('nobody says anything');
  const at = (words: string): Span => {
    const start = revision.text.indexOf(words);
    if (start < 0) throw new Error(`the article doesn’t say “${words}”`);
    return { start, end: start + words.length };
  };
  return { statement, at };
}

/** What stays when the words are corrected. */
function besideWords({ id, speakers, kind, said, state, created }: Statement) {
  return { id, speakers, kind, said, state, created };
}

it('words corrected in several stretches are anchored, cited and found by; everything else of the statement stays', async () => {
  const library = await makeLibrary();
  const article = await takeQuay(library);
  const { statement, at } = await onlyStatement(library, article);
  const spans = [at('open the quay,'), at('not this winter.')];
  const corrected = await library.call('statements.update', { id: statement.id, words: { spans } });
  expect(corrected).toMatchObject({ spans, text: 'open the quay, […] not this winter.', placement: 'exact' });
  expect(besideWords(corrected)).toEqual(besideWords(statement));
  expect((await library.call('statements.cite', { id: statement.id })).plain).toContain(
    '“open the quay, […] not this winter.”',
  );
  expect((await library.call('statements.check', { id: statement.id })).seal).toBe('original');
  expect((await library.call('statements.list', { query: 'nobody asks' })).total).toBe(0);
  expect((await library.call('statements.list', { query: 'winter' })).total).toBe(1);
  const { rows } = await library.call('events.list', { limit: 1 });
  expect(rows[0]?.detail).toContain('words');
});

it('words that are none are refused: out of order, on each other, touching, empty, outside the article', async () => {
  const library = await makeLibrary();
  const article = await takeQuay(library);
  const { statement, at } = await onlyStatement(library, article);
  const [first, second] = [at('We will not'), at('not this winter')];
  const wrong: Span[][] = [
    [second, first],
    [first, { ...second, start: first.end - 2 }],
    [first, { ...second, start: first.end }],
    [{ start: first.start, end: first.start }],
    [first, { start: second.start, end: 1_000_000 }],
  ];
  for (const spans of wrong)
    await expect(library.call('statements.update', { id: statement.id, words: { spans } })).rejects.toMatchObject({
      code: 'bad-input',
    });
  expect((await onlyStatement(library, article)).statement).toEqual(statement);
});

it('a correction is taken back to what the statement was made on, though its words had changed since', async () => {
  const library = await makeLibrary();
  const article = await takeQuay(library);
  await takeQuay(library, cued.replace('open the quay', 'open this quay'));
  const { statement, at } = await onlyStatement(library, article);
  expect(statement).toMatchObject({ placement: 'changed', text: expect.stringContaining('open this quay') });
  const before = await library.call('statements.madeOn', { id: statement.id });
  const spans = [at('open this quay')];
  expect(await library.call('statements.update', { id: statement.id, words: { spans } })).toMatchObject({
    placement: 'exact',
    text: 'open this quay',
  });
  const { modified: _now, ...undone } = await library.call('statements.update', { id: statement.id, words: before });
  const { modified: _then, ...first } = statement;
  expect(undone).toMatchObject({ ...first, text: statement.text, placement: 'changed', reason: expect.anything() });
});

it('corrected words go out in a package and come home as they are', async () => {
  const library = await makeLibrary();
  const article = await takeQuay(library);
  const { statement, at } = await onlyStatement(library, article);
  const spans = [at('We will not'), at('this winter')];
  await library.call('statements.update', { id: statement.id, words: { spans }, state: 'confirmed' });
  const folder = join(library.folder, 'package');
  const target = library.core.grants.issue(folder, 'write');
  await library.run('export.run', { format: 'bagit', selection: { of: 'everything' }, target });
  const other = await makeLibrary();
  await other.take(folder);
  const { statements } = await other.call('articles.read', { article });
  expect(statements).toMatchObject([
    { id: statement.id, spans, text: 'We will not […] this winter', placement: 'exact', state: 'confirmed' },
  ]);
  expect((await other.call('statements.check', { id: statement.id })).seal).toBe('original');
});

it('whoever the article only describes can be described otherwise, and a statement be made of them', async () => {
  const library = await makeLibrary();
  const article = await takeQuay(library);
  const { statement, at } = await onlyStatement(library, article);
  const described = await library.call('statements.update', {
    id: statement.id,
    speakers: [],
    described: 'a spokeswoman for the port',
  });
  expect(described).toMatchObject({ speakers: [], described: 'a spokeswoman for the port' });
  const { revision } = await library.call('articles.read', { article });
  const made = await library.call('statements.create', {
    article,
    revision: revision.id,
    ...at('The board meets again'),
    kind: 'indirect',
    speakers: [],
    described: 'a clerk',
    said: null,
  });
  expect(made.described).toBe('a clerk');
});
