import { expect, it } from 'vitest';
import { specimen, writeCitation } from '../../../main/core/statements/write-citation.ts';

const template = '{quotation}\n— {attribution} [{address} ]sha256:{hash}';

it('gives plain text, Markdown and markup of one citation, the words as a quotation', () => {
  expect(writeCitation(template, specimen.words, specimen.source)).toEqual({
    plain:
      '“The wardens will go on walking the quays, and nobody will be asked for papers.”\n— Ines Alder, harbour commissioner, Port Ellery Harbour Board, said 14 November 2024. https://courier.example/harbour/wardens sha256:0c5e9a41f7d2',
    markdown:
      '> “The wardens will go on walking the quays, and nobody will be asked for papers.”\n\n— Ines Alder, harbour commissioner, Port Ellery Harbour Board, said 14 November 2024. <https://courier.example/harbour/wardens> sha256:0c5e9a41f7d2',
    html: '<blockquote><p dir="auto">“The wardens will go on walking the quays, and nobody will be asked for papers.”</p></blockquote>\n<p dir="auto">— Ines Alder, harbour commissioner, Port Ellery Harbour Board, said 14 November 2024. <a href="https://courier.example/harbour/wardens">https://courier.example/harbour/wardens</a> sha256:<code>0c5e9a41f7d2</code></p>',
  });
});

it('keeps the paragraphs of the words', () => {
  const { plain, markdown, html } = writeCitation('{words}', 'One.\n\nTwo,\nthree.', specimen.source);
  expect(plain).toBe('One.\n\nTwo,\nthree.');
  expect(markdown).toBe('> One.\n>\n> Two,\n> three.');
  expect(html).toBe('<blockquote><p dir="auto">One.</p><p dir="auto">Two,<br>three.</p></blockquote>');
});

it('makes no markup of what an article or a template says', () => {
  const hostile = '<img src=x onerror=alert(1)> & "quoted" *bold* [link](javascript:alert(1)) `code`';
  const source = { ...specimen.source, title: hostile, url: 'javascript:alert(1)//<b>' };
  const { plain, markdown, html } = writeCitation('<i>{quotation}</i> {title} {address}', hostile, source);
  expect(plain).toContain(hostile);
  expect(html).not.toMatch(/<(?!\/?(?:p|blockquote|br|code)\b)/u);
  expect(html).not.toContain('href');
  expect(html).toContain('&lt;i&gt;');
  expect(markdown).toContain('\\<img src=x');
  expect(markdown).toContain('\\[link\\](');
  expect(markdown).toContain('\\*bold\\*');

  // An address of the web can't leave its attribute, nor its angle brackets.
  const address = 'https://courier.example/"><script>alert(1)</script> x';
  const addressed = writeCitation('{words}\n{address}', 'No.', { ...specimen.source, url: address });
  expect(addressed.html).toBe(
    '<blockquote><p dir="auto">No.</p></blockquote>\n<p dir="auto"><a href="https://courier.example/&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; x">https://courier.example/"&gt;&lt;script&gt;alert(1)&lt;/script&gt; x</a></p>',
  );
  expect(addressed.markdown).toBe('> No.\n\n<https://courier.example/"%3E%3Cscript%3Ealert(1)%3C/script%3E%20x>');
});

it('lets no line of the words become a heading, a list or a rule', () => {
  const { markdown } = writeCitation('{words}', '# One\n- two\n---\n1. three\n> four', specimen.source);
  expect(markdown).toBe('> \\# One\n> \\- two\n> \\---\n> 1\\. three\n> \\> four');
});
