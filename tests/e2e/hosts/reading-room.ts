import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { HostStart, RunningHost } from '../driver/host.ts';
import { end } from '../driver/process.ts';

/** Starts the reading room and opens its one-time link in a page. */
export async function startReadingRoom({ library, context }: HostStart): Promise<RunningHost> {
  const script = fileURLToPath(new URL('./reading-room-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, library], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the reading room ended with ${code} before it was open`)));
  });
  const page = await context.newPage();
  await page.goto(address);
  return {
    name: 'reading-room',
    page,
    async choose(paths, action) {
      const asked = page.waitForEvent('filechooser');
      await action();
      const chooser = await asked;
      if (paths.length > 0) await chooser.setFiles([...paths]);
      else await chooser.element().dispatchEvent('cancel');
    },
    async save(target, action) {
      const begun = page.waitForEvent('download');
      await action();
      const download = await begun;
      await mkdir(dirname(target), { recursive: true });
      await download.saveAs(target);
      return target;
    },
    menu: async () => false,
    kill: () => end(child, 'SIGKILL'),
    async close() {
      await page.close();
      await end(child, 'SIGTERM');
    },
  };
}
