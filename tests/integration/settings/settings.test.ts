import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../main/contract/index.ts';
import { makeLibrary } from '../../support/library.ts';

describe('the settings', () => {
  it('are the defaults until something is chosen, and stay with the library', async () => {
    const library = await makeLibrary();
    expect(await library.call('settings.get', {})).toEqual(defaultSettings);
    await library.call('settings.set', { theme: 'sepia' });
    await library.reopen();
    expect(await library.call('settings.get', {})).toEqual({ ...defaultSettings, theme: 'sepia' });
  });

  it('keep both of two changes that are made at once', async () => {
    const library = await makeLibrary();
    await Promise.all([
      library.call('settings.set', { theme: 'night' }),
      library.call('settings.set', { textSize: 21 }),
      library.call('settings.set', { textWidth: 72 }),
    ]);
    expect(await library.call('settings.get', {})).toEqual({
      ...defaultSettings,
      theme: 'night',
      textSize: 21,
      textWidth: 72,
    });
  });
});
