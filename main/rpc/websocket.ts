import type { WebSocket } from 'ws';
import type { Transport, WireMessage } from '../contract/index.ts';

/** The server's end of a WebSocket: one JSON message a text frame. A frame that is not JSON is dropped. */
export function webSocketTransport(socket: WebSocket): Transport {
  return {
    send(message: WireMessage) {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage(listener) {
      socket.on('message', (data, binary) => {
        const message = binary ? undefined : parsed(String(data));
        if (message !== undefined) listener(message);
      });
    },
    onClose(listener) {
      socket.on('close', () => listener());
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
