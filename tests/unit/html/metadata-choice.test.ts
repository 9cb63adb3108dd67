import { describe, expect, it } from 'vitest';
import { readPage } from './support.ts';

const prose =
  '<p>The harbour board of Port Ellery met on Tuesday evening to hear how the new lamps on the coast road have worked through their first winter.</p><p>Its members asked for two more lamps by the pier, and for a report in spring.</p>';
const article = (parts: {
  readonly head?: string;
  readonly above?: string;
  readonly h1?: string;
  readonly below?: string;
  readonly end?: string;
}) =>
  readPage(
    `<html><head>${parts.head ?? ''}</head><body>${parts.above ?? ''}<article><h1>${parts.h1 ?? 'New lamps for the coast road'}</h1>${parts.below ?? ''}${prose}${parts.end ?? ''}</article></body></html>`,
  );
const author = (name: string) => `<meta name="author" content="${name}">`;

describe('who wrote a page', () => {
  it.each([
    ['a role before the name', 'Courier-Online-Experte Rhea Vance', ['Rhea Vance']],
    ['an account’s way of writing a name', 'rhea.vance', ['Rhea Vance']],
    ['a degree after the name', 'Rhea Vance, PhD', ['Rhea Vance']],
    ['who drew the picture', 'Rhea Vance Illustration von Ola Brandt', ['Rhea Vance']],
    ['how a blog says it', 'Eingestellt von Rhea Vance', ['Rhea Vance']],
    ['an introduction of several words', 'Gründerin des Hafenblogs Artikel von: Rhea Vance', ['Rhea Vance']],
    ['the day in words after the name', 'ByRhea Vance Thursday, November 9, 2023 4:41AM', ['Rhea Vance']],
  ])('is told without %s', async (_what, written, names) => {
    const { metadata } = await article({ below: `<p class="byline">${written}</p>` });
    expect(metadata.byline).toEqual(names);
  });

  it('is the person where a desk signs too', async () => {
    const { metadata } = await article({
      head: author('Courier Editorial'),
      below: '<p class="author-name">Rhea Vance</p>',
    });
    expect(metadata.byline).toEqual(['Rhea Vance']);
  });

  it('is the desk where the page shows it as its head says it', async () => {
    const { metadata } = await article({
      head: author('harbour-lab Webteam'),
      below: '<a rel="author" href="/team">harbour-lab Webteam</a><p>Text: Next Meeting</p>',
    });
    expect(metadata.byline).toEqual(['harbour-lab Webteam']);
  });

  it('is the full name in a line that only signs, where the head knows a first name', async () => {
    const { metadata } = await article({ head: author('Rhea'), end: '<p><em>Von Rhea Vance</em></p>' });
    expect(metadata.byline).toEqual(['Rhea Vance']);
  });

  it('is not the photographer whose credit stands first', async () => {
    const { metadata } = await article({
      below: '<p class="author">Ola Brandt</p><div class="author">Autorin Rhea Vance: EN</div>',
    });
    expect(metadata.byline).toEqual(['Rhea Vance']);
  });

  it('is found by the name of a part where classes say nothing', async () => {
    const { metadata } = await article({
      below: '<div class="x9 q2" data-testid="article-byline">By Rhea Vance</div>',
    });
    expect(metadata.byline).toEqual(['Rhea Vance']);
  });
});

describe('what a page is called', () => {
  it('is whole where another place cuts it', async () => {
    const whole = 'New lamps for the coast road are to stay through the summer';
    const cut = 'New lamps for the coast road are to stay…';
    const { metadata } = await readPage(
      `<html><head><meta property="og:title" content="${whole}"></head><body><h2>${cut}</h2><article><h2>${cut}</h2>${prose}</article></body></html>`,
    );
    expect(metadata.title).toBe(whole);
    const broken = await readPage(
      `<html><head><meta property="og:title" content="Warden calls the new rules "><title>Warden calls the new rules "unworkable"</title></head><body><article>${prose}</article></body></html>`,
    );
    expect(broken.metadata.title).toBe('Warden calls the new rules "unworkable"');
  });

  it('is without the label above it, where the head has it with the paper’s name only', async () => {
    const { metadata } = await article({
      head: '<meta property="og:site_name" content="Port Ellery Courier"><meta property="og:title" content="New lamps for the coast road - Port Ellery Courier">',
      h1: 'Light in winter: New lamps for the coast road',
    });
    expect(metadata.title).toBe('New lamps for the coast road');
  });

  it('is without the site’s name as its own heading shows it', async () => {
    const { metadata } = await readPage(
      `<html><head><title>New lamps for the coast road : Harbour Archive</title></head><body><div class="logo"><h1><a href="/">Harbour Archive</a></h1></div><div>${prose}</div></body></html>`,
    );
    expect(metadata.title).toBe('New lamps for the coast road');
  });
});

describe('when a page was published', () => {
  it.each([
    ['in a heading of its own', { above: '<h3>21.01.2022</h3>' }],
    [
      'at the beginning of a paragraph',
      { below: '<p>21.01.2022 – The lamps of Port Ellery stand since this morning.</p>' },
    ],
    [
      'in a box that is named like a teaser',
      { below: '<div class="teaser info"><span class="date">21.01.2022</span></div>' },
    ],
  ])('is read %s', async (_where, parts) => {
    expect((await article(parts)).metadata.published?.value).toBe('2022-01-21');
  });
});
