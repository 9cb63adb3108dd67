import { page } from '../../support/library.ts';
import { httpAnswer, warcRecord } from '../../support/web-archive.ts';

export const site = 'https://courier.example';

/** The smallest PNG there is: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const story = (number: number, more = ''): string =>
  page({
    title: `Sitting ${number} of the board`,
    url: `${site}/board/${number}`,
    body: [
      `On day ${number} the harbour board of Port Ellery met and spoke for hours about the spring rules and the dredging.`,
      'Its chair said that nothing had been decided, and that the members would meet again before the month was out.',
    ],
  }).replace('</article>', `${more}</article>`);

let lastId = 0;

/** A page's record with an id of its own. */
export function captured(
  path: string,
  markup: string,
  options: { readonly date?: string; readonly id?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Buffer {
  lastId += 1;
  return warcRecord({
    uri: path.includes(':') ? path : site + path,
    id: options.id ?? `page-${lastId}`,
    block: httpAnswer(markup),
    ...(options.date === undefined ? {} : { date: options.date }),
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
}

export const article = (number: number, more = ''): Buffer => captured(`/board/${number}`, story(number, more));

export const image = (path: string, bytes: Uint8Array = pixel, date = '2024-11-14T17:20:00Z'): Buffer =>
  warcRecord({
    uri: path.includes(':') ? path : site + path,
    date,
    id: `image-${path}-${date}`,
    block: httpAnswer(bytes, { type: 'image/png' }),
  });

export const redirect = (path: string, location: string): Buffer =>
  warcRecord({
    uri: path.includes(':') ? path : site + path,
    id: `redirect-${path}`,
    block: httpAnswer('', { status: 302, headers: { Location: location } }),
  });

export const boards = (...numbers: readonly number[]): string[] => numbers.map((number) => `${site}/board/${number}`);
