import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenPath } from '../../../main/cli/given-path.ts';

describe('the path of a report line', () => {
  it('is the path as it was typed', () => {
    expect(givenPath('a.html', ['/home/ada/a.html'])).toBe('/home/ada/a.html');
    expect(givenPath('articles/2016/a.html', ['../articles/'])).toBe('../articles/2016/a.html');
    expect(givenPath('articles/2016/a.html', ['articles'])).toBe('articles/2016/a.html');
    expect(givenPath('bag › data/x.json', ['in/bag'])).toBe('in/bag › data/x.json');
  });
  it('counts from here where the folder was typed as a dot', () => {
    const here = resolve('.').split(/[\\/]/).at(-1);
    expect(givenPath(`${here}/a.html`, ['.'])).toBe('a.html');
  });
  it('stays as the report has it where two places have one name', () => {
    expect(givenPath('a.html', ['one/a.html', 'two/a.html'])).toBe('a.html');
    expect(givenPath('ab.html', ['one/a.html', 'two/ab.html'])).toBe('two/ab.html');
  });
});
