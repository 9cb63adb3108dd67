import type { Findings } from './library.ts';

/** The folders of one round: a copy of what was prepared, where a process is killed. */
export interface Round {
  readonly folder: string;
  readonly library: string;
}

/** The start that is killed, or the one after it. */
export type Start = 'first' | 'second';

/** What lay there after a kill, counted by what it is: `articles` → 41. */
export type Counts = Readonly<Record<string, number>>;

export interface Examination {
  readonly findings: Findings;
  readonly there: Counts;
}

/** Something that a process does and is killed at. */
export interface KillScenario {
  readonly name: string;
  /** Makes the library, and what else is needed, that every round begins with. */
  prepare(round: Round): Promise<void>;
  /** What runs in the process that is killed, and in the second one: the name of an act of `acts.ts`, and its arguments. */
  act(round: Round, start: Start): readonly [act: string, ...args: string[]];
  /** What is there, and what is wrong, after the kill and a second start. `acknowledged` is what the process had said was done, in order. */
  examine(round: Round, acknowledged: readonly string[]): Promise<Examination>;
  /** What is wrong after the same was done again and came to its end. */
  examineEnd(round: Round): Promise<Findings>;
}
