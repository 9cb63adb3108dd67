import { describe, expect, it } from 'vitest';
import { overlapOf, shinglesOf, shingleWords, sketchOf } from '../../../main/contract/index.ts';
import { ArticleGenerator } from '../../bench/generator.ts';

const generator = new ArticleGenerator();
const textOf = (number: number) => generator.article(number).paragraphs.join('\n\n');
const overlap = (one: string, other: string) => overlapOf(shinglesOf(one), shinglesOf(other));

describe('shingles', () => {
  it('are every run of words, each once, whatever the case, the accents, the signs and the space', () => {
    expect(shinglesOf('the harbour board met on Tuesday').size).toBe(6 - shingleWords + 1);
    expect(shinglesOf('one two three four one two three four one two three four').size).toBe(4);
    expect(overlap('The café — “open”, on TUESDAY night', 'the cafe open\n\non tuesday: night')).toEqual({
      shared: 3,
      containment: 1,
      resemblance: 1,
    });
    expect(shinglesOf('too few words').size).toBe(0);
  });

  it('are told apart by the order of their words', () => {
    expect(overlap('one two three four', 'four three two one').shared).toBe(0);
  });

  it('are made of characters where a script writes no spaces', () => {
    const [left, right] = ['港の番人は書類を確認しない。', '港の番人は身分証を確認しない。'];
    expect(overlap(left, right).containment).toBeGreaterThan(0.3);
  });

  it('tell how much of the shorter text is in the longer, and how much of both is the same', () => {
    const whole = textOf(1);
    const half = generator.article(1).paragraphs.slice(0, 6).join('\n\n');
    const { containment, resemblance } = overlap(half, whole);
    expect(containment).toBe(1);
    expect(resemblance).toBeLessThan(0.8);
    expect(overlap(whole, half)).toEqual(overlap(half, whole));
    expect(overlap('', whole)).toMatchObject({ containment: 0, resemblance: 0 });
  });
});

describe('a sketch', () => {
  it('is the same for the same words, and none for a text that is too short', () => {
    expect(sketchOf(textOf(1))).toEqual(sketchOf(textOf(1).toUpperCase()));
    expect(sketchOf('Forty lamps were lit on the coast road on Monday night.')).toBeNull();
  });

  it('keeps about one shingle in sixteen of an article, more of a short one, and at most 256 of a book', () => {
    const article = sketchOf(textOf(3));
    expect(article?.scale).toBe(4);
    expect(article?.hashes.length).toBeGreaterThan((article?.shingles ?? 0) / 32);
    expect(article?.hashes.length).toBeLessThan((article?.shingles ?? 0) / 8);
    const brief = sketchOf(textOf(3).split(' ').slice(0, 60).join(' '));
    expect(brief?.hashes.length).toBeGreaterThanOrEqual(12);
    const book = sketchOf(Array.from({ length: 100 }, (_, number) => textOf(number)).join('\n\n'));
    expect(book?.hashes.length).toBeLessThanOrEqual(256);
    expect(book?.hashes.length).toBeGreaterThan(90);
  });

  it('of a cut text is a part of the whole text’s, but for the shingles at the cut', () => {
    const whole = new Set(sketchOf(textOf(5))?.hashes);
    const cut = sketchOf(generator.article(5).paragraphs.slice(0, 8).join('\n\n'))?.hashes ?? [];
    expect(cut.length).toBeGreaterThan(10);
    expect(cut.every((hash) => whole.has(hash))).toBe(true);
  });
});
