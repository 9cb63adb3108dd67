import { type EventKind, toErrorData } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

export interface OneByOne<Item> {
  readonly items: readonly Item[];
  /** What the event log calls this. */
  readonly kind: EventKind;
  /** The sentence for those that failed: "Marks were not placed in". */
  readonly failed: string;
  /** Kind and id of one, as the event log names it. */
  readonly nameOf: (item: Item) => string;
  readonly work: (item: Item) => Promise<void>;
  /** Ends it before the next item. */
  readonly signal?: AbortSignal | undefined;
}

const mostNamed = 5;

/**
 * Does something for each of several items. One that fails doesn't stop the others: those that failed are told in one
 * line of the event log, which is answered; null where none did. Throws only where the library is being closed or
 * its log can't be written.
 */
export async function oneByOne<Item>(context: CoreContext, { items, ...each }: OneByOne<Item>): Promise<string | null> {
  const names: string[] = [];
  let reason = '';
  for (const item of items) {
    if (each.signal?.aborted === true) break;
    try {
      await each.work(item);
    } catch (error) {
      const { code, message } = toErrorData(error);
      if (code === 'cancelled' || code === 'no-library') throw error;
      if (names.length === 0) reason = message;
      names.push(each.nameOf(item));
    }
  }
  if (names.length === 0) return null;
  const rest = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const sentence = `${each.failed} ${names.slice(0, mostNamed).join(', ')}${rest}: ${reason}`;
  await tellFailure(context, each.kind, sentence);
  return sentence;
}

/** Keeps in the event log that something could not be done. */
export async function tellFailure(context: CoreContext, kind: EventKind, detail: string): Promise<void> {
  await context.pool.write('events.record', {
    kind,
    agent: context.agent,
    subject: null,
    outcome: 'failure',
    detail,
  });
}
