// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../support/document.ts';
import { getByRole, getByText, waitFor, within } from '@testing-library/dom';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Transport } from '../../../main/contract/index.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import { serve } from '../../../main/rpc/server.ts';
import { axeFinds, giveHeights, person, show } from '../../support/document.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** Rooms as they are, over a real library at the other end of a pipe. */
const pipe = vi.hoisted(() => {
  const end: { transport: Transport | null } = { transport: null };
  return end;
});
vi.mock('../../../renderer/api/transport.ts', () => ({ openTransport: async () => pipe.transport }));

const { connect } = await import('../../../renderer/api/api.ts');
const { followLibrary, library, readLibrary } = await import('../../../renderer/shared/state/library.ts');
const { listenForKeys } = await import('../../../renderer/shared/state/keys.ts');
const { overlay } = await import('../../../renderer/shared/state/overlays.ts');
const { route } = await import('../../../renderer/shared/state/route.ts');
const { changeSettings } = await import('../../../renderer/shared/state/settings.ts');
const { LibraryRoom } = await import('../../../renderer/rooms/library/library-room.tsx');
const { StatementsRoom } = await import('../../../renderer/rooms/statements/statements-room.tsx');

const cue = 'Harbour Warden Ines Calloway issued the following statement on Thursday:';
const said = '“We will keep every ferry running, and we owe the people of this town an answer.”';
let own: TestLibrary;

beforeAll(() => {
  giveHeights({ list: 600, row: 120 });
  listenForKeys();
  followLibrary();
});

beforeEach(async () => {
  own = await makeLibrary();
  for (const [title, day, news] of [
    ['The trust keeps its ferries', '2024-11-14', 'The timetable of the winter stays as it was.'],
    ['Lamps for the quay', '2024-11-15', 'Forty lamps were lit along the quay on Friday.'],
    ['A board that nobody trusts', '2024-11-16', 'Nobody came to hear what the board had decided.'],
  ] as const)
    own.file(`pages/${day}.html`, page({ title, published: `${day}T10:00:00+00:00`, body: [news, cue, said] }));
  await own.take(`${own.folder}/incoming/pages`);
  const [near, far] = memoryPair();
  pipe.transport = near;
  serve(own.core, far);
  connect(readLibrary);
  await waitFor(() => expect(library.value?.articles).toBe(3));
});

it('Library: results have names, the newest first; keys go through them and open one', async () => {
  const user = person();
  show(
    <main>
      <LibraryRoom />
    </main>,
  );
  const list = await waitFor(() => getByRole(document.body, 'listbox'));
  const rows = await waitFor(() => {
    const drawn = within(list).getAllByRole('option');
    expect(drawn).toHaveLength(3);
    expect(drawn[0]?.textContent).toContain('A board that nobody trusts');
    return drawn;
  });
  expect(rows[0]?.textContent).toContain('Port Ellery Courier');
  expect(rows[0]?.textContent).toContain('16 Nov 2024');
  expect(await axeFinds()).toEqual([]);
  list.focus();
  await user.keyboard('j');
  await waitFor(() =>
    expect(within(list).getByRole('option', { selected: true }).textContent).toContain('Lamps for the quay'),
  );
  await user.keyboard('{Enter}');
  await waitFor(() => expect(route.value.room).toBe('reader'));
});

it('Library: the words that were looked for are marked in each result', async () => {
  const user = person();
  show(
    <main>
      <LibraryRoom />
    </main>,
  );
  await user.type(getByRole(document.body, 'searchbox'), 'lamps');
  const list = await waitFor(() => getByRole(document.body, 'listbox'));
  await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1));
  const row = within(list).getByRole('option');
  await waitFor(() => expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('lamps'));
  expect(await axeFinds()).toEqual([]);
});

it('Statements: a row says who, what, when and whether somebody has confirmed it; a key does that', async () => {
  const user = person();
  show(
    <main>
      <StatementsRoom />
    </main>,
  );
  const grid = await waitFor(() => getByRole(document.body, 'grid'));
  const first = await waitFor(() => {
    const [, row] = within(grid).getAllByRole('row');
    expect(row?.textContent).toContain('Ines Calloway');
    return row;
  });
  expect(within(grid).getAllByRole('columnheader')).toHaveLength(5);
  expect(grid.getAttribute('aria-rowcount')).toBe('4');
  expect(first?.textContent).toContain('keep every ferry running');
  expect(first?.textContent).toContain('Suggested');
  expect(await axeFinds()).toEqual([]);
  grid.focus();
  await user.keyboard('a');
  await waitFor(() => expect(within(grid).getAllByRole('row')[1]?.textContent).toContain('Confirmed'));
  // The cursor went on to the next that waits.
  expect(within(grid).getByRole('row', { selected: true }).getAttribute('aria-rowindex')).toBe('3');
  const { rows } = await own.call('statements.list', { state: 'confirmed', offset: 0, limit: 10 });
  expect(rows).toHaveLength(1);
  await user.keyboard('e');
  await waitFor(() => expect(overlay.value?.kind).toBe('correct'));
});

it('Statements: suggestions that are less sure than the library wants are told and shown when asked for', async () => {
  const user = person();
  await changeSettings({ leastSure: 1 });
  show(
    <main>
      <StatementsRoom />
    </main>,
  );
  const line = await waitFor(() => getByText(document.body, /less sure suggestions are not shown/u));
  expect(document.body.textContent).not.toContain('keep every ferry running');
  expect(await axeFinds()).toEqual([]);
  await user.click(within(line).getByRole('button', { name: 'Show' }));
  await waitFor(() => expect(document.body.textContent).toContain('keep every ferry running'));
  await user.selectOptions(getByRole(document.body, 'combobox', { name: 'Suggestions' }), 'All');
  await waitFor(async () => expect((await own.call('settings.get', {})).leastSure).toBe(0));
});

it('Statements: what the listed ones have in common narrows the list by a key, and lets go again', async () => {
  const user = person();
  show(
    <main>
      <StatementsRoom />
    </main>,
  );
  await waitFor(() => expect(document.body.textContent).toContain('keep every ferry running'));
  await user.click(getByRole(document.body, 'button', { name: 'Show counts' }));
  const panel = getByRole(document.body, 'complementary', { name: 'Counts of what is listed' });
  const value = await waitFor(() => within(panel).getByRole('button', { name: 'Ines Calloway 3' }));
  expect(await axeFinds()).toEqual([]);
  value.focus();
  await user.keyboard('{Enter}');
  const chip = await waitFor(() => getByRole(document.body, 'button', { name: 'Speaker Ines Calloway: any again' }));
  await waitFor(() =>
    expect(within(panel).getByRole('button', { name: 'Ines Calloway 3' }).getAttribute('aria-pressed')).toBe('true'),
  );
  // The arrows go on to the next value, and not through the list.
  within(panel).getByRole('button', { name: 'Ines Calloway 3' }).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Port Ellery Courier');
  await user.click(chip);
  await waitFor(() => expect(document.querySelector('.ledger-chips')).toBeNull());
  await user.click(getByRole(document.body, 'button', { name: 'Hide counts' }));
});

it('Statements: the timeline goes from years to days by keyboard, and lists a day', async () => {
  const user = person();
  const { rows } = await own.call('statements.list', { limit: 3 });
  for (const [index, { id }] of rows.entries())
    await own.call('statements.update', { id, said: ['2023-05-01', '2024-11-14', null][index] ?? null });
  show(
    <main>
      <StatementsRoom />
    </main>,
  );
  await user.click(getByRole(document.body, 'button', { name: 'Timeline' }));
  const timeline = getByRole(document.body, 'group', { name: 'Statements by the day they were said' });
  const year = await waitFor(() => within(timeline).getByRole('button', { name: '2024: 1 statement' }));
  expect(within(timeline).getByRole('button', { name: 'Day not stated: 1 statement' })).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
  year.focus();
  await user.keyboard('{Enter}');
  (await waitFor(() => within(timeline).getByRole('button', { name: 'Nov 2024: 1 statement' }))).focus();
  await user.keyboard('{Enter}');
  (await waitFor(() => within(timeline).getByRole('button', { name: '14 Nov 2024: 1 statement' }))).focus();
  await user.keyboard('{Enter}');
  const grid = await waitFor(() => getByRole(document.body, 'grid'));
  await waitFor(() => expect(grid.getAttribute('aria-rowcount')).toBe('2'));
  await user.click(getByRole(document.body, 'button', { name: 'Clear filters' }));
});
