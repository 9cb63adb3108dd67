import { describe, expect, it } from 'vitest';
import { makeLibrary } from '../../support/library.ts';
import { documents, innermost, middle, type NestedFile, outermost, pages } from '../../support/nested-files.ts';
import { books, news, pdfs, savedAndSent } from '../../support/nested-news.ts';

/**
 * Files of every kind that can lie in itself, made to lie in itself 20,000 times. What fails here fails by the test
 * run's own limit, by a refusal that names the program's insides, or by words that are gone without a word.
 */
const depth = 20_000;

/** Where a kind is refused, what the report says of it. */
const refused: Readonly<Record<string, RegExp>> = {
  'Web archive of Safari: lists beside the page': /nested more deeply than is read\. Open it in Safari/,
  'Web archive of Safari: frames in frames': /nested more deeply than is read\. Open it in Safari/,
};

/** pdf.js copies its state at each of these; 2,000 are far more than any program writes. */
const shallower: Readonly<Record<string, number>> = {
  'PDF: states of drawing': 2000,
  'PDF: forms in forms': 200,
};

const groups: readonly (readonly [name: string, files: readonly NestedFile[]])[] = [
  ['pages', pages],
  ['documents', documents],
  ['news', news],
  ['letters and saved pages', savedAndSent],
  ['books', books],
  ['PDF', pdfs],
];

describe('files that lie in themselves without end', () => {
  it.each(groups)('%s: the words come in, in their order, or one sentence says why not', async (_name, files) => {
    const library = await makeLibrary();
    for (const [number, { kind, name, make }] of files.entries()) {
      const { lines } = await library.take(library.file(`${number}-${name}`, make(shallower[kind] ?? depth)));
      const reasons = lines.map(({ reason }) => reason ?? '').join(' ');
      expect(reasons, kind).not.toMatch(/call stack|Reading it (?:took|failed)|internal/i);
      const why = refused[kind];
      if (why !== undefined) {
        expect(lines, kind).toMatchObject([{ outcome: 'refused', reason: expect.stringMatching(why) }]);
        continue;
      }
      const words: string[] = [];
      for (const { article } of lines.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
        if (article == null) continue;
        const { revision } = await library.call('articles.read', { article });
        // What stands in furniture, or was left out and can be put back, is kept.
        words.push(JSON.stringify(revision.document), JSON.stringify(revision.removals));
      }
      const all = words.join('\n');
      const places = [outermost, middle, innermost].map((sentence) => all.indexOf(sentence));
      expect(Math.min(...places), `${kind}: ${reasons}`).toBeGreaterThanOrEqual(0);
      expect(places, kind).toEqual(places.toSorted((one, other) => one - other));
    }
  });

  it('says of a document that it was read flat', async () => {
    const library = await makeLibrary();
    const nested = documents.filter(({ kind }) => /^(?:DOCX|ODT)/.test(kind));
    for (const { kind, name, make } of nested) {
      const usual = await library.take(library.file(`usual-${name}`, make(20)));
      expect(usual.lines[0]?.reason ?? '', kind).not.toMatch(/in one another/);
      const { lines } = await library.take(library.file(`deep-${name}`, make(1000)));
      expect(lines[0]?.reason, kind).toMatch(/read one after another with all their words/);
    }
  });
});
