/** What the launcher wants to know of the machine; pure, so that every case is tested everywhere. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  /** 0 is root; null where there are no numbers (Windows). */
  readonly user: number | null;
}

export function thisMachine(): Machine {
  return { platform: process.platform, environment: process.env, user: process.getuid?.() ?? null };
}

/** Whether something can be shown on a screen of this machine. */
export function hasDisplay({ platform, environment }: Machine): boolean {
  if (platform === 'win32') return true;
  if (platform === 'darwin') return !environment.SSH_CONNECTION;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** Why the desktop window cannot be opened here, as the beginning of a sentence; null when nothing is against it. */
export function objectionToWindow(machine: Machine): string | null {
  if (!hasDisplay(machine)) return 'This machine has no display';
  if (machine.platform === 'linux' && machine.user === 0)
    return 'Electron keeps its sandbox only for ordinary users, and this is root';
  return null;
}

/** A program and what it is told before the address to open. */
export type BrowserCommand = readonly [program: string, options: readonly string[]];

/** The command that opens an address in the person's browser; null where there is no display to show it. */
export function browserCommand(machine: Machine): BrowserCommand | null {
  if (!hasDisplay(machine) || machine.environment.SSH_CONNECTION) return null;
  if (machine.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler']];
  if (machine.platform === 'darwin') return ['open', []];
  return ['xdg-open', []];
}
