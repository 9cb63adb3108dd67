import { describe, expect, it } from 'vitest';
import { readPage } from './support.ts';

const german =
  '<p>Der Hafenrat von Port Ellery hat am Dienstag beraten, wie sich die neuen Lampen an der Küstenstraße im ersten Winter bewährt haben, und ist mit dem Ergebnis zufrieden.</p>';
const english =
  '<p>The harbour board of Port Ellery met on Tuesday evening to hear how the new lamps on the coast road have worked through their first winter, and was content with what it heard.</p>';
const facts = async (head: string, body = '', text = english, root = '<html lang="en">') =>
  (
    await readPage(
      `${root}<head>${head}</head><body>${body}<article><h1>New lamps for the coast road</h1>${text.repeat(3)}</article></body></html>`,
    )
  ).metadata;

describe('who publishes a page', () => {
  it.each([
    [
      'the end of its title says',
      '<title>New lamps for the coast road | News | Port Ellery Courier</title>',
      '',
      'title',
    ],
    ['its feed is called after', '<link rel="alternate" title="Port Ellery Courier » Feed" href="/feed">', '', 'feed'],
    ['its masthead says', '', '<div class="logo"><h1>Port Ellery Courier</h1></div>', 'page'],
  ])('is whom %s', async (_where, head, body, from) => {
    const { publication, sources } = await facts(head, body);
    expect(publication).toBe('Port Ellery Courier');
    expect(sources.publication?.from).toBe(from);
  });

  it('is not a template that nobody filled in, nor the article itself', async () => {
    expect((await facts('<meta property="og:site_name" content="{$plugin.news.site_name}">')).publication).toBeNull();
    const title = 'New lamps for the coast road are to stay through the whole of the summer';
    expect(
      (await facts(`<meta property="og:site_name" content="${title}"><meta property="og:title" content="${title}">`))
        .publication,
    ).toBeNull();
  });
});

describe('under what a page files its article', () => {
  it.each([
    ['the first of a list', '<meta property="article:section" content="Harbour, Coast, Slideshow">', ''],
    [
      'no name for nothing',
      '<meta property="article:section" content="Uncategorized"><meta name="section" content="Harbour">',
      '',
    ],
    ['a category that it links to', '', '<a rel="category tag" href="/c/harbour">Harbour</a>'],
    [
      'the last of its breadcrumbs before the article',
      '<title>New lamps for the coast road</title><script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Harbour"}},{"name":"New lamps for the coast road"}]}</script>',
      '',
    ],
  ])('is %s', async (_what, head, body) => {
    expect((await facts(head, body)).section).toBe('Harbour');
  });
});

describe('in which language a page speaks', () => {
  it('is told by its words where its template says another one, or none', async () => {
    const mistaken = await facts('', '', german);
    expect(mistaken.language).toBe('de');
    expect(mistaken.sources.language).toEqual({ from: 'words', overruled: [{ from: 'html', value: 'en' }] });
    expect((await facts('', '', german, '<html>')).language).toBe('de');
  });

  it('is what it says where the words agree or are not known', async () => {
    expect((await facts('', '', german, '<html lang="de-AT">')).language).toBe('de-AT');
    expect((await facts('', '', english, '<html lang="fi">')).language).toBe('fi');
  });
});

describe('the picture that stands for an article', () => {
  const pixel = (color: string) =>
    `data:image/gif;base64,R0lGODlhAQABAIAAA${color}AAAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==`;
  const leads = async (head: string, pictures: string) => {
    const { metadata, blocks } = await readPage(
      `<html><head>${head}</head><body><article><h1>New lamps</h1>${pictures}${english.repeat(3)}</article></body></html>`,
    );
    return {
      sources: metadata.sources.leadImage,
      lead: metadata.leadImage,
      figures: blocks.filter(({ kind }) => kind === 'figure'),
    };
  };

  it('is the first named one that was kept, with what it overruled', async () => {
    const { lead, sources } = await leads(
      `<meta property="og:image" content="https://courier.example/gone.jpg"><meta name="twitter:image" content="${pixel('P')}">`,
      '',
    );
    expect(lead).not.toBeNull();
    expect(sources).toEqual({
      from: 'twitter',
      overruled: [{ from: 'opengraph', value: 'https://courier.example/gone.jpg' }],
    });
  });

  it('is no face of a size that faces have', async () => {
    const { lead, sources, figures } = await leads(
      '',
      `<img src="${pixel('P')}" width="48" height="48"><img src="${pixel('Q')}">`,
    );
    expect(figures).toHaveLength(2);
    expect(lead).toBe(figures[1]?.kind === 'figure' ? figures[1].image : '');
    expect(sources?.from).toBe('page');
  });
});
