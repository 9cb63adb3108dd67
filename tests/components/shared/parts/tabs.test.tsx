// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../../support/document.ts';
import { getAllByRole, getByRole } from '@testing-library/dom';
import { useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { Tabs } from '../../../../renderer/shared/parts/tabs.tsx';
import { axeFinds, person, show } from '../../../support/document.ts';

const tabs = [
  { id: 'check', label: 'Check' },
  { id: 'backups', label: 'Backups' },
  { id: 'log', label: 'Log' },
] as const;

function Health() {
  const [at, setAt] = useState<(typeof tabs)[number]['id']>('check');
  return (
    <main>
      <h1>Health</h1>
      <Tabs label="Parts of Health" tabs={tabs} at={at} change={setAt} />
      <div role="tabpanel" id="tabpanel" aria-labelledby={`tab-${at}`}>
        <button type="button">Act</button>
      </div>
    </main>
  );
}

const chosen = () => getByRole(document.body, 'tab', { selected: true }).textContent;

it('is one stop of the keyboard, and the arrows go around', async () => {
  const user = person();
  show(<Health />);
  getByRole(document.body, 'tablist', { name: 'Parts of Health' });
  expect(getAllByRole(document.body, 'tab')).toHaveLength(3);
  await user.tab();
  expect(document.activeElement).toBe(getByRole(document.body, 'tab', { name: 'Check' }));
  await user.keyboard('{ArrowLeft}');
  expect(chosen()).toBe('Log');
  expect(document.activeElement).toBe(getByRole(document.body, 'tab', { name: 'Log' }));
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(chosen()).toBe('Backups');
  await user.tab();
  expect(document.activeElement).toBe(getByRole(document.body, 'button', { name: 'Act' }));
  await user.tab({ shift: true });
  expect(document.activeElement).toBe(getByRole(document.body, 'tab', { name: 'Backups' }));
});

it('says which part it shows', async () => {
  const user = person();
  show(<Health />);
  await user.click(getByRole(document.body, 'tab', { name: 'Log' }));
  getByRole(document.body, 'tabpanel', { name: 'Log' });
  expect(await axeFinds()).toEqual([]);
});
