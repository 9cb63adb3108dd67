import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'main', 'decisions');
const names = readdirSync(folder).filter((name) => name !== 'README.md');

it('each says what was decided, when, and for which code that is still there', () => {
  for (const name of names) {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/);
    const [title, , facts, , reason] = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(title, name).toMatch(/^# \S/);
    const governs = /^\d{4}-\d{2}-\d{2}\. Governs: (\S.*)$/.exec(String(facts))?.[1] ?? 'nothing';
    const gone = governs.split(/, /).filter((path) => !existsSync(join(root, path.replace(/\.$/, ''))));
    expect(gone, `${name} names code that is not there`).toEqual([]);
    expect(String(reason), name).not.toBe('');
  }
});

it('no two decisions have one number', () => {
  const numbers = names.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
