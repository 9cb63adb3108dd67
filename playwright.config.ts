import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/e2e/driver/chromium.ts';
import type { HostName } from './tests/e2e/driver/host.ts';
import { objectionToElectron } from './tests/e2e/hosts/electron.ts';
import './tests/support/compile-cache.ts';

const executablePath = findChromium();
const project = (hostName: HostName) => ({ name: hostName, use: { hostName } });

/** The same specs on every host. `npm run build` comes first. No test is tried twice. */
export default defineConfig<{ readonly hostName: HostName }>({
  testDir: 'tests/e2e',
  testMatch: ['specs/**/*.spec.ts', 'hosts/**/*.spec.ts'],
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  // Generous: what hangs fails, what is only slow on a busy machine does not.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    screenshot: 'only-on-failure',
    // A trace of each action takes a third of the time; it is for whoever looks into a failure at their own machine.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'off',
    launchOptions: { args: [...chromiumArguments], ...(executablePath === null ? {} : { executablePath }) },
  },
  projects: [
    {
      ...project('reading-room'),
      testIgnore: ['hosts/electron*/**', 'hosts/electron.spec.ts', 'hosts/packaging.spec.ts'],
    },
    { ...project('electron-double'), testIgnore: ['hosts/reading-room.spec.ts', 'hosts/electron.spec.ts'] },
    { ...project('electron'), testMatch: objectionToElectron() === null ? ['specs/**'] : ['hosts/electron.spec.ts'] },
  ],
});
