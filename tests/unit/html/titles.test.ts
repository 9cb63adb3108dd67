import { describe, expect, it } from 'vitest';
import { readPage } from './support.ts';

const prose =
  '<p>The harbour board of Port Ellery met on Tuesday evening to hear how the new lamps on the coast road have worked through their first winter.</p><p>Its members asked for two more lamps by the pier, and for a report in spring.</p>';
const title = async (head: string, body: string) =>
  (await readPage(`<html><head>${head}</head><body>${body}<div>${prose}</div></body></html>`)).metadata.title;
const openGraph = (value: string) => `<meta property="og:title" content='${value}'>`;

describe('a title', () => {
  it.each([
    [
      'does without the place’s name after it where a lesser heading shows it',
      '<title>New lamps for the coast road - Lights of Tessaly County 2022</title>',
      '<h3>New lamps for the coast road</h3>',
    ],
    [
      'does without a label that is a part of its own in the heading',
      '<title>New lamps for the coast road</title>',
      '<h1><span>Statement of the harbour office, Port Ellery </span>New lamps for the coast road</h1>',
    ],
    [
      'does without a label that the head parts with a dash',
      openGraph('Light in winter – New lamps for the coast road'),
      '<h1><span>Light in winter</span><span aria-hidden="true"> – </span><span>New lamps for the coast road</span></h1>',
    ],
    [
      'is the part of a heading that calls itself the headline',
      openGraph('Light in winter: New lamps for the coast road, board says'),
      '<h1><span class="topic">Light in winter: </span><span class="headline">New lamps for the coast road</span></h1>',
    ],
    [
      'does without what only screen readers say',
      openGraph('New lamps for the coast road'),
      '<h1>New lamps for the coast road <small><span class="sr-only">Topic: Harbour and coast</span></small></h1>',
    ],
    [
      'does without soft hyphens',
      openGraph('New lamps for the coast road'),
      '<h1>New lamps for the coast\u00ad road</h1>',
    ],
    [
      'is of several headlines the one that the head speaks of',
      '<title>Courier - New lamps for the coast road at last - Information</title>',
      '<h1>New lamps for the coast road</h1><h1>How to use it</h1>',
    ],
    [
      'is what a box calls the headline where there is no heading',
      openGraph('Gift guide | Courier | Read now'),
      '<div class="page__title-headline">New lamps for the coast road</div>',
    ],
    [
      'follows what an old blog puts before it',
      '<title>Harbour Notes » Blog Archive » New lamps for the coast road</title>',
      '',
    ],
    [
      'follows the site’s address',
      '<title>ellery-lights.example.org // » New lamps for the coast road</title>'.replace(
        'ellery-lights.example.org',
        'ellerylights.org',
      ),
      '',
    ],
  ])('%s', async (_rule, head, body) => {
    expect(await title(head, body)).toBe('New lamps for the coast road');
  });

  it('keeps a topic that everybody writes with it', async () => {
    const whole = 'Light in winter: New lamps for the coast road';
    expect(
      await title(
        `${openGraph(whole)}<meta name="headline" content="New lamps for the coast road">`,
        `<h1>${whole}</h1>`,
      ),
    ).toBe(whole);
  });

  it('goes no further than the headline that the page’s data give', async () => {
    expect(
      await title(
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"New lamps for the coast road"}</script>`,
        '<h1>New lamps for the coast road "Light at last"</h1>',
      ),
    ).toBe('New lamps for the coast road');
  });
});
