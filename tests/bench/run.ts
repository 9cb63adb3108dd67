import { benchCore } from './core.ts';
import { benchDuplicates } from './duplicates.ts';
import { benchImport } from './import.ts';
import { benchReader } from './reader.ts';
import { benchScale } from './scale.ts';
import { benchStatements } from './statements/index.ts';

/**
 * `npm run bench -- core [--articles N] [--import N] [--queries N] [--keep FOLDER]`: import
 * rate, search by kind of query, start, memory; a library that is kept is searched again the next time.
 * `npm run bench -- import [--pages N | --folder FOLDER] [--megabytes N]`: a folder of saved pages (made ones, or your own)
 * and web archives of two sizes taken in, beside Readability on linkedom and on jsdom; `--pages 5000 --megabytes 2048` is
 * the whole of it, `--megabytes 0` leaves the archives out. `npm run bench -- duplicates [--articles N] [--each N]`:
 * near-duplicates found among N articles, by kind of edit. `npm run bench -- extraction FOLDER…`: what is taken from
 * saved pages. `npm run bench -- reader [--rounds N]`: articles that are far too large, opened in Chromium beside an
 * ordinary one. `npm run bench -- scale [--articles N] [--quotations N] [--folder KEPT] [--rounds N]`: every list and one
 * act of each kind on a library of N articles with statements (and so many quotations in each), marks, collections and imports
 * around them; a kept one is measured again.
 * `npm run bench -- statements [--folder BRAT_FOLDER] [--language en] [--fold K] [--verbose] [--fit]`: statements found of labelled
 * articles, the project's own or a folder in brat's stand-off; `--fold K` takes one fifth of them, `--verbose` prints each error,
 * `--fit` writes the confidence of suggestions anew.
 */
const [name, ...rest] = process.argv.slice(2);

function text(option: string): string | null {
  const at = rest.indexOf(`--${option}`);
  return at < 0 ? null : (rest[at + 1] ?? null);
}

function option(option: string, otherwise: number, least = 1): number {
  const value = Number(text(option) ?? otherwise);
  if (!Number.isInteger(value) || value < least) throw new Error(`--${option} wants a whole number`);
  return value;
}

switch (name) {
  case 'core':
    await benchCore({
      articles: option('articles', 10_000),
      imported: option('import', 2_000),
      queries: option('queries', 100),
      keep: text('keep'),
    });
    break;
  case 'duplicates':
    benchDuplicates({ articles: option('articles', 10_000), each: option('each', 50) });
    break;
  case 'import':
    await benchImport({
      pages: option('pages', 500),
      megabytes: option('megabytes', 200, 0),
      folder: text('folder'),
    });
    break;
  case 'reader':
    await benchReader({ rounds: option('rounds', 5) });
    break;
  case 'scale':
    await benchScale({
      articles: option('articles', 20_000),
      folder: text('folder'),
      quotations: option('quotations', 0, 0),
      rounds: option('rounds', 10),
    });
    break;
  case 'statements':
    benchStatements({
      folder: text('folder'),
      language: text('language'),
      fold: text('fold') === null ? null : option('fold', 1),
      isVerbose: rest.includes('--verbose'),
      isFit: rest.includes('--fit'),
    });
    break;
  case 'extraction':
    // It reads its folders from the command line, as when it is started by itself.
    process.argv.splice(2, 1);
    await import('./extraction/index.ts');
    break;
  default:
    console.error(
      'npm run bench -- core [--articles N] [--import N] [--queries N] [--keep FOLDER]\nnpm run bench -- import [--pages N | --folder FOLDER] [--megabytes N]\nnpm run bench -- duplicates [--articles N] [--each N]\nnpm run bench -- extraction FOLDER…\nnpm run bench -- reader [--rounds N]\nnpm run bench -- scale [--articles N] [--quotations N] [--folder KEPT] [--rounds N]\nnpm run bench -- statements [--folder BRAT_FOLDER] [--language en] [--fold K] [--verbose] [--fit]',
    );
    process.exitCode = 1;
}
