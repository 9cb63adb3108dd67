import type { Signal } from '@preact/signals';
import type { Citation } from '../../../main/contract/citations.ts';
import { shell } from '../../api/api.ts';
import { copyPlainText } from '../../api/browser-clipboard.ts';
import { common } from '../texts/common.ts';
import { notify } from './notices.ts';

interface Announcing {
  readonly announcement: Signal<string>;
}

/** Puts text on the clipboard and says so, to a screen reader through `announcement`; a refusal is said too. */
export async function copyText(where: Announcing, text: string, done: string): Promise<void> {
  tell(where, await copyPlainText(text), done);
}

/** Puts a citation on the clipboard in all its forms, and says so. */
export async function copyCitation(where: Announcing, citation: Citation, done: string): Promise<void> {
  tell(where, await shell.copy(citation), done);
}

function tell({ announcement }: Announcing, copied: boolean, done: string): void {
  if (copied) {
    announcement.value = done;
    notify(done);
  } else notify(common.noCopy, { tone: 'bad' });
}
