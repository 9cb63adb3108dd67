import { computed, effect, signal } from '@preact/signals';
import { defaultSettings, type Settings } from '../../../main/contract/settings.ts';
import { api } from '../../api/api.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = signal(dark.matches);
dark.addEventListener('change', (event) => {
  systemIsDark.value = event.matches;
});

/** What the reader chose; the library keeps it. */
export const settings = signal<Settings>(defaultSettings);

/** The theme that is drawn. The system's choice is followed until the reader chooses. */
export const theme = computed<'paper' | 'sepia' | 'night'>(() => {
  const chosen = settings.value.theme;
  if (chosen !== 'system') return chosen;
  return systemIsDark.value ? 'night' : 'paper';
});

/** Goes up with every change, so that what was read before it can be told. */
let changesMade = 0;
let keeping: Promise<unknown> = Promise.resolve();

/** Changes settings at once on the page and keeps them in the library. A read-only library keeps nothing. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  changesMade += 1;
  settings.value = { ...settings.value, ...change };
  keeping = Promise.all([keeping, api.call('settings.set', change).catch(() => undefined)]);
  await keeping;
}

/** Reads the library's settings; called whenever a library opens. What is chosen meanwhile is not undone by an older answer. */
export async function readSettings(): Promise<void> {
  let before: number;
  let read: Settings;
  do {
    await keeping;
    before = changesMade;
    read = await api.call('settings.get', {});
  } while (before !== changesMade);
  settings.value = read;
}

effect(() => {
  const root = document.documentElement;
  root.dataset.theme = theme.value;
  root.style.setProperty('--text-size', `${settings.value.textSize}px`);
  root.style.setProperty('--text-width', String(settings.value.textWidth));
});
