import type {
  Events,
  EventTopic,
  JobInput,
  JobName,
  JobOutput,
  MethodInput,
  MethodName,
  MethodOutput,
  Progress,
  Transport,
} from '../contract/index.ts';
import { jobs, VerbatimError } from '../contract/index.ts';
import { isWireMessage } from './messages.ts';

/** What a caller may give with a call: a way to stop it, and a listener for the progress of a job that it waits for. */
export interface ClientCallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The renderer's side of a connection: typed calls, jobs and events over any transport. */
export interface Client {
  /**
   * Calls a method or runs a job. Rejects with a `VerbatimError`: the core's own, `cancelled` when the
   * signal aborts, `connection-lost` when the transport closes before the reply.
   *
   * A cancelled method rejects at once, because nobody waits for its reply any more. A cancelled job
   * settles when the core has ended it, so that what it kept can be read right after.
   */
  call<Name extends MethodName>(
    name: Name,
    input: MethodInput<Name>,
    options?: ClientCallOptions,
  ): Promise<MethodOutput<Name>>;
  call<Name extends JobName>(name: Name, input: JobInput<Name>, options?: ClientCallOptions): Promise<JobOutput<Name>>;
  /** Listens to one topic. Returns the function that stops listening. */
  on<Topic extends EventTopic>(topic: Topic, listener: (payload: Events[Topic]) => void): () => void;
  close(): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: VerbatimError): void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Speaks the five wire messages over `transport`. One client per transport; a new connection needs a new client. */
export function createClient(transport: Transport): Client {
  const pending = new Map<number, Pending>();
  const listeners = new Map<EventTopic, Set<(payload: never) => void>>();
  let lastId = 0;
  let closed = false;

  transport.onMessage((message) => {
    if (!isWireMessage(message)) return;
    switch (message.type) {
      case 'reply': {
        const call = pending.get(message.id);
        if (call === undefined) return;
        if (message.ok) call.resolve(message.value);
        else call.reject(VerbatimError.fromData(message.error));
        return;
      }
      case 'progress':
        pending.get(message.id)?.onProgress?.(message.progress);
        return;
      case 'event':
        for (const listener of [...(listeners.get(message.topic) ?? [])]) listener(message.payload as never);
        return;
      case 'call':
      case 'cancel':
        return;
    }
  });
  transport.onClose(() => {
    closed = true;
    for (const call of [...pending.values()]) call.reject(connectionLost());
  });

  function call(name: string, input: unknown, options: ClientCallOptions = {}): Promise<unknown> {
    const { signal, onProgress } = options;
    if (signal?.aborted) return Promise.reject(cancelled());
    if (closed) return Promise.reject(connectionLost());
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const cancel = () => {
        transport.send({ type: 'cancel', id });
        if (!Object.hasOwn(jobs, name)) pending.get(id)?.reject(cancelled());
      };
      const settle = () => {
        pending.delete(id);
        signal?.removeEventListener('abort', cancel);
      };
      pending.set(id, {
        resolve: (value) => {
          settle();
          resolve(value);
        },
        reject: (error) => {
          settle();
          reject(error);
        },
        onProgress,
      });
      signal?.addEventListener('abort', cancel, { once: true });
      transport.send({ type: 'call', id, name, input });
    });
  }

  return {
    call: call as Client['call'],
    on(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set);
      set.add(listener);
      return () => {
        set.delete(listener);
      };
    },
    close: () => transport.close(),
  };
}

function cancelled(): VerbatimError {
  return new VerbatimError('cancelled', 'Cancelled.');
}
function connectionLost(): VerbatimError {
  return new VerbatimError(
    'connection-lost',
    'The connection to Verbatim was lost before it answered. What it had already saved is kept.',
  );
}
