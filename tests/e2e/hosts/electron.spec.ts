import { test } from '@playwright/test';
import { objectionToElectron } from './electron.ts';

test('the real Electron', () => {
  // Where there is one, its project runs every spec instead of this file.
  test.skip(true, objectionToElectron() ?? '');
});
