import { benchCore } from './core.ts';

/**
 * `npm run bench -- core [--articles N] [--import N] [--queries N]`: import rate, search by kind of query,
 * start, memory. `npm run bench -- extraction`: what is taken from saved pages.
 */
const [name, ...rest] = process.argv.slice(2);

function option(option: string, otherwise: number): number {
  const at = rest.indexOf(`--${option}`);
  if (at < 0) return otherwise;
  const value = Number(rest[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} wants a whole number`);
  return value;
}

switch (name) {
  case 'core':
    await benchCore({
      articles: option('articles', 10_000),
      imported: option('import', 2_000),
      queries: option('queries', 100),
    });
    break;
  case 'extraction':
    await import(new URL('./extraction/index.ts', import.meta.url).href);
    break;
  default:
    console.error('npm run bench -- core [--articles N] [--import N] [--queries N]\nnpm run bench -- extraction');
    process.exitCode = 1;
}
