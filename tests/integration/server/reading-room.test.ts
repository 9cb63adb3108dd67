import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { GrantId } from '../../../main/contract/index.ts';
import { createClient } from '../../../main/rpc/client.ts';
import { webSocketTransport } from '../../../main/rpc/websocket.ts';
import { openReadingRoom, type ReadingRoom } from '../../../main/server/reading-room.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let room: ReadingRoom;
let granted: string[];
let fetched: Request[];
let defects: unknown[];
let entries: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Verbatim</title>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not part of the interface');
  granted = [];
  fetched = [];
  defects = [];
  entries = [];
  room = await openReadingRoom({
    interfaceFolder: folder,
    uploadLimits: { files: 3, bytes: 1000, unfinished: 8, arriving: 8 },
    onEntered: () => entries.push('entered'),
    onDefect: (thrown) => defects.push(thrown),
    core: {
      call: async (name, input) => ({ name, input }),
      on: () => () => undefined,
      grants: {
        issue(path) {
          granted.push(path);
          return parse(GrantId, `grant-for-${String(granted.length).padStart(8, '0')}`);
        },
      },
      async handleFetch(asked) {
        fetched.push(asked);
        if (new URL(asked.url).pathname === '/broken') throw new Error('boom');
        if (new URL(asked.url).pathname.startsWith('/image/')) return new Response('image bytes');
        return new Response('nothing here', { status: 404 });
      },
    },
  });
});
afterEach(async () => {
  await room.close();
  await rm(folder, { recursive: true });
});

/** A raw request: no header but those given, and Host. */
function send(
  method: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port: room.port, method, path, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
async function enter(): Promise<string> {
  const link = new URL(room.newLink());
  const answer = await send('GET', link.pathname + link.search);
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}
const origin = () => `http://127.0.0.1:${room.port}`;

describe('entering', () => {
  it('takes the link once, sets a strict cookie and leads to the page', async () => {
    const link = new URL(room.newLink());
    expect(link.hostname).toBe('127.0.0.1');
    const answer = await send('GET', link.pathname + link.search);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
    const again = await send('GET', link.pathname + link.search);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain('press Enter');
  });

  it('refuses every other address without the cookie', async () => {
    for (const path of ['/', '/assets/main-1a2b.js', '/image/abc', '/rpc'])
      expect((await send('GET', path)).status, path).toBe(403);
    expect((await send('POST', '/upload', { origin: origin() })).status).toBe(403);
    expect((await send('GET', '/enter?token=guess')).status).toBe(403);
    expect(fetched).toEqual([]);
  });

  it('leads somebody who is in already to the page, even with a used link', async () => {
    const cookie = await enter();
    const answer = await send('GET', '/enter?token=used', { cookie });
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('the entrance', () => {
  it('is not used up by who only looks at its address', async () => {
    const link = new URL(room.newLink());
    const looked = await send('HEAD', link.pathname + link.search);
    expect(looked.status).toBe(405);
    expect(looked.headers['set-cookie']).toBeUndefined();
    expect(entries).toEqual([]);
    expect((await send('GET', link.pathname + link.search)).status).toBe(303);
    expect(entries).toEqual(['entered']);
  });

  it('may be reached from another page, and then goes on from a page of ours', async () => {
    const link = new URL(room.newLink());
    const answer = await send('GET', link.pathname + link.search, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toContain('<meta http-equiv="refresh" content="0; url=/">');
    expect((await send('GET', '/enter?token=guess', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('a foreign page', () => {
  it('is refused by host, origin and fetch metadata even with the cookie', async () => {
    const cookie = await enter();
    expect((await send('GET', '/', { cookie, host: `evil.example:${room.port}` })).status).toBe(421);
    expect((await send('GET', '/', { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await send('GET', '/image/abc', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send('POST', '/upload', { cookie })).status).toBe(403);
    expect((await send('POST', '/upload', { cookie, origin: 'http://localhost:1' })).status).toBe(403);
  });
  it('gets no permission to read anything', async () => {
    const cookie = await enter();
    const answer = await send('OPTIONS', '/', { cookie, origin: origin(), 'access-control-request-method': 'GET' });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('pages', () => {
  it('come with the policy and are never guessed at', async () => {
    const cookie = await enter();
    const page = await send('GET', '/', { cookie, origin: origin() });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['cache-control']).toBe('no-store');
    const script = await send('GET', '/assets/main-1a2b.js', { cookie });
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });
  it('answer HEAD without a body', async () => {
    const answer = await send('HEAD', '/', { cookie: await enter() });
    expect([answer.status, answer.body]).toEqual([200, '']);
  });
  it('stay inside the interface’s folder', async () => {
    const cookie = await enter();
    for (const path of ['/secret.txt', '/../package.json', '/%2e%2e%2fpackage.json', '/assets'])
      expect((await send('GET', path, { cookie })).status, path).toBe(404);
  });
  it('of the core are passed on with the policy added; its defects are told and do not stop the room', async () => {
    const cookie = await enter();
    const image = await send('GET', '/image/abc', { cookie });
    expect([image.status, image.body]).toEqual([200, 'image bytes']);
    expect(image.headers['x-content-type-options']).toBe('nosniff');
    const broken = await send('GET', '/broken', { cookie });
    expect(broken.status).toBe(500);
    expect(JSON.parse(broken.body)).toMatchObject({ error: { code: 'internal' } });
    expect(defects).toHaveLength(1);
    expect((await send('GET', '/', { cookie })).status).toBe(200);
  });
});

describe('uploads', () => {
  const begin = async (cookie: string) => {
    const answer = await send('POST', '/upload', { cookie, origin: origin() });
    return `/upload/${(JSON.parse(answer.body) as { upload: string }).upload}`;
  };
  const put = (cookie: string, place: string, path: string, body: string | Buffer, more = '') =>
    send('PUT', `${place}?path=${encodeURIComponent(path)}${more}`, { cookie, origin: origin() }, body);

  it('become a grant for each top-level file and folder, with bytes, names and time kept', async () => {
    const cookie = await enter();
    const place = await begin(cookie);
    expect((await put(cookie, place, 'page.html', '<p>Words', '&modified=1479300000000')).status).toBe(204);
    expect((await put(cookie, place, 'page_files/a.png', 'png')).status).toBe(204);
    expect((await put(cookie, place, 'page_files/b.png', 'png')).status).toBe(204);
    const done = await send('POST', place, { cookie, origin: origin() });
    expect(JSON.parse(done.body)).toEqual({ grants: ['grant-for-00000001', 'grant-for-00000002'] });
    const [page, companions] = granted;
    expect(await readFile(String(page), 'utf8')).toBe('<p>Words');
    expect((await stat(String(page))).mtimeMs).toBe(1479300000000);
    expect(await readFile(join(String(companions), 'b.png'), 'utf8')).toBe('png');
    if (process.platform !== 'win32') expect((await stat(join(String(page), '..'))).mode & 0o077).toBe(0);
    expect((await put(cookie, place, 'late.html', 'x')).status, 'a finished upload takes nothing more').toBe(409);
    await room.close();
    expect(existsSync(String(page)), 'nothing is left after the run').toBe(false);
  });

  it('are refused with the reason, and leave nothing of what was refused', async () => {
    const cookie = await enter();
    const place = await begin(cookie);
    const outside = await put(cookie, place, '../outside.html', 'x');
    expect([outside.status, JSON.parse(outside.body)]).toMatchObject([400, { error: { code: 'bad-input' } }]);
    expect((await put(cookie, place, 'a.html', 'x')).status).toBe(204);
    expect((await put(cookie, place, 'a.html', 'y')).status).toBe(409);
    expect((await put(cookie, place, 'a.html/b.html', 'y')).status).toBe(409);
    expect((await put(cookie, '/upload/guess', 'a.html', 'x')).status).toBe(404);
    const other = await begin(cookie);
    const large = await put(cookie, other, 'large.html', Buffer.alloc(3_000_000));
    expect([large.status, JSON.parse(large.body)]).toMatchObject([413, { error: { code: 'limit-exceeded' } }]);
    await send('POST', place, { cookie, origin: origin() });
    await send('POST', other, { cookie, origin: origin() });
    expect(granted.map((path) => path.slice(-6))).toEqual(['a.html']);
    expect(await readFile(String(granted[0]), 'utf8')).toBe('x');
  });

  it('are limited in number', async () => {
    const cookie = await enter();
    const place = await begin(cookie);
    for (const name of ['1', '2', '3']) expect((await put(cookie, place, name, 'x')).status).toBe(204);
    expect((await put(cookie, place, '4', 'x')).status).toBe(413);
  });

  it('keep a file whatever time it says it has', async () => {
    const cookie = await enter();
    const place = await begin(cookie);
    const before = Date.now() - 2000;
    for (const [name, modified] of [
      ['1', '1e300'],
      ['2', '-1'],
      ['3', 'yesterday'],
    ] as const)
      expect((await put(cookie, place, name, 'x', `&modified=${modified}`)).status, modified).toBe(204);
    expect(defects).toEqual([]);
    await send('POST', place, { cookie, origin: origin() });
    for (const path of granted) expect((await stat(path)).mtimeMs).toBeGreaterThan(before);
  });

  it('are streamed: a large file arrives whole', async () => {
    await room.close();
    room = await openReadingRoom({
      interfaceFolder: folder,
      core: {
        call: async () => null,
        on: () => () => undefined,
        handleFetch: async () => new Response(null, { status: 404 }),
        grants: {
          issue(path) {
            granted.push(path);
            return parse(GrantId, 'grant-for-00000001');
          },
        },
      },
    });
    const cookie = await enter();
    const place = await begin(cookie);
    const bytes = Buffer.alloc(20 * 1024 ** 2, 'verbatim ');
    expect((await put(cookie, place, 'large.txt', bytes)).status).toBe(204);
    await send('POST', place, { cookie, origin: origin() });
    const digest = (of: Buffer) => createHash('sha256').update(of).digest('hex');
    expect(digest(await readFile(String(granted[0])))).toBe(digest(bytes));
  });
});

describe('the socket', () => {
  const open = (headers: Record<string, string>, path = '/rpc') =>
    new Promise<WebSocket | number>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${room.port}${path}`, { headers });
      socket.on('open', () => resolve(socket));
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('error', () => undefined);
    });

  it('opens for our own page only', async () => {
    const cookie = await enter();
    expect(await open({ origin: origin() }), 'no cookie').toBe(403);
    expect(await open({ cookie }), 'no origin').toBe(403);
    expect(await open({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await open({ cookie, origin: origin(), host: `evil.example:${room.port}` })).toBe(421);
    expect(await open({ cookie, origin: origin() }, '/elsewhere')).toBe(404);
  });

  it('carries calls to the core', async () => {
    const socket = await open({ cookie: await enter(), origin: origin() });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    const client = createClient(webSocketTransport(socket));
    expect(await client.call('codes.list', {})).toEqual({ name: 'codes.list', input: {} });
    await room.close();
    await expect(client.call('codes.list', {})).rejects.toMatchObject({ code: 'connection-lost' });
  });
});

it('a port that is taken is said so', async () => {
  const core = {
    call: async () => null,
    on: () => () => undefined,
    handleFetch: async () => new Response(),
    grants: { issue: () => parse(GrantId, 'grant-for-00000001') },
  };
  await expect(openReadingRoom({ core, interfaceFolder: folder, port: room.port })).rejects.toMatchObject({
    code: 'input-output',
    message: expect.stringContaining('--port'),
  });
});
