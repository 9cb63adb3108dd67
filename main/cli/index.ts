#!/usr/bin/env node
import { inspect } from 'node:util';
import { CommanderError } from 'commander';
import { shownName, shownWords, toErrorData } from '../contract/index.ts';
import { interruptSignal } from '../launch/interrupt.ts';
import { buildProgram } from './program.ts';

/** The terminal's entry: runs one command and ends with 0 (done), 1 (failed) or 2 (done, with something refused or wrong). */
// npm runs scripts in the project's folder; paths count from where the person stands.
if (process.env.npm_lifecycle_event === 'verbatim' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const signal = interruptSignal();
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever read has read enough (`… | head`).
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const program = buildProgram(signal, (exit) => {
  process.exitCode = exit;
});
for (const command of [program, ...program.commands]) command.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 1;
  if (error instanceof CommanderError) {
    // Commander has already said what was typed wrongly.
  } else if (signal.aborted) console.error('Cancelled; what was done is kept.');
  else {
    const { code, message } = toErrorData(error);
    // A defect is told with all that helps to find it.
    console.error(code === 'internal' ? shownWords(inspect(error)) : shownName(message));
  }
}
