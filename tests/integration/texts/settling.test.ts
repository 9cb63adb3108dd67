import { expect, it } from 'vitest';
import { placeMarks } from '../../../main/core/annotations/place-marks.ts';
import { settle } from '../../../main/core/revisions/settle.ts';
import { TextThreads } from '../../../main/core/texts/text-threads.ts';
import { type MarkedLibrary, openMarkedLibrary } from '../../support/marked-library.ts';

const url = 'https://courier.example/board';
const harmless = 'The wardens of the harbour answer to the board, and to nobody else.';

/** Words that stand nowhere and nearly everywhere: each place of them has to be weighed. */
function nearlyTheSame(letters: string, length: number): string {
  let words = '';
  for (let number = 0; words.length < length; number += 1)
    words += number % 3 === 0 ? letters : letters.replace('a', String(number % 10));
  return words.slice(0, length);
}
const long = nearlyTheSame('abracadabra ', 120_000);

/** An article with two marks, and a revision of it in which one of them can be looked for at great length only. */
async function takeBoth(library: MarkedLibrary) {
  const first = await library.take({ url, paragraphs: [harmless, long] });
  const mark = await library.mark(first, harmless);
  const slow = await library.mark(first, long);
  const second = await library.take({
    url,
    paragraphs: ['A paragraph that was not there before.', harmless, nearlyTheSame('abracadabrx ', 1_500_000)],
  });
  return { first, second, mark, slow };
}

/** The library's context with threads that have so little time, ended with the work. */
async function within<Value>(
  library: MarkedLibrary,
  seconds: number,
  work: (context: MarkedLibrary['context']) => Promise<Value>,
): Promise<Value> {
  const texts = new TextThreads({ heapMegabytes: 512, seconds, bufferMegabytes: 256 });
  try {
    return await work({ ...library.context, texts });
  } finally {
    await texts.close();
  }
}

it('a mark that can’t be looked for in time is lost, which its line and the log say; the others are placed', async () => {
  const library = await openMarkedLibrary();
  const { first, second } = await takeBoth(library);
  const placed = await within(library, 6, (context) =>
    placeMarks(context, { article: first.article, fromRevision: first.revision, toRevision: second.revision }),
  );
  expect(placed.counts).toEqual({ exact: 0, moved: 1, changed: 0, lost: 1 });
  expect(placed.remark).toMatch(/^One mark could not be looked for in it, so it counts as lost: .* 6 seconds/u);
  expect(await library.log('placement')).toEqual([expect.stringContaining('One mark could not be looked for in it')]);
});

it('a revision is settled without what can’t be done with its text, and not tried again at every opening', async () => {
  const library = await openMarkedLibrary();
  const { first, second } = await takeBoth(library);
  const unsettled = { article: first.article, revision: second.revision, previous: first.revision };
  // No thread starts in a hundredth of a second.
  const settled = await within(library, 0.01, (context) => settle(context, unsettled));
  expect(settled.placed).toEqual({ exact: 0, moved: 0, changed: 0, lost: 2 });
  expect(settled.remark).toMatch(/^2 marks could not be looked for in it.*Statements could not be looked for in it/u);
  expect(await library.pool.read('takeIn.unsettled')).toEqual([]);
});

it('a revision that is being settled when the library is closed is settled at the next opening', async () => {
  const library = await openMarkedLibrary();
  const { first, second } = await takeBoth(library);
  const unsettled = { article: first.article, revision: second.revision, previous: first.revision };
  await within(library, 60, async (context) => {
    const settling = settle(context, unsettled);
    await context.texts.close();
    expect(await settling).toMatchObject({ remark: null, placed: { lost: 0 } });
  });
  expect(await library.pool.read('takeIn.unsettled')).toMatchObject([{ revision: second.revision }]);
});

it('a person’s mark is kept where another revision is too much to look into', async () => {
  const library = await openMarkedLibrary();
  const { second } = await takeBoth(library);
  const made = await within(library, 0.01, async (context) => {
    Object.assign(library.context, { texts: context.texts });
    return library.mark(second, 'answer to the board');
  });
  expect(made).toMatchObject({ placement: 'exact' });
  const there = await library.pool.read('annotations.ofRevision', second.revision);
  expect(there.find(({ id }) => id === made.id)).toMatchObject({
    placement: 'exact',
    span: { start: second.text.indexOf('answer to the board') },
  });
});
