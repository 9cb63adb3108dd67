// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../support/document.ts';
import { getByRole, waitFor, within } from '@testing-library/dom';
import { useMemo } from 'preact/hooks';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ArticleId, Transport } from '../../../main/contract/index.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import { serve } from '../../../main/rpc/server.ts';
import { axeFinds, giveHeights, person, show } from '../../support/document.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** The cards of an article over a real library at the other end of a pipe. */
const pipe = vi.hoisted(() => {
  const end: { transport: Transport | null } = { transport: null };
  return end;
});
vi.mock('../../../renderer/api/transport.ts', () => ({ openTransport: async () => pipe.transport }));
// Words come from a host over HTTP, and none stands here.
vi.mock('../../../renderer/api/read-article.ts', async () => {
  const { api } = await import('../../../renderer/api/api.ts');
  return { readArticle: (id: ArticleId) => api.call('articles.read', { article: id }) };
});

const { connect } = await import('../../../renderer/api/api.ts');
const { followLibrary, library, readLibrary } = await import('../../../renderer/shared/state/library.ts');
const { notices } = await import('../../../renderer/shared/state/notices.ts');
const { overlay } = await import('../../../renderer/shared/state/overlays.ts');
const { undo } = await import('../../../renderer/shared/state/undo.ts');
const { createReaderModel, ReaderContext } = await import('../../../renderer/rooms/reader/model.ts');
const { useLive } = await import('../../../renderer/rooms/reader/use-live.ts');
const { StatementCard } = await import('../../../renderer/rooms/reader/statement-card.tsx');

const url = 'https://courier.example/quay';
const body = (quay: string) => [
  'The harbour board of Port Ellery met on Tuesday and talked about the north quay for three hours.',
  `“We will not open the ${quay} this winter,” said harbour master Ines Alder. “Nobody has asked us for it so far,” said Alder.`,
  '“The basin stays shut as well, and so does the slip,” said mayor Otto Kast on Wednesday.',
  'The board meets again on Thursday, and the basin stays open until then, as it does every year.',
];
let own: TestLibrary;
let article: ArticleId;

beforeAll(() => {
  giveHeights({ list: 600, row: 120 });
  followLibrary();
});

async function take(name: string, quay: string): Promise<void> {
  const html = page({ title: 'Quay', url, published: '2024-11-14T10:00:00+00:00', body: body(quay) });
  const { lines } = await own.take(own.file(`${name}.html`, html));
  const taken = lines[0]?.article;
  if (taken == null) throw new Error(JSON.stringify(lines));
  article = taken;
}

beforeEach(async () => {
  overlay.value = null;
  own = await makeLibrary();
  await take('first', 'quay');
  const [near, far] = memoryPair();
  pipe.transport = near;
  serve(own.core, far);
  connect(readLibrary);
  await waitFor(() => expect(library.value).toMatchObject({ path: own.path, articles: 1 }));
});

function Cards() {
  const model = useMemo(() => createReaderModel(article, undefined), []);
  useLive(model);
  return (
    <ReaderContext.Provider value={model}>
      <ol aria-label="Cards">
        {model.entries.value.map((entry) =>
          entry.kind === 'statement' ? <StatementCard key={entry.id} entry={entry} /> : null,
        )}
      </ol>
      <p role="status">{model.announcement.value}</p>
    </ReaderContext.Provider>
  );
}

async function cards(count = 3): Promise<HTMLElement[]> {
  show(
    <main>
      <Cards />
    </main>,
  );
  return waitFor(() => {
    const drawn = within(getByRole(document.body, 'list', { name: 'Cards' })).getAllByRole('region');
    expect(drawn).toHaveLength(count);
    return drawn;
  });
}

/** The card with some words, as it is drawn now. */
function cardOf(words: string): HTMLElement {
  const found = within(getByRole(document.body, 'list', { name: 'Cards' }))
    .getAllByRole('region')
    .find((card) => card.getAttribute('aria-label')?.includes(words) === true);
  if (found === undefined) throw new Error(`no card of “${words}”`);
  return found;
}

const press = (words: string, name: string | RegExp) => within(cardOf(words)).getByRole('button', { name });

it('the card that is looked at tells its kind, and whose word each date is', async () => {
  const user = person();
  await cards();
  await user.click(cardOf('basin'));
  await waitFor(() => expect(cardOf('basin').textContent).toContain('by the words around'));
  const dates = [...cardOf('basin').querySelectorAll('.dates > dt')].map((term) => term.textContent);
  expect(dates).toEqual(['kind', 'said', 'published', 'file dated']);
  expect(cardOf('basin').textContent).toMatch(/published.*by the page’s/u);
  expect(cardOf('quay').textContent).not.toContain('by the page’s');
  expect(await axeFinds()).toEqual([]);
});

it('a day is corrected where it stands, by Enter; a wrong one is refused in place, and undo brings the first back', async () => {
  const user = person();
  await cards();
  await user.click(cardOf('open the quay'));
  await user.click(await waitFor(() => within(cardOf('open the quay')).getByTitle('Correct the day')));
  const field = await waitFor(() => within(cardOf('open the quay')).getByRole('textbox'));
  await user.type(field, '2024-13-77{Enter}');
  await waitFor(() => expect(within(cardOf('open the quay')).getByRole('alert')).toBeTruthy());
  expect(await axeFinds()).toEqual([]);
  await user.clear(field);
  await user.type(field, '2024-11-12{Enter}');
  await waitFor(() => expect(cardOf('open the quay').textContent).toContain('12 Nov 2024'));
  await waitFor(() => expect(cardOf('open the quay').textContent).toContain('by a person'));
  // Whoever mends a day has not vouched for the rest.
  expect(press('open the quay', /^Confirm/u)).toBeTruthy();
  await undo();
  await waitFor(() => expect(cardOf('open the quay').textContent).toContain('day not stated'));
});

it('a kind is one of four, and a speaker is chosen from the article’s people', async () => {
  const user = person();
  await cards();
  await user.click(cardOf('Nobody has asked'));
  await user.click(await waitFor(() => within(cardOf('Nobody has asked')).getByTitle('Correct the kind')));
  const kinds = await waitFor(() => within(cardOf('Nobody has asked')).getByRole('group'));
  expect(within(kinds).getByRole('button', { pressed: true }).textContent).toBe('direct');
  expect(await axeFinds()).toEqual([]);
  await user.click(within(kinds).getByRole('button', { name: 'mixed' }));
  await waitFor(async () => expect((await own.call('statements.list', { article, kind: 'mixed' })).total).toBe(1));
  await user.click(await waitFor(() => within(cardOf('Nobody has asked')).getByTitle('Correct the speaker')));
  await user.click(await waitFor(() => press('Nobody has asked', 'Otto Kast')));
  expect(await axeFinds()).toEqual([]);
  await user.click(press('Nobody has asked', 'Save'));
  await waitFor(() => expect(cardOf('Nobody has asked').getAttribute('aria-label')).toContain('Otto Kast'));
});

it('words that come to lie across another statement are told, not saved, and joined where both are the same person’s', async () => {
  const user = person();
  await cards();
  await user.click(cardOf('open the quay'));
  await user.click(await waitFor(() => press('open the quay', /^Correct the words/u)));
  const later = await waitFor(() => press('open the quay', 'End later by a sentence'));
  expect(await axeFinds()).toEqual([]);
  // Over the cue, into the next words of the same person.
  for (let step = 0; step < 20 && within(cardOf('open the quay')).queryByText('Join the two') === null; step += 1)
    await user.click(press('open the quay', 'End later by a word'));
  expect(later).toBeTruthy();
  expect(cardOf('open the quay').textContent).toContain('a statement by Ines Alder');
  expect(await axeFinds()).toEqual([]);
  await user.click(press('open the quay', 'Save'));
  await waitFor(() => expect(notices.value.at(-1)?.text).toContain('another statement’s too'));
  await user.click(press('open the quay', 'Join the two'));
  await user.click(press('open the quay', 'Save'));
  const standing = async () => (await own.call('articles.read', { article })).statements.map(({ text }) => text);
  await waitFor(async () => expect(await standing()).toHaveLength(2));
  // The cue that the edge was moved over is nobody's words.
  expect((await standing())[0]).toBe('We will not open the quay this winter, […] Nobody has asked us for it so far,');
  await undo();
  await waitFor(async () => expect(await standing()).toHaveLength(3));
});

it('all that a person says here is counted, listed and gone through', async () => {
  const user = person();
  await cards();
  await user.click(cardOf('open the quay'));
  await user.click(await waitFor(() => press('open the quay', '2 here')));
  const list = await waitFor(() => getByRole(document.body, 'list', { name: 'What Ines Alder says here' }));
  expect(within(list).getAllByRole('button')).toHaveLength(2);
  expect(within(list).getAllByRole('button')[0]?.getAttribute('aria-current')).toBe('true');
  expect(await axeFinds()).toEqual([]);
  await user.click(press('open the quay', 'Their next words'));
  await waitFor(() => expect(press('Nobody has asked', '2 here').getAttribute('aria-expanded')).toBe('true'));
});

it('what became of the words in a later revision stands on the card, and its seal opens by a press', async () => {
  await take('second', 'north quay');
  const user = person();
  await cards();
  await user.click(cardOf('north quay'));
  const summary = await waitFor(() => press('north quay', /in revision 2/u));
  await user.click(summary);
  const turns = await waitFor(() => getByRole(document.body, 'list', { name: 'The words from revision to revision' }));
  expect(within(turns).getAllByRole('listitem').length).toBeGreaterThanOrEqual(2);
  expect(await axeFinds()).toEqual([]);
  await user.click(within(cardOf('north quay')).getByTitle(/original/u));
  expect(overlay.value).toMatchObject({ kind: 'seal' });
});
