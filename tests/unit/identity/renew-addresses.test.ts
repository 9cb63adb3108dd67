import { describe, expect, it } from 'vitest';
import type { AddressedArticle } from '../../../db/queries/addresses.ts';
import type { ArticleId } from '../../../main/contract/index.ts';
import { planRenewal } from '../../../main/core/articles/renew-addresses.ts';
import { canonicalUrl } from '../../../main/reading/identity/canonical-url.ts';

function article(rowid: number, url: string, more: { stated?: string; binned?: boolean } = {}): AddressedArticle {
  const id = `0193a000-0000-7000-8000-00000000000${rowid}` as ArticleId;
  return { rowid, id, title: `Article ${rowid}`, url, stated: more.stated ?? null, binned: more.binned ?? false };
}

const plan = (...articles: AddressedArticle[]) => {
  const { changes, clashes } = planRenewal(articles, canonicalUrl);
  return {
    changes: changes.map(({ rowid, url }) => [rowid, url]),
    clashes: clashes.map(({ holder, apart }) => [holder.rowid, apart.rowid]),
  };
};

describe('addresses made by newer rules', () => {
  it('change where the rules give another one, and only there', () => {
    expect(plan(article(1, 'https://www.courier.example/a'), article(2, 'https://courier.example/b'))).toEqual({
      changes: [[1, 'https://courier.example/a']],
      clashes: [],
    });
  });

  it('come from what the page said, where an older rule had lost it', () => {
    const [stated, url] = ['https://courier.example/#!/news/a', 'https://courier.example/'];
    expect(plan(article(1, url, { stated })).changes).toEqual([[1, stated]]);
  });

  it('leave two articles that fall together apart: the one that has the address keeps it', () => {
    expect(plan(article(1, 'https://www.courier.example/a'), article(2, 'https://courier.example/a'))).toEqual({
      changes: [],
      clashes: [[2, 1]],
    });
  });

  it('go to the first of two that need to change, and to one in the bin last', () => {
    const [www, mobile] = ['https://www.courier.example/a', 'https://m.courier.example/a'];
    expect(plan(article(1, www), article(2, mobile))).toEqual({
      changes: [[1, 'https://courier.example/a']],
      clashes: [[1, 2]],
    });
    expect(plan(article(1, www, { binned: true }), article(2, mobile))).toEqual({
      changes: [[2, 'https://courier.example/a']],
      clashes: [[2, 1]],
    });
  });

  it('are taken from one that is left apart, when another article has them now', () => {
    const route = 'https://courier.example/#!/b';
    const first = article(1, 'https://courier.example/a', { stated: route });
    const second = article(2, 'https://courier.example/z', { stated: 'https://courier.example/a' });
    const third = article(3, route, { stated: route });
    expect(plan(first, second, third)).toEqual({
      changes: [
        [1, null],
        [2, 'https://courier.example/a'],
      ],
      clashes: [[3, 1]],
    });
  });
});
