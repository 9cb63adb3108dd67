/**
 * What a page of Verbatim may do, whichever host serves it: load its own files, show images that the
 * library holds, talk to its own origin. Nothing inline, nothing from elsewhere, in nobody's frame.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  // No text becomes markup or code anywhere in the page; the one policy there is lets its own worker start.
  "require-trusted-types-for 'script'",
  'trusted-types verbatim',
].join('; ');

/** Headers of every answer. There is no CORS header among them, so no other origin reads anything. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The same answer with the headers above; an answer's own stricter policy stays. */
export function secured(response: Response): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders)) if (!headers.has(name)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
