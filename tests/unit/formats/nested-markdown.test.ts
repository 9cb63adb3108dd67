import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/index.ts';
import { markdownReader } from '../../../main/formats/read/documents/markdown/index.ts';
import { readBytes } from './reading.ts';

/**
 * marked calls itself for each level of nesting: 2,000 levels took it more than a minute, 20,000 overflowed the
 * stack. The words must come through whatever the depth; it is the time limit of a test run that fails else.
 */
const words = 'The kernel of it is here.';
const twice = (open: string, close: string, depth: number) => open.repeat(depth) + words + close.repeat(depth);

const kinds: readonly [kind: string, make: (depth: number) => string][] = [
  ['quotations', (depth) => `${'> '.repeat(depth)}${words}`],
  ['quotations without spaces', (depth) => `${'>'.repeat(depth)}${words}`],
  ['lists', (depth) => `${'- '.repeat(depth)}${words}`],
  ['numbered lists', (depth) => `${'1. '.repeat(depth)}${words}`],
  ['quotations in lists', (depth) => `${'> - '.repeat(depth)}${words}`],
  ['emphasis', (depth) => twice('*a ', ' b*', depth)],
  ['emphasis that never ends', (depth) => `${'*a '.repeat(depth)}${words}`],
  ['strong words', (depth) => twice('**a ', ' b**', depth)],
  ['struck words', (depth) => twice('~~a ', ' b~~', depth)],
  ['links', (depth) => twice('[a ', '](https://x.example)', depth)],
  ['brackets', (depth) => twice('[', ']', depth)],
  ['brackets that never end', (depth) => `${'['.repeat(depth)}${words}`],
];

describe('Markdown that is nested on purpose', () => {
  it.each(kinds)('%s: the words come through', async (_kind, make) => {
    for (const depth of [40, 20_000]) {
      const bytes = new TextEncoder().encode(`# A title\n\n${make(depth)}\n\nAfter it.\n`);
      const document = await readBytes(markdownReader, bytes, 'nested.md');
      const { text } = canonicalText({ blocks: document.blocks });
      expect(text).toContain(words);
      expect(text).toContain('After it.');
      expect(await markdownReader.words(bytes)).toContain(words);
    }
  });

  it('says that it read signs as words', async () => {
    const bytes = new TextEncoder().encode(`# A title\n\n${'> '.repeat(100)}${words}\n`);
    const { removals } = await readBytes(markdownReader, bytes, 'nested.md');
    expect(removals).toMatchObject([{ step: 'nesting' }]);
    const usual = new TextEncoder().encode(`# A title\n\n${'> '.repeat(5)}${words}\n`);
    expect((await readBytes(markdownReader, usual, 'usual.md')).removals).toEqual([]);
  });
});
