import { defaultLibrary } from '../../launch/installation.ts';
import { thisMachine } from '../../launch/machine.ts';
import { keepReadingRoom } from '../../launch/room.ts';
import { openWindow } from '../../launch/window.ts';
import type { Output } from '../output.ts';
import { line } from '../printable.ts';
import type { ExitCode } from '../session.ts';

export interface ServeOptions {
  readonly library: string;
  readonly port: number;
  readonly openBrowser: boolean;
  readonly create: boolean;
}

/** Opens the reading room on a library until Ctrl+C. */
export async function serveCommand(output: Output, signal: AbortSignal, options: ServeOptions): Promise<ExitCode> {
  let first = true;
  await keepReadingRoom({
    ...options,
    signal,
    announce(address) {
      void output.result({ address }, () => line`\n  ${address}\n`);
      if (first && !output.json)
        output.remark(
          line`This address lets one browser on this machine in, within ten minutes. Enter gives another, Ctrl+C closes the room.`,
        );
      first = false;
    },
  });
  return 0;
}

/** Opens a library in the desktop window, or in the reading room where there can be no window. */
export async function openCommand(output: Output, signal: AbortSignal, library: string | undefined): Promise<ExitCode> {
  const chosen = library ?? defaultLibrary();
  const outcome = await openWindow(thisMachine(), chosen, (said) => output.remark(line`${said}`));
  if (outcome.opened) return 0;
  output.remark(line`${outcome.reason}, so the library opens in the reading room instead of the desktop window.`);
  return serveCommand(output, signal, { library: chosen, port: 0, openBrowser: true, create: library === undefined });
}
