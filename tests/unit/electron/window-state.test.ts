import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeWindow, recall, remember } from '../../../main/electron/window-state.ts';

const screens = [
  { x: 0, y: 0, width: 1440, height: 900 },
  { x: 1440, y: 0, width: 1920, height: 1080 },
];

describe('the window', () => {
  it('opens where it was', () => {
    const bounds = { x: 1500, y: 40, width: 1200, height: 800 };
    expect(placeWindow(bounds, screens)).toEqual(bounds);
  });
  it('comes back to a screen when its own is gone, in the same size', () => {
    const bounds = { x: 1500, y: 40, width: 1200, height: 800 };
    expect(placeWindow(bounds, screens.slice(0, 1))).toEqual({ width: 1200, height: 800 });
    expect(placeWindow({ ...bounds, x: 100, y: -900 }, screens)).toEqual({ width: 1200, height: 800 });
  });
  it('is never too small to use, and has a usual size', () => {
    expect(placeWindow({ x: 10, y: 10, width: 20, height: 20 }, screens)).toEqual({
      x: 10,
      y: 10,
      width: 720,
      height: 480,
    });
    expect(placeWindow(null, screens)).toEqual({ width: 1280, height: 860 });
  });
});

describe('what is remembered', () => {
  it('comes back, and a damaged file is as good as none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'verbatim-test-'));
    try {
      const file = join(folder, 'new', 'window.json');
      const what = { library: '/home/ada/Verbatim', bounds: { x: 1, y: 2, width: 3, height: 4 }, maximized: true };
      await remember(file, what);
      expect(await recall(file)).toEqual(what);
      await writeFile(file, '{"library": 5}');
      expect(await recall(file)).toEqual({ library: null, bounds: null, maximized: false });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
