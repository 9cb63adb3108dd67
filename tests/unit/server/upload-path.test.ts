import { describe, expect, it } from 'vitest';
import { uploadPath } from '../../../main/server/upload-path.ts';

describe('the path of an uploaded file', () => {
  it('keeps folders and any letters', () => {
    expect(uploadPath('Marrow Bay/página_files/a b.png', 'linux')).toEqual(['Marrow Bay', 'página_files', 'a b.png']);
    expect(uploadPath('...and more.html', 'linux')).toEqual(['...and more.html']);
  });

  it.each([
    '',
    '/etc/passwd',
    '../up.html',
    'a/../../up.html',
    'a/./b.html',
    'a//b.html',
    'a/',
    'a\\..\\up.html',
    'nul\0.html',
    'line\nbreak.html',
    `${'x'.repeat(256)}.html`,
    `${'a/'.repeat(40)}b`,
  ])('refuses %j', (path) => {
    expect(() => uploadPath(path, 'linux')).toThrowError(/cannot be the path/);
  });

  it('avoids the names that Windows keeps for itself', () => {
    expect(uploadPath('C:/con.html/what?.html/trailing.', 'win32')).toEqual([
      'C_',
      '_con.html',
      'what_.html',
      'trailing_',
    ]);
  });
});
