// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../../support/document.ts';
import { getByRole, queryByRole } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { noSpeaker, type StatementFields } from '../../../../renderer/shared/statement/statement-fields.ts';
import { StatementForm } from '../../../../renderer/shared/statement/statement-form.tsx';
import { axeFinds, person, show } from '../../../support/document.ts';

const empty = { speakers: [noSpeaker], described: '', kind: 'direct', said: '' } as const;
const calloway = { name: 'Ines Calloway', role: 'harbour warden', organization: 'Harbour Trust' };

/** The form as a card has it, and what comes out of it. */
function showForm() {
  const saved: StatementFields[] = [];
  const cancelled: true[] = [];
  show(
    <main>
      <h1>A new statement</h1>
      <StatementForm
        initial={empty}
        people={[calloway, { name: 'Tom Alder', role: null, organization: null }]}
        saveLabel="Save"
        onSave={(fields) => saved.push(fields)}
        onCancel={() => cancelled.push(true)}
      />
    </main>,
  );
  return { saved, cancelled };
}

it('begins with the speaker, and its fields have names', async () => {
  showForm();
  expect(document.activeElement).toBe(getByRole(document.body, 'combobox', { name: /speaker|said it/i }));
  expect(await axeFinds()).toEqual([]);
});

it('takes a person of the article with role and organization', async () => {
  const user = person();
  const { saved } = showForm();
  await user.click(getByRole(document.body, 'button', { name: calloway.name }));
  expect(getByRole(document.body, 'button', { name: calloway.name, pressed: true })).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(saved).toEqual([{ kind: 'direct', speakers: [calloway], said: null }]);
});

it('tells a day that is none, at the field and aloud, and keeps what was written', async () => {
  const user = person();
  const { saved } = showForm();
  const said = document.querySelector<HTMLInputElement>('input.figures');
  if (said === null) throw new Error('the form has no field for the day');
  await user.type(said, 'yesterday');
  await user.click(getByRole(document.body, 'button', { name: 'Save' }));
  expect(saved).toEqual([]);
  const alert = getByRole(document.body, 'alert');
  expect(said.getAttribute('aria-describedby')).toBe(alert.id);
  expect(said.getAttribute('aria-invalid')).toBe('true');
  expect(await axeFinds()).toEqual([]);
  await user.clear(said);
  await user.type(said, '2016-11{Enter}');
  expect(saved).toEqual([{ kind: 'direct', speakers: [], said: '2016-11' }]);
  expect(queryByRole(document.body, 'alert')).toBeNull();
});

it('goes away with Escape, and nothing is saved', async () => {
  const user = person();
  const { saved, cancelled } = showForm();
  await user.type(getByRole(document.body, 'combobox', { name: /speaker|said it/i }), 'Voss{Escape}');
  expect(cancelled).toEqual([true]);
  expect(saved).toEqual([]);
});

it('takes several who speak together, and one of them away again', async () => {
  const user = person();
  const { saved } = showForm();
  await user.click(getByRole(document.body, 'button', { name: calloway.name }));
  await user.click(getByRole(document.body, 'button', { name: 'Another speaker' }));
  const second = getByRole(document.body, 'group', { name: /Speaker 2/ });
  const field = getByRole(second, 'combobox', { name: 'Speaker' });
  expect(document.activeElement).toBe(field);
  await user.type(field, 'Tom Alder');
  expect(await axeFinds()).toEqual([]);
  await user.click(getByRole(document.body, 'button', { name: 'Save' }));
  await user.click(getByRole(document.body, 'button', { name: 'Remove speaker 1' }));
  expect(queryByRole(document.body, 'group', { name: /Speaker/ })).toBeNull();
  await user.click(getByRole(document.body, 'button', { name: 'Save' }));
  const tom = { name: 'Tom Alder', role: null, organization: null };
  expect(saved.map(({ speakers }) => speakers)).toEqual([[calloway, tom], [tom]]);
});

it('of one whom the article doesn’t name takes how it describes them, while no name is written', async () => {
  const user = person();
  const { saved } = showForm();
  const described = getByRole(document.body, 'textbox', { name: /described as/ });
  await user.type(described, 'a spokeswoman for the port');
  await user.click(getByRole(document.body, 'button', { name: 'Save' }));
  expect(saved).toEqual([{ kind: 'direct', speakers: [], described: 'a spokeswoman for the port', said: null }]);
  await user.click(getByRole(document.body, 'button', { name: calloway.name }));
  expect(queryByRole(document.body, 'textbox', { name: /described as/ })).toBeNull();
  await user.click(getByRole(document.body, 'button', { name: 'Save' }));
  expect(saved.at(-1)).toEqual({ kind: 'direct', speakers: [calloway], said: null });
});
