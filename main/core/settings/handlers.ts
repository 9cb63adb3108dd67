import { partial, safeParse } from 'valibot';
import { type CheckedInput, defaultSettings, Settings } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';

const key = 'interface';

/** What was chosen, and the rest as it is until somebody chooses. */
export async function settings(context: Pick<CoreContext, 'pool'>): Promise<Settings> {
  const stored = safeParse(partial(Settings), (await context.pool.read('settings.get', key)) ?? {});
  return stored.success ? { ...defaultSettings, ...given(stored.output) } : defaultSettings;
}

export function settingsHandlers(context: CoreContext): Pick<MethodHandlers, 'settings.get' | 'settings.set'> {
  const read = () => settings(context);
  return {
    'settings.get': read,
    'settings.set': async (change) => {
      if (!context.pool.writable) return { ...(await read()), ...given(change) };
      await context.pool.write('settings.merge', key, given(change));
      context.changes.tell({ subject: 'settings' });
      return read();
    },
  };
}

/** The fields that a change names; what it leaves open stays as it is. */
function given(change: CheckedInput<'settings.set'>): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
