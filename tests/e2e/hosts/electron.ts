import { join } from 'node:path';
import { _electron } from 'playwright';
import { runtimeIn } from '../../../main/launch/window.ts';
import type { HostStart, RunningHost } from '../driver/host.ts';
import { projectRoot } from '../driver/process.ts';

/** Why the real Electron cannot be tested here; null when it can. */
export function objectionToElectron(): string | null {
  if (runtimeIn(join(projectRoot, 'node_modules', 'electron')) === null)
    return 'Electron’s runtime is not on this machine';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return 'this machine has no display';
  return null;
}

/** Starts the real desktop program, as built. */
export async function startElectron({ library, home }: HostStart): Promise<RunningHost> {
  const root = process.getuid?.() === 0;
  const application = await _electron.launch({
    executablePath: String(runtimeIn(join(projectRoot, 'node_modules', 'electron'))),
    args: [...(root ? ['--no-sandbox'] : []), `--user-data-dir=${home}`, projectRoot, library],
  });
  const page = await application.firstWindow();
  const answerDialogs = (open: readonly string[], save: string) =>
    application.evaluate(
      ({ dialog }, answers) => {
        dialog.showOpenDialog = async () => ({ canceled: answers.open.length === 0, filePaths: [...answers.open] });
        dialog.showSaveDialog = async () => ({ canceled: answers.save === '', filePath: answers.save });
      },
      { open, save },
    );
  return {
    name: 'electron',
    page,
    async choose(paths, action) {
      await answerDialogs(paths, '');
      await action();
    },
    async save(target, action) {
      await answerDialogs([], target);
      await action();
      return target;
    },
    menu: (command) =>
      application.evaluate(({ Menu }, id) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id) ?? null;
        item?.click();
        return item !== null;
      }, command),
    async kill() {
      application.process().kill('SIGKILL');
      await page.waitForEvent('close').catch(() => undefined);
    },
    close: () => application.close(),
  };
}
