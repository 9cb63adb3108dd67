import type { Protocol } from 'electron';
import { interfaceFile } from '../pages/interface-files.ts';
import { secured } from '../pages/policy.ts';
import { isOwn, scheme } from './security.ts';

/** What the page's addresses need of the core. */
export interface Fetchable {
  handleFetch(request: Request): Promise<Response>;
}

/** Chromium has to know the scheme before the application is ready: an origin like https, with fetch and streams. */
export function announceScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Answers every address of the interface: its files from the build, everything else from the core. */
export function serveScheme(protocol: Protocol, core: Fetchable, interfaceFolder: string): void {
  protocol.handle(scheme, async (request) => secured(await answer(request, core, interfaceFolder)));
}

async function answer(request: Request, core: Fetchable, interfaceFolder: string): Promise<Response> {
  if (!isOwn(request.url)) return new Response('Not found.', { status: 404 });
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
  try {
    const file = await interfaceFile(interfaceFolder, new URL(request.url).pathname);
    return file ?? (await core.handleFetch(request));
  } catch (error) {
    console.error(request.url, error);
    return new Response('This could not be read.', { status: 500 });
  }
}
