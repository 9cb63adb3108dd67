import { beforeEach, describe, expect, it } from 'vitest';
import { notices } from '../../../renderer/shared/state/notices.ts';
import { forgetActs, perform, redo, redoLabel, undo, undoLabel } from '../../../renderer/shared/state/undo.ts';

describe('undo', () => {
  let done: string[];
  const act = (name: string, notice = false) => ({
    label: `${name} done`,
    notice,
    do: async () => void done.push(`do ${name}`),
    undo: async () => void done.push(`undo ${name}`),
  });
  beforeEach(() => {
    forgetActs();
    notices.value = [];
    done = [];
  });

  it('takes back in reverse order and does again in order', async () => {
    await perform(act('a'));
    await perform(act('b'));
    await undo();
    await undo();
    expect(await undo()).toBe(false);
    await redo();
    expect(done).toEqual(['do a', 'do b', 'undo b', 'undo a', 'do a']);
    expect([undoLabel.value, redoLabel.value]).toEqual(['a done', 'b done']);
  });

  it('forgets what was undone when something new is done', async () => {
    await perform(act('a'));
    await undo();
    await perform(act('b'));
    expect(await redo()).toBe(false);
  });

  it('never overtakes: an undo waits for the act before it', async () => {
    let finish = () => {};
    const slow = {
      ...act('slow'),
      do: () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }).then(() => void done.push('do slow')),
    };
    const performed = perform(slow);
    const undone = undo();
    await Promise.resolve();
    finish();
    await Promise.all([performed, undone]);
    expect(done).toEqual(['do slow', 'undo slow']);
  });

  it('keeps an act that failed out of the history, and says so', async () => {
    const failing = { ...act('c'), do: () => Promise.reject(new Error('The library is read-only.')) };
    expect(await perform(failing)).toBe(false);
    expect(undoLabel.value).toBeNull();
    expect(notices.value.at(-1)).toMatchObject({ tone: 'bad', text: 'The library is read-only.' });
  });

  it('offers undo in a notice, which takes back that very act', async () => {
    await perform(act('a', true));
    const notice = notices.value.at(-1);
    await perform(act('b'));
    notice?.action?.run();
    await undo();
    expect(done).toEqual(['do a', 'do b', 'undo a', 'undo b']);
  });
});
