import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../main/core/identity/canonical-url.ts';

describe('the canonical URL', () => {
  const same: readonly [rule: string, address: string, canonical: string][] = [
    ['counts http as https', 'http://courier.example/a', 'https://courier.example/a'],
    ['lowers the host, not the path', 'https://Courier.EXAMPLE/A', 'https://courier.example/A'],
    ['drops the port of the scheme', 'http://courier.example:80/a', 'https://courier.example/a'],
    ['keeps another port', 'https://courier.example:8443/a', 'https://courier.example:8443/a'],
    ['drops the fragment', 'https://courier.example/a#comments', 'https://courier.example/a'],
    ['drops names and passwords', 'https://me:secret@courier.example/a', 'https://courier.example/a'],
    [
      'drops what tracks the reader',
      'https://courier.example/a?utm_source=x&fbclid=1&id=7',
      'https://courier.example/a?id=7',
    ],
    ['sorts the other parameters', 'https://courier.example/a?page=2&id=7', 'https://courier.example/a?id=7&page=2'],
    ['drops the slash at the end', 'https://courier.example/a/', 'https://courier.example/a'],
    ['keeps the slash of the front page', 'https://courier.example/', 'https://courier.example/'],
    ['drops the final dot of a host', 'https://courier.example./a', 'https://courier.example/a'],
  ];
  it.each(same)('%s', (_rule, address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });

  it.each([null, '', 'not an address', 'file:///home/a.html', 'javascript:alert(1)', 'about:blank'])(
    'is null for %s',
    (address) => {
      expect(canonicalUrl(address)).toBeNull();
    },
  );
});
