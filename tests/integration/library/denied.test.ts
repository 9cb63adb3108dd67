import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';
import { askFor, deny, give, whyNoOtherUser } from '../../support/other-user.ts';

const reason = whyNoOtherUser();
if (reason !== null) console.warn(`What is denied is not tested here: ${reason}`);

/** What somebody is told who asks for what is denied: by the name of what was asked. */
const asking = (folder: string) => `
  import { createCore } from './main/core/create-core.ts';
  const folder = ${JSON.stringify(folder)};
  const core = createCore({ agent: 'Verbatim test' });
  const told = {};
  for (const name of ['folder', 'database', 'parent/library'])
    told[name] = await core.openLibrary(folder + '/' + name, { mode: 'read', create: false });
  told.new = await core.openLibrary(folder + '/closed/library', { mode: 'write' });
  await core.openLibrary(folder + '/library', { mode: 'write' });
  for (const format of ['bagit', 'bagit-zip', 'annotations']) {
    const target = core.grants.issue(folder + '/closed/package', 'write');
    told[format] = await core
      .call('export.run', { format, selection: { of: 'everything' }, target })
      .catch(({ code, message }) => ({ code, message }));
  }
  told.check = await core.call('health.check', {});
  const grants = ['closed.txt', 'open.txt'].map((name) => core.grants.issue(folder + '/incoming/' + name, 'read'));
  const { id } = await core.call('import.run', { grants });
  told.lines = (await core.call('imports.lines', { id, limit: 10 })).rows;
  await core.close();
  process.stdout.write(JSON.stringify(told));`;

it.skipIf(reason !== null)(
  'access that is denied is told as that, in a sentence with its path and what to do',
  async () => {
    const library = await makeLibrary();
    const { folder } = library;
    const place = (name: string) => join(folder, name);
    await library.take(library.file('quay.txt', 'Quay closes\n\nThe quay closes on Monday, the harbour board said.\n'));
    library.file('closed.txt', 'Ferry closes\n\nThe ferry closes on Monday.\n');
    library.file('open.txt', 'Pier closes\n\nThe pier closes on Tuesday, the harbour board said.\n');
    await library.core.close();
    for (const name of ['folder', 'database', 'parent/library']) cpSync(library.path, place(name), { recursive: true });
    mkdirSync(place('closed'));
    give(folder);
    const originals = join(library.path, 'originals');
    const denied = {
      folder: place('folder'),
      database: join(place('database'), 'library.sqlite'),
      'parent/library': place('parent'),
      new: place('closed'),
      original: join(originals, readdirSync(originals)[0] ?? ''),
      file: join(folder, 'incoming', 'closed.txt'),
    };
    for (const path of Object.values(denied)) deny(path);

    const told = (await askFor(folder, asking(folder))) as Record<string, unknown>;
    const sentence = (path: string) => ({
      code: 'access-denied',
      message: expect.stringMatching(
        new RegExp(`^Access is denied: ${path.replaceAll('.', '\\.')}.*(rights|another place)[^\\n]*$`, 'u'),
      ),
    });
    for (const name of ['folder', 'database', 'parent/library', 'new'] as const)
      expect(told[name], name).toMatchObject({ status: 'failed', ...sentence(denied[name]) });
    for (const format of ['bagit', 'bagit-zip', 'annotations'])
      expect(told[format], format).toMatchObject(sentence(denied.new));
    // The check says which original it may not read, and looks at everything else.
    expect(told.check).toMatchObject({
      ok: false,
      lines: expect.arrayContaining([
        { check: 'originals', ok: false, detail: sentence(denied.original).message },
        expect.objectContaining({ check: 'texts', ok: true }),
      ]),
    });
    expect(told.lines).toEqual([
      expect.objectContaining({
        path: 'closed.txt',
        outcome: 'refused',
        reason: expect.stringContaining('The system does not permit reading it'),
      }),
      expect.objectContaining({ path: 'open.txt', outcome: 'taken' }),
    ]);
  },
);
