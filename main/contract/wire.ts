import type { ErrorData } from './errors.ts';
import type { EventTopic } from './events.ts';
import type { Progress } from './jobs.ts';

/** The five messages. Every transport carries these and nothing else. */
export type WireMessage =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly type: 'reply'; readonly id: number; readonly ok: false; readonly error: ErrorData }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'event'; readonly topic: EventTopic; readonly payload: unknown };

/** A pipe for wire messages: Electron IPC, a WebSocket, or an in-memory pair. */
export interface Transport {
  send(message: WireMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
