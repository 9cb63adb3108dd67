import { type ReadonlySignal, signal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { LibraryChange } from '../../../main/contract/changes.ts';
import { VerbatimError } from '../../../main/contract/errors.ts';
import { createLiveReading } from './live-reading.ts';
import { notifyError } from './notices.ts';

/** Whether a change touches what somebody shows. */
export type Touched = (change: LibraryChange) => boolean;

/** A change of any of these subjects touches it. */
export function touchedBy(...subjects: readonly LibraryChange['subject'][]): Touched {
  return ({ subject }) => subjects.includes(subject);
}

interface Follower {
  readonly touched: Touched;
  readonly touch: () => void;
}
const followers = new Set<Follower>();

/** Calls `touch` whenever something changed that touches it, or another library was opened. Answers what ends it. */
export function followChanges(touched: Touched, touch: () => void): () => void {
  const follower = { touched, touch };
  followers.add(follower);
  return () => {
    followers.delete(follower);
  };
}

/** Passes the core's feed on. */
export function tellChanges(changes: readonly LibraryChange[]): void {
  for (const { touched, touch } of followers) if (changes.some(touched)) touch();
}

/** Everything may be another: the library is, or changes may have been missed. */
export function tellAllChanged(): void {
  for (const { touch } of followers) touch();
}

/** A reading that failed is told, except where the whole page says already that it has no library or no connection. */
export function tellFailedReading(thrown: unknown): void {
  const told = thrown instanceof VerbatimError && ['connection-lost', 'no-library', 'cancelled'].includes(thrown.code);
  if (!told) notifyError(thrown);
}

/** A value of the library that is read when somebody shows it, and again when it is touched. */
export interface Live<Value> {
  /** Showing it, which is reading it in a component, an effect or a computed signal, is what makes it be read. */
  readonly value: ReadonlySignal<Value>;
  /** Reads it again; resolves when that is done. */
  readonly touch: () => Promise<void>;
  /** The same where another question is asked: what is under way is given up. */
  readonly ask: () => Promise<void>;
}

interface LiveOptions<Value> {
  /** What it is until it was read. */
  readonly before: Value;
  readonly read: (stop: AbortSignal) => Promise<Value>;
  /** Hears of failures in place of the notices. */
  readonly onError?: (thrown: unknown) => void;
}

function createLive<Value>({ before, read, onError = tellFailedReading }: LiveOptions<Value>): Live<Value> {
  let hide = () => {};
  const value = signal<Value>(before, {
    watched: () => {
      hide = reading.show();
    },
    unwatched: () => hide(),
  });
  const reading = createLiveReading(async (stop) => {
    try {
      const found = await read(stop);
      if (!stop.aborted) value.value = found;
    } catch (thrown) {
      if (!stop.aborted) onError(thrown);
    }
  });
  return { value, touch: reading.touch, ask: reading.ask };
}

/** A live value that stays while rooms come and go. */
export function liveValue<Value>(touched: Touched, options: LiveOptions<Value>): Live<Value> {
  const live = createLive(options);
  followChanges(touched, () => void live.touch());
  return live;
}

/** Calls `touch` for whatever touches a component, while it is on the page. */
export function useChanges(touched: Touched, touch: () => void): void {
  const latest = useRef({ touched, touch });
  latest.current = { touched, touch };
  // Before anything else can happen: no change is missed between drawing and following.
  useLayoutEffect(
    () =>
      followChanges(
        (change) => latest.current.touched(change),
        () => latest.current.touch(),
      ),
    [],
  );
}

/**
 * A live value of one component, read while it is on the page. `question` is what decides the answer besides the
 * library; when it becomes another, what is under way is given up.
 */
export function useLiveValue<Value>(
  touched: Touched,
  options: LiveOptions<Value>,
  question: readonly unknown[] = [],
): Value {
  const latest = useRef(options);
  latest.current = options;
  const live = useMemo(
    () =>
      createLive({
        before: options.before,
        read: (stop) => latest.current.read(stop),
        onError: (thrown) => (latest.current.onError ?? tellFailedReading)(thrown),
      }),
    [],
  );
  useChanges(touched, () => void live.touch());
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asked.current) void live.ask();
    asked.current = true;
  }, question);
  return live.value.value;
}
