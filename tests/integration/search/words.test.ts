import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { wordsOf } from '../../../main/contract/index.ts';

/** The words that FTS5 makes of texts, by its own account. */
function wordsByFts5(texts: readonly string[]): string[][] {
  const db = new Database(':memory:');
  try {
    db.exec(`CREATE VIRTUAL TABLE texts USING fts5(text, tokenize='unicode61 remove_diacritics 2');
      CREATE VIRTUAL TABLE found USING fts5vocab(texts, 'instance');`);
    const insert = db.prepare('INSERT INTO texts (rowid, text) VALUES (?, ?)');
    db.transaction(() => {
      for (const [index, text] of texts.entries()) insert.run(index + 1, text);
    })();
    const words: string[][] = texts.map(() => []);
    for (const row of db
      .prepare<[], { doc: number; term: string }>('SELECT doc, term FROM found ORDER BY doc, offset')
      .all())
      words[row.doc - 1]?.push(row.term);
    return words;
  } finally {
    db.close();
  }
}

const ours = (text: string) => wordsOf(text).map((word) => word.word);

test('words and their folding are FTS5’s, for every letter and sign of the scripts newspapers use', () => {
  // Latin with all its accents, Greek, Cyrillic, punctuation, Kana, and Chinese characters.
  const ranges = [
    [0x20, 0x377],
    [0x384, 0x386],
    [0x388, 0x38a],
    [0x38e, 0x3a1],
    [0x3a3, 0x527],
    [0x1e00, 0x1eff],
    [0x2000, 0x2064],
    [0x20a0, 0x20b9],
    [0x3041, 0x3096],
    [0x4e00, 0x4eff],
    [0x1f600, 0x1f63f],
  ] as const;
  const characters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  );
  // ǡ and Ǡ carry two accents, which FTS5 leaves alone and nobody types.
  const texts = characters.filter((character) => !'ǠǡΎ'.includes(character)).map((character) => `a${character}b`);
  const theirs = wordsByFts5(texts);
  expect(texts.map(ours)).toEqual(theirs);
});

test.each([
  'Don’t say “naïve” — C++, e-mail, 3.5 % and Ångström’s co-op…',
  'Cafe\u0301 E\u0301lan, nin\u0303o',
  'ΟΔΥΣΣΕΥΣ Οδυσσεύς и Йод straße STRASSE İstanbul ılık',
  'emoji 🎉 in between👍words',
])('%s', (text) => {
  expect(ours(text)).toEqual(wordsByFts5([text])[0]);
});
