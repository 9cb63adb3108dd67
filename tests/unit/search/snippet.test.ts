import { describe, expect, test } from 'vitest';
import { beginningOf, snippetOf } from '../../../db/snippet.ts';
import { findTerms } from '../../../main/contract/index.ts';

const marked = (text: string, terms: readonly string[], range?: { start: number; end: number }) => {
  const snippet = snippetOf(text, terms, range);
  if (snippet === null) return null;
  let shown = '';
  let at = 0;
  for (const [start, end] of snippet.marks) {
    shown += `${snippet.text.slice(at, start)}[${snippet.text.slice(start, end)}]`;
    at = end;
  }
  return shown + snippet.text.slice(at);
};

describe('terms in a text', () => {
  const find = (text: string, ...terms: string[]) =>
    findTerms(text, terms).map(({ start, end }) => text.slice(start, end));

  test('words are found whole, whatever their case and accents', () => {
    expect(find('Café, CAFÉ, cafe\u0301 and cafés', 'cafe')).toEqual(['Café', 'CAFÉ', 'cafe\u0301']);
  });
  test('beginnings, phrases and phrases that go on', () => {
    expect(find('Trust the trustees of trust', 'trust*')).toEqual(['Trust', 'trustees', 'trust']);
    expect(find('Public safety, public-safety, public, safety; public unsafety', 'public safety')).toEqual([
      'Public safety',
      'public-safety',
      'public, safety',
    ]);
    expect(find('a public safeguard', 'public saf*')).toEqual(['public safeguard']);
  });
  test('the longest of several wins, and none overlap', () => {
    expect(find('night shift night', 'night', 'night shift', 'shift')).toEqual(['night shift', 'night']);
  });
  test('a repeated beginning is not lost', () => {
    expect(find('no no never', 'no never')).toEqual(['no never']);
  });
  test('offsets count UTF-16 units', () => {
    expect(findTerms('👍👍 trust', ['trust'])).toEqual([{ term: 0, start: 5, end: 10 }]);
  });
  test('terms without a word find nothing', () => {
    expect(findTerms('a 🎉 b', ['🎉', ''])).toEqual([]);
  });
});

describe('the passage that is shown', () => {
  const filler = 'The wardens walked the quay and counted boats in the rain that morning. '.repeat(12).trim();

  test('has most of the different words', () => {
    const text = `${filler} Trust is slow.\n\n${filler} An oath is a promise of trust to the town.\n\n${filler}`;
    expect(marked(text, ['trust', 'oath'])).toMatch(
      /^…An \[oath\] is a promise of \[trust\] to the town\. The wardens .*…$/,
    );
  });
  test('begins at its sentence and ends at a word', () => {
    const text = `${filler} “Nobody trusts a closed door.” The harbour said so. ${filler}`;
    const snippet = snippetOf(text, ['harbour']);
    expect(snippet?.text.startsWith('…The harbour said so.')).toBe(true);
    expect(snippet?.text.length).toBeLessThanOrEqual(222);
    expect(snippet?.text).toMatch(/\w…$|\.…$/);
  });
  test('folds white space and keeps the marks right', () => {
    expect(marked('One\n\ntwo\t\tthree   harbour\nboard.', ['harbour board'])).toBe('…two three [harbour board].');
  });
  test('stays inside a statement', () => {
    const text = `Trust, said the paper. ${filler}\n\n“We keep our word and our trust.”\n\n${filler}`;
    const start = text.indexOf('“We');
    const range = { start, end: text.indexOf('”') + 1 };
    expect(marked(text, ['trust'], range)).toBe('…“We keep our word and our [trust].”…');
  });
  test('is null without a word of it', () => {
    expect(snippetOf(filler, ['oath'])).toBeNull();
  });
  test('a text without blanks is cut, never inside a character', () => {
    const text = `${'👍'.repeat(300)}`;
    const { text: shown } = beginningOf(text);
    expect(shown.length).toBeLessThan(230);
    expect(shown.isWellFormed()).toBe(true);
  });
  test('a long text is looked through quickly enough to the end', () => {
    const text = `${'word '.repeat(60_000)}harbour.`;
    expect(marked(text, ['harbour'])).toContain('[harbour].');
  });
});
