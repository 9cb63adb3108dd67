import { type ExportResult, headingName, type Progress, type StatementRecord } from '../../contract/index.ts';
import type { PackageSink } from '../../formats/shared/package/package.ts';
import {
  type Codebook,
  type LeavingArticle,
  type LeavingPeople,
  placeOf,
  sealedWords,
} from '../../formats/write/marks.ts';
import type { CoreContext } from '../context.ts';
import type { Scope } from './scope.ts';
import type { WorkFolder } from './spool.ts';

/** What the writers of the formats share while one export runs. */
export interface ExportWork {
  readonly context: CoreContext;
  /** The package's own name, without extension. */
  readonly name: string;
  /** What was selected, in the words that the package says of itself. */
  readonly label: string;
  /** The library's own name, where the whole of it goes; null with a selection. */
  readonly library: string | null;
  readonly at: Date;
  readonly scope: Scope;
  readonly codebook: Codebook;
  readonly people: LeavingPeople;
  readonly folder: WorkFolder;
  readonly signal: AbortSignal;
  readonly tally: Tally;
  /** The articles that passed the check, in the order of the selection. */
  articles(): AsyncIterable<LeavingArticle>;
}

/** What a finished and validated package is. */
export interface Written {
  readonly files: number;
  readonly bytes: number;
  readonly validation: ExportResult['validation'];
}

/** Writes one format into a sink and seals it; throws when its validation fails. */
export type PackageWriter = (work: ExportWork, sink: PackageSink) => Promise<Written>;

/** Counts and progress of one export. */
export class Tally {
  articles = 0;
  statements = 0;
  annotations = 0;
  readonly brokenSeals: ExportResult['brokenSeals'][number][] = [];
  readonly leftOut: ExportResult['leftOut'][number][] = [];
  readonly #report: (progress: Progress) => void;
  readonly #total: number;
  readonly #started = performance.now();
  #items = 0;
  #bytes = 0;
  #bytesTotal = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(total: number, report: (progress: Progress) => void) {
    this.#total = total;
    this.#report = report;
    this.#tell('working', null);
  }

  /** One article was checked, whether it goes along or not. */
  looked(title: string | null): void {
    this.#items += 1;
    this.#tell('working', title);
  }

  /** One statement went along; a broken seal is told. */
  handedOver({ article }: LeavingArticle, statement: StatementRecord): void {
    this.statements += 1;
    if (sealedWords(article, statement).seal !== 'changed') return;
    const { placement, words } = placeOf(article, statement);
    this.brokenSeals.push({
      id: statement.id,
      label: `“${headingName(words).slice(0, 80)}” in ${headingName(article.title)}`,
      reason:
        placement === 'lost'
          ? 'Its words don’t stand in the current revision any more.'
          : 'Other words stand in the place of those it was made on.',
    });
  }

  wrote(bytes: number): void {
    this.#bytes += bytes;
    this.#bytesTotal += bytes;
  }

  /** The package is being read back, `bytes` of it so far. */
  validated(bytes: number): void {
    if (this.#phase !== 'validating') {
      this.#phase = 'validating';
      this.#bytes = 0;
      this.#last = Number.NEGATIVE_INFINITY;
    }
    this.#bytes += bytes;
    this.#tell('validating', null);
  }
  #phase: Progress['phase'] = 'working';

  finishing(): void {
    this.#last = Number.NEGATIVE_INFINITY;
    this.#tell('finishing', null);
  }

  #tell(phase: Progress['phase'], current: string | null): void {
    const now = performance.now();
    if (now - this.#last < 100) return;
    this.#last = now;
    const seconds = (now - this.#started) / 1000;
    const honest = phase === 'working' && seconds > 2 && this.#items > 5;
    this.#report({
      phase,
      items: { done: this.#items, total: this.#total },
      bytes: { done: this.#bytes, total: this.#bytesTotal },
      secondsLeft: honest ? Math.ceil(((this.#total - this.#items) * seconds) / this.#items) : null,
      current,
    });
  }
}
