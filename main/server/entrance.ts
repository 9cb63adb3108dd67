import { plain } from './exchange.ts';
import { linkMinutes } from './session.ts';

/** Where a one-time link leads. */
export const entrance = '/enter';

/**
 * Lets a browser in, with the cookie that its link bought (null: it has one). Who typed or pasted the
 * address is sent on at once. Who came from another page (the file that the program gave the browser)
 * gets a page of ours first: a strict cookie isn't sent along a redirect that a foreign page began,
 * and is when our own page goes on.
 */
export function letIn(cookie: string | null, fromElsewhere: boolean): Response {
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (cookie !== null) headers.set('set-cookie', cookie);
  if (!fromElsewhere) {
    headers.set('location', '/');
    return new Response(null, { status: 303, headers });
  }
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(leadOn('/'), { status: 200, headers });
}

export function notLetIn(): Response {
  return plain(
    403,
    `This address was used already or is older than ${linkMinutes} minutes. Ask the terminal for a new one: press Enter there.`,
  );
}

/** A page that goes on to an address without a script; its link is for browsers that don't. `address` needs no escaping in HTML. */
export function leadOn(address: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Verbatim</title>
<p><a href="${address}">Open the reading room</a></p>
</html>
`;
}
