import { expect, it, vi } from 'vitest';
import type { ArticleId, Span } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

vi.setConfig({ testTimeout: 120_000 });

/** An article with one statement by Ines Alder and one by Otto Kast, right after each other. */
async function quay(library: TestLibrary) {
  const body = [
    'The harbour board of Port Ellery met on Tuesday and talked about the north quay for three hours.',
    '“We will not open the quay this winter,” said harbour master Ines Alder. “The basin stays shut as well,” said mayor Otto Kast.',
    'The board meets again on Thursday, and the basin stays open until then, as it does every year.',
  ];
  const { lines } = await library.take(
    library.file('quay.html', page({ title: 'Quay', url: 'https://courier.example/quay', body })),
  );
  const article = lines[0]?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  const { revision, statements } = await library.call('articles.read', { article });
  const at = (words: string): Span => {
    const start = revision.text.indexOf(words);
    if (start < 0) throw new Error(`the article doesn’t say “${words}”`);
    return { start, end: start + words.length };
  };
  const by = (name: string) => {
    const found = statements.find(({ speakers }) => speakers[0]?.name === name);
    if (found === undefined) throw new Error(`nothing by ${name}`);
    return found;
  };
  return { article, revision: revision.id, at, alder: by('Ines Alder'), kast: by('Otto Kast') };
}

const standing = async (library: TestLibrary, article: ArticleId) =>
  (await library.call('articles.read', { article })).statements.map(({ id, text }) => ({ id, text }));

it('words that lie across another statement’s edge are refused, with whose they are, and nothing is changed', async () => {
  const library = await makeLibrary();
  const { article, at, alder, kast } = await quay(library);
  const before = await standing(library, article);
  const across = [{ start: at('We will not').start, end: at('The basin').end }];
  await expect(library.call('statements.update', { id: alder.id, words: { spans: across } })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('Otto Kast'),
    details: { statement: kast.id, how: 'across' },
  });
  await expect(
    library.call('statements.update', { id: alder.id, words: { spans: [...kast.spans] } }),
  ).rejects.toMatchObject({ code: 'conflict', details: { how: 'same' } });
  expect(await standing(library, article)).toEqual(before);
});

it('a statement is not made twice of the same words, nor across another’s edge; of a rejected one’s words it is', async () => {
  const library = await makeLibrary();
  const { article, revision, at, alder } = await quay(library);
  const make = (span: Span) =>
    library.call('statements.create', { article, revision, ...span, kind: 'direct', speakers: [], said: null });
  const [own] = alder.spans;
  if (own === undefined) throw new Error('no words');
  await expect(make(own)).rejects.toMatchObject({ code: 'conflict' });
  await expect(make({ start: at('this winter').start, end: at('said harbour').end })).rejects.toMatchObject({
    code: 'conflict',
  });
  await library.call('statements.update', { id: alder.id, state: 'rejected' });
  expect(await make(own)).toMatchObject({ text: alder.text });
});

it('a quotation in a quotation stands, and the ledger says so of both', async () => {
  const library = await makeLibrary();
  const { article, revision, at, alder } = await quay(library);
  const inner = await library.call('statements.create', {
    article,
    revision,
    ...at('open the quay'),
    kind: 'mixed',
    speakers: [{ name: 'Lena Park', role: null, organization: null }],
    said: null,
  });
  const { rows } = await library.call('statements.list', { article });
  expect(rows.find(({ id }) => id === inner.id)?.shares).toEqual([{ id: alder.id, how: 'within', who: 'Ines Alder' }]);
  expect(rows.find(({ id }) => id === alder.id)?.shares).toEqual([{ id: inner.id, how: 'around', who: 'Lena Park' }]);
  expect(rows.filter(({ shares }) => shares !== undefined)).toHaveLength(2);
});

it('two statements are joined in one act, and parted again by taking it back', async () => {
  const library = await makeLibrary();
  const { article, alder, kast } = await quay(library);
  const before = await standing(library, article);
  const made = await library.call('statements.madeOn', { id: alder.id });
  const spans = [...alder.spans, ...kast.spans];
  const joined = await library.call('statements.update', { id: alder.id, words: { spans }, joins: [kast.id] });
  expect(joined.text).toBe(`${alder.text} […] ${kast.text}`);
  expect(await standing(library, article)).toEqual([{ id: alder.id, text: joined.text }]);
  await library.call('statements.update', { id: alder.id, words: made, takesBack: true });
  await library.call('statements.restore', { id: kast.id });
  expect(await standing(library, article)).toEqual(before);
});

it('what lay across before may be corrected, as long as it comes to lie across nothing else', async () => {
  const library = await makeLibrary();
  const { at, alder } = await quay(library);
  const across = [{ start: at('We will not').start, end: at('The basin').end }];
  await library.call('statements.update', { id: alder.id, words: { spans: across }, takesBack: true });
  const shorter = [{ ...across[0], start: at('will not').start, end: at('The basin').end }];
  expect(await library.call('statements.update', { id: alder.id, words: { spans: shorter } })).toMatchObject({
    spans: shorter,
  });
});
