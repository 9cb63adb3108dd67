import { type DesktopBridge, roomPaths } from '../../main/contract/shell.ts';
import type { Transport } from '../../main/contract/wire.ts';

declare global {
  interface Window {
    /** Set by the desktop's preload; absent in a browser. */
    readonly verbatim?: DesktopBridge;
  }
}

/** Opens the pipe to the core: the desktop's bridge, or a WebSocket to the reading room that served this page. */
export async function openTransport(): Promise<Transport> {
  const bridge = window.verbatim;
  return bridge === undefined ? openSocket() : bridgeTransport(bridge);
}

function bridgeTransport(bridge: DesktopBridge): Transport {
  return {
    send: (message) => bridge.send(message),
    onMessage: (listener) => bridge.onMessage(listener),
    onClose: (listener) => bridge.onClose(listener),
    close: () => undefined,
  };
}

function openSocket(): Promise<Transport> {
  const address = new URL(roomPaths.socket, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  address.hash = '';
  const socket = new WebSocket(address);
  const transport: Transport = {
    send: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) => socket.addEventListener('message', (event) => listener(parsed(event.data))),
    onClose: (listener) => socket.addEventListener('close', listener),
    close: () => socket.close(),
  };
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(transport), { once: true });
    socket.addEventListener('close', () => reject(new Error('The connection was refused.')), { once: true });
  });
}

/** A frame that isn't JSON is no wire message; the client drops what isn't one. */
function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
