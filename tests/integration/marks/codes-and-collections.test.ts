import { describe, expect, it, vi } from 'vitest';
import { type MarkedLibrary, openMarkedLibrary } from '../../support/marked-library.ts';

const code = (
  library: MarkedLibrary,
  name: string,
  parent: Parameters<MarkedLibrary['codes']['codes.create']>[0]['parent'] = null,
) => library.codes['codes.create']({ name, parent, definition: '' }, library.call);
const collection = (
  library: MarkedLibrary,
  name: string,
  parent: Parameters<MarkedLibrary['collections']['collections.create']>[0]['parent'] = null,
) => library.collections['collections.create']({ name, parent, query: null }, library.call);

describe('codes', () => {
  it('form a tree with paths and counts; typing a name again makes no second code', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take({ paragraphs: ['The wardens will keep the quay open.'] });
    const trust = await code(library, 'trust');
    const police = await code(library, 'in wardens', trust.id);
    await code(library, 'money');
    expect((await code(library, 'Trust')).id).toBe(trust.id);
    expect((await code(library, 'trust', police.id)).id).not.toBe(trust.id);
    await library.mark(article, 'wardens', { codes: [police.id, trust.id] });
    await library.mark(article, 'quay', { codes: [police.id] });
    const codes = await library.codes['codes.list']({}, library.call);
    expect(codes.map(({ path, annotations }) => [path.join(' / '), annotations])).toEqual([
      ['money', 0],
      ['trust', 1],
      ['trust / in wardens', 2],
      ['trust / in wardens / trust', 0],
    ]);
    expect(new Set(codes.map((one) => one.color)).size).toBe(4);
  });

  it('are renamed and moved, but not into themselves nor beside a namesake', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take({ paragraphs: ['The wardens will keep the quay open.'] });
    const trust = await code(library, 'trust');
    const inside = await code(library, 'in wardens', trust.id);
    const money = await code(library, 'money');
    await library.mark(article, 'wardens', { codes: [inside.id] });
    const update = library.codes['codes.update'];
    await expect(update({ id: trust.id, parent: inside.id }, library.call)).rejects.toMatchObject({ code: 'conflict' });
    await expect(update({ id: trust.id, parent: trust.id }, library.call)).rejects.toMatchObject({ code: 'conflict' });
    await expect(update({ id: money.id, name: 'TRUST' }, library.call)).rejects.toMatchObject({ code: 'conflict' });
    expect(
      await update({ id: inside.id, name: 'confidence in wardens', parent: money.id }, library.call),
    ).toMatchObject({
      path: ['money', 'confidence in wardens'],
      annotations: 1,
    });
    expect(
      await update({ id: trust.id, name: 'Trust', definition: 'Said of people.', color: 3 }, library.call),
    ).toMatchObject({
      name: 'Trust',
      definition: 'Said of people.',
      color: 3,
    });
    expect(await library.indexIsRight()).toBe(true);
  });

  it('go to the bin with those under them and come back on their passages', async () => {
    const library = await openMarkedLibrary();
    const article = await library.take({ paragraphs: ['The wardens will keep the quay open.'] });
    const trust = await code(library, 'trust');
    const inside = await code(library, 'in wardens', trust.id);
    const mark = await library.mark(article, 'wardens', { codes: [inside.id] });
    await library.codes['codes.bin']({ id: trust.id }, library.call);
    expect(await library.codes['codes.list']({}, library.call)).toEqual([]);
    expect(await library.pool.read('annotations.read', mark.id)).toMatchObject({ codes: [] });
    expect(await library.indexIsRight()).toBe(true);
    // Changing the codes of the passage meanwhile does not cut what is in the bin.
    const other = await code(library, 'other');
    await library.annotations['annotations.update']({ id: mark.id, codes: [other.id] }, library.call);
    await library.codes['codes.restore']({ id: trust.id }, library.call);
    expect((await library.pool.read('annotations.read', mark.id))?.codes).toEqual([inside.id, other.id]);
    expect((await library.codes['codes.list']({}, library.call)).map((one) => one.path)).toEqual([
      ['other'],
      ['trust'],
      ['trust', 'in wardens'],
    ]);
    expect(await library.indexIsRight()).toBe(true);
    expect(await library.log('code')).toHaveLength(5);
  });

  it('come back to the root when their parent is gone, and not over a namesake', async () => {
    const library = await openMarkedLibrary();
    const trust = await code(library, 'trust');
    const inside = await code(library, 'in wardens', trust.id);
    await library.codes['codes.bin']({ id: inside.id }, library.call);
    await library.codes['codes.bin']({ id: trust.id }, library.call);
    expect(await library.codes['codes.restore']({ id: inside.id }, library.call)).toMatchObject({
      path: ['in wardens'],
      parent: null,
    });
    await code(library, 'trust');
    await expect(library.codes['codes.restore']({ id: trust.id }, library.call)).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('collections', () => {
  it('are nested and ordered, hold articles once, and tell how many are live', async () => {
    const library = await openMarkedLibrary();
    const first = await library.take({ title: 'One', paragraphs: ['One thing was said.'] });
    const second = await library.take({ title: 'Two', paragraphs: ['Another thing was said.'] });
    const harbour = await collection(library, 'Harbour');
    const school = await collection(library, 'School');
    const wardens = await collection(library, 'Wardens', harbour.id);
    await library.collections['collections.add'](
      { id: harbour.id, articles: [first.article, second.article, first.article] },
      library.call,
    );
    await library.collections['collections.add']({ id: wardens.id, articles: [second.article] }, library.call);
    await library.collections['collections.update']({ id: school.id, position: 0 }, library.call);
    const list = async () =>
      (await library.collections['collections.list']({}, library.call)).map((one) => [
        one.name,
        one.position,
        one.articles,
      ]);
    expect(await list()).toEqual([
      ['School', 0, 0],
      ['Harbour', 1, 2],
      ['Wardens', 0, 1],
    ]);
    await library.pool.write('articles.setBinned', [second.article], '2026-01-01T00:00:00.000Z', 'Verbatim test');
    await library.collections['collections.remove']({ id: harbour.id, articles: [first.article] }, library.call);
    expect(await list()).toEqual([
      ['School', 0, 0],
      ['Harbour', 1, 0],
      ['Wardens', 0, 0],
    ]);
    await expect(
      library.collections['collections.update']({ id: harbour.id, parent: wardens.id }, library.call),
    ).rejects.toMatchObject({ code: 'conflict' });
    await library.collections['collections.bin']({ id: harbour.id }, library.call);
    expect(await list()).toEqual([['School', 0, 0]]);
    await library.collections['collections.restore']({ id: harbour.id }, library.call);
    expect((await list()).map(([name]) => name)).toEqual(['School', 'Harbour', 'Wardens']);
  });

  it('may be saved searches, which count what they find and take nothing in by hand', async () => {
    const library = await openMarkedLibrary();
    const one = await library.take({ paragraphs: ['The wardens will keep the quay open.'] });
    await library.take({ title: 'School', paragraphs: ['The school closes in June.'] });
    const saved = await library.collections['collections.create'](
      { name: 'Quay', parent: null, query: 'quay wardens' },
      library.call,
    );
    const count = library.collections['collections.count'];
    expect(saved).toMatchObject({ query: 'quay wardens', articles: null });
    expect(await count({ id: saved.id }, library.call)).toEqual({ articles: 1 });
    // Nothing has both words: what is near is not what was saved.
    const none = await library.collections['collections.create'](
      { name: 'Both', parent: null, query: 'quay school' },
      library.call,
    );
    expect(await count({ id: none.id }, library.call)).toEqual({ articles: 0 });
    const wordless = await library.collections['collections.create'](
      { name: 'No word', parent: null, query: '—' },
      library.call,
    );
    expect(await count({ id: wordless.id }, library.call)).toEqual({ articles: 0 });
    await expect(
      library.collections['collections.add']({ id: saved.id, articles: [one.article] }, library.call),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('are listed without a search being run; a count is given up in the thread that counts', async () => {
    const library = await openMarkedLibrary();
    await library.take({ paragraphs: ['The wardens will keep the quay open.'] });
    const { id } = await library.collections['collections.create'](
      { name: 'Quay', parent: null, query: 'quay speaker:alder' },
      library.call,
    );
    const reads = vi.spyOn(library.pool, 'readWith');
    expect(await library.collections['collections.list']({}, library.call)).toMatchObject([{ id, articles: null }]);
    expect(reads.mock.calls.map(([, name]) => name)).toEqual(['collections.list']);
    reads.mockClear();
    const stop = new AbortController();
    const counting = library.collections['collections.count']({ id }, { signal: stop.signal });
    stop.abort();
    await expect(counting).rejects.toMatchObject({ name: 'AbortError' });
    for (const [options] of reads.mock.calls) expect(options.signal).toBe(stop.signal);
  });
});
