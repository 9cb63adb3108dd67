import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { makeLibrary, page } from '../../support/library.ts';

const terminal = resolve(import.meta.dirname, '../../../main/cli/index.ts');

describe('a process that is killed in the middle of an import', () => {
  it('loses nothing it has acknowledged and leaves a library that opens and is sound', async () => {
    const library = await makeLibrary();
    await library.core.close();
    const count = 150;
    for (let index = 0; index < count; index += 1)
      library.file(
        `many/${String(index).padStart(3, '0')}.html`,
        page({
          title: `Report number ${index} from the quay`,
          url: `https://courier.example/${index}`,
          body: [
            `The harbour board met for the ${index}th time and spoke about the spring rules, the dredging and the ferry.`,
            'Its chair said that nothing had been decided, and that the members would meet again before the end of the month.',
          ],
        }),
      );
    const folder = join(library.folder, 'incoming', 'many');
    const child = spawn(process.execPath, [terminal, 'import', library.path, folder, '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      const told = JSON.parse(line) as { article?: string; outcome?: string };
      if (told.article !== undefined) acknowledged.push(told.article);
      if (acknowledged.length >= 10 && !child.killed) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    await library.reopen();
    const { rows } = await library.call('search.run', { query: '', limit: 1000 });
    const present = new Set<string>(rows.map((row) => row.article.id));
    expect(acknowledged.filter((article) => !present.has(article))).toEqual([]);
    expect(present.size).toBeLessThan(count);
    const check = await library.run('health.check', {});
    expect(check.lines.filter((line) => !line.ok)).toEqual([]);
    expect(readdirSync(join(library.path, 'originals')).filter((name) => name.startsWith('.'))).toEqual([]);
    const [killed] = await library.call('imports.list', {});
    expect(killed).toMatchObject({ state: 'interrupted', ended: null, chosen: ['many'] });

    if (killed === undefined) throw new Error('the import left no report');
    const summary = await library.run('import.resume', { id: killed.id });
    expect(summary).toMatchObject({ state: 'ended', id: killed.id });
    // What had been written when the process was killed, and had no line in the report yet, is met once more.
    expect(summary.counts.refused).toBe(0);
    expect(summary.counts.taken + summary.counts.duplicate).toBe(count);
    expect((await library.search('', { limit: 1000 })).length).toBe(count);
    const { total } = await library.call('imports.lines', { id: killed.id, limit: 1000 });
    expect(total).toBe(count);
  });
});
