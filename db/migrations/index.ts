import { first } from './0010-first.ts';
import { containers } from './0020-containers.ts';
import { likeness } from './0030-likeness.ts';
import { importQueue } from './0050-import-queue.ts';
import { awaitedPages } from './0060-awaited-pages.ts';
import { collectionOrder } from './0070-collection-order.ts';
import { mended } from './0090-mended.ts';
import { verbatimChecks } from './0110-verbatim-checks.ts';
import { wholeCharacters } from './0115-whole-characters.ts';
import { broughtStatements } from './0120-brought-statements.ts';
import { datedStatements } from './0130-dated-statements.ts';
import { narrowWays } from './0135-narrow-ways.ts';
import { suggestedStatements } from './0140-suggested-statements.ts';
import { packedContents } from './0145-packed-contents.ts';
import { spokenTogether } from './0150-spoken-together.ts';
import { people } from './0155-people.ts';
import { reasons } from './0160-reasons.ts';
import { ledgerSorts } from './0165-ledger-sorts.ts';
import { threeDates } from './0175-three-dates.ts';
import type { Migration } from './migration.ts';

/** In ascending order. The next one's number is the next five after the last. */
export const migrations: readonly Migration[] = [
  first,
  containers,
  likeness,
  importQueue,
  awaitedPages,
  collectionOrder,
  mended,
  verbatimChecks,
  wholeCharacters,
  broughtStatements,
  datedStatements,
  narrowWays,
  suggestedStatements,
  packedContents,
  spokenTogether,
  people,
  reasons,
  ledgerSorts,
  threeDates,
];

/** What `user_version` of a library of this program says. */
export const latestVersion = migrations.reduce((version, migration) => Math.max(version, migration.version), 0);
