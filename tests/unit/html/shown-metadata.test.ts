import { describe, expect, it } from 'vitest';
import { readPage } from './support.ts';

const sentence =
  'The harbour board of Port Ellery met on Tuesday evening to hear how the new lamps on the coast road have worked through their first winter. ';
const prose = `<p>${sentence}</p><p>${sentence.repeat(6)}</p><p>${sentence.repeat(3)}</p>`;
interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly end?: string;
  readonly after?: string;
}
const page = ({ head = '', above = '', below = '', end = '', after = '' }: Parts) =>
  readPage(
    `<html lang="en"><head>${head}</head><body>${above}<article><h1>New lamps for the coast road</h1>${below}${prose}${end}</article>${after}</body></html>`,
  );
const byline = async (parts: Parts) => (await page(parts)).metadata.byline;
const published = async (parts: Parts) => (await page(parts)).metadata.published?.value;
const person = (name: string) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"New lamps for the coast road","author":{"@type":"Person","name":"${name}"}}</script>`;
const openGraph = (date: string) => `<meta property="article:published_time" content="${date}">`;

describe('whom a page shows as its writer', () => {
  it('goes before whom its head names', async () => {
    const { metadata } = await page({ head: person('Ola Brandt'), below: '<p class="byline">By Rhea Vance</p>' });
    expect(metadata.byline).toEqual(['Rhea Vance']);
    expect(metadata.sources.byline).toMatchObject({ from: 'page byline' });
    expect(metadata.sources.byline?.overruled).toContainEqual({ from: 'json-ld', value: 'Ola Brandt' });
  });

  it('is found however many boxes stand between', async () => {
    const boxes = '<div><i></i></div>'.repeat(400);
    expect(await byline({ below: `${boxes}<p class="byline">By Rhea Vance</p>` })).toEqual(['Rhea Vance']);
  });

  it.each([
    ['"By" and the name stand in two elements', '<div class="byline"><span>By</span><a href="/x">Rhea Vance</a></div>'],
    ['the name is a link to the writers’ folder', '<div><a href="/autoren/reporterin-7">Rhea Vance</a> 3 min</div>'],
    [
      'who translated signs too',
      '<div class="author"><p>Autorin <span>Rhea Vance:</span></p><p>Übersetzung <a href="/author/ola">Ola Brandt</a></p></div>',
    ],
    [
      'the name is marked inside a link with a picture’s credit',
      '<a href="/autoren/rhea-vance"><div><span>© Ola Studio</span></div><div><span itemprop="name">Rhea  Vance</span></div></a>',
    ],
    [
      'a column beside the headline has it',
      '<div class="article-sidebar"><p>By</p><p class="full-name">Rhea Vance</p></div>',
    ],
    ['other links follow hers', '<p class="author"><a href="/a">Rhea Vance</a> <a href="/b">harbourlight</a></p>'],
  ])('is read where %s', async (_where, below) => {
    expect(await byline({ below })).toEqual(['Rhea Vance']);
  });

  it('is two where two boxes of one kind stand side by side', async () => {
    expect(
      await byline({
        below: '<p><span class="author">Rhea Vance</span> und <span class="author">Ola Brandt</span></p>',
      }),
    ).toEqual(['Rhea Vance', 'Ola Brandt']);
  });

  it('is the last line of a text whose lines are parted by breaks', async () => {
    expect(await byline({ end: `<div>${sentence}<br><br>Autorin: Rhea Vance, Hafenmeisterin</div>` })).toEqual([
      'Rhea Vance',
    ]);
  });

  it('keeps the desk that signs beside a person', async () => {
    expect(
      await byline({ head: person('Web Import'), below: '<p class="byline">By Rhea Vance, 7 News Ellery</p>' }),
    ).toEqual(['Rhea Vance', '7 News Ellery']);
  });

  it('is the paper where its byline says so', async () => {
    expect(
      await byline({
        head: '<meta property="og:site_name" content="Harbour Friends">',
        below: '<p>, par <span class="author"><a rel="author" href="/hf">Harbour Friends</a></span></p>',
      }),
    ).toEqual(['Harbour Friends']);
  });

  it('is the one word that its head knows too, whoever signs further down', async () => {
    expect(
      await byline({
        head: person('Rhea'),
        below: '<p class="author-name">Rhea</p>',
        end: '<div class="recipe-author">By Ola Brandt</div>',
      }),
    ).toEqual(['Rhea']);
  });

  it.each([
    [
      'leads a link in running words',
      { below: `<p>${sentence}So says <a href="/profil/ola-brandt">Ola Brandt</a>.</p>` },
    ],
    ['answers below', { after: '<div class="comments"><p class="author">Ola Brandt</p></div>' }],
    [
      'wrote other articles',
      {
        after:
          '<p><a rel="author">Ola Brandt</a></p><p><a rel="author">Tam Reyl</a></p><p><a rel="author">Bo Lind</a></p>',
      },
    ],
    ['is followed on a network', { below: '<p><a href="https://www.youtube.com/user/ellery">Ola Brandt</a></p>' }],
    ['took the picture', { below: '<p><span class="photo-credit">By Ola Brandt</span></p>' }],
    ['is quoted', { below: '<blockquote class="post"><p>Posted by Ola Brandt</p></blockquote>' }],
    ['has an article as a neighbour', { after: '<article><p class="byline">By Ola Brandt</p></article>' }],
  ])('is not who %s', async (_what, parts) => {
    expect(await byline(parts)).toEqual([]);
  });
});

describe('whom a page’s data name', () => {
  it('is who wrote the article of that headline, not the others that the page describes', async () => {
    const article = (headline: string, name: string) =>
      `{"@type":"NewsArticle","headline":"${headline}","author":{"name":"${name}"}}`;
    expect(
      await byline({
        head: `<script type="application/ld+json">[${article('Buses to Marrow', 'Ola Brandt')},${article('New lamps for the coast road', 'Rhea Vance')}]</script><title>New lamps for the coast road</title>`,
      }),
    ).toEqual(['Rhea Vance']);
  });

  it('is not who wrote another item of microdata', async () => {
    const item = (headline: string, name: string) =>
      `<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="headline" content="${headline}"><meta itemprop="author" content="${name}"></div>`;
    expect(
      await byline({
        above: item('New lamps for the coast road', 'Rhea Vance'),
        after: item('Buses to Marrow', 'Ola Brandt'),
      }),
    ).toEqual(['Rhea Vance']);
  });
});

describe('when a page says that it was published', () => {
  it.each([
    [
      'what it shows, not what its head vaguely dates',
      { head: '<meta name="date" content="2020-02-12">', below: '<p>05.02.2020 - Hafenamt</p>' },
      '2020-02-05',
    ],
    [
      'what it shows, not the day of a move',
      { head: openGraph('2022-11-17T10:33:13Z'), below: '<p class="date">9 March 2022</p>' },
      '2022-03-09',
    ],
    [
      'its own evening, not the server’s morning',
      { head: openGraph('2022-05-04T03:37:37+00:00'), below: '<p class="date">3 May 2022</p>' },
      '2022-05-03',
    ],
    [
      'its own evening, not the paper’s next edition',
      { head: openGraph('2022-05-03T22:46:08-03:00'), above: '<p class="date">4 May 2022</p>' },
      '2022-05-03T22:46:08-03:00',
    ],
    [
      'what head and page agree on, though today’s date stands above',
      {
        head: openGraph('2017-05-01T17:05:00Z'),
        above: '<p class="date">26 February 2020</p>',
        below: '<p class="date">1 May 2017</p>',
      },
      '2017-05-01T17:05:00Z',
    ],
    [
      'no day that the text speaks of',
      { head: openGraph('2019-11-27T15:21:21Z'), below: '<p>Next: 21 February 2020</p>' },
      '2019-11-27T15:21:21Z',
    ],
    [
      'no day of a post that it shows',
      {
        head: openGraph('2019-10-18T16:06:50Z'),
        below: '<blockquote><time datetime="2019-04-21">April</time></blockquote>',
      },
      '2019-10-18T16:06:50Z',
    ],
    [
      'the first of two days in one line',
      { below: '<p class="date">Published 3 May 2020, updated 5 May 2020</p>' },
      '2020-05-03',
    ],
    [
      'the day after its label',
      { below: '<p class="date">Updated: 5 May 2020 | Published: 3 May 2020</p>' },
      '2020-05-03',
    ],
    [
      'the day before a clock that stands in an element of its own',
      { below: '<p class="date">28.09.19<span>12:13</span></p>' },
      '2019-09-28T12:13',
    ],
    [
      'the day in its address, day first',
      { head: '<link rel="canonical" href="https://courier.example/~16-11-2016-new-lamps">' },
      '2016-11-16',
    ],
    [
      'the day with which its text begins',
      { below: `<p>${sentence.repeat(4)}</p><p>21.01.2022 – ${sentence}</p>` },
      '2022-01-21',
    ],
  ])('is %s', async (_what, parts, date) => {
    expect(await published(parts)).toBe(date);
  });

  it('is not the day of a change, which is kept apart', async () => {
    const { metadata } = await page({
      head: openGraph('2020-05-03T08:00:00Z'),
      below: '<p>Last updated <time datetime="2020-06-05">5 June 2020</time></p>',
    });
    expect(metadata.published?.value).toBe('2020-05-03T08:00:00Z');
    expect(metadata.modified?.value).toBe('2020-06-05');
  });
});
