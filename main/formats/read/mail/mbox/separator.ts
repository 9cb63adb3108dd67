/**
 * Where one message of a mailbox ends and the next begins (RFC 4155, appendix A): a line "From ", below an
 * empty one. Programs never agreed on the rest of that line, and letters hold lines that begin alike.
 */

/** The bytes behind a line's begin that are needed to judge it: the line itself, and the next one's begin. */
export const lookAhead = 2048;

const beginning = Buffer.from('From ');
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** "Thu Nov 17 08:00:00 2016", with a zone or without: what asctime writes, and what is like it. */
const dated = /\d{1,2}:\d{2}(?::\d{2})?\b.*\b\d{4}\b|\b\d{4}\b.*\d{1,2}:\d{2}/u;
const field = /^[!-9;-~]{1,76}[ \t]*:/u;

/**
 * Whether the line at `at` parts two messages. `window` holds the bytes around it; `isFirst` says that
 * nothing stands before it in the file.
 */
export function isSeparator(window: Buffer, at: number, isFirst: boolean): boolean {
  if (!window.subarray(at, at + beginning.length).equals(beginning)) return false;
  const end = window.indexOf(lineFeed, at);
  if (end < 0 || end - at > 1000) return false;
  const line = window.subarray(at, end).toString('latin1');
  const next = window.subarray(end + 1, end + 201).toString('latin1');
  const isBelowEmpty = isFirst || isEmptyLineBefore(window, at);
  const isDated = dated.test(line);
  return field.test(next) ? isBelowEmpty || isDated : isBelowEmpty && isDated;
}

function isEmptyLineBefore(window: Buffer, at: number): boolean {
  if (at < 2 || window[at - 1] !== lineFeed) return false;
  return window[at - 2] === lineFeed || (window[at - 2] === carriageReturn && at > 2 && window[at - 3] === lineFeed);
}

/** The next place at or after `from` in a window where a line begins "From ", or -1. */
export function nextCandidate(window: Buffer, from: number): number {
  for (let at = window.indexOf(beginning, from); at >= 0; at = window.indexOf(beginning, at + 1))
    if (at === 0 || window[at - 1] === lineFeed) return at;
  return -1;
}
