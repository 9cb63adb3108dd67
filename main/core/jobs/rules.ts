import type { CheckedJobInput, JobName } from '../../contract/index.ts';

/** Jobs of one lane run one after the other, in the order they came; those of different lanes run side by side. */
export type Lane = 'import' | 'extraction' | 'export' | 'check' | 'backup' | 'report' | 'decisions';

export interface JobRule<Name extends JobName> {
  readonly lane: Lane;
  /**
   * What tells two jobs of this name apart: one that is started while another with the same key is under way is that
   * one. Null where each is its own.
   */
  key(input: CheckedJobInput<Name>): string | null;
  /** Whether the job asks for its turn itself, because it has something to write before. */
  readonly asksForTurn: boolean;
}

/** One is enough: what a second would do, the first does. */
const one = () => '';
const eachItsOwn = () => null;

/**
 * What runs beside what, and why:
 *
 * - Imports run one after the other, whoever began them (a page, a watched folder, the terminal): they share the
 *   parsers and the writer, so two at once end no sooner, and one report after the other can be followed.
 * - *Extract again* runs beside an import: each takes an article as it is then, and a conflict is told in its line.
 *   Two of them would read the same originals twice. *Find statements again* takes turns with it: both make suggestions anew.
 * - An export runs beside everything, for it only reads. Two share the disk, and each may leave a large file.
 * - One check and one backup at a time: a second one that is asked for meanwhile is the same.
 * - Reports are short; they wait for nothing but each other.
 * - Decisions about many statements follow one another, so that each is taken back as it was made, and run beside everything.
 */
export const jobRules: { readonly [Name in JobName]: JobRule<Name> } = {
  'import.run': { lane: 'import', key: eachItsOwn, asksForTurn: true },
  'import.resume': { lane: 'import', key: ({ id }) => id, asksForTurn: true },
  'import.sample': { lane: 'import', key: one, asksForTurn: true },
  'import.report': { lane: 'report', key: eachItsOwn, asksForTurn: false },
  'export.run': { lane: 'export', key: eachItsOwn, asksForTurn: false },
  'articles.extractAgain': { lane: 'extraction', key: eachItsOwn, asksForTurn: false },
  'statements.findAgain': { lane: 'extraction', key: eachItsOwn, asksForTurn: false },
  'statements.decideMany': { lane: 'decisions', key: eachItsOwn, asksForTurn: false },
  'statements.takeManyBack': { lane: 'decisions', key: ({ act }) => act, asksForTurn: false },
  'health.check': { lane: 'check', key: one, asksForTurn: false },
  'health.backup': { lane: 'backup', key: one, asksForTurn: false },
};

/** So many may wait in a lane. Each holds its input, and nobody waits for the hundredth. */
export const mostWaiting = 100;

/** How many jobs that ended are kept, with their results and what can be fetched of them, and for how long in milliseconds. */
export const kept = { count: 12, milliseconds: 24 * 60 * 60 * 1000 } as const;
