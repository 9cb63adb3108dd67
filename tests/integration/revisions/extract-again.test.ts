import { appendFileSync, chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import {
  type ArticleId,
  type ArticleView,
  type Block,
  canonicalText,
  type ExtractionLine,
} from '../../../main/contract/index.ts';
import { sha256Of } from '../../../main/core/originals/hash.ts';
import { verifyRevision } from '../../../main/core/verbatim-check/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';
import { changeStored } from '../../support/stored-revisions.ts';
import { compressed, httpAnswer, warcRecord } from '../../support/web-archive.ts';

const body = [
  'The north quay will close on Monday for three weeks, the harbour board decided at its meeting on Tuesday.',
  'The board of Port Ellery meets on Thursday, and the basin stays open until then, as it does every year.',
  'Residents can write to the harbour office until the end of the month, and every letter will be answered there.',
];
const everything = { selection: { of: 'everything' } } as const;
const read = (library: TestLibrary, article: ArticleId) => library.call('articles.read', { article });

async function take(library: TestLibrary, name: string, markup: string): Promise<ArticleView> {
  const { lines } = await library.take(library.file(name, markup));
  const article = lines[0]?.article;
  if (article == null) throw new Error(JSON.stringify(lines));
  return read(library, article);
}

/** Writes into the library what an older extractor had made of a page: other blocks, a log without places. */
async function asOlder(
  library: TestLibrary,
  view: ArticleView,
  blocks = view.revision.document.blocks,
): Promise<ArticleView> {
  const document = { blocks };
  const { text } = canonicalText(document);
  const removals = view.revision.removals.map(({ step, reason, text: words }) => ({ step, reason, text: words }));
  await library.core.close();
  const database = new Database(join(library.path, 'library.sqlite'));
  changeStored(database, ({ uuid }) =>
    uuid === view.revision.id
      ? { document: JSON.stringify(document), text, sha256: sha256Of(text), removals: JSON.stringify(removals) }
      : null,
  );
  database
    .prepare('UPDATE revisions SET extractor = ? WHERE uuid = ?')
    .run(view.revision.extractor.replace(/\d+/, '0'), view.revision.id);
  database.prepare('UPDATE articles SET text_sha256 = ? WHERE uuid = ?').run(sha256Of(text), view.article.id);
  database.close();
  await library.reopen();
  await library.core.context().pool.write('search.rebuild');
  return read(library, view.article.id);
}

async function mark(library: TestLibrary, view: ArticleView, words: string) {
  const start = view.revision.text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}”`);
  const place = { article: view.article.id, revision: view.revision.id, start, end: start + words.length };
  return library.call('annotations.create', { ...place, color: 'amber' });
}
/**
 * The article as it is after its last block was missing, the files it came from were gone, and it was extracted
 * again: just as it was made.
 */
async function mended(library: TestLibrary, made: ArticleView): Promise<ArticleView> {
  await asOlder(library, made, made.revision.document.blocks.slice(0, -1));
  rmSync(join(library.folder, 'incoming'), { recursive: true });
  await library.run('articles.extractAgain', everything);
  const now = await read(library, made.article.id);
  expect(now.revision.number).toBe(2);
  expect(now.revision.document).toEqual(made.revision.document);
  expect(now.revision.metadata).toEqual(made.revision.metadata);
  return now;
}

const lastEvent = async (library: TestLibrary, kind: string) =>
  (await library.call('events.list', {})).rows.find((event) => event.kind === kind);

describe('extract again', () => {
  it('makes a new revision where the present extractor reads another article, and places the marks in it', async () => {
    const library = await makeLibrary();
    const made = await take(library, 'quay.html', page({ title: 'Quay to close', body }));
    const blocks = made.revision.document.blocks;
    const extra: Block = { kind: 'paragraph', role: 'body', purpose: null, content: { text: 'Home News', marks: [] } };
    const older = await asOlder(library, made, [extra, ...blocks.slice(0, -1)]);
    await mark(library, older, 'Home News');
    await mark(library, older, 'basin stays open');
    expect(older.upToDate).toBe(false);
    expect((await library.call('health.state', {})).olderExtraction).toBe(1);

    const lines: ExtractionLine[] = [];
    library.core.on('extraction.lines', (told) => lines.push(...told.lines));
    const result = await library.run('articles.extractAgain', everything);

    const now = await read(library, made.article.id);
    expect(now.revision.document).toEqual(made.revision.document);
    expect(now.revision).toMatchObject({
      number: 2,
      capture: made.revision.capture,
      extractor: made.revision.extractor,
    });
    expect(now.revision.removals).toEqual(made.revision.removals);
    expect(now.upToDate).toBe(true);
    expect(now.annotations.map(({ placement }) => placement)).toEqual(['moved', 'lost']);
    const placed = { exact: 0, moved: 1, changed: 0, lost: 1 };
    const line = {
      article: made.article.id,
      title: 'Quay to close',
      outcome: 'revision',
      revision: now.revision.id,
      placed,
    };
    expect(lines).toMatchObject([line]);
    expect(result).toMatchObject({
      counts: { unchanged: 0, revision: 1, failed: 0 },
      placed,
      marksChanged: [line],
      failed: [],
      cancelled: false,
    });
    await verifyRevision(library.core.context(), now.revision.id);
    expect(await library.search('answered')).toEqual(['Quay to close']);
    expect((await library.core.context().pool.maintain({}, 'check.searchIndex')).ok).toBe(true);
    expect((await library.call('health.state', {})).olderExtraction).toBe(0);
    expect(await lastEvent(library, 'extraction')).toMatchObject({
      outcome: 'warning',
      detail:
        'Extracted again (everything): 0 unchanged, 1 with a new revision, 0 failed. Marks placed again: 0 exact, 1 moved, 0 changed, 1 lost.',
    });
    expect((await lastEvent(library, 'revision'))?.detail).toMatch(
      /^Revision 2 read again from quay\.html, original [0-9a-f]{64}, by html\/\d+ \(before: html\/0\); text/,
    );
  });

  it('makes none where it reads the same, and renews the log of what was left out', async () => {
    const library = await makeLibrary();
    const made = await take(library, 'quay.html', page({ title: 'Quay to close', body }));
    await asOlder(library, made);
    const result = await library.run('articles.extractAgain', everything);
    expect(result.counts).toEqual({ unchanged: 1, mended: 0, revision: 0, failed: 0 });
    const now = await read(library, made.article.id);
    expect(now.revision).toEqual(made.revision);
    expect(now.revisions).toHaveLength(1);
    // Started again, it passes over what is up to date.
    const lines: ExtractionLine[] = [];
    library.core.on('extraction.lines', (told) => lines.push(...told.lines));
    await library.run('articles.extractAgain', everything);
    expect(lines).toMatchObject([{ outcome: 'unchanged', reason: 'It was made by the present extractor.' }]);
  });

  it('loses no picture that stood beside the page, though the original alone does not hold it', async () => {
    const library = await makeLibrary();
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('the quay, as pixels')]);
    library.file('quay_files/quay.png', png);
    library.file('quay_files/chart.png', Buffer.concat([png, Buffer.from('!')]));
    const [first, ...rest] = body.map((text) => `<p>${text}</p>`);
    const markup = `<html lang="en"><head><title>Quay to close</title></head><body><article><h1>Quay to close</h1>${first}
      <img src="quay_files/quay.png" width="400" height="300"><figure><img src="quay_files/chart.png"><figcaption>A chart of the quay.</figcaption></figure>
      ${rest.join('')}</article></body></html>`;
    const made = await take(library, 'quay.html', markup);
    const figures = (view: ArticleView) =>
      view.revision.document.blocks.flatMap((block, index) => (block.kind === 'figure' ? [[index, block.image]] : []));
    expect(figures(made).map(([index]) => index)).toEqual([1, 2]);
    await mended(library, made);
    const record = await library.core.context().pool.read('export.articleRecord', made.article.id);
    expect(record?.revisions[1]?.images).toEqual(record?.revisions[0]?.images);
    expect(record?.revisions[1]?.images).toHaveLength(2);
  });

  it('loses no picture, link or address of a page that came out of a web archive', async () => {
    const library = await makeLibrary();
    const address = 'https://courier.example/2024/quay';
    const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('the quay, as pixels')]);
    const [first, ...rest] = body.map((text) => `<p>${text}</p>`);
    const markup = `<html lang="en"><head><title>Quay to close</title></head><body><article><h1>Quay to close</h1>${first}
      <img src="../pictures/quay.png" width="400" height="300"><p>The board has <a href="plans">its plans</a> on show.</p>${rest.join('')}</article></body></html>`;
    const archive = [
      warcRecord({ uri: address, block: httpAnswer(markup) }),
      warcRecord({ uri: 'https://courier.example/pictures/quay.png', block: httpAnswer(png, { type: 'image/png' }) }),
    ];
    await library.take(library.file('crawl.warc.gz', compressed(archive)));
    const [row] = (await library.call('search.run', { query: '', limit: 1 })).rows;
    if (row === undefined) throw new Error('nothing was taken');
    const made = await read(library, row.article.id);
    expect(made.revision.document.blocks).toContainEqual(
      expect.objectContaining({ kind: 'figure', image: sha256Of(png) }),
    );
    expect(JSON.stringify(made.revision.document)).toContain('https://courier.example/2024/plans');
    const now = await mended(library, made);
    expect(now.article.url).toBe(address);
  });

  it('makes a person’s corrections again, and keeps the corrected revision where it can’t', async () => {
    const library = await makeLibrary();
    const side =
      '<aside class="sidebar"><p>The wardens wrote that nobody who reports a spill will be fined for it, now or later.</p></aside>';
    const markup = page({ title: 'Quay to close', body }).replace('</p>\n', `</p>${side}\n`);
    const made = await take(library, 'quay.html', markup);
    const entry = made.revision.removals.findIndex(({ text }) => text.includes('wardens wrote'));
    await library.call('revisions.correct', {
      article: made.article.id,
      revision: made.revision.id,
      putBack: [{ entry }],
      roles: [{ block: made.revision.document.blocks.length - 1, role: 'furniture' }],
    });
    const corrected = await read(library, made.article.id);
    await asOlder(library, corrected, corrected.revision.document.blocks.toSpliced(1, 1));

    expect(await library.run('articles.extractAgain', everything)).toMatchObject({
      counts: { revision: 1 },
      failed: [],
    });
    const again = await read(library, made.article.id);
    expect(again.revision.document).toEqual(corrected.revision.document);
    expect(again.revision.extractor).toBe(corrected.revision.extractor);

    const forged = again.revision.document.blocks.map(
      (block): Block =>
        block.kind === 'paragraph' && block.content.text.includes('wardens wrote')
          ? { ...block, content: { text: 'Words that the page never had.', marks: [] } }
          : block,
    );
    const kept = await asOlder(library, again, forged);
    const { counts, failed } = await library.run('articles.extractAgain', everything);
    expect(counts).toEqual({ unchanged: 0, mended: 0, revision: 0, failed: 1 });
    expect(failed[0]?.reason).toBe(
      'A correction by hand can’t be made again: the new reading has nowhere “Words that the page never had.”. The corrected revision was kept.',
    );
    expect((await read(library, made.article.id)).revision).toEqual(kept.revision);
  });

  it('reads an original of several articles once, and finds each by its part', async () => {
    const library = await makeLibrary();
    const items = ['Quay', 'Basin', 'Ferry'].map(
      (
        name,
      ) => `<item><title>${name} news</title><link>https://courier.example/${name}</link><guid>https://courier.example/${name}</guid>
        <content:encoded><![CDATA[${body.map((text) => `<p>${text} ${name}.</p>`).join('')}]]></content:encoded></item>`,
    );
    const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Port Ellery Courier</title>
      <link>https://courier.example/</link>${items.join('')}</channel></rss>`;
    const { lines } = await library.take(library.file('feed.xml', feed));
    const articles = lines.flatMap(({ article }) => article ?? []);
    expect(articles).toHaveLength(3);
    const [first] = articles;
    if (first === undefined) throw new Error('no article');
    const made = await read(library, first);
    for (const article of articles) {
      const view = await read(library, article);
      await asOlder(library, view, article === first ? view.revision.document.blocks.slice(1) : undefined);
    }
    const { parsers } = library.core.context();
    const parse = vi.spyOn(parsers, 'parse');
    const { counts } = await library.run('articles.extractAgain', everything);
    expect(counts).toEqual({ unchanged: 2, mended: 0, revision: 1, failed: 0 });
    expect(parse).toHaveBeenCalledTimes(1);
    expect((await read(library, first)).revision.document).toEqual(made.revision.document);
  });

  it('says what failed and why, and goes on with the rest', async () => {
    const library = await makeLibrary();
    const views: ArticleView[] = [];
    for (const name of ['gone', 'changed', 'sound', 'unknown'])
      views.push(
        await take(
          library,
          `${name}.html`,
          page({ title: name, body: [...body, `The ${name} one has this line more than the others, to be told.`] }),
        ),
      );
    for (const view of views) await asOlder(library, view, view.revision.document.blocks.slice(0, 2));
    const [gone, changed, , unknown] = views;
    const pathOf = (view: ArticleView | undefined) => {
      const original = view?.captures[0]?.original;
      if (original === undefined) throw new Error('no original');
      return library.core.context().originals.path(original);
    };
    rmSync(pathOf(gone));
    chmodSync(pathOf(changed), 0o644);
    appendFileSync(pathOf(changed), '<p>More.</p>');
    await library.core.close();
    const database = new Database(join(library.path, 'library.sqlite'));
    database
      .prepare('UPDATE captures SET format = ? WHERE article = (SELECT id FROM articles WHERE uuid = ?)')
      .run('stone', unknown?.article.id);
    database.close();
    await library.reopen();

    const { counts, failed } = await library.run('articles.extractAgain', everything);
    expect(counts).toEqual({ unchanged: 0, mended: 0, revision: 1, failed: 3 });
    expect(new Map(failed.map(({ title, reason }) => [title, reason]))).toEqual(
      new Map([
        ['gone', expect.stringContaining('missing from the library')],
        ['changed', expect.stringContaining('was changed in the originals folder')],
        ['unknown', 'This version of Verbatim has no reader for “stone”.'],
      ]),
    );
    // One that is not there at all is told too.
    const nobody = '01930000-0000-7000-8000-000000000000' as ArticleId;
    const none = await library.run('articles.extractAgain', { selection: { of: 'articles', articles: [nobody] } });
    expect(none.failed).toMatchObject([{ article: nobody, reason: expect.stringContaining('not in the library') }]);
  });

  it('keeps what is done when it is cancelled, and goes on when it is started again', async () => {
    const library = await makeLibrary();
    const views: ArticleView[] = [];
    for (let number = 0; number < 12; number += 1)
      views.push(
        await take(
          library,
          `${number}.html`,
          page({
            title: `Article ${number}`,
            body: [...body, `Line ${number} is one that only this article has, for the harbour.`],
          }),
        ),
      );
    const database = (work: (open: Database.Database) => void) => {
      const open = new Database(join(library.path, 'library.sqlite'));
      work(open);
      open.close();
    };
    await library.core.close();
    database((open) => {
      open.exec(`UPDATE revisions SET extractor = 'html/0'`);
      changeStored(open, () => ({ removals: '[]' }));
    });
    await library.reopen();
    const stop = new AbortController();
    library.core.on('extraction.lines', () => stop.abort());
    const first = await library.run('articles.extractAgain', everything, { signal: stop.signal });
    expect(first.cancelled).toBe(true);
    expect(first.counts.unchanged).toBeGreaterThan(0);
    expect(first.counts.unchanged).toBeLessThan(12);
    expect((await lastEvent(library, 'extraction'))?.detail).toMatch(/^Cancelled: Extracted again/);
    const left = (await library.call('health.state', {})).olderExtraction;
    expect(left).toBeLessThan(12);
    expect(left).toBeGreaterThan(0);
    const second = await library.run('articles.extractAgain', everything);
    expect(second).toMatchObject({ cancelled: false, counts: { unchanged: 12, revision: 0, failed: 0 } });
    expect((await library.call('health.state', {})).olderExtraction).toBe(0);
  });

  it('takes a collection or a search as well, and writes nothing into a library that is open for reading', async () => {
    const library = await makeLibrary();
    const one = await take(library, 'one.html', page({ title: 'One', body }));
    const two = await take(
      library,
      'two.html',
      page({
        title: 'Two',
        body: [...body, 'The lighthouse at Saltmarsh is named in this one only, and nowhere else.'],
      }),
    );
    for (const view of [one, two]) await asOlder(library, view);
    const found = await library.run('articles.extractAgain', { selection: { of: 'search', query: 'lighthouse' } });
    expect(found.counts.unchanged).toBe(1);
    const collection = await library.call('collections.create', { name: 'Quays', parent: null, query: null });
    await library.call('collections.add', { id: collection.id, articles: [one.article.id] });
    const inside = await library.run('articles.extractAgain', {
      selection: { of: 'collection', collection: collection.id },
    });
    expect(inside.counts.unchanged).toBe(1);
    await library.reopen('read');
    await expect(library.run('articles.extractAgain', everything)).rejects.toMatchObject({ code: 'library-read-only' });
  });
});
