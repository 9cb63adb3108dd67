import { describe, expect, it } from 'vitest';
import type { ArticleId, ComparedBlock, ComparedStatement } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

const address = 'https://courier.example/2024/11/14/wardens';
const intro = 'Harbour Commissioner Ines Alder said on Thursday that nothing will change on the quays of Port Ellery.';
const cue = 'Alder issued the following statement Thursday:';
const said =
  '“For nine years the wardens of this harbour have been people whom a deckhand can walk up to. That trust was slow to build.”';
const saidLater =
  '“For ten years the wardens of this harbour have been people whom every deckhand can walk up to. That trust was slow to build.”';
const lawyers = 'The county’s lawyers have read the new rules differently, and the court hears them in December.';
const gone = 'Two of the deckhands refused, and were moved to the night ferry without a word.';
const added = 'The board of the harbour meets again on Tuesday, behind closed doors.';

async function takeBoth(library: TestLibrary): Promise<ArticleId> {
  const first = library.file(
    'first.html',
    page({ title: 'Wardens will not check papers', url: address, body: [intro, cue, said, gone, lawyers] }),
  );
  const second = library.file(
    'second.html',
    page({ title: 'Wardens refuse to check papers', url: address, body: [intro, cue, saidLater, lawyers, added] }),
  );
  await library.take(first);
  const { lines } = await library.take(second);
  expect(lines.map(({ outcome }) => outcome)).toEqual(['revision']);
  const [line] = lines;
  if (line?.article == null) throw new Error('nothing was taken');
  return line.article;
}

const marked = (block: ComparedBlock) => block.marks.map(({ start, end }) => block.text.slice(start, end));
const words = (side: ComparedStatement['left']) => side?.marks.map(({ start, end }) => side.text.slice(start, end));

describe('two revisions of an article', () => {
  it('are put side by side: head, statements, body', async () => {
    const library = await makeLibrary();
    const article = await takeBoth(library);
    const { revisions } = await library.call('articles.read', { article });
    const [first, second] = revisions;
    expect(revisions.map(({ number, fileDated }) => [number, typeof fileDated])).toEqual([
      [1, 'string'],
      [2, 'string'],
    ]);
    const compared = await library.call('articles.compare', {
      left: { article, revision: first?.id },
      right: { article },
    });
    expect([compared.left.number, compared.right.number, compared.right.revision]).toEqual([1, 2, second?.id]);
    expect(compared.head.filter(({ change }) => change !== 'same').map(({ name }) => name)).toEqual(['title']);
    expect(compared.rows.map((row) => [row.change, row.left.flatMap(marked), row.right.flatMap(marked)])).toEqual([
      ['same', [], []],
      ['same', [], []],
      ['changed', ['nine', 'a'], ['ten', 'every']],
      ['gone', [gone], []],
      ['same', [], []],
      ['added', [], [added]],
    ]);
    expect(
      compared.statements.map(({ change, left, right }) => [
        change,
        words(left),
        words(right),
        left?.speakers[0]?.name,
      ]),
    ).toEqual([['changed', ['nine', 'a'], ['ten', 'every'], 'Ines Alder']]);
    expect(compared.statements[0]?.left?.row).toBe(2);
  });

  it('show a statement that came and one that went', async () => {
    const library = await makeLibrary();
    const article = await takeBoth(library);
    const { revisions, revision } = await library.call('articles.read', { article });
    const start = revision.text.indexOf(added);
    await library.call('statements.create', {
      article,
      revision: revision.id,
      start,
      end: start + added.length,
      kind: 'indirect',
      speakers: [],
      said: null,
    });
    const changes = async (left: number, right: number) => {
      const compared = await library.call('articles.compare', {
        left: { article, revision: revisions[left]?.id },
        right: { article, revision: revisions[right]?.id },
      });
      return compared.statements.map(({ change }) => change);
    };
    expect(await changes(0, 1)).toEqual(['changed', 'added']);
    expect(await changes(1, 0)).toEqual(['changed', 'gone']);
    expect(await changes(1, 1)).toEqual([]);
  });
});

describe('two articles', () => {
  it('are compared by their words, statements too', async () => {
    const library = await makeLibrary();
    const article = await takeBoth(library);
    const { lines } = await library.take(
      library.file(
        'observer.html',
        page({
          title: 'No papers on the quays',
          url: 'https://observer.example/papers',
          body: [intro, cue, saidLater, gone],
        }),
      ),
    );
    const other = lines[0]?.article;
    if (other == null) throw new Error('nothing was taken');
    const compared = await library.call('articles.compare', { left: { article }, right: { article: other } });
    expect([compared.statements, compared.sameStatements]).toEqual([[], 2]);
    expect(compared.rows.map(({ change }) => change)).toEqual(['same', 'same', 'same', 'gone', 'gone', 'added']);
  });

  it('that are not there are refused in words', async () => {
    const library = await makeLibrary();
    const article = await takeBoth(library);
    const missing = '0193a000-0000-7000-8000-000000000000';
    await expect(
      library.call('articles.compare', { left: { article }, right: { article: missing as ArticleId } }),
    ).rejects.toThrow(/not in the library any more/);
  });

  it('that are long are compared in a thread of their own', { timeout: 60_000 }, async () => {
    const library = await makeLibrary();
    const chapter = (seed: string) =>
      Array.from({ length: 900 }, (_, index) => `${seed} ${index}: ${lawyers} Entry ${index * 7} of the log.`);
    const take = async (name: string, body: readonly string[]) => {
      const { lines } = await library.take(library.file(`${name}.txt`, `${name}\n\n${body.join('\n\n')}\n`));
      const article = lines[0]?.article;
      if (article == null) throw new Error('nothing was taken');
      return article;
    };
    const left = await take('The log of the wardens', chapter('Page'));
    const right = await take(
      'The log of the wardens, again',
      chapter('Page').map((text) => text.replace('Entry 70 ', 'Entry 71 ')),
    );
    const compared = await library.call('articles.compare', { left: { article: left }, right: { article: right } });
    expect(
      compared.rows.filter(({ change }) => change !== 'same').flatMap(({ left: blocks }) => blocks.flatMap(marked)),
    ).toEqual(['70']);
  });
});
