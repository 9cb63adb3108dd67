import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { inlineToMarkdown } from '../../../main/formats/write/markdown/inline.ts';

/** What a reader of the Markdown sees, as text. */
function shown(markdown: string): string {
  const html = marked.parse(markdown, { async: false });
  return html
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(lt|gt|quot|amp|#39);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name] ?? '',
    )
    .trim();
}

describe('words in Markdown', () => {
  it.each([
    '# not a heading',
    '1. not a list',
    '2024. A year',
    '- not a list',
    '+ nor this',
    '> not a quotation',
    '---',
    '===',
    'a *b* _c_ **d** `e` ~~f~~',
    '[not](a link) and [^1] and <b>bold</b>',
    'AT&amp;T &lt; &#42;',
    'back\\slash \\* and | pipe',
    '2 * 3 * 4 = 24',
    'snake_case_name',
    '“Quoted,” she said — twice…',
  ])('mean themselves: %s', (words) => {
    expect(shown(inlineToMarkdown({ text: words, marks: [] }))).toBe(words);
  });

  it('keep their marks, nested and side by side, with footnotes between them', () => {
    const markdown = inlineToMarkdown(
      {
        text: 'One two three',
        marks: [
          { kind: 'strong', start: 0, end: 7 },
          { kind: 'emphasis', start: 4, end: 7 },
          { kind: 'link', start: 8, end: 13, href: 'https://courier.example/a b' },
        ],
      },
      [{ at: 7, text: '[^1]' }],
    );
    expect(markdown).toBe('**One *two***[^1] [three](<https://courier.example/a%20b>)');
  });
});
