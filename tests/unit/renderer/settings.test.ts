import { beforeEach, expect, it, type MockInstance, vi } from 'vitest';
import { api } from '../../../renderer/api/api.ts';
import { changeSettings, readSettings, settings } from '../../../renderer/shared/state/settings.ts';

vi.hoisted(() => {
  const root = { dataset: {}, style: { setProperty: () => undefined } };
  Object.assign(globalThis, {
    window: {},
    document: { documentElement: root },
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
  });
});

/** The overloads of `call` by name say nothing here: one answer is as good as another. */
const calls = () =>
  vi.spyOn(api, 'call') as unknown as MockInstance<(name: string, input: unknown) => Promise<unknown>>;
const kept = { theme: 'paper', textSize: 19, textWidth: 66, leastSure: 0.5, citation: '{words}' } as const;

beforeEach(() => {
  settings.value = kept;
});

it('does not let an answer that was asked before a choice undo it', async () => {
  const first = Promise.withResolvers<typeof kept>();
  const call = calls();
  call.mockReturnValueOnce(first.promise);
  const reading = readSettings();
  await Promise.resolve();
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith('settings.get', {}));

  call.mockResolvedValueOnce({ ...kept, theme: 'night' });
  call.mockResolvedValueOnce({ ...kept, theme: 'night' });
  const changing = changeSettings({ theme: 'night' });
  first.resolve(kept);
  await Promise.all([reading, changing]);
  expect(settings.value.theme).toBe('night');
});

it('waits for a choice that is being kept before it reads', async () => {
  const keeping = Promise.withResolvers<typeof kept>();
  const call = calls();
  call.mockReset();
  call.mockReturnValueOnce(keeping.promise);
  const changing = changeSettings({ textSize: 22 });
  const reading = readSettings();
  expect(call).toHaveBeenCalledTimes(1);
  call.mockResolvedValueOnce({ ...kept, textSize: 22 });
  keeping.resolve(kept);
  await Promise.all([changing, reading]);
  expect(settings.value.textSize).toBe(22);
});
