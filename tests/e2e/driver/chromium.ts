import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/**
 * Finds a Chromium to test with: `CHROME_PATH`, then Debian's headless shell (the same engine without the
 * browser's own windows, which take a third of each test), then an installed Chrome, Chromium or Edge, then
 * Playwright's own. Null when the machine has none.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const candidates = [environment.CHROME_PATH ?? '', ...usualPlaces(environment), chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

function usualPlaces(environment: NodeJS.ProcessEnv): readonly string[] {
  switch (process.platform) {
    case 'win32':
      return [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default:
      return [
        'chromium-headless-shell',
        'google-chrome',
        'google-chrome-stable',
        'chromium',
        'chromium-browser',
        'microsoft-edge',
      ].flatMap((name) => (environment.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));
  }
}

/** Root has no sandbox on Linux, and no test may wait for a server of the browser's maker. */
export const chromiumArguments: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
