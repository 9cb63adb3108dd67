import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../main/contract/index.ts';
import { withWholeMarks } from '../../../main/core/restore/whole-marks.ts';
import { makeLibrary, page } from '../../support/library.ts';

/**
 * A selection may end within a surrogate pair (a program, a shell, an old mark). Half a character can't be kept
 * in UTF-8: kept so, the words were no longer those of the article, and every export left the mark out.
 */
const body = ['Ines Calloway said: “The tide 🌊 comes at ten. Nobody 🛳 waits for it.”', 'The quay is open.'];

async function withArticle() {
  const library = await makeLibrary();
  const { lines } = await library.take(
    library.file('tide.html', page({ title: 'Tide', url: 'https://courier.example/tide', body })),
  );
  const article = lines[0]?.article;
  if (article == null) throw new Error('the page was not taken');
  const { revision } = await library.call('articles.read', { article });
  return { library, article, revision: revision.id, text: revision.text };
}

describe('the ends of a span', () => {
  it('of a new mark are moved to whole characters, and the mark leaves with every export', async () => {
    const { library, article, revision, text } = await withArticle();
    const inWave = text.indexOf('🌊') + 1;
    const inShip = text.indexOf('🛳') + 1;
    const span = { start: inWave, end: inShip };
    const words = '🌊 comes at ten. Nobody 🛳';
    const mark = await library.call('annotations.create', { article, revision, ...span, color: 'amber' });
    expect(mark).toMatchObject({ quote: words, span: { start: inWave - 1, end: inShip + 1 } });
    const statement = await library.call('statements.create', {
      article,
      revision,
      ...span,
      kind: 'direct',
      speakers: [{ name: 'Ines Calloway', role: null, organization: null }],
      said: null,
    });
    expect(statement.text).toBe(words);
    const moved = await library.call('statements.update', {
      id: statement.id,
      words: { spans: [{ start: inWave, end: text.indexOf('”') }] },
    });
    expect(moved.text).toBe(text.slice(inWave - 1, text.indexOf('”')));
    expect((await library.call('articles.cite', { article, ...span })).plain).toContain(`“${words}”`);

    const { rows } = await library.call('statements.list', { query: 'nobody' });
    expect(rows.map(({ id }) => id)).toContain(statement.id);
    for (const format of ['bagit-zip', 'annotations', 'csv', 'json-lines'] as const) {
      const result = await library.run('export.run', { format, selection: { of: 'everything' }, target: null });
      expect(result.leftOut).toEqual([]);
    }
  });

  it('in a package that somebody else wrote are moved too', () => {
    const text = 'The tide 🌊 comes at ten.';
    const half = { start: text.indexOf('🌊') + 1, end: text.length };
    const mark = {
      madeIn: 'one',
      quote: text.slice(half.start),
      prefix: text.slice(0, half.start),
      suffix: '',
      placements: [
        { revision: 'one', placement: 'exact', ...half },
        { revision: 'two', placement: 'lost', start: null, end: null },
      ],
    };
    const sound = { ...mark, quote: 'ten', placements: [{ revision: 'one', placement: 'exact', start: 21, end: 24 }] };
    // Only what the function looks at.
    const record = { revisions: [{ id: 'one', text }], annotations: [mark, sound], statements: [] } as unknown;
    const { annotations } = withWholeMarks(record as ArticleRecord);
    expect(annotations[0]).toMatchObject({
      quote: '🌊 comes at ten.',
      prefix: 'The tide ',
      placements: [
        { start: half.start - 1, end: text.length },
        { placement: 'lost', start: null },
      ],
    });
    expect(annotations[1]).toBe(sound);
  });

  it('in a file of annotations are moved too, and the words are the article’s', async () => {
    const { library, article, text } = await withArticle();
    const exact = text.slice(text.indexOf('🌊') + 1, text.indexOf('🌊') + 16);
    await library.take(
      library.file(
        'marks.json',
        JSON.stringify({
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          type: 'Annotation',
          id: 'https://other.example/1',
          body: [{ type: 'TextualBody', value: 'half \ud83c and \u0000', purpose: 'commenting' }],
          target: {
            source: 'https://courier.example/tide',
            selector: { type: 'TextQuoteSelector', exact, prefix: text.slice(0, text.indexOf('🌊') + 1), suffix: '' },
          },
        }).replaceAll('\\\\u', '\\u'),
      ),
    );
    const { annotations } = await library.call('articles.read', { article });
    expect(annotations).toMatchObject([{ quote: `🌊${exact.slice(1)}`, note: 'half \uFFFD and \uFFFD' }]);
    const result = await library.run('export.run', {
      format: 'annotations',
      selection: { of: 'everything' },
      target: null,
    });
    expect(result).toMatchObject({ annotations: 1, leftOut: [] });
  });
});
