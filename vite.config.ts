import { defineConfig } from 'vite';

/** The interface: plain files under dist/renderer, nothing inline, so that the strict policy holds. */
export default defineConfig({
  root: 'renderer',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
