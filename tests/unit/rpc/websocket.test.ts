import { describe, expect, it } from 'vitest';
import type { SocketLike } from '../../../main/rpc/websocket.ts';
import { webSocketTransport } from '../../../main/rpc/websocket.ts';

/** A socket whose events the test raises. */
class ScriptedSocket extends EventTarget implements SocketLike {
  readyState = 0;
  readonly sent: string[] = [];
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  receive(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
const cancel = (id: number) => ({ type: 'cancel', id }) as const;

describe('a WebSocket as a transport', () => {
  it('keeps what is sent while it connects, in order', () => {
    const socket = new ScriptedSocket();
    const transport = webSocketTransport(socket as SocketLike);
    transport.send(cancel(1));
    transport.send(cancel(2));
    expect(socket.sent).toEqual([]);
    socket.open();
    transport.send(cancel(3));
    expect(socket.sent.map((text) => JSON.parse(text))).toEqual([cancel(1), cancel(2), cancel(3)]);
  });

  it('hands on JSON and drops every other frame', () => {
    const socket = new ScriptedSocket();
    const transport = webSocketTransport(socket as SocketLike);
    const received: unknown[] = [];
    transport.onMessage((message) => received.push(message));
    for (const frame of ['{"type":"cancel","id":1}', '{', new ArrayBuffer(2), 'null']) socket.receive(frame);
    expect(received).toEqual([cancel(1), null]);
  });

  it('says when it closed and sends nothing after', () => {
    const socket = new ScriptedSocket();
    const transport = webSocketTransport(socket as SocketLike);
    socket.open();
    let closed = 0;
    transport.onClose(() => {
      closed += 1;
    });
    transport.close();
    transport.send(cancel(1));
    expect(closed).toBe(1);
    expect(socket.sent).toEqual([]);
  });
});
