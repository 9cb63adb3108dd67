import type { Core } from '../core/create-core.ts';

/**
 * Has what ends this process without having been caught noted in the log of the library that is open. The process ends
 * as it would have: nothing is caught here (Node, Process, `uncaughtExceptionMonitor`). Answers the function that
 * stops it.
 */
export function keepLastWords(core: Core): () => void {
  const note = (error: Error, origin: NodeJS.UncaughtExceptionOrigin) => core.noteLast(origin, error);
  process.on('uncaughtExceptionMonitor', note);
  return () => process.off('uncaughtExceptionMonitor', note);
}
