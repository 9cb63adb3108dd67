import { chmodSync, mkdirSync, symlinkSync, truncateSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '../../../main/contract/index.ts';
import { makeLibrary, page, type TestLibrary } from '../../support/library.ts';

const url = 'https://courier.example/harbour/wardens';
const introduction =
  'Harbour Commissioner Ines Alder said on Thursday that the way wardens deal with crews and dock workers will stay as it is when the regional rules take effect in spring.';
const cue = 'Asked several times since the vote, Alder issued the following statement Thursday:';
const words = [
  'For nine years the wardens of this harbour have worked to be people whom a deckhand can walk up to. That trust was slow to build, and it is the first thing we would lose.',
  'We report what the law requires us to report: an open warrant, a serious offence, a danger to others. We will not add to that list on our own.',
];
const after =
  'The council is to debate the rules again on 3 December, and two of its members have asked for the commissioner to attend.';
const wardens = page({
  title: 'Harbour wardens will not check papers',
  url,
  body: [introduction, cue, ...words, after],
});

const readOne = async (library: TestLibrary, article: ArticleId | null | undefined) => {
  if (article == null) throw new Error('the report names no article');
  return library.call('articles.read', { article });
};

describe('taking in', () => {
  it('takes pages, text and Markdown from a folder and says what became of each file', async () => {
    const library = await makeLibrary();
    library.file('papers/page.html', wardens);
    library.file(
      'papers/note.txt',
      'Ferry fares to rise in May\n\nBy Ola Brandt\n\nThe fare to the islands will rise by a tenth in May, the ferry board said.\n',
    );
    library.file(
      'papers/deep/minutes.md',
      '---\ntitle: Board minutes show unease\nauthor: Rhea Vance\ndate: 2024-11-21\n---\n\nThe board met on the quay and spoke of the spring rules for an hour.\n',
    );
    library.file('papers/empty.txt', '');
    library.file('papers/picture.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    library.file('papers/noise.txt', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)));
    library.file('papers/film.part', 'half');
    library.file(
      'papers/page named.txt',
      page({ title: 'A page under another name', url: `${url}/2`, body: [introduction, after] }),
    );
    symlinkSync(join(library.folder, 'incoming', 'papers'), join(library.folder, 'incoming', 'papers', 'loop'));
    const large = library.file('papers/enormous.txt', 'x');
    truncateSync(large, 256 * 1024 * 1024 + 1);

    const { summary, lines } = await library.take(join(library.folder, 'incoming', 'papers'));
    const outcome = Object.fromEntries(lines.map((line) => [line.path, line.outcome]));
    expect(outcome).toEqual({
      'papers/page.html': 'taken',
      'papers/note.txt': 'taken',
      'papers/deep/minutes.md': 'taken',
      'papers/page named.txt': 'taken',
      'papers/empty.txt': 'refused',
      'papers/picture.html': 'refused',
      'papers/noise.txt': 'refused',
      'papers/film.part': 'refused',
      'papers/loop': 'refused',
      'papers/enormous.txt': 'refused',
    });
    expect(summary.counts).toEqual({
      taken: 4,
      partial: 0,
      duplicate: 0,
      mended: 0,
      revision: 0,
      mentioned: 0,
      unmapped: 0,
      refused: 6,
    });
    const reason = (path: string) => lines.find((line) => line.path === path)?.reason;
    expect(reason('papers/empty.txt')).toMatch(/empty/);
    expect(reason('papers/picture.html')).toMatch(/PNG picture/);
    expect(reason('papers/film.part')).toMatch(/unfinished download/);
    expect(reason('papers/loop')).toMatch(/link back/);
    expect(reason('papers/enormous.txt')).toMatch(/256 MB/);
    expect((await library.search('')).length).toBe(4);
    const { rows } = await library.call('events.list', { offset: 0, limit: 100 });
    expect(rows.filter((event) => event.kind === 'capture')).toHaveLength(4);
    expect(rows.filter((event) => event.kind === 'import')).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('names a file that the system does not permit to read', async () => {
    const library = await makeLibrary();
    const path = library.file('closed.txt', 'words');
    chmodSync(path, 0o000);
    const { lines } = await library.take(path);
    expect(lines[0]).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/permit/) });
  });

  it('takes a page that was cut off while it was saved in part, and says so', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(
      library.file('half.html', wardens.slice(0, wardens.indexOf('We will not add'))),
    );
    expect(lines[0]).toMatchObject({ outcome: 'partial', reason: expect.stringMatching(/cut off/) });
    const view = await readOne(library, lines[0]?.article);
    expect(view.revision.text).toContain('a serious offence, a danger to others.');
  });

  it('suggests the statement that stands in the article', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(library.file('page.html', wardens));
    const view = await readOne(library, lines[0]?.article);
    expect(view.article).toMatchObject({
      title: 'Harbour wardens will not check papers',
      byline: ['Tomas Reyl'],
      url,
      publication: 'Port Ellery Courier',
    });
    const whole = view.statements.filter(({ kind }) => kind === 'block');
    expect(whole).toHaveLength(1);
    const [statement] = whole;
    expect(statement?.text).toBe(words.join('\n\n'));
    expect(view.revision.text.slice(statement?.span?.start, statement?.span?.end)).toBe(words.join('\n\n'));
    expect(statement?.speakers[0]).toMatchObject({ name: 'Ines Alder', role: 'Harbour Commissioner' });
    expect(statement?.said?.value).toBe('2024-11-14');
    expect(statement?.state).toBe('suggested');
    expect(await library.search('"slow to build" speaker:alder')).toEqual(['Harbour wardens will not check papers']);
  });

  it('knows the same file, the same text at the same address, and a new text as a revision', async () => {
    const library = await makeLibrary();
    const first = await library.take(library.file('1.html', wardens));
    const again = await library.take(library.file('copy.html', wardens));
    expect(again.lines[0]).toMatchObject({ outcome: 'duplicate', article: first.lines[0]?.article });
    const saved = await library.take(
      library.file('2.html', wardens.replace('<header>', '<header data-saved="later">')),
    );
    expect(saved.lines[0]).toMatchObject({
      outcome: 'duplicate',
      article: first.lines[0]?.article,
      reason: expect.stringMatching(/same text/),
    });
    const changed = await library.take(
      library.file(
        '3.html',
        wardens
          .replace('the first thing we would lose', 'the last thing we shall lose')
          .replace('/wardens"', '/wardens?utm_source=mail"'),
      ),
    );
    expect(changed.lines[0]).toMatchObject({ outcome: 'revision', article: first.lines[0]?.article });
    const view = await readOne(library, first.lines[0]?.article);
    expect(view.revisions).toHaveLength(2);
    expect(view.captures).toHaveLength(3);
    expect(view.revision.text).toContain('the last thing we shall lose');
    const old = await library.call('articles.read', { article: view.article.id, revision: view.revisions[0]?.id });
    expect(old.current).toBe(false);
    expect(old.revision.text).toContain('the first thing we would lose');
    expect(await library.search('"first thing we would lose"')).toEqual([]);
    expect(await library.search('"last thing we shall lose"')).toHaveLength(1);
  });

  it('places marks again in a new revision: exact, moved, changed and lost', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(library.file('1.html', wardens));
    const view = await readOne(library, lines[0]?.article);
    const mark = async (quote: string) => {
      const start = view.revision.text.indexOf(quote);
      await library.call('annotations.create', {
        article: view.article.id,
        revision: view.revision.id,
        start,
        end: start + quote.length,
        color: 'amber',
        note: '',
      });
    };
    await mark('Harbour Commissioner Ines Alder');
    await mark('That trust was slow to build, and it is the first thing we would lose.');
    await mark('an open warrant, a serious offence, a danger to others');
    await mark('two of its members have asked for the commissioner to attend');
    const changed = page({
      title: 'Harbour wardens will not check papers',
      url,
      body: [
        introduction,
        'The board confirmed this in a letter.',
        cue,
        words[0]?.replace('first thing we would lose', 'first thing that we would lose') ?? '',
        words[1] ?? '',
      ],
    });
    const { summary } = await library.take(library.file('2.html', changed));
    const now = await readOne(library, lines[0]?.article);
    const placement = Object.fromEntries(
      now.annotations.map((annotation) => [annotation.quote.slice(0, 10), annotation.placement]),
    );
    expect(placement).toEqual({
      'Harbour Co': 'exact',
      'That trust': 'changed',
      'an open wa': 'moved',
      'two of its': 'lost',
    });
    // A sentence that reports what the board said stands where it stood, too.
    expect(summary.placed).toEqual({ exact: 2, moved: 1, changed: 2, lost: 1 });
    expect(now.statements.filter(({ kind }) => kind === 'block')).toHaveLength(1);
  });

  it('keeps the newer version in front, by the page’s own date of change, whichever comes in first', async () => {
    const library = await makeLibrary();
    const dated = (modified: string, words: string) =>
      wardens
        .replace('"datePublished"', `"dateModified":"${modified}","datePublished"`)
        .replace('the first thing we would lose', words);
    const first = await library.take(library.file('newer.html', dated('2024-11-16T09:00:00+00:00', 'the newer words')));
    const second = await library.take(
      library.file('older.html', dated('2024-11-15T09:00:00+00:00', 'the older words')),
    );
    expect(second.lines[0]).toMatchObject({
      outcome: 'revision',
      reason: expect.stringMatching(/older than the current/),
    });
    const view = await readOne(library, first.lines[0]?.article);
    expect(view.revisions).toHaveLength(2);
    expect(view.revision.text).toContain('the newer words');
  });

  it('does not read an order into file times that lie moments apart', async () => {
    const library = await makeLibrary();
    const later = library.file('2.html', wardens.replace('the first thing we would lose', 'the second version'));
    const earlier = library.file('1.html', wardens);
    utimesSync(later, new Date('2024-11-20T10:00:00Z'), new Date('2024-11-20T10:00:00Z'));
    utimesSync(earlier, new Date('2024-11-20T10:00:01Z'), new Date('2024-11-20T10:00:01Z'));
    const { lines } = await library.take(earlier, later);
    expect((await readOne(library, lines[0]?.article)).revision.text).toContain('the second version');
  });

  it('offers the same text under another address as a possible duplicate and merges nothing', async () => {
    const library = await makeLibrary();
    await library.take(library.file('1.html', wardens));
    const { lines } = await library.take(
      library.file('2.html', wardens.replaceAll(url, 'https://observer.example/wire/7')),
    );
    expect(lines[0]).toMatchObject({ outcome: 'taken', reason: expect.stringMatching(/Possible duplicate/) });
    const view = await readOne(library, lines[0]?.article);
    expect(view.alike.map((twin) => twin.title)).toEqual(['Harbour wardens will not check papers']);
    expect(await library.search('')).toHaveLength(2);
  });

  it('shows the pictures that a browser saved beside the page, and nothing outside their folder', async () => {
    const library = await makeLibrary();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    library.file('saved/page_files/quay.png', png);
    library.file('saved/secret.png', png.subarray(0, 60));
    const html = wardens.replace(
      '<p>For nine',
      '<figure><img src="./page_files/quay.png" alt="The quay" width="640" height="400"><figcaption>The north quay.</figcaption></figure><img src="../saved/secret.png" width="640" height="400" alt="no"><p>For nine',
    );
    const { lines } = await library.take(library.file('saved/page.html', html));
    const view = await readOne(library, lines[0]?.article);
    const figure = view.revision.document.blocks.find((block) => block.kind === 'figure' && block.image !== null);
    expect(figure).toMatchObject({ alternative: 'The quay', caption: { text: 'The north quay.' } });
    if (figure?.kind !== 'figure' || figure.image === null) throw new Error('no picture');
    const response = await library.core.handleFetch(new Request(`http://library/image/${figure.image}`));
    // A browser would keep it on its own disk for as long as it likes, outside the library.
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
    expect((await library.core.handleFetch(new Request(`http://library/image/${lines[0]?.article}`))).status).toBe(404);
  });

  it('keeps what is done when it is cancelled', async () => {
    const library = await makeLibrary();
    for (let index = 0; index < 60; index += 1)
      library.file(
        `many/${String(index).padStart(3, '0')}.html`,
        page({
          title: `Report number ${index}`,
          url: `https://courier.example/${index}`,
          body: [`${introduction} This is number ${index}.`, after],
        }),
      );
    const controller = new AbortController();
    library.core.on('import.lines', ({ lines }) => {
      if (lines.length > 0) controller.abort();
    });
    const summary = await library.run(
      'import.run',
      { grants: [library.core.grants.issue(join(library.folder, 'incoming', 'many'), 'read')] },
      { signal: controller.signal },
    );
    expect(summary.cancelled).toBe(true);
    const articles = await library.search('', { limit: 100 });
    expect(articles.length).toBe(summary.counts.taken);
    expect(summary.counts.taken).toBeGreaterThan(0);
    const rest = await library.take(join(library.folder, 'incoming', 'many'));
    expect(rest.summary.counts.taken + rest.summary.counts.duplicate).toBe(60);
    expect(await library.search('', { limit: 100 })).toHaveLength(60);
  });

  it('puts what it takes into the collection that was named', async () => {
    const library = await makeLibrary();
    const grants = [library.core.grants.issue(library.file('page.html', wardens), 'read')];
    await library.run('import.run', { grants, collection: 'Harbour inquiry' });
    const collections = await library.call('collections.list', {});
    expect(collections).toMatchObject([{ name: 'Harbour inquiry', articles: 1 }]);
  });

  it('refuses to take in where the library may only be read', async () => {
    const library = await makeLibrary();
    await library.reopen('read');
    mkdirSync(join(library.folder, 'incoming'), { recursive: true });
    await expect(library.take(library.file('page.html', wardens))).rejects.toMatchObject({ code: 'library-read-only' });
  });
});
