import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';
import { zipOf } from '../../support/zip-folder.ts';
import { bytesOf, fixturesOf, kinds } from '../../unit/documents/fixtures.ts';

describe('taking in documents', () => {
  it('takes books and letters of every kind, and every word of them is checked when they leave', async () => {
    const library = await makeLibrary();
    const paths = kinds.flatMap((kind) =>
      fixturesOf(kind).map(({ name, bytes }) => library.file(`${kind}/${name}`, bytes)),
    );
    const { lines } = await library.take(...paths);
    expect(lines.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const articles = new Set(lines.map(({ article }) => article));
    const out = library.core.grants.issue(join(library.folder, 'out'), 'write');
    const exported = await library.run('export.run', {
      format: 'markdown',
      selection: { of: 'everything' },
      target: out,
    });
    expect(exported).toMatchObject({ articles: articles.size, leftOut: [] });
  });

  it('takes each chapter of a book once, and a letter in a zip as the letter that it is', async () => {
    const library = await makeLibrary();
    const book = library.file('anthology.epub', bytesOf('epub', 'anthology.epub'));
    const first = await library.take(book);
    expect(first.lines.map(({ path, outcome, title }) => [path, outcome, title])).toEqual([
      ['anthology.epub › OPS/text/foreword.xhtml', 'partial', 'Foreword'],
      ['anthology.epub › OPS/text/wardens.xhtml', 'taken', '1. The wardens'],
      ['anthology.epub › OPS/text/letters.xhtml', 'taken', 'A deckhand writes'],
      ['anthology.epub › OPS/text/letters.xhtml#two', 'taken', 'A mother answers'],
    ]);
    const again = await library.take(library.file('again.epub', bytesOf('epub', 'anthology.epub')));
    expect(again.lines.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate', 'duplicate']);
    const zip = library.file('letters.zip', zipOf({ 'a/minutes.docx': bytesOf('docx', 'minutes.docx') }));
    expect((await library.take(zip)).lines).toMatchObject([
      { path: 'letters.zip › a/minutes.docx', outcome: 'taken', title: 'Harbour wardens will not check papers' },
    ]);
  });

  it('puts back what was deleted, commented and hidden, and the title page of a book', async () => {
    const library = await makeLibrary();
    const { lines } = await library.take(
      library.file('minutes.docx', bytesOf('docx', 'minutes.docx')),
      library.file('anthology.epub', bytesOf('epub', 'anthology.epub')),
    );
    let returned = 0;
    for (const { article } of lines) {
      if (article === null) throw new Error('not taken');
      for (;;) {
        const { revision } = await library.call('articles.read', { article });
        const entry = revision.removals.findIndex(({ place }) => place !== undefined);
        if (entry === -1) break;
        await library.call('revisions.correct', { article, revision: revision.id, putBack: [{ entry }], roles: [] });
        returned += 1;
      }
    }
    expect(returned).toBeGreaterThan(12);
    const minutes = lines.find(({ path }) => path === 'minutes.docx')?.article;
    if (minutes == null) throw new Error('not taken');
    const { revision } = await library.call('articles.read', { article: minutes });
    expect(revision.text).toContain('without a vote.\n\nafter a long night\n\nIs that so?\n\n(check with Tomas)');
  });
});
