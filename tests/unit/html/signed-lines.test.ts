import { describe, expect, it } from 'vitest';
import type { Block } from '../../../main/contract/index.ts';
import { outline, readPage } from './support.ts';

describe('lines that sign and date an article', () => {
  const body = (blocks: readonly Block[]): string[] => outline(blocks).filter((line) => !/^\w+ \[/u.test(line));

  it('are told from sentences that begin with the same words', async () => {
    const first = 'Text messages show that the mayor of Port Ellery knew.';
    const long = 'The county had asked for the letters in March, and the harbour office had said that there were none.';
    const last = 'By the end of the evening nobody was left in the hall.';
    const { blocks } = await readPage(
      `<article><h1>Letters</h1><p>By Ada Quill</p><p>${first}</p><p>${long}</p><p>Updated figures are due on Friday morning.</p><p>${last}</p></article>`,
    );
    expect(body(blocks)).toEqual([
      `paragraph: ${first}`,
      `paragraph: ${long}`,
      'paragraph: Updated figures are due on Friday morning.',
      `paragraph: ${last}`,
    ]);
    expect(outline(blocks)[0]).toBe('paragraph [byline]: By Ada Quill');
  });

  it('never take all the words of a short page', async () => {
    const { blocks } = await readPage('<h1>Notice</h1><p>Published by the harbour office</p><p>Posted on Monday</p>');
    expect(body(blocks)).toHaveLength(2);
  });
});
