import { expect, test } from 'vitest';
import type { ArticleId, CollectionId, RevisionId, SpeakerId } from '../../../main/contract/ids.ts';
import { addressOf, routeOf, searchedWords } from '../../../renderer/shared/lib/addresses.ts';
import type { Route } from '../../../renderer/shared/state/route.ts';

const id = '01930000-0000-7000-8000-000000000001';

test.each<Route>([
  { room: 'library' },
  { room: 'statements' },
  { room: 'people' },
  { room: 'people', person: id as SpeakerId },
  { room: 'people', list: 'proposals' },
  { room: 'import' },
  { room: 'export' },
  { room: 'export', selection: { of: 'search', query: 'pier & "night watch" #1?' } },
  { room: 'export', selection: { of: 'collection', collection: id as CollectionId } },
  { room: 'health' },
  { room: 'compare' },
  { room: 'compare', list: 'duplicates' },
  { room: 'compare', sides: { left: { article: id as ArticleId }, right: { article: id as ArticleId } } },
  {
    room: 'compare',
    sides: {
      left: { article: id as ArticleId, revision: id as RevisionId },
      right: { article: id as ArticleId },
    },
  },
  { room: 'reader', article: id as ArticleId },
  { room: 'reader', article: id as ArticleId, revision: id as RevisionId, terms: ['quay & pier', 'C++'], at: 120 },
])('a place comes back from its address: %j', (route) => {
  expect(routeOf(addressOf(route), searchedWords(route))).toEqual(route);
});

test.each<Route>([
  { room: 'export', selection: { of: 'search', query: 'whistleblower' } },
  { room: 'reader', article: id as ArticleId, terms: ['whistleblower'], at: 120 },
])('words that were searched for stand in no address, which a browser keeps: %j', (route) => {
  expect(addressOf(route)).not.toContain('whistleblower');
  expect(routeOf(addressOf(route))).toMatchObject({ room: route.room });
});

test('an address that names no place is refused, and what is wrong in one is left out', () => {
  expect(routeOf('')).toBeNull();
  expect(routeOf('#/cellar')).toBeNull();
  expect(routeOf('#/reader/not-an-id')).toBeNull();
  expect(routeOf('#/people/not-an-id?list=cellar')).toEqual({ room: 'people' });
  expect(routeOf(`#/reader/${id}?at=-3&revision=x`)).toEqual({ room: 'reader', article: id });
  expect(routeOf(`#/compare?left=${id}&right=x`)).toEqual({ room: 'compare' });
  expect(routeOf('#/export?selection={broken')).toEqual({ room: 'export' });
  expect(routeOf('#/export?selection={"of":"articles","articles":["x"]}')).toEqual({ room: 'export' });
});
