import { signal } from '@preact/signals';

/** A short message at the foot of the page, read out politely, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export const notices = signal<readonly Notice[]>([]);
let last = 0;

/** How long a notice stays, in milliseconds: long enough to read it and reach its action. */
const stay = { plain: 8000, bad: 20_000 };

/** Shows a notice; at most three at once, the oldest goes. Returns what takes it away again. */
export function notify(
  text: string,
  options: { readonly tone?: Notice['tone']; readonly action?: Notice['action'] } = {},
): () => void {
  last += 1;
  const notice: Notice = { id: last, text, tone: options.tone ?? 'plain', action: options.action ?? null };
  notices.value = [...notices.value, notice].slice(-3);
  const dismiss = () => dismissNotice(notice.id);
  setTimeout(dismiss, stay[notice.tone]);
  return dismiss;
}

export function dismissNotice(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id);
}

/** Says what failed, in the core's own words. */
export function notifyError(thrown: unknown): void {
  notify(thrown instanceof Error ? thrown.message : String(thrown), { tone: 'bad' });
}
