import { describe, expect, it } from 'vitest';
import { relativeName } from '../../../main/pages/interface-files.ts';
import { contentSecurityPolicy, secured } from '../../../main/pages/policy.ts';

describe('the name of an interface file', () => {
  it('is the address without its slash; the root is the page', () => {
    expect(relativeName('/')).toBe('index.html');
    expect(relativeName('/assets/main-1a2b.js')).toBe('assets/main-1a2b.js');
  });
  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fx.js',
    '/assets%5c..%5cx.js',
    '/.env',
    '/C:/x.js',
    '//host/x.js',
    '/a%00.js',
    '/%',
    '',
  ])('is nothing for %s', (pathname) => {
    expect(relativeName(pathname)).toBeNull();
  });
});

describe('the policy of every page', () => {
  it('starts from nothing and allows only what the interface needs', () => {
    const directives = Object.fromEntries(
      contentSecurityPolicy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    expect(directives).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['verbatim'],
    });
  });
  it('is put on every answer, leaves a stricter one alone and opens nothing to other origins', () => {
    const headers = secured(new Response('x')).headers;
    expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const strict = new Response('x', { headers: { 'content-security-policy': "default-src 'none'; sandbox" } });
    expect(secured(strict).headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });
});
