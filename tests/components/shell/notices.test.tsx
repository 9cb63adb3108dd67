// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../support/document.ts';
import { getByRole, getByText, within } from '@testing-library/dom';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { notices, notify } from '../../../renderer/shared/state/notices.ts';
import { Notices } from '../../../renderer/shell/notices.tsx';
import { axeFinds, person, show } from '../../support/document.ts';

afterEach(() => {
  notices.value = [];
});

it('is a region that is there before anything is said, so that it is read out', async () => {
  show(<Notices />);
  const region = getByRole(document.body, 'status');
  expect(region.textContent).toBe('');
  act(() => void notify('Note deleted.'));
  expect(region.textContent).toContain('Note deleted.');
  expect(await axeFinds()).toEqual([]);
});

it('does what it offers once and goes, or is put away by itself', async () => {
  const user = person();
  const done: string[] = [];
  show(<Notices />);
  act(() => {
    notify('Note deleted.', { action: { label: 'Undo', run: () => done.push('undo') } });
    notify('The disk is full.', { tone: 'bad' });
  });
  await user.click(getByRole(document.body, 'button', { name: 'Undo' }));
  expect(done).toEqual(['undo']);
  const region = within(getByRole(document.body, 'status'));
  expect(region.queryByText('Note deleted.')).toBeNull();
  const [dismiss] = region.getAllByRole('button');
  if (dismiss === undefined) throw new Error('the notice can’t be put away');
  getByText(document.body, 'The disk is full.');
  await user.click(dismiss);
  expect(getByRole(document.body, 'status').textContent).toBe('');
});

it('shows three at most, the last ones', () => {
  show(<Notices />);
  act(() => {
    for (const text of ['one', 'two', 'three', 'four']) notify(text);
  });
  expect(getByRole(document.body, 'status').textContent).toBe('twothreefour');
});
