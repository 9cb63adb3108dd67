import type { Transport, WireMessage } from '../contract/index.ts';

/** What a browser's WebSocket and the server's have in common. */
export interface SocketLike {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const connecting = 0;
const open = 1;

/**
 * One JSON message a text frame, on either side. What is sent before the socket is open waits for
 * it; a frame that is not JSON is dropped. Reconnecting is the caller's: a closed transport stays closed.
 */
export function webSocketTransport(socket: SocketLike): Transport {
  const waiting: string[] = [];
  socket.addEventListener('open', () => {
    for (const text of waiting.splice(0)) socket.send(text);
  });
  return {
    send(message: WireMessage) {
      const text = JSON.stringify(message);
      if (socket.readyState === connecting) waiting.push(text);
      else if (socket.readyState === open) socket.send(text);
    },
    onMessage(listener) {
      socket.addEventListener('message', (event) => {
        if (typeof event.data !== 'string') return;
        const message = parsed(event.data);
        if (message !== undefined) listener(message);
      });
    },
    onClose(listener) {
      socket.addEventListener('close', () => listener());
    },
    close: () => socket.close(),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
