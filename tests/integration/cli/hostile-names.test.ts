import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actsOnTerminals, hostileName } from '../../support/hostile-names.ts';
import { openMarkedLibrary } from '../../support/marked-library.ts';
import { runTerminal } from './run-terminal.ts';

describe('the terminal, with names that break lines, colour them and turn them around', { timeout: 240_000 }, () => {
  it('prints each on its own line, as numbers; with --json the values are exact', async () => {
    const library = await openMarkedLibrary();
    const path = library.context.libraryPath;
    const title = hostileName('Quay closed');
    const taken = await library.take({
      title,
      byline: [hostileName('Tomas')],
      publication: hostileName('Courier'),
      paragraphs: ['“The quay is not safe,” she said.'],
    });
    const code = await library.codes['codes.create'](
      { name: hostileName('trust'), parent: null, definition: '' },
      library.call,
    );
    await library.mark(taken, 'The quay', { note: hostileName('see above'), codes: [code.id] });
    await library.statements['statements.create'](
      {
        article: taken.article,
        revision: taken.revision,
        start: 0,
        end: 24,
        kind: 'direct',
        speakers: [{ name: hostileName('Vau'), role: hostileName('master'), organization: hostileName('Port') }],
        said: null,
      },
      library.call,
    );
    const commands: readonly (readonly string[])[] = [
      ['articles', path],
      ['search', path, 'quay'],
      ['show', path, taken.article],
      ['statements', path],
      ['annotations', path],
      ['export', path, '--format', 'bagit', '--dry-run'],
    ];
    for (const command of commands) {
      const { code: exit, stdout, stderr } = await runTerminal(...command);
      expect([exit, stderr], command[0]).toEqual([0, '']);
      expect(
        stdout.split('\n').filter((line) => actsOnTerminals.test(line) || line.startsWith('REFUSED')),
        command[0],
      ).toEqual([]);
      if (command[0] !== 'annotations') expect(stdout, command[0]).toContain('\\u{202e}');
    }
    const inJson = await runTerminal('articles', path, '--json');
    expect(inJson.stdout).not.toMatch(actsOnTerminals);
    expect(inJson.objects).toMatchObject([{ title, byline: [hostileName('Tomas')] }]);
    const shown = await runTerminal('show', path, taken.article, '--json');
    expect(shown.stdout).not.toMatch(actsOnTerminals);
    expect(shown.objects).toMatchObject([{ title, statements: [{ speakers: [{ name: hostileName('Vau') }] }] }]);
  });

  it('prints the report of an import line by line, whatever the files are called', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-hostile-'));
    try {
      mkdirSync(join(folder, 'in'));
      writeFileSync(join(folder, 'in', `a\nREFUSED     other.html\u001b[2J\u202elmth.exe`), Buffer.from([0, 1, 2, 3]));
      const { stdout, stderr } = await runTerminal('import', join(folder, 'library'), join(folder, 'in'));
      const lines = `${stdout}\n${stderr}`.split('\n');
      expect(lines.filter((line) => actsOnTerminals.test(line))).toEqual([]);
      expect(lines.filter((line) => line.includes('other.html'))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith('REFUSED     other.html'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
