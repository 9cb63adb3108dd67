import { chmodSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sha256 } from '../../../main/contract/index.ts';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { httpAnswer, warcRecord } from '../../support/web-archive.ts';
import { zipOf } from '../../support/zip-folder.ts';

const body = [
  'The harbour board met on Thursday and spoke of the dredging for an hour, its chair said when the members had gone home.',
  'Nothing was decided about it, and the members are to meet again before the end of the month, the chair said.',
];
const url = 'https://courier.example/dredging';
const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('the dredger at the quay')]);
const saved = page({ title: 'Dredging to begin', url, body }).replace(
  '</article>',
  '<figure><img src="dredging_files/dredger.png" alt="The dredger"></figure></article>',
);
const original = sha256Of(saved);
const image = sha256Of(picture);

/** The ways in which the bytes of an original get lost. */
const damages: Readonly<Record<string, (path: string) => void>> = {
  'is gone': (path) => rmSync(path),
  'was cut off': (path) => {
    chmodSync(path, 0o600);
    truncateSync(path, 12);
  },
  'has one bit that flipped': (path) => {
    const bytes = readFileSync(path);
    bytes[7] = (bytes[7] ?? 0) ^ 1;
    chmodSync(path, 0o600);
    writeFileSync(path, bytes);
  },
};

async function withPage(): Promise<TestLibrary & { readonly page: string }> {
  const library = await makeLibrary();
  library.file('dredging_files/dredger.png', picture);
  const file = library.file('dredging.html', saved);
  const { lines } = await library.take(file);
  expect(lines).toMatchObject([{ outcome: 'taken' }]);
  return Object.assign(library, { page: file });
}

const pathOf = (library: TestLibrary, sha256: Sha256): string => library.core.context().originals.path(sha256);

async function expectSound(library: TestLibrary): Promise<void> {
  const { lines } = await library.run('health.check', {});
  expect(lines.filter(({ ok }) => !ok)).toEqual([]);
}

async function mendedInLog(library: TestLibrary): Promise<(string | null)[]> {
  const { rows } = await library.call('events.list', { offset: 0, limit: 100 });
  return rows.filter(({ kind }) => kind === 'mend').map(({ subject }) => subject);
}

describe('taking in a file again', () => {
  it.each([
    ['its original', original],
    ['a picture that lies beside the page', image],
  ])('puts %s back that is gone, cut off or changed, and says so', async (_name, sha256) => {
    const library = await withPage();
    const path = pathOf(library, sha256);
    for (const damage of Object.values(damages)) {
      damage(path);
      expect((await library.run('health.check', {})).ok).toBe(false);
      const { summary, lines } = await library.take(library.page);
      expect(summary.counts).toMatchObject({ mended: 1, duplicate: 0, taken: 0 });
      expect(lines).toMatchObject([{ outcome: 'mended', reason: expect.stringMatching(/put back/u) }]);
      expect(sha256Of(readFileSync(path))).toBe(sha256);
      await expectSound(library);
    }
    expect(await mendedInLog(library)).toEqual(Object.keys(damages).map(() => `original ${sha256}`));
    expect((await library.take(library.page)).lines).toMatchObject([{ outcome: 'duplicate' }]);
  });

  it('says which pictures it could not put back', async () => {
    const library = await withPage();
    rmSync(pathOf(library, image));
    rmSync(join(library.folder, 'incoming', 'dredging_files'), { recursive: true });
    const { lines } = await library.take(library.page);
    expect(lines).toMatchObject([
      { outcome: 'duplicate', reason: expect.stringMatching(/1 of its pictures is missing/u) },
    ]);
  });

  it('mends a picture of one page by another page that shows it', async () => {
    const library = await withPage();
    rmSync(pathOf(library, image));
    library.file('quay_files/dredger.png', picture);
    const other = saved.replace('Dredging to begin', 'The quay').replaceAll('dredging', 'quay');
    const { lines } = await library.take(library.file('quay.html', other));
    expect(lines).toMatchObject([{ outcome: 'taken', reason: expect.stringMatching(/put back/u) }]);
    await expectSound(library);
  });
});

describe('taking in again', () => {
  it('a zip, a web archive and a file of many parts puts their originals back', async () => {
    const library = await makeLibrary();
    const zip = library.file('pages.zip', zipOf({ 'dredging.html': saved }));
    const archive = library.file(
      'quay.warc',
      warcRecord({ uri: url.replace('dredging', 'quay'), block: httpAnswer(saved.replaceAll('dredging', 'quay')) }),
    );
    const feed = library.file('feed.xml', feedOf(2));
    const all = [zip, archive, feed];
    const before = await library.take(...all);
    expect(before.summary.counts).toMatchObject({ taken: 4, refused: 0 });
    for (const { article } of before.lines) {
      if (article === null) continue;
      const { captures } = await library.call('articles.read', { article });
      for (const capture of captures) rmSync(pathOf(library, capture.original as Sha256), { force: true });
    }
    const { summary } = await library.take(...all);
    expect(summary.counts).toMatchObject({ mended: 4, duplicate: 0, taken: 0 });
    await expectSound(library);
  });

  it('an archive that was copied puts the copy back', async () => {
    const library = await makeLibrary();
    const bytes = warcRecord({ uri: url, block: httpAnswer(saved) });
    const archive = library.file(
      'quay.warc',
      Buffer.concat([bytes, warcRecord({ uri: `${url}/2`, block: httpAnswer(saved.replaceAll('dredging', 'quay')) })]),
    );
    const copy = async () => {
      const grants = [library.core.grants.issue(archive, 'read')];
      return library.run('import.run', { grants, copyArchives: true });
    };
    await copy();
    const path = pathOf(library, sha256Of(readFileSync(archive)));
    expect(existsSync(path)).toBe(true);
    for (const damage of Object.values(damages)) {
      damage(path);
      await copy();
      await expectSound(library);
    }
  });

  it('a package puts originals and pictures back', async () => {
    const library = await withPage();
    const target = join(library.folder, 'handed-over');
    await library.run('export.run', {
      format: 'bagit',
      selection: { of: 'everything' },
      target: library.core.grants.issue(target, 'write'),
    });
    for (const sha256 of [original, image]) rmSync(pathOf(library, sha256));
    const { lines } = await library.take(target);
    expect(lines).toMatchObject([{ outcome: 'mended', reason: expect.stringMatching(/2 files .* put back/u) }]);
    await expectSound(library);
    expect((await mendedInLog(library)).toSorted()).toEqual([`original ${image}`, `original ${original}`].toSorted());
  });

  it('tells what was mended in the report as CSV', async () => {
    const library = await withPage();
    rmSync(pathOf(library, original));
    const { summary } = await library.take(library.page);
    const target = join(library.folder, 'report.csv');
    const written = await library.run('import.report', {
      id: summary.id,
      outcome: 'mended',
      target: library.core.grants.issue(target, 'write'),
    });
    expect(written.lines).toBe(1);
    expect(readFileSync(target, 'utf8')).toMatch(/\nmended,dredging\.html,/u);
  });
});

function feedOf(entries: number): string {
  const items = Array.from(
    { length: entries },
    (_, index) =>
      `<item><title>Entry ${index}</title><link>https://courier.example/entry/${index}</link><description>${body.join(' ').repeat(3)} ${index}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><link>https://courier.example</link>${items.join('')}</channel></rss>`;
}
