import * as v from 'valibot';
import type { Instant } from './instant.ts';

/**
 * What the program notes of its own working: names of calls, codes, durations, counts and versions. Never words of
 * articles, notes or queries, and no names of people's files; so a log can be shown to somebody who helps.
 */
export type LogEntry =
  /** `migrated`: it had an older shape and was brought up to date. */
  | { readonly kind: 'opened'; readonly agent: string; readonly milliseconds: number; readonly migrated: boolean }
  | { readonly kind: 'closed'; readonly milliseconds: number }
  /** A library that is there could not be opened. */
  | { readonly kind: 'opening-failed'; readonly agent: string; readonly code: string }
  | { readonly kind: 'import-began'; readonly import: string }
  | { readonly kind: 'import-ended'; readonly import: string; readonly state: string; readonly milliseconds: number }
  /** Any other job: what it came to, and the code of what it failed with. */
  | {
      readonly kind: 'job-ended';
      readonly job: string;
      readonly state: string;
      readonly code: string | null;
      readonly milliseconds: number;
    }
  /** A call that held its thread longer than it should. */
  | {
      readonly kind: 'slow-call';
      readonly thread: string;
      readonly call: string;
      readonly milliseconds: number;
    }
  /** A thread of the database ended though nobody ended it. */
  | { readonly kind: 'thread-died'; readonly thread: string; readonly call: string | null }
  | { readonly kind: 'thread-not-started'; readonly code: string }
  /** The database's log was damaged before this opening; so many finished changes of it could not be read, where that can be told. */
  | { readonly kind: 'log-broken'; readonly changes: number | null }
  /** Closing no longer waited for a thread that was at this call. */
  | { readonly kind: 'close-overdue'; readonly thread: string; readonly call: string }
  /** An error that nobody threw on purpose: what kind, in which call, and where in the program. */
  | {
      readonly kind: 'defect';
      readonly call: string;
      readonly error: string;
      readonly code: string | null;
      readonly at: readonly string[];
    }
  /** Lines that could not be written, or that came faster than they could be. */
  | { readonly kind: 'lines-lost'; readonly count: number };

/** A line as it is read: a program of another version may have written other kinds. */
export const LogLine = v.objectWithRest(
  { time: v.string(), kind: v.string() },
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]),
);
export type LogLine = { readonly time: Instant; readonly kind: string } & Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;
