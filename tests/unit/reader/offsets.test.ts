import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../main/contract/canonical-text.ts';
import type { Block, InlineText, ReadingDocument } from '../../../main/contract/document.ts';
import { type InlineNode, inlineTree } from '../../../renderer/shared/article/inline-tree.ts';
import { type Piece, pointAt, stretchesOf } from '../../../renderer/shared/article/pieces.ts';
import { runStarts } from '../../../renderer/shared/article/run-starts.ts';

const plain = (text: string): InlineText => ({ text, marks: [] });
const body = { role: 'body', purpose: null } as const;

const textsOf = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : textsOf(node.children))).join('');
const shapeOf = (nodes: readonly InlineNode[]): string =>
  nodes.map((node) => (node.kind === 'text' ? node.text : `<${node.kind}>${shapeOf(node.children)}</>`)).join('');

describe('inline tree', () => {
  it('nests marks that overlap in any way and keeps every character once', () => {
    const content: InlineText = {
      text: 'The quay is shut 🚧 until Monday',
      marks: [
        { kind: 'emphasis', start: 4, end: 16 },
        { kind: 'strong', start: 9, end: 19 },
        { kind: 'link', start: 12, end: 25, href: 'https://ellery.example/quay' },
        { kind: 'code', start: 30, end: 99 },
      ],
    };
    expect(textsOf(inlineTree(content))).toBe(content.text);
    expect(shapeOf(inlineTree(content))).toBe(
      'The <emphasis>quay </><strong><emphasis>is </></><link><strong><emphasis>shut</> 🚧</> until</> Mond<code>ay</>',
    );
  });

  it('keeps a link whole around other marks, and cuts two links that overlap', () => {
    const link = (start: number, end: number) => ({ kind: 'link', start, end, href: `#${start}` }) as const;
    expect(shapeOf(inlineTree({ text: 'abcdef', marks: [link(0, 4), link(2, 6)] }))).toBe('<link>abcd</><link>ef</>');
    expect(inlineTree(plain(''))).toEqual([]);
  });
});

describe('run starts', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 2, content: plain('Quays 🚢'), ...body },
    { kind: 'paragraph', content: plain('Subscribe today.'), role: 'furniture', purpose: 'subscription' },
    {
      kind: 'list',
      ordered: false,
      items: [
        { depth: 0, content: plain('one') },
        { depth: 1, content: plain('two') },
      ],
      ...body,
    },
    { kind: 'quotation', paragraphs: [plain('We wait.')], attribution: plain('— Ines Alder'), ...body },
    { kind: 'table', caption: plain('Tides'), rows: [{ header: true, cells: [plain('Day'), plain('High')] }], ...body },
  ];
  const document: ReadingDocument = { blocks };

  it('gives every run its canonical start, counted in UTF-16 units', () => {
    const starts = runStarts(document);
    const { text } = canonicalText(document);
    const words = (block: number, path: number[], length: number) => {
      const start = starts.startOf(block, path);
      return start === null ? null : text.slice(start, start + length);
    };
    expect(words(0, [], 8)).toBe('Quays 🚢');
    expect(words(1, [], 3)).toBeNull();
    expect(words(2, [1], 3)).toBe('two');
    expect(words(3, [1], 12)).toBe('— Ines Alder');
    expect(words(4, [0, 1], 4)).toBe('High');
    expect(starts.runs.map((run) => text.slice(run.start, run.end))).toEqual([
      'Quays 🚢',
      'one',
      'two',
      'We wait.',
      '— Ines Alder',
      'Day',
      'High',
    ]);
  });
});

describe('pieces', () => {
  // Two paragraphs, the second cut in three by an inline mark: "Shut. \n\n Open on Monday."
  const pieces: Piece<string>[] = [
    { node: 'a', start: 0, end: 5 },
    { node: 'b', start: 7, end: 12 },
    { node: 'c', start: 12, end: 14 },
    { node: 'd', start: 14, end: 22 },
  ];

  it('finds the point of an offset on the side that is asked for', () => {
    expect(pointAt(pieces, 12, 'start')).toEqual({ node: 'c', offset: 0 });
    expect(pointAt(pieces, 12, 'end')).toEqual({ node: 'b', offset: 5 });
    expect(pointAt(pieces, 6, 'start')).toEqual({ node: 'b', offset: 0 });
    expect(pointAt(pieces, 6, 'end')).toEqual({ node: 'a', offset: 5 });
    expect(pointAt(pieces, 99, 'start')).toEqual({ node: 'd', offset: 8 });
    expect(pointAt(pieces, 0, 'end')).toEqual({ node: 'a', offset: 0 });
    expect(pointAt([], 0, 'end')).toBeNull();
  });

  it('covers a span by whole stretches and leaves out what stands between two runs', () => {
    expect(stretchesOf(pieces, { start: 2, end: 16 })).toEqual([
      { start: { node: 'a', offset: 2 }, end: { node: 'a', offset: 5 } },
      { start: { node: 'b', offset: 0 }, end: { node: 'd', offset: 2 } },
    ]);
    expect(stretchesOf(pieces, { start: 12, end: 14 })).toEqual([
      { start: { node: 'c', offset: 0 }, end: { node: 'c', offset: 2 } },
    ]);
    expect(stretchesOf(pieces, { start: 5, end: 7 })).toEqual([]);
  });
});
