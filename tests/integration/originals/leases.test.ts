import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId, Sha256 } from '../../../main/contract/index.ts';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { OriginalStore } from '../../../main/core/originals/store.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { httpAnswer, warcRecord } from '../../support/web-archive.ts';

/** As much of a picture as is looked at: its first bytes. */
const picture = (number: number): Buffer =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(`the quay, seen from pier ${number}`)]);

const words = (what: string): string[] => [
  `The harbour board met on Thursday and spoke of ${what} for an hour, its chair said when the members had gone home.`,
  'Nothing was decided about it, and the members are to meet again before the end of the month, the chair said.',
];

/** A saved page with a picture beside it, as browsers save one. */
function savedPage(library: TestLibrary, name: string, bytes: Uint8Array): string {
  library.file(`${name}_files/quay.png`, bytes);
  const html = page({ title: `Report on ${name}`, url: `https://courier.example/${name}`, body: words(name) });
  return library.file(
    `${name}.html`,
    html.replace('</article>', `<figure><img src="${name}_files/quay.png" alt="The quay"></figure></article>`),
  );
}

/** Empties the bin right before the writer is asked for the named work, which is when nothing refers to the file yet. */
function emptyTheBinBefore(library: TestLibrary, work: string): { readonly happened: () => boolean } {
  const { pool } = library.core.context();
  let happened = false;
  const before = async (name: unknown): Promise<void> => {
    if (name !== work || happened) return;
    happened = true;
    await library.call('bin.empty', { confirm: true });
  };
  const { write, writeBatch, handOver } = pool;
  Object.assign(pool, {
    write: async (...args: Parameters<typeof write>) => {
      await before(args[0]);
      return write.apply(pool, args);
    },
    writeBatch: async (...args: Parameters<typeof writeBatch>) => {
      await before(args[0]);
      return writeBatch.apply(pool, args);
    },
    handOver: async (...args: Parameters<typeof handOver>) => {
      await before(args[1]);
      return handOver.apply(pool, args);
    },
  });
  return { happened: () => happened };
}

async function articleOf(library: TestLibrary, path: string): Promise<ArticleId> {
  const { lines } = await library.take(path);
  const article = lines[0]?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  return article;
}

const wrong = async (library: TestLibrary) =>
  (await library.run('health.check', {})).lines.filter(({ ok }) => !ok).map(({ detail }) => detail);

describe('emptying the bin', () => {
  it('leaves a picture that an import has found in its place and is about to refer to', async () => {
    const library = await makeLibrary();
    const first = await articleOf(library, savedPage(library, 'dredging', picture(1)));
    await library.call('articles.bin', { articles: [first] });
    const emptied = emptyTheBinBefore(library, 'takeIn.commit');
    const { lines } = await library.take(savedPage(library, 'ferries', picture(1)));
    expect(emptied.happened()).toBe(true);
    expect(lines).toMatchObject([{ outcome: 'taken' }]);
    expect(await wrong(library)).toEqual([]);
    expect(existsSync(library.core.context().originals.path(sha256Of(picture(1))))).toBe(true);
  });

  it('leaves the originals of a package that is being taken in', async () => {
    const source = await makeLibrary();
    const file = savedPage(source, 'dredging', picture(2));
    await source.take(file);
    const target = join(source.folder, 'handed-over');
    await source.run('export.run', {
      format: 'bagit',
      selection: { of: 'everything' },
      target: source.core.grants.issue(target, 'write'),
    });
    const library = await makeLibrary();
    await library.call('articles.bin', { articles: [await articleOf(library, file)] });
    const emptied = emptyTheBinBefore(library, 'restore.article');
    const { lines } = await library.take(target);
    expect(emptied.happened()).toBe(true);
    expect(lines).toMatchObject([{ outcome: 'taken' }]);
    expect(await wrong(library)).toEqual([]);
  });

  it('leaves the copy of a web archive that is being taken in', async () => {
    const library = await makeLibrary();
    const quay = 'https://courier.example/quay';
    const archive = library.file(
      'quay.warc',
      warcRecord({ uri: quay, block: httpAnswer(page({ title: 'The quay', url: quay, body: words('the quay') })) }),
    );
    const copied = async () => {
      const grants = [library.core.grants.issue(archive, 'read')];
      const { id } = await library.run('import.run', { grants, copyArchives: true });
      return (await library.call('imports.lines', { id, limit: 10 })).rows;
    };
    const [line] = await copied();
    if (line?.article == null) throw new Error(JSON.stringify(line));
    await library.call('articles.bin', { articles: [line.article] });
    const emptied = emptyTheBinBefore(library, 'archives.identify');
    await copied();
    expect(emptied.happened()).toBe(true);
    expect(await wrong(library)).toEqual([]);
  });

  it('removes what nothing refers to any more', async () => {
    const library = await makeLibrary();
    const file = savedPage(library, 'dredging', picture(3));
    const { originals } = library.core.context();
    const article = await articleOf(library, file);
    const image = originals.path(sha256Of(picture(3)));
    expect(existsSync(image)).toBe(true);
    await library.call('articles.bin', { articles: [article] });
    expect(await library.call('bin.empty', { confirm: true })).toEqual({ removed: 1 });
    expect(existsSync(image)).toBe(false);
    expect(await wrong(library)).toEqual([]);
  });
});

describe('a lease', () => {
  const bytes = Buffer.from('For nine years the wardens of this harbour…');
  const sha256 = sha256Of(bytes);

  async function storeWithFile(library: TestLibrary): Promise<OriginalStore> {
    const store = new OriginalStore(library.path);
    await store.put(bytes);
    return store;
  }
  const isThere = (store: OriginalStore, one: Sha256): boolean => existsSync(store.path(one));

  it('keeps a file while references are being looked up, and lets it go when it is over', async () => {
    const store = await storeWithFile(await makeLibrary());
    await store.leased(async (lease) => {
      let held = Promise.resolve();
      const removed = await store.removeUnless(sha256, async () => {
        held = lease.hold(sha256);
        return false;
      });
      await held;
      expect(removed).toBe(false);
      expect(isThere(store, sha256)).toBe(true);
    });
    expect(await store.removeUnless(sha256, async () => false)).toBe(true);
    expect(isThere(store, sha256)).toBe(false);
  });

  it('that comes while a file is being removed stores it again', async () => {
    const store = await storeWithFile(await makeLibrary());
    const removing = store.removeUnless(sha256, async () => false);
    const stored = store.leased(async (lease) => {
      await lease.hold(sha256);
      return store.put(bytes);
    });
    // The lease was there before the file was touched.
    expect(await removing).toBe(false);
    expect((await stored).placed).toBe('kept');
    const again = Promise.withResolvers<boolean>();
    const later = store.removeUnless(sha256, () => again.promise);
    const put = store.put(bytes);
    again.resolve(false);
    expect(await later).toBe(true);
    expect((await put).placed).toBe('stored');
    expect(isThere(store, sha256)).toBe(true);
  });

  it('is held by several at once', async () => {
    const store = await storeWithFile(await makeLibrary());
    await store.leased(async (one) => {
      await one.hold(sha256);
      await store.leased((other) => other.hold(sha256));
      expect(await store.removeUnless(sha256, async () => false)).toBe(false);
    });
    expect(await store.removeUnless(sha256, async () => true)).toBe(false);
    expect(isThere(store, sha256)).toBe(true);
  });
});
