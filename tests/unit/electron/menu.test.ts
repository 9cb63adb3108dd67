import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { type CommandName, commandNames } from '../../../main/contract/index.ts';
import { menuTemplate } from '../../../main/electron/menu.ts';

function entries(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entries(item.submenu) : [])]);
}

describe.each(['linux', 'darwin', 'win32'] as const)('the menu on %s', (platform) => {
  const run: CommandName[] = [];
  const all = entries(menuTemplate(platform, (command) => run.push(command)));

  it('has every command once, and each asks for itself', () => {
    const commands = all.filter(({ id }) => id !== undefined);
    expect(commands.map(({ id }) => id).sort()).toEqual([...commandNames].sort());
    for (const item of commands) (item.click as () => void)();
    expect(run).toEqual(commands.map(({ id }) => id));
  });

  it('gives no key twice, and takes none from a text field', () => {
    const keys = all.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(keys).toEqual([...new Set(keys)]);
    for (const { accelerator, registerAccelerator } of all)
      if (accelerator !== undefined && !accelerator.startsWith('CmdOrCtrl+')) expect(registerAccelerator).toBe(false);
  });
});
