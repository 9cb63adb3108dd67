/**
 * A signal that Ctrl+C (or a polite kill) aborts, so that work ends in order and keeps what is done.
 * A second Ctrl+C ends the program at once.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new DOMException('Interrupted.', 'AbortError'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
