import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { channels } from '../../../main/electron/channels.ts';

it('the preload, which may import nothing, speaks the channels of the program', () => {
  const source = readFileSync(new URL('../../../main/electron/preload.cts', import.meta.url), 'utf8');
  const spoken = new Set([...source.matchAll(/'(verbatim:[a-z-]+)'/g)].map((match) => match[1]));
  expect([...spoken].sort()).toEqual(Object.values(channels).sort());
  expect([...source.matchAll(/require\('([^']+)'\)/g)].map((match) => match[1])).toEqual(['electron']);
});
