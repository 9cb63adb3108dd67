import type { Citation } from '../../main/contract/citations.ts';

/** Markdown under the name that the web gives to formats of its own (W3C Clipboard API and events, “web custom format”). */
const webMarkdown = 'web text/markdown';

/**
 * Puts all forms of a citation on the browser's clipboard at once; only plain text where it takes no others, or is asked
 * in the older way. False where it takes none.
 */
export async function copyCitation({ plain, markdown, html }: Citation): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem(forms(plain, html, markdown))]);
    return true;
  } catch {
    return copyPlainText(plain, html);
  }
}

/** Puts plain text on the clipboard, and markup with it where that can be. False where it refuses. */
export async function copyPlainText(plain: string, html?: string): Promise<boolean> {
  if (html !== undefined && copiedByCommand(plain, html)) return true;
  try {
    await navigator.clipboard.writeText(plain);
    return true;
  } catch {
    return copiedByCommand(plain, html);
  }
}

function forms(plain: string, html: string, markdown: string): Record<string, Blob> {
  const blob = (text: string, type: string) => new Blob([text], { type });
  return {
    'text/plain': blob(plain, 'text/plain'),
    'text/html': blob(html, 'text/html'),
    ...(ClipboardItem.supports?.(webMarkdown) === true ? { [webMarkdown]: blob(markdown, 'text/markdown') } : {}),
  };
}

/** The older way, which asks for no permission: the desktop window refuses every permission request. */
function copiedByCommand(plain: string, html: string | undefined): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}
