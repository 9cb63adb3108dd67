import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type GrantId, roomPaths, VerbatimError } from '../contract/index.ts';
import { interfaceFile } from '../pages/interface-files.ts';
import { type Callable, type ServeOptions, serve } from '../rpc/server.ts';
import { webSocketTransport } from '../rpc/websocket.ts';
import { entrance, letIn, notLetIn } from './entrance.ts';
import { failure, plain, toRequest, writeResponse } from './exchange.ts';
import { isForeign, judge } from './guard.ts';
import { Session } from './session.ts';
import { type UploadLimits, Uploads, uploadTime } from './uploads.ts';

/** What the reading room needs of the core. */
export interface RoomCore extends Callable {
  readonly grants: { issue(path: string, kind: 'read', options: { readonly temporary: true }): GrantId };
  handleFetch(request: Request): Promise<Response>;
}

export interface RoomOptions extends ServeOptions {
  readonly core: RoomCore;
  /** The built interface. */
  readonly interfaceFolder: string;
  /** 0 lets the system choose. */
  readonly port?: number;
  readonly uploadLimits?: UploadLimits;
  /** Hears that a browser followed a link and was let in. */
  readonly onEntered?: () => void;
}

export interface ReadingRoom {
  readonly port: number;
  /** A new address that lets one browser in, once, within minutes. */
  newLink(): string;
  close(): Promise<void>;
}

const stillnessMilliseconds = 10 * 60_000;
/** A wire message holds at most a note or a page of results; files go by upload. */
const longestMessage = 16 * 1024 ** 2;

/**
 * Verbatim for a browser on the same machine: the interface's files, uploads, images and downloads
 * over HTTP, everything else over one WebSocket. Listens on 127.0.0.1 only. Rejects with
 * `input-output` when the port is taken.
 */
export async function openReadingRoom(options: RoomOptions): Promise<ReadingRoom> {
  const uploads = await Uploads.open(options.uploadLimits);
  const server = createServer();
  // An upload lasts as long as it lasts; the time for the head stays limited.
  server.requestTimeout = 0;
  // A connection on which nothing moves is cut, and what was half uploaded over it goes.
  server.timeout = stillnessMilliseconds;
  const port = await listen(server, options.port ?? 0).catch(async (error: unknown) => {
    await uploads.close();
    throw error;
  });
  const session = new Session(port);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage });

  server.on('request', (message: IncomingMessage, response: ServerResponse) => {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    answer(message, gone.signal)
      .catch((thrown: unknown) => {
        if (!(thrown instanceof VerbatimError)) options.onDefect?.(thrown, `${message.method} ${message.url}`);
        return failure(thrown);
      })
      .then((answered) => writeResponse(answered, response))
      .catch(() => response.destroy());
  });
  server.on('upgrade', (message: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(message, true);
    const path = urlOf(message)?.pathname;
    if (refusal !== null) return refuseUpgrade(socket, refusal.status);
    if (path !== roomPaths.socket) return refuseUpgrade(socket, 404);
    sockets.handleUpgrade(message, socket, head, (opened) => {
      opened.on('error', () => opened.terminate());
      serve(options.core, webSocketTransport(opened), options);
    });
  });

  function refusalOf(message: IncomingMessage, upgrade: boolean): Response | null {
    const entering = !upgrade && urlOf(message)?.pathname === entrance;
    const verdict = judge({
      method: message.method ?? 'GET',
      host: message.headers.host,
      origin: message.headers.origin,
      fetchSite: message.headers['sec-fetch-site'] as string | undefined,
      upgrade,
      entering,
    });
    if (!verdict.allowed) return plain(verdict.status, verdict.reason);
    if (entering || session.admits(message.headers.cookie)) return null;
    return plain(403, 'This browser has not been let in. Open the address that the terminal shows.');
  }

  async function answer(message: IncomingMessage, signal: AbortSignal): Promise<Response> {
    const refusal = refusalOf(message, false);
    if (refusal !== null) return refusal;
    const url = urlOf(message);
    if (url === null) return plain(400, 'This address cannot be read.');
    if (url.pathname === roomPaths.upload || url.pathname.startsWith(`${roomPaths.upload}/`))
      return receive(message, url);
    if (message.method !== 'GET' && message.method !== 'HEAD') return plain(405, 'This address can only be read.');
    if (url.pathname === entrance) return enter(url, message);
    const file = await interfaceFile(options.interfaceFolder, url.pathname);
    return file ?? options.core.handleFetch(toRequest(message, url, signal));
  }

  /** Only GET redeems a link: what merely looks at an address (HEAD: previews, scanners) must not use it up. */
  function enter(url: URL, message: IncomingMessage): Response {
    if (message.method !== 'GET') return plain(405, 'The entrance is opened by GET.');
    const cookie = session.redeem(url.searchParams.get('token') ?? '');
    if (cookie === null && !session.admits(message.headers.cookie)) return notLetIn();
    if (cookie !== null) options.onEntered?.();
    return letIn(cookie, isForeign(message.headers['sec-fetch-site'] as string | undefined));
  }

  async function receive(message: IncomingMessage, url: URL): Promise<Response> {
    const id = url.pathname.slice(roomPaths.upload.length + 1);
    if (message.method === 'POST' && id === '')
      return Response.json({ upload: await uploads.begin() }, { headers: { 'cache-control': 'no-store' } });
    if (message.method === 'PUT' && id !== '') {
      const modified = uploadTime(url.searchParams.get('modified'));
      await uploads.put(id, url.searchParams.get('path') ?? '', message, modified);
      return new Response(null, { status: 204 });
    }
    if (message.method === 'POST') {
      const paths = await uploads.finish(id);
      const grants = paths.map((path) => options.core.grants.issue(path, 'read', { temporary: true }));
      return Response.json({ grants }, { headers: { 'cache-control': 'no-store' } });
    }
    return plain(405, 'Uploading is done by POST and PUT.');
  }

  return {
    port,
    newLink: () => `http://127.0.0.1:${port}${entrance}?token=${session.issueLink()}`,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await uploads.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new VerbatimError(
          'input-output',
          `The reading room cannot use port ${port} (${error.message}). Choose another with --port.`,
        ),
      ),
    );
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function urlOf(message: IncomingMessage): URL | null {
  return URL.parse(message.url ?? '/', `http://${message.headers.host}`);
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
