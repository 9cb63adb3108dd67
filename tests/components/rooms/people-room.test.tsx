// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../support/document.ts';
import { getByRole, waitFor, within } from '@testing-library/dom';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Transport } from '../../../main/contract/index.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import { serve } from '../../../main/rpc/server.ts';
import { axeFinds, giveHeights, person, show } from '../../support/document.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** The room over a real library at the other end of a pipe. */
const pipe = vi.hoisted(() => {
  const end: { transport: Transport | null } = { transport: null };
  return end;
});
vi.mock('../../../renderer/api/transport.ts', () => ({ openTransport: async () => pipe.transport }));

const { connect } = await import('../../../renderer/api/api.ts');
const { followLibrary, library, readLibrary } = await import('../../../renderer/shared/state/library.ts');
const { listenForKeys } = await import('../../../renderer/shared/state/keys.ts');
const { navigate, route } = await import('../../../renderer/shared/state/route.ts');
const { undo } = await import('../../../renderer/shared/state/undo.ts');
const { PeopleRoom } = await import('../../../renderer/rooms/people/people-room.tsx');

const statementOf = (name: string, words: string) => [
  `Harbour Warden ${name} issued the following statement on Thursday:`,
  `“${words}”`,
];
let own: TestLibrary;

beforeAll(() => {
  giveHeights({ list: 600, row: 80 });
  listenForKeys();
  followLibrary();
});

beforeEach(async () => {
  own = await makeLibrary();
  for (const [title, day, name, words] of [
    [
      'The ferries stay',
      '2023-11-14',
      'Ines Calloway',
      'We will keep every ferry running, and we owe this town an answer.',
    ],
    [
      'Lamps for the quay',
      '2024-11-15',
      'Ines Calloway',
      'Forty lamps are what this quay has waited for all these years.',
    ],
    ['The board meets', '2024-11-16', 'I. Calloway', 'The board has decided, and the harbour will hear of it in time.'],
  ] as const)
    own.file(
      `pages/${day}.html`,
      page({ title, published: `${day}T10:00:00+00:00`, body: [`${title} today.`, ...statementOf(name, words)] }),
    );
  await own.take(`${own.folder}/incoming/pages`);
  const [near, far] = memoryPair();
  pipe.transport = near;
  serve(own.core, far);
  connect(readLibrary);
  await waitFor(() => expect(library.value).toMatchObject({ path: own.path, articles: 3 }));
  navigate({ room: 'people' });
});

function Here() {
  const place = route.value;
  return place.room === 'people' ? (
    <main>
      <PeopleRoom person={place.person ?? null} isProposing={place.list === 'proposals'} />
    </main>
  ) : null;
}

const list = () => getByRole(document.body, 'listbox', { name: 'People and organisations' });
const timeline = () => getByRole(document.body, 'listbox', { name: 'Statements, the newest first' });
const names = () =>
  within(list())
    .getAllByRole('option')
    .map((row) => row.querySelector('bdi')?.textContent);

/** Opens the page of the one who is quoted most, with as many statements. */
async function openPage(): Promise<void> {
  const [first] = (await own.call('people.list', {})).rows;
  if (first === undefined) throw new Error('nobody is listed');
  navigate({ room: 'people', person: first.id });
  show(<Here />);
  await waitFor(() => expect(within(timeline()).getAllByRole('option')).toHaveLength(2));
}

it('lists who speaks; keys go to a page with the words by year, roles and others', async () => {
  const user = person();
  show(<Here />);
  await waitFor(() => expect(names()).toEqual(['Ines Calloway', 'I. Calloway']));
  expect(await axeFinds()).toEqual([]);
  list().focus();
  await user.keyboard('{Enter}');
  const words = await waitFor(() => {
    const rows = within(timeline()).getAllByRole('option');
    expect(rows).toHaveLength(2);
    return rows;
  });
  expect(words[0]?.textContent).toContain('2024');
  expect(words[0]?.textContent).toContain('Forty lamps');
  expect(words[1]?.textContent).toContain('2023');
  const about = getByRole(document.body, 'complementary', { name: 'About them' });
  await waitFor(() => expect(within(about).getByText('Harbour Warden')).toBeTruthy());
  expect(await axeFinds()).toEqual([]);
  // The keys go on in the words.
  await waitFor(() => expect(document.activeElement).toBe(timeline()));
  await user.keyboard('j{Enter}');
  await waitFor(() => expect(route.value.room).toBe('reader'));
});

it('merges two names by keyboard and takes it back', async () => {
  const user = person();
  await openPage();
  await user.keyboard('m');
  const field = await waitFor(() => getByRole(document.body, 'combobox', { name: /Who is/ }));
  await user.type(field, 'i. cal');
  await waitFor(() =>
    expect(
      within(getByRole(document.body, 'listbox', { name: 'People with such a name' }))
        .getAllByRole('option')
        .map((row) => row.textContent),
    ).toEqual(['I. Calloway1 statement']),
  );
  expect(await axeFinds()).toEqual([]);
  await user.keyboard('{Enter}');
  await user.click(
    await waitFor(() => within(getByRole(document.body, 'dialog')).getByRole('button', { name: 'Merge' })),
  );
  await waitFor(() => expect(within(timeline()).getAllByRole('option')).toHaveLength(3));
  await waitFor(() => expect(names()).toEqual(['Ines Calloway']));
  expect(getByRole(document.body, 'article', { name: 'Ines Calloway' }).textContent).toContain(
    'Also called I. Calloway',
  );
  await undo();
  await waitFor(() => expect(names()).toEqual(['Ines Calloway', 'I. Calloway']));
  await waitFor(() => expect(within(timeline()).getAllByRole('option')).toHaveLength(2));
});

it('gives chosen words to somebody new', async () => {
  const user = person();
  await openPage();
  await user.keyboard('x');
  await user.click(await waitFor(() => getByRole(document.body, 'button', { name: 'Give 1 to…' })));
  expect((await waitFor(() => getByRole(document.body, 'radio', { name: 'The 1 chosen' }))).matches(':checked')).toBe(
    true,
  );
  await user.type(getByRole(document.body, 'combobox', { name: 'To whom' }), 'Ada Voss');
  await waitFor(() => getByRole(document.body, 'option', { name: 'Somebody new: “Ada Voss”' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(names()).toEqual(['Ada Voss', 'I. Calloway', 'Ines Calloway']));
  await waitFor(() => expect(within(timeline()).getAllByRole('option')).toHaveLength(1));
});

it('shows names that may be one, and joins none until a person says so', async () => {
  const user = person();
  show(<Here />);
  await waitFor(() => expect(names()).toHaveLength(2));
  await user.click(getByRole(document.body, 'button', { name: 'Names that may be one' }));
  const pair = await waitFor(() => getByRole(document.body, 'group', { name: 'Ines Calloway and I. Calloway' }));
  expect(getByRole(document.body, 'list', { name: 'Pairs of names' }).textContent).toContain('one with initials');
  expect(names()).toHaveLength(2);
  expect(await axeFinds()).toEqual([]);
  await user.click(within(pair).getByRole('button', { name: 'Two people' }));
  await waitFor(() => getByRole(document.body, 'heading', { name: 'No two names look like one' }));
  await undo();
  await user.click(await waitFor(() => getByRole(document.body, 'button', { name: 'Merge' })));
  await waitFor(() => expect(names()).toEqual(['Ines Calloway']));
});

it('keeps names, notes and roles that a person writes', async () => {
  const user = person();
  await openPage();
  await user.type(await waitFor(() => getByRole(document.body, 'textbox', { name: 'Notes' })), 'Met at the quay.');
  // Escape leaves the field, and keeps what was written.
  await user.keyboard('{Escape}');
  expect(route.value).toMatchObject({ person: expect.any(String) });
  await user.click(getByRole(document.body, 'button', { name: 'Add a role' }));
  await user.type(await waitFor(() => getByRole(document.body, 'textbox', { name: 'Role' })), 'pilot');
  await user.type(getByRole(document.body, 'textbox', { name: 'From' }), '2001');
  expect(await axeFinds()).toEqual([]);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.querySelector('.roles')?.textContent).toContain('since 2001'));
  await user.click(getByRole(document.body, 'button', { name: 'Names…' }));
  await user.type(await waitFor(() => getByRole(document.body, 'textbox', { name: 'Another name' })), 'Cal');
  await user.keyboard('{Enter}');
  await waitFor(() => getByRole(document.body, 'button', { name: 'Take “Cal” away' }));
  const { rows } = await own.call('people.list', { words: 'cal', kind: 'person' });
  const [first] = rows;
  if (first === undefined) throw new Error('nobody is listed');
  expect(await own.call('people.describe', { id: first.id })).toMatchObject({
    notes: 'Met at the quay.',
    aliases: [{ name: 'Cal' }],
  });
});
