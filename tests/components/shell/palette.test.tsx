// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../support/document.ts';
import { getByRole, queryByRole, waitFor } from '@testing-library/dom';
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import type { PaletteReply, PaletteRequest } from '../../../renderer/shell/palette/messages.ts';
import type { PaletteEntry } from '../../../renderer/shell/palette/palette-search.ts';
import { axeFinds, person, show } from '../../support/document.ts';

/** A worker that answers when it is told to: jsdom has none, and a slow one is what is looked at. */
const slow = vi.hoisted(() => {
  const asked: PaletteRequest[] = [];
  const worker = new EventTarget();
  return { asked, worker: Object.assign(worker, { postMessage: (request: PaletteRequest) => asked.push(request) }) };
});
vi.mock('../../../renderer/shell/palette/start-worker.ts', () => ({ startWorker: () => slow.worker }));

const { closeOverlay, overlay } = await import('../../../renderer/shared/state/overlays.ts');
const { query } = await import('../../../renderer/shared/state/search.ts');
const { Palette } = await import('../../../renderer/shell/palette/palette.tsx');

/** The answer to what was asked last. */
function answer(...entries: readonly PaletteEntry[]): void {
  const last = slow.asked.findLast((request) => request.type === 'find');
  if (last?.type !== 'find') throw new Error('Nothing was looked for.');
  const data: PaletteReply = { id: last.id, entries };
  act(() => {
    slow.worker.dispatchEvent(new MessageEvent('message', { data }));
  });
}

const code = (id: string): PaletteEntry => ({ kind: 'code', id, title: id, detail: null });

it('Enter before the answer goes to what is found for the words typed, and to nothing of the list before', async () => {
  const user = person();
  overlay.value = { kind: 'palette' };
  show(<Palette />);
  answer(code('harbour'));
  await waitFor(() => expect(getByRole(document.body, 'option').textContent).toContain('harbour'));
  expect(await axeFinds()).toEqual([]);
  await user.type(getByRole(document.body, 'combobox'), 'trust{Enter}');
  expect(overlay.value?.kind).toBe('palette');
  expect(queryByRole(document.body, 'option')?.textContent).toContain('harbour');
  answer(code('trust'));
  await waitFor(() => expect(overlay.value).toBeNull());
  expect(query.value).toBe('code:"trust"');
  closeOverlay();
});
