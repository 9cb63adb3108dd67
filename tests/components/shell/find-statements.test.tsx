// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../support/document.ts';
import { getByRole, queryByRole, waitFor } from '@testing-library/dom';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Transport } from '../../../main/contract/index.ts';
import { memoryPair } from '../../../main/rpc/memory.ts';
import { serve } from '../../../main/rpc/server.ts';
import { axeFinds, person, show } from '../../support/document.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

/** The box over a real library at the other end of a pipe. */
const pipe = vi.hoisted(() => {
  const end: { transport: Transport | null } = { transport: null };
  return end;
});
vi.mock('../../../renderer/api/transport.ts', () => ({ openTransport: async () => pipe.transport }));

const { connect } = await import('../../../renderer/api/api.ts');
const { followJobs } = await import('../../../renderer/shared/state/jobs.ts');
const { followLibrary, library, readLibrary } = await import('../../../renderer/shared/state/library.ts');
const { askToFind, findAgain } = await import('../../../renderer/shared/state/finding-again.ts');
const { notices } = await import('../../../renderer/shared/state/notices.ts');
const { closeOverlay } = await import('../../../renderer/shared/state/overlays.ts');
const { Overlays } = await import('../../../renderer/shell/overlays.tsx');

let own: TestLibrary;

beforeAll(() => {
  followLibrary();
  followJobs();
});

beforeEach(async () => {
  closeOverlay();
  own = await makeLibrary();
  const said = '“We will keep every ferry running this winter,” said harbour master Ines Calloway.';
  await own.take(
    own.file(
      'ferries.html',
      page({ title: 'The trust keeps its ferries', body: ['The timetable of the winter stays as it was.', said] }),
    ),
  );
  const [near, far] = memoryPair();
  pipe.transport = near;
  serve(own.core, far);
  connect(readLibrary);
  await waitFor(() => expect(library.value?.articles).toBe(1));
});

it('asks first, beginning at what it is for, and tells what came of it', async () => {
  const user = person();
  show(<Overlays />);
  askToFind();
  const box = await waitFor(() => getByRole(document.body, 'dialog', { name: 'Find statements again' }));
  expect(box.textContent).toContain('What you confirmed, corrected, rejected or threw away stays as it is');
  expect(box.textContent).toContain('Where they are looked for: all articles.');
  expect(document.activeElement?.textContent).toBe('Find statements again');
  expect(await axeFinds()).toEqual([]);

  await user.keyboard('{Enter}');

  const told = await waitFor(() => {
    const status = getByRole(box, 'status');
    expect(status.textContent).toContain('No suggestion changed');
    return status;
  });
  expect(told.textContent).toContain('1 article looked through, 0 with other suggestions than before.');
  expect(await axeFinds()).toEqual([]);
});

it('tells whoever closed it meanwhile how it ended, and comes back when it is asked for', async () => {
  show(<Overlays />);
  await findAgain({ of: 'everything' }, 'all articles');
  const notice = notices.value.find(({ text }) => text === 'No suggestion changed.');
  expect(notice?.action?.label).toBe('Show');
  expect(queryByRole(document.body, 'dialog')).toBeNull();
  notice?.action?.run();
  const box = await waitFor(() => getByRole(document.body, 'dialog', { name: 'Find statements again' }));
  expect(getByRole(box, 'status').textContent).toContain('1 article looked through');
});
