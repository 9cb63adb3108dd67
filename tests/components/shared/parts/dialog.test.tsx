// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../../support/document.ts';
import { getByRole, queryByRole, waitFor } from '@testing-library/dom';
import { useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { Dialog } from '../../../../renderer/shared/parts/dialog.tsx';
import { listenForKeys, useKeys } from '../../../../renderer/shared/state/keys.ts';
import { axeFinds, person, show } from '../../../support/document.ts';

const heard: string[] = [];
listenForKeys();

/** A room with a key and a button that opens a box. */
function Room({ field }: { readonly field: boolean }) {
  const [open, setOpen] = useState(false);
  useKeys({ j: { label: 'Next', run: () => heard.push('j') } });
  return (
    <main>
      <h1>Statements</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Rename…
      </button>
      {open && (
        <Dialog title="Rename the code" onClose={() => setOpen(false)}>
          {field && (
            <label>
              Name <input />
            </label>
          )}
          <p>It is in use.</p>
        </Dialog>
      )}
    </main>
  );
}

it('is called by its title, begins in its field, and gives the focus back to what opened it', async () => {
  const user = person();
  show(<Room field />);
  const opener = getByRole(document.body, 'button', { name: 'Rename…' });
  await user.click(opener);
  getByRole(document.body, 'dialog', { name: 'Rename the code' });
  expect(document.activeElement).toBe(getByRole(document.body, 'textbox', { name: 'Name' }));
  expect(await axeFinds()).toEqual([]);
  await user.click(getByRole(document.body, 'button', { name: 'Close' }));
  await waitFor(() => expect(document.activeElement).toBe(opener));
  expect(queryByRole(document.body, 'dialog')).toBeNull();
});

it('begins at its way out where it has no field, and goes away with Escape', async () => {
  const user = person();
  show(<Room field={false} />);
  const opener = getByRole(document.body, 'button', { name: 'Rename…' });
  opener.focus();
  await user.keyboard('{Enter}');
  const box = getByRole(document.body, 'dialog');
  expect(document.activeElement).toBe(getByRole(box, 'button', { name: 'Close' }));
  // A browser makes `cancel` of Escape; the box takes it from there.
  box.dispatchEvent(new Event('cancel', { cancelable: true }));
  await waitFor(() => expect(document.activeElement).toBe(opener));
  expect(queryByRole(document.body, 'dialog')).toBeNull();
});

it('keeps the keys of the room beneath from hearing anything', async () => {
  const user = person();
  show(<Room field={false} />);
  heard.length = 0;
  await user.keyboard('j');
  expect(heard).toEqual(['j']);
  await user.click(getByRole(document.body, 'button', { name: 'Rename…' }));
  await user.keyboard('j');
  expect(heard).toEqual(['j']);
  await user.click(getByRole(document.body, 'button', { name: 'Close' }));
  await user.keyboard('j');
  expect(heard).toEqual(['j', 'j']);
});
