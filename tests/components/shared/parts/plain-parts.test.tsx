// @vitest-environment jsdom
// What jsdom lacks is there before the interface asks for it.
import '../../../support/document.ts';
import { getByLabelText, getByRole, getByText, queryByRole } from '@testing-library/dom';
import { expect, it } from 'vitest';
import { CheckLines } from '../../../../renderer/shared/parts/check-lines.tsx';
import { DraftField } from '../../../../renderer/shared/parts/draft-field.tsx';
import { Empty } from '../../../../renderer/shared/parts/empty.tsx';
import { Icon } from '../../../../renderer/shared/parts/icon.tsx';
import { DiffersLine, VerbatimNotice } from '../../../../renderer/shared/parts/verbatim-notice.tsx';
import { axeFinds, person, show } from '../../../support/document.ts';

it('an icon is silent, so that its button is called by its own name', async () => {
  show(
    <main>
      <h1>Reader</h1>
      <button type="button" class="icon-button" aria-label="Close">
        <Icon name="close" />
      </button>
    </main>,
  );
  getByRole(document.body, 'button', { name: 'Close' });
  expect(queryByRole(document.body, 'img')).toBeNull();
  expect(await axeFinds()).toEqual([]);
});

it('an empty place says what is the case, and offers what can be done', async () => {
  show(
    <main>
      <h1>Awaited</h1>
      <Empty title="Nothing is awaited" text="Pages that a reading list names come here.">
        <button type="button">Add a reading list…</button>
      </Empty>
    </main>,
  );
  getByRole(document.body, 'heading', { level: 2, name: 'Nothing is awaited' });
  getByRole(document.body, 'button', { name: 'Add a reading list…' });
  expect(await axeFinds()).toEqual([]);
});

it('words that differ from their original say so in a sentence, sound ones say nothing', async () => {
  const at = '2026-11-30T10:00:00.000Z';
  const reason = 'a sentence is missing';
  const draw = show(
    <main>
      <h1>Harbour Trust</h1>
      <VerbatimNotice verbatim={{ state: 'differs', reason, at, agent: 'Verbatim' }} />
      <DiffersLine reason={reason} />
    </main>,
  );
  const note = getByRole(document.body, 'note');
  expect(note.textContent).toContain(reason);
  expect(await axeFinds()).toEqual([]);
  draw(<VerbatimNotice verbatim={{ state: 'sound', at, agent: 'Verbatim' }} />);
  expect(queryByRole(document.body, 'note')).toBeNull();
});

it('a check says in words what is sound and what isn’t', async () => {
  show(
    <main>
      <h1>Health</h1>
      <CheckLines
        lines={[
          { check: 'Database', ok: true, detail: 'Sound.' },
          { check: 'Originals', ok: false, detail: 'One is missing.' },
        ]}
      />
    </main>,
  );
  const [sound, wrong] = ['Database', 'Originals'].map(
    (name) => getByText(document.body, name).closest('li')?.textContent,
  );
  expect(sound).not.toBe('DatabaseSound.');
  expect(wrong).toContain('One is missing.');
  expect(sound?.replace('DatabaseSound.', '')).not.toBe(wrong?.replace('OriginalsOne is missing.', ''));
  expect(await axeFinds()).toEqual([]);
});

it('a field is kept when it is left or Enter is pressed, and what may not be empty goes back', async () => {
  const user = person();
  const kept: string[] = [];
  show(
    <main>
      <h1>Code</h1>
      <DraftField label="Name" value="trust" required save={(text) => kept.push(text)} />
    </main>,
  );
  const field = getByLabelText<HTMLInputElement>(document.body, 'Name');
  await user.type(field, 's{Enter}');
  expect(kept).toEqual(['trusts']);
  await user.clear(field);
  await user.tab();
  expect(kept).toEqual(['trusts']);
  expect(field.value).toBe('trust');
  expect(await axeFinds()).toEqual([]);
});
