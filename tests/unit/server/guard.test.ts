import { describe, expect, it } from 'vitest';
import { judge, type RequestFacts } from '../../../main/server/guard.ts';

const reading: RequestFacts = {
  method: 'GET',
  host: '127.0.0.1:4100',
  origin: undefined,
  fetchSite: undefined,
  upgrade: false,
  entering: false,
};
const verdict = (changes: Partial<RequestFacts>) => {
  const result = judge({ ...reading, ...changes });
  return result.allowed ? 'allowed' : result.status;
};

describe('the reading room judges a request', () => {
  it.each([['127.0.0.1:4100'], ['localhost:4100'], ['LOCALHOST:9000'], ['[::1]:4100']])(
    'by its host: %s is ours',
    (host) => {
      expect(verdict({ host })).toBe('allowed');
    },
  );
  it.each([
    [undefined],
    [''],
    ['127.0.0.1'],
    ['evil.example:4100'],
    ['127.0.0.1.evil.example:4100'],
    ['localhost.evil.example:4100'],
    ['127.0.0.1:4100@evil.example:80'],
    ['10.0.0.7:4100'],
  ])('by its host: %s is not', (host) => {
    expect(verdict({ host })).toBe(421);
  });

  it('by its origin, when it gives one', () => {
    expect(verdict({ origin: 'http://127.0.0.1:4100' })).toBe('allowed');
    for (const origin of [
      'http://127.0.0.1:4101',
      'http://localhost:4100',
      'https://127.0.0.1:4100',
      'null',
      'https://evil.example',
    ])
      expect(verdict({ origin })).toBe(403);
  });

  it('and wants an origin of whatever changes something or opens a socket', () => {
    expect(verdict({ method: 'POST' })).toBe(403);
    expect(verdict({ method: 'PUT' })).toBe(403);
    expect(verdict({ upgrade: true })).toBe(403);
    expect(verdict({ method: 'POST', origin: 'http://127.0.0.1:4100' })).toBe('allowed');
    expect(verdict({ upgrade: true, origin: 'http://127.0.0.1:4100' })).toBe('allowed');
  });

  it('by where the browser says that it comes from', () => {
    expect(verdict({ fetchSite: 'same-origin' })).toBe('allowed');
    expect(verdict({ fetchSite: 'none' })).toBe('allowed');
    expect(verdict({ fetchSite: 'same-site' })).toBe(403);
    expect(verdict({ fetchSite: 'cross-site' })).toBe(403);
    expect(verdict({ fetchSite: 'cross-site', entering: true }), 'a link’s secret decides').toBe('allowed');
    expect(verdict({ host: 'evil.example:4100', fetchSite: 'cross-site', entering: true })).toBe(421);
  });
});
