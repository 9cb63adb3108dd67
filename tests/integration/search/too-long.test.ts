import { expect, it } from 'vitest';
import { VerbatimError } from '../../../main/contract/index.ts';
import { makeLibrary, page } from '../../support/library.ts';

const sentence = /^bad-input: A search has at most 4000 characters\. Shorten it/;

it('a search that is too long is refused with a sentence wherever it is given; the longest is answered', async () => {
  const library = await makeLibrary();
  await library.take(library.file('page.html', page({ title: 'Harbour', body: ['The harbour is open on Monday.'] })));
  const query = `${'harbour '.repeat(499)}harbour`;
  expect(await library.search(query)).toEqual(['Harbour']);
  expect(await library.search(`${'NOT '.repeat(998)}harbour`)).toEqual(['Harbour']);
  const long = `${query} monday ${query}`;
  const words = (error: unknown) =>
    error instanceof VerbatimError ? `${error.code}: ${error.message}` : String(error);
  const said = await Promise.all([
    library.search(long).catch(words),
    library.call('statements.list', { query: long }).catch(words),
    library.call('collections.create', { name: 'Long', parent: null, query: long }).catch(words),
    library.run('articles.extractAgain', { selection: { of: 'search', query: long } }).catch(words),
  ]);
  for (const answer of said) expect(answer).toMatch(sentence);
});
