import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { pack as tar } from 'tar-stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeLibrary, page } from '../../support/library.ts';
import { sevenZip } from '../../support/seven-zip.ts';

const sentence =
  'The harbour board of Port Ellery met on Tuesday evening to hear how the new lamps on the coast road have worked through their first winter.';
const story = (title: string) => page({ title, url: `https://courier.example/${title}`, body: [sentence, title] });
/** The smallest PNG there is: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const zip = (files: Zippable) => Buffer.from(zipSync(files));

const take = async (name: string, bytes: Uint8Array) => {
  const library = await makeLibrary();
  const taken = await library.take(library.file(name, bytes));
  return { library, ...taken, outcomes: Object.fromEntries(taken.lines.map((line) => [line.path, line.outcome])) };
};

describe('taking in containers', () => {
  it('takes the files of a zip as if they lay in a folder, and says where each stood', async () => {
    const { library, outcomes, lines } = await take(
      'saves.zip',
      zip({
        'lamps.html': strToU8(story('lamps')),
        'notes/minutes.txt': strToU8(
          'Minutes of the quay\n\nBy Ola Brandt\n\nThe board met on the quay for an hour.\n',
        ),
        'notes/empty.txt': new Uint8Array(),
        '__MACOSX/._lamps.html': strToU8('nothing'),
      }),
    );
    expect(outcomes).toEqual({
      'saves.zip › lamps.html': 'taken',
      'saves.zip › notes/minutes.txt': 'taken',
      'saves.zip › notes/empty.txt': 'refused',
    });
    const article = lines.find(({ title }) => title === 'lamps')?.article;
    if (article == null) throw new Error('the page was not taken');
    const view = await library.call('articles.read', { article });
    expect(view.captures[0]?.source).toEqual({
      container: 'saves.zip',
      member: 'lamps.html',
      record: null,
      archive: null,
    });
    expect(view.captures[0]?.name).toBe('lamps.html');
  });

  it('takes the files of a 7z in the same way, with a page’s pictures, containers inside it, and what is refused', async () => {
    const markup = story('lamps').replace('</article>', '<img src="lamps_files/lamp.png" width="300"></article>');
    const { library, outcomes, lines } = await take(
      'saves.7z',
      await sevenZip({
        'lamps.html': markup,
        'lamps_files/lamp.png': pixel,
        'inner.zip': zip({ 'ferry.html': strToU8(story('ferry')) }),
        'empty.txt': '',
      }),
    );
    expect(outcomes).toEqual({
      'saves.7z › lamps.html': 'taken',
      'saves.7z › inner.zip › ferry.html': 'taken',
      'saves.7z › empty.txt': 'refused',
    });
    const article = lines.find(({ title }) => title === 'lamps')?.article;
    if (article == null) throw new Error('the page was not taken');
    const { document } = (await library.call('articles.read', { article })).revision;
    expect(document.blocks.find(({ kind }) => kind === 'figure')).toMatchObject({ image: expect.any(String) });
  });

  it('shows a page’s pictures from the folder beside it in the zip, and takes none of that folder for an article', async () => {
    const markup = story('lamps').replace('</article>', '<img src="lamps_files/lamp.png" width="300"></article>');
    const { library, lines } = await take(
      'saves.zip',
      zip({
        'a/lamps.html': strToU8(markup),
        'a/lamps_files/lamp.png': pixel,
        'a/lamps_files/print.html': strToU8(story('x')),
      }),
    );
    expect(lines.map(({ path }) => path)).toEqual(['saves.zip › a/lamps.html']);
    const article = lines[0]?.article;
    if (article == null) throw new Error('the page was not taken');
    const { revision } = await library.call('articles.read', { article });
    expect(revision.document.blocks.filter((block) => block.kind === 'figure' && block.image !== null)).toHaveLength(1);
  });

  it('opens containers in containers to a stated depth and leaves nothing behind', async () => {
    // A folder of its own, so that what others lay down meanwhile is not taken for its remains.
    const temporary = mkdtempSync(join(tmpdir(), 'verbatim-nested-'));
    vi.stubEnv('TMPDIR', temporary);
    vi.stubEnv('TEMP', temporary);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(temporary, { recursive: true, force: true });
    });
    let inner = zip({ 'deep.html': strToU8(story('too deep')) });
    for (let depth = 4; depth >= 1; depth -= 1)
      inner = zip({ [`level-${depth}.html`]: strToU8(story(`level ${depth}`)), [`inner-${depth}.zip`]: inner });
    const { outcomes, lines } = await take('outer.zip', inner);
    expect(outcomes).toEqual({
      'outer.zip › level-1.html': 'taken',
      'outer.zip › inner-1.zip › level-2.html': 'taken',
      'outer.zip › inner-1.zip › inner-2.zip › level-3.html': 'taken',
      'outer.zip › inner-1.zip › inner-2.zip › inner-3.zip › level-4.html': 'taken',
      'outer.zip › inner-1.zip › inner-2.zip › inner-3.zip › inner-4.zip': 'refused',
    });
    expect(lines.find(({ outcome }) => outcome === 'refused')?.reason).toMatch(/depth of 4/);
    expect(readdirSync(temporary).filter((name) => /^verbatim-[\w-]{12}$/u.test(name))).toEqual([]);
  });

  it('refuses what leads out of the zip by name, and takes the rest', async () => {
    const { outcomes } = await take(
      'slip.zip',
      zip({ '../../escaped.html': strToU8(story('escaped')), 'kept.html': strToU8(story('kept')) }),
    );
    expect(outcomes).toEqual({ 'slip.zip › kept.html': 'taken', 'slip.zip › ../../escaped.html': 'refused' });
  });

  it('refuses a bomb and a damaged zip with the reason, and the rest of the import goes on', async () => {
    const library = await makeLibrary();
    const whole = zip({ 'lamps.html': strToU8(story('lamps')) });
    library.file('in/cut.zip', whole.subarray(0, whole.length - 30));
    library.file('in/ferry.html', story('ferry'));
    const { lines } = await library.take(`${library.folder}/incoming/in`);
    expect(lines.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['in/cut.zip', 'refused'],
      ['in/ferry.html', 'taken'],
    ]);
    expect(lines[0]?.reason).toMatch(/zip cannot be read/);
  });

  it('shows names that hide their ending or hold control characters as what they are', async () => {
    const { lines } = await take('odd.zip', zip({ 'a\u202elmth.exe\u0007.html': strToU8(story('odd')) }));
    expect(lines[0]?.path).toBe('odd.zip › a\\u{202e}lmth.exe\\u{7}.html');
    expect(lines[0]?.outcome).toBe('taken');
  });

  it.each([
    ['pages.tar', (bytes: Buffer) => bytes],
    ['pages.tar.gz', (bytes: Buffer) => gzipSync(bytes)],
  ] as const)('takes a tape as it takes a zip: %s', async (name, pack) => {
    const markup = story('lamps').replace('</article>', '<img src="lamps_files/lamp.png" width="300"></article>');
    const tape = tar();
    tape.entry({ name: 'a/lamps.html' }, markup);
    tape.entry({ name: 'a/lamps_files/lamp.png' }, pixel);
    tape.entry({ name: '../escaped.html' }, story('escaped'));
    tape.entry({ name: 'link.html', type: 'symlink', linkname: '/etc/passwd' });
    tape.finalize();
    const { library, outcomes, lines } = await take(name, pack(await buffer(tape)));
    expect(outcomes).toEqual({
      [`${name} › a/lamps.html`]: 'taken',
      [`${name} › ../escaped.html`]: 'refused',
      [`${name} › link.html`]: 'refused',
    });
    const article = lines.find(({ outcome }) => outcome === 'taken')?.article;
    if (article == null) throw new Error('the page was not taken');
    const { revision } = await library.call('articles.read', { article });
    expect(revision.document.blocks.filter((block) => block.kind === 'figure' && block.image !== null)).toHaveLength(1);
  });

  it('unpacks a file that was compressed by itself, and says so where it is cut off', async () => {
    const packed = gzipSync(story('lamps'));
    expect((await take('lamps.html.gz', packed)).outcomes).toEqual({ 'lamps.html.gz › lamps.html': 'taken' });
    const { lines } = await take('cut.html.gz', packed.subarray(0, packed.length - 20));
    expect(lines[0]?.outcome).toBe('refused');
    expect(lines[0]?.reason).toMatch(/half-copied/);
  });

  it('recognises a file that came before by itself, and the same zip again', async () => {
    const library = await makeLibrary();
    await library.take(library.file('lamps.html', story('lamps')));
    const path = library.file(
      'saves.zip',
      zip({ 'lamps.html': strToU8(story('lamps')), 'ferry.html': strToU8(story('ferry')) }),
    );
    expect((await library.take(path)).summary.counts).toMatchObject({ taken: 1, duplicate: 1 });
    expect((await library.take(path)).summary.counts).toMatchObject({ taken: 0, duplicate: 2 });
  });
});
