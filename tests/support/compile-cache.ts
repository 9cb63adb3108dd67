import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where Node keeps what it compiled (Node, `NODE_COMPILE_CACHE`): the tests start thousands of processes and threads
 * from the sources, and half of such a start is reading TypeScript. Whoever starts tests imports this; what is started
 * inherits it.
 */
process.env.NODE_COMPILE_CACHE ??= join(
  fileURLToPath(new URL('../..', import.meta.url)),
  'node_modules',
  '.cache',
  'verbatim-tests',
);
