import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { articleToMarkdown } from '../../../main/formats/write/markdown/article.ts';
import { Codebook } from '../../../main/formats/write/marks.ts';
import { article, hash } from '../../support/every-block.ts';

const render = (marks: Parameters<typeof article>[0] = {}) =>
  articleToMarkdown({
    article: article(marks),
    confirmedByPackage: new Set(),
    codesOn: new Map(),
    codebook: new Codebook([]),
    people: new Map(),
  });

describe('an article as Markdown', () => {
  it('writes every kind of block so that a Markdown reader sees it as such, and no furniture', () => {
    const markdown = render();
    expect(markdown).not.toContain('Subscribe');
    const html = marked.parse(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''), { async: false });
    expect(html).toContain('<h1># Dredging: “yes” &amp; no</h1>');
    expect(html).toContain('<p><em>Or not</em></p>');
    expect(html).toContain('<h2>The plan</h2>');
    expect(html.replace(/\s+/g, '')).toContain('<ol><li>Dredge<ol');
    expect(html.replace(/\s+/g, '')).toContain('<blockquote><p>First.</p><p>Second.</p><p>—AdaVale</p></blockquote>');
    expect(html).toMatch(/<td>North<\/td>\s*<td>4<\/td>/);
    expect(html).toContain('Depth | m');
    expect(html).toContain(`<img src="sha256:${hash}" alt="The quay">`);
    expect(html).toContain('<code>a ``` b');
    expect(html).toContain('<hr>');
  });

  it('puts a statement inside a paragraph at the end, with its speaker', () => {
    expect(render({ statement: '“We dredge,”' })).toContain(
      '## Statements\n\n> “We dredge,”\n>\n> — Ada Vale (exact in the original)\n',
    );
  });

  it('sets a statement of several blocks apart as one quotation', () => {
    const from = 'First.';
    const to = 'Second.\n\n— Ada Vale\n\nQuay\tDepth | m\nNorth\t4';
    const markdown = render({ statement: `${from}\n\n${to}` });
    expect(markdown).toContain(
      '> > First.\n> >\n> > Second.\n> >\n> > — Ada Vale\n>\n> | Quay | Depth \\| m |\n> | --- | --- |\n> | North | 4 |\n>\n> — Ada Vale (exact in the original)\n',
    );
  });

  it('refers to notes where their words end, in every kind of block', () => {
    expect(render({ annotation: 'the north quay' })).toContain('1. Dredge\n   1. the north quay[^1]');
    expect(render({ annotation: 'North' })).toContain('| North[^1] | 4 |');
    expect(render({ annotation: 'a ``` b' })).toContain('\n````\n\n[^1]');
    expect(render({ annotation: 'Second.' })).toContain('> Second.[^1]');
  });
});
