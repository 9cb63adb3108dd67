import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelledArticles } from '../../support/labelled-statements/format.ts';

const articles = readLabelledArticles(join(import.meta.dirname, '../../fixtures/statements'));

describe('the labelled articles', () => {
  it('can all be read, each number with its label and each label with its words', () => {
    expect(articles.length).toBeGreaterThan(0);
  });

  it('have quoted words between their marks, and the marks outside', () => {
    const mark = /["“”„«»‹›‘’'`「」『』″＂—]/u;
    const amiss = articles.flatMap(({ name, text, statements }) =>
      statements
        .filter(({ kind }) => kind === 'direct' || kind === 'mixed')
        .flatMap(({ label, spans }) =>
          spans.map((span) => ({ name, label, ...span, words: text.slice(span.start, span.end) })),
        )
        .filter(
          ({ start, end, words }) =>
            !mark.test(text.slice(Math.max(0, start - 3), start) + text.slice(end, end + 2)) ||
            /^["“„«][^"“”„«»]*["“”»]$/u.test(words),
        ),
    );
    expect(amiss).toEqual([]);
  });

  it('stand under numbers of their own', () => {
    const names = articles.map(({ name }) => name.split('-')[0]);
    expect(names).toEqual([...new Set(names)]);
  });
});
