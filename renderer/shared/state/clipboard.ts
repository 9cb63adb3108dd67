import type { Signal } from '@preact/signals';
import { common } from '../texts/common.ts';
import { notify } from './notices.ts';

/** Puts text on the clipboard and says so, to a screen reader through `announcement`; a refusal is said too. */
export async function copyText(
  { announcement }: { readonly announcement: Signal<string> },
  text: string,
  done: string,
): Promise<void> {
  if (await written(text)) {
    announcement.value = done;
    notify(done);
  } else notify(common.noCopy, { tone: 'bad' });
}

async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writtenByCommand(text);
  }
}

/** The older way, which asks for no permission: the desktop window refuses every permission request. */
function writtenByCommand(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
