import { defineConfig } from 'vitest/config';
import './tests/support/compile-cache.ts';

/** `*.test.ts` is Vitest's, `*.spec.ts` under tests/e2e is Playwright's. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/specs/**', 'node_modules/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
