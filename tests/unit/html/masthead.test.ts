import { describe, expect, it } from 'vitest';
import { outline, readPage } from './support.ts';

const paragraphs = [
  'The harbour across the bay will apply the spring rules from the first day, its commissioner told the town meeting on Monday evening.',
  'He said that he had no quarrel with his colleague in Port Ellery, but that he had taken an oath to apply the law as it stands.',
  'The harbour employs six officers, two of them part time, and the question of who pays for a clerk was left to the next meeting.',
];
const inATable = (above: string) => `<html lang="en"><head><title>Marrow Bay will keep the register</title></head><body>
<table><tr><td colspan="2">${above}</td></tr><tr><td><h1>Marrow Bay will keep the register</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('')}</td><td><b>Also in this issue</b> A column beside it that is long enough to count as prose of the page, and no part of the article at all.</td></tr></table></body></html>`;

describe('what stands above the headline', () => {
  it('is the paper’s masthead and no part of the article, and the log says so', async () => {
    const page = await readPage(
      inATable(
        '<b>THE TIDEWATER RECORD</b> <i>All the county, every Tuesday</i><br><a href="/region">Region</a> | <a href="/county">County</a>',
      ),
    );
    expect(outline(page.blocks)[0]).toContain(paragraphs[0]);
    expect(page.removals).toContainEqual(
      expect.objectContaining({
        reason: 'It stands above the headline.',
        text: expect.stringContaining('TIDEWATER RECORD'),
      }),
    );
  });

  it('is kept where it is more than a masthead', async () => {
    const long = `<p>${paragraphs.join(' ')}</p>`;
    const page = await readPage(inATable(long));
    expect(outline(page.blocks)[0]).toContain(paragraphs.join(' '));
  });
});
