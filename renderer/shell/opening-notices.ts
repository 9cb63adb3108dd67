import { effect } from '@preact/signals';
import { library } from '../shared/state/library.ts';
import { notify } from '../shared/state/notices.ts';

/** Says what opening a library could not do, each sentence once. Called once. */
export function followOpeningNotices(): void {
  const told = new Set<string>();
  effect(() => {
    const opened = library.value;
    for (const sentence of opened?.notices ?? []) {
      const key = `${opened?.path}\n${sentence}`;
      if (told.has(key)) continue;
      told.add(key);
      notify(sentence, { tone: 'bad' });
    }
  });
}
