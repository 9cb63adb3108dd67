import { safeParse } from 'valibot';
import { defaultSettings, Settings } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

const key = 'interface';

export function settingsHandlers(context: CoreContext): Pick<MethodHandlers, 'settings.get' | 'settings.set'> {
  const read = async (): Promise<Settings> => {
    const stored = safeParse(Settings, await context.pool.read('settings.get', key));
    return stored.success ? stored.output : defaultSettings;
  };
  return {
    'settings.get': read,
    'settings.set': async (change) => {
      const settings: Settings = { ...(await read()) };
      if (change.theme !== undefined) settings.theme = change.theme;
      if (change.textSize !== undefined) settings.textSize = change.textSize;
      if (change.textWidth !== undefined) settings.textWidth = change.textWidth;
      if (context.pool.writable) await context.pool.write('settings.set', key, settings);
      return settings;
    },
  };
}
