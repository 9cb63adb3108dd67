import type { Events, EventTopic, Progress, Transport, WireMessage } from '../contract/index.ts';
import { eventTopics, Interruption, toErrorData, VerbatimError } from '../contract/index.ts';
import { callIdOf, isWireMessage } from './messages.ts';

/** What the server needs of the core. */
export interface Callable {
  call(
    name: string,
    input: unknown,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ): Promise<unknown>;
  on<Topic extends EventTopic>(topic: Topic, listener: (payload: Events[Topic]) => void): () => void;
}

export interface ServeOptions {
  /** Hears of every defect (an error that nobody threw on purpose), for the host's own log. */
  readonly onDefect?: (thrown: unknown, method: string) => void;
}

/**
 * Answers the calls of one connection from the core and passes the core's events on. When the
 * connection closes, its calls are interrupted: nobody is left to hear their answers. A job that was called goes on
 * in the core, where the next connection finds it. Returns the function that ends the service.
 */
export function serve(core: Callable, transport: Transport, options: ServeOptions = {}): () => void {
  const running = new Map<number, AbortController>();
  let open = true;

  const send = (message: WireMessage) => {
    if (open) transport.send(message);
  };
  const refuse = (id: number, thrown: unknown) => send({ type: 'reply', id, ok: false, error: toErrorData(thrown) });

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const value = await core.call(name, input, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (running.get(id) === controller) send({ type: 'progress', id, progress });
        },
      });
      running.delete(id);
      send({ type: 'reply', id, ok: true, value });
    } catch (thrown) {
      running.delete(id);
      const error = toErrorData(thrown);
      if (error.code === 'internal') options.onDefect?.(thrown, name);
      send({ type: 'reply', id, ok: false, error });
    }
  }

  transport.onMessage((message) => {
    if (!open) return;
    if (!isWireMessage(message)) {
      const id = callIdOf(message);
      if (id !== null) refuse(id, new VerbatimError('bad-input', 'This message is not part of the protocol.'));
      return;
    }
    if (message.type === 'cancel') running.get(message.id)?.abort();
    if (message.type !== 'call') return;
    if (running.has(message.id)) {
      refuse(message.id, new VerbatimError('bad-input', 'A call with this number is already running.'));
      return;
    }
    void answer(message.id, message.name, message.input);
  });

  const unsubscribe = eventTopics.map((topic) => core.on(topic, (payload) => send({ type: 'event', topic, payload })));
  const end = () => {
    if (!open) return;
    open = false;
    for (const stop of unsubscribe) stop();
    for (const controller of running.values()) controller.abort(new Interruption('The connection was closed.'));
    running.clear();
  };
  transport.onClose(end);
  return end;
}
