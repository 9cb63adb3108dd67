import { signal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type CommandName, commandNames } from '../../../main/contract/shell.ts';

/** Commands of the interface alone: the palette has them, the native menu doesn't. */
const ownCommands = [
  'manage-codes',
  'show-people',
  'show-awaited',
  'appearance',
  'citation-form',
  'extract-again',
  'find-statements',
  'compare-revisions',
  'compare-chosen',
  'show-duplicates',
] as const;
export type Command = CommandName | (typeof ownCommands)[number];

/** All there are, in the order in which the palette offers them. */
export const allCommands: readonly Command[] = [...commandNames, ...ownCommands];

export function isCommand(value: string): value is Command {
  return (allCommands as readonly string[]).includes(value);
}

/** What commands do; a promise that rejects is told to the person. */
export type Commands = Readonly<Partial<Record<Command, () => unknown>>>;

interface Offer {
  readonly id: string;
  readonly commands: () => Commands;
}
const offers = signal<readonly Offer[]>([]);

/** Offers commands while the component is shown; what they do may change from render to render. A later offer wins. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  latest.current = commands;
  const id = useId();
  useLayoutEffect(() => {
    const offer: Offer = { id, commands: () => latest.current };
    offers.value = [...offers.value, offer];
    return () => {
      offers.value = offers.value.filter((one) => one !== offer);
    };
  }, [id]);
}

/** What a command does at present; null where nothing that is shown offers it. */
export function commandNow(name: Command): (() => unknown) | null {
  for (const { commands } of offers.value.toReversed()) {
    const run = commands()[name];
    if (run !== undefined) return run;
  }
  return null;
}
