import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ArticleId, type LibraryChange, touchesArticle } from '../../../main/contract/index.ts';
import { ChangeFeed, mergeChanges } from '../../../main/core/library/change-feed.ts';

const article = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as ArticleId;
const came = (...numbers: readonly number[]): LibraryChange => ({ subject: 'articles', ids: numbers.map(article) });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function feed() {
  const sent: (readonly LibraryChange[])[] = [];
  return { feed: new ChangeFeed((changes) => sent.push(changes)), sent };
}

it('sends what long work changes a few times a second, one entry a subject, whatever the number of its batches', () => {
  const { feed: changes, sent } = feed();
  for (let batch = 0; batch < 100; batch += 1) {
    changes.gather(came(batch), { subject: 'events' });
    vi.advanceTimersByTime(10);
  }
  expect(sent.length).toBeLessThanOrEqual(5);
  vi.runAllTimers();
  const named = sent.flatMap((told) => told.flatMap((change) => (change.subject === 'articles' ? change.ids : [])));
  expect(named).toEqual(Array.from({ length: 100 }, (_, number) => article(number)));
  for (const told of sent) expect(told.map(({ subject }) => subject)).toEqual(['articles', 'events']);
});

it("sends a person's act at once, with what was gathered before it", () => {
  const { feed: changes, sent } = feed();
  changes.gather(came(1));
  changes.gather(came(2));
  changes.tell({ subject: 'codes', ids: null });
  changes.tell({ subject: 'bin' });
  expect(sent).toEqual([[came(1)], [came(2), { subject: 'codes', ids: null }], [{ subject: 'bin' }]]);
});

it('says of a subject that many changed, once they are too many to name', () => {
  const { feed: changes, sent } = feed();
  changes.gather({ subject: 'events' });
  for (let number = 0; number < 500; number += 1) changes.gather(came(number));
  vi.runAllTimers();
  expect(sent[1]).toEqual([{ subject: 'articles', ids: null }]);
});

it('sends nothing once the library is closed', () => {
  const { feed: changes, sent } = feed();
  changes.gather(came(1));
  changes.gather(came(2));
  changes.close();
  vi.runAllTimers();
  expect(sent).toEqual([[came(1)]]);
});

it('keeps what is unknown unknown when changes come together', () => {
  const on = (articles: readonly ArticleId[] | null): LibraryChange => ({ subject: 'statements', ids: null, articles });
  expect(mergeChanges([on([article(1)])], [on([article(1), article(2)])])).toEqual([on([article(1), article(2)])]);
  expect(mergeChanges([on([article(1)])], [on(null)])).toEqual([on(null)]);
});

it('tells whoever shows one article whether it is touched', () => {
  const one = article(1);
  expect(touchesArticle(came(1, 2), one)).toBe(true);
  expect(touchesArticle(came(2), one)).toBe(false);
  expect(touchesArticle({ subject: 'annotations', ids: null, articles: [article(2)] }, one)).toBe(false);
  expect(touchesArticle({ subject: 'annotations', ids: null, articles: null }, one)).toBe(true);
  expect(touchesArticle({ subject: 'imports', ids: null }, one)).toBe(false);
});
