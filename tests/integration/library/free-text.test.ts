import { describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../main/contract/index.ts';
import { makeLibrary, page } from '../../support/library.ts';

/** A NUL ends a text in SQLite's functions, half a surrogate pair can't be written as UTF-8. Both are typed or pasted like any other sign. */
const odd = ['tide\0', '\0', '\ud83c tide', '"tide\0 comes"'];

async function withArticle() {
  const library = await makeLibrary();
  const body = [
    'Ines Calloway said: “The tide comes at ten. Nobody waits for it, and nobody should.”',
    'The quay is open.',
  ];
  const { lines, summary } = await library.take(
    library.file('tide.html', page({ title: 'Tide', url: 'https://courier.example/tide', body })),
  );
  const article = lines[0]?.article;
  if (article == null) throw new Error('the page was not taken');
  const { revision } = await library.call('articles.read', { article });
  return { library, article, revision: revision.id, report: summary.id };
}

describe('free text', () => {
  it('is looked for, whatever it holds', async () => {
    const { library, article, revision, report } = await withArticle();
    const { text } = (await library.call('articles.read', { article })).revision;
    const start = text.indexOf('Nobody');
    const spoken = {
      article,
      revision,
      start,
      end: text.indexOf('”'),
      kind: 'direct',
      speakers: [],
      said: null,
    } satisfies MethodInput<'statements.create'>;
    await library.call('statements.create', spoken);
    for (const words of odd) {
      for (const field of ['query', 'speaker', 'organization', 'role'] as const)
        expect(await library.call('statements.list', { [field]: words })).toMatchObject({ rows: expect.any(Array) });
      for (const typing of [false, true])
        expect(await library.call('search.run', { query: words, typing })).toMatchObject({ rows: expect.any(Array) });
      for (const field of ['words', 'file'] as const)
        expect(await library.call('awaited.list', { [field]: words })).toMatchObject({ total: 0 });
      expect(await library.call('imports.lines', { id: report, words })).toMatchObject({ rows: expect.any(Array) });
    }
    expect(await library.search('tide\0')).toEqual(['Tide']);
    expect((await library.call('statements.list', { query: 'nobody\0', state: 'confirmed' })).total).toBe(1);
  });

  it('is kept as it is shown, whatever it holds', async () => {
    const { library, article, revision } = await withArticle();
    for (const [index, words] of odd.entries()) {
      const shown = words.toWellFormed().replaceAll('\0', '\uFFFD');
      const code = await library.call('codes.create', { name: words, parent: null, definition: words });
      expect(code).toMatchObject({ name: shown, definition: shown });
      const mark = { article, revision, start: 0, end: 4, color: null, note: words, codes: [code.id] };
      expect(await library.call('annotations.create', mark)).toMatchObject({ note: shown });
      expect(await library.call('collections.create', { name: words, parent: null, query: words })).toMatchObject({
        name: shown,
        query: shown,
      });
      const statement = await library.call('statements.create', {
        article,
        revision,
        // No two statements have the same words.
        start: 2 * index,
        end: 2 * index + 1,
        kind: 'direct',
        speakers: [{ name: words, role: words, organization: words }],
        said: null,
      });
      expect(statement.speakers[0]).toMatchObject({ name: shown, role: shown, organization: shown });
    }
    const selection = { of: 'everything' } as const;
    const result = await library.run('export.run', { format: 'bagit-zip', selection, target: null });
    expect(result).toMatchObject({ annotations: odd.length, leftOut: [] });
  });
});
