import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';

const fixture = (path: string) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

describe('taking in a mailbox', () => {
  it('takes each message as an article of its own, and tells what was deleted', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(library.file('INBOX', fixture('mbox/box.mbox')));
    expect(Object.fromEntries(lines.map(({ path, outcome, title }) => [path, [outcome, title]]))).toEqual({
      'INBOX › 0001 Press release The north pier opens on 1 May.eml': ['taken', 'The north pier opens on 1 May'],
      'INBOX › 0003 Grüße aus Marrow Bay.eml': ['taken', 'Grüße aus Marrow Bay'],
      'INBOX › 0004 without a subject.eml': ['taken', expect.stringMatching(/^A letter without a subject/u)],
      INBOX: ['partial', null],
    });
    expect(lines.find(({ path }) => path === 'INBOX')?.reason).toMatch(/had deleted/u);
    const again = await library.take(library.file('again.mbox', fixture('mbox/box.mbox')));
    expect(again.lines.map(({ outcome }) => outcome).sort()).toEqual([
      'duplicate',
      'duplicate',
      'duplicate',
      'partial',
    ]);
  });

  it('stores pages, letters and archives as what they are, and every word of them is checked', async () => {
    const library = await makeLibrary();
    const paths = [
      'mhtml/blink.mhtml',
      'webarchive/safari.webarchive',
      'email/press-release.eml',
      'email/forwarded.eml',
      'saved-pages/wayback.html',
    ].map((path) => library.file(path.replace('/', '-'), fixture(path)));
    const { lines } = await library.take(...paths);
    expect(lines.map(({ outcome }) => outcome).sort()).toEqual(['partial', 'taken', 'taken', 'taken', 'taken']);
    for (const { article } of lines) {
      if (article === null) throw new Error('not taken');
      const { revision, captures } = await library.call('articles.read', { article });
      expect(revision.text).not.toBe('');
      // Who doesn't say when it was captured has its file's own time at least, by that name.
      expect(captures[0]?.captured ?? captures[0]?.fileDated).not.toBeNull();
    }
    // An export looks every run of words up in its original.
    const out = library.core.grants.issue(join(library.folder, 'out'), 'write');
    const exported = await library.run('export.run', {
      format: 'markdown',
      selection: { of: 'everything' },
      target: out,
    });
    expect(exported).toMatchObject({ articles: paths.length, leftOut: [] });
  });
});

describe('taking in a page that SingleFile compressed', () => {
  it('takes the page that is in it, with its pictures, and nothing else of it', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(library.file('vote.html', fixture('single-file/compressed.html')));
    expect(lines).toMatchObject([{ path: 'vote.html › index.html', outcome: 'taken', title: 'A vote for the bridge' }]);
    const article = lines[0]?.article;
    if (article == null) throw new Error('not taken');
    const { revision, captures } = await library.call('articles.read', { article });
    expect(revision.metadata.url).toBe('https://courier.example/news/vote');
    expect(captures[0]?.captured).toBe('2022-01-28T20:15:04.000Z');
    expect(revision.document.blocks.find(({ kind }) => kind === 'figure')).toMatchObject({
      image: expect.stringMatching(/^[\da-f]{64}$/u),
    });
  });

  it('refuses one that holds no page, with the reason', async () => {
    const library = await makeLibrary();
    const bytes = Buffer.from(
      fixture('single-file/compressed.html').toString('latin1').replaceAll('index.html', 'other.html'),
      'latin1',
    );
    const { lines } = await library.take(library.file('vote.html', bytes));
    expect(lines).toMatchObject([
      { outcome: 'refused', reason: expect.stringMatching(/save it again, uncompressed/u) },
    ]);
  });
});
