import { describe, expect, test } from 'vitest';
import { createPaletteSearch, type PaletteEntry } from '../../../renderer/shell/palette/palette-search.ts';

const entry = (kind: PaletteEntry['kind'], title: string, detail: string | null = null): PaletteEntry => ({
  kind,
  id: `${kind} ${title}`,
  title,
  detail,
});

function search() {
  const palette = createPaletteSearch();
  palette.setVocabulary([
    entry('command', 'Go to Health'),
    entry('command', 'Theme: night'),
    entry('person', 'Ines Alder'),
    entry('collection', 'Harbour inquiry'),
    entry('code', 'trust', 'policy › trust'),
  ]);
  palette.addArticles([
    entry('article', 'Harbour wardens will not check papers, commissioner says', 'Port Ellery Courier'),
    entry('article', 'Board minutes show unease over spring rules', 'Ellery Bay Observer'),
    entry('article', 'Café on the quay closes', 'The Tidewater Record'),
  ]);
  return palette;
}
const titles = (words: string) =>
  search()
    .find(words, 5)
    .map((one) => one.title);

describe('the palette', () => {
  test('forgives typing errors', () => {
    expect(titles('harbuor wadrens')[0]).toBe('Harbour wardens will not check papers, commissioner says');
    expect(titles('aldr')[0]).toBe('Ines Alder');
    expect(titles('cafe quay')[0]).toBe('Café on the quay closes');
  });
  test('takes the words of a title in any order, and of equals the shorter title', () => {
    expect(titles('papers harbour')[0]).toBe('Harbour wardens will not check papers, commissioner says');
    const palette = createPaletteSearch();
    palette.addArticles([entry('article', 'Ferry fares rise again in the bay'), entry('article', 'Ferry fares rise')]);
    expect(palette.find('fares ferry', 5).map((one) => one.title)).toEqual([
      'Ferry fares rise',
      'Ferry fares rise again in the bay',
    ]);
  });
  test('takes the titles with the most of the words when none has all', () => {
    expect(titles('harbour wardens xylophone')[0]).toBe('Harbour wardens will not check papers, commissioner says');
    expect(titles('harbour wardens xylophone')).not.toContain('Board minutes show unease over spring rules');
  });
  test('finds all five kinds, and of equals the rarer first', () => {
    expect(titles('harbour')[0]).toBe('Harbour inquiry');
    expect(titles('trust')[0]).toBe('trust');
    expect(titles('theme night')[0]).toBe('Theme: night');
  });
  test('shows the commands before anything is typed, and nothing for nonsense', () => {
    expect(titles('  ')).toEqual(['Go to Health', 'Theme: night']);
    expect(titles('xqzvvw')).toEqual([]);
  });
  test('keeps the articles that it has until all of them have come anew', () => {
    const palette = search();
    const found = () => palette.find('wardens', 5).map(({ title }) => title);
    palette.beginArticles();
    palette.addArticles([entry('article', 'Wardens on the quay')]);
    expect(found()).toEqual(['Harbour wardens will not check papers, commissioner says']);
    palette.endArticles();
    expect(found()).toEqual(['Wardens on the quay']);
    palette.beginArticles();
    palette.endArticles();
    expect(found()).toEqual([]);
  });
  test('finds what has come so far while its first articles come', () => {
    const palette = createPaletteSearch();
    palette.beginArticles();
    palette.addArticles([entry('article', 'Wardens on the quay')]);
    expect(palette.find('wardens', 5).map(({ title }) => title)).toEqual(['Wardens on the quay']);
  });
});
