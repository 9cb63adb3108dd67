import { describe, expect, it } from 'vitest';
import { blockText, canonicalText, runsOf } from '../../../main/contract/canonical-text.ts';
import type { Block, InlineText, ReadingDocument } from '../../../main/contract/document.ts';
import { firstNumber, heightOf, type Part, partsOf, startsOfPiece } from '../../../renderer/shared/article/parts.ts';
import { runStarts } from '../../../renderer/shared/article/run-starts.ts';

const body = { role: 'body', purpose: null } as const;
const plain = (text: string): InlineText => ({ text, marks: [] });
const paragraph = (text: string): Block => ({ kind: 'paragraph', content: plain(text), ...body });
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const partsIn = (blocks: readonly Block[]): readonly Part[] => partsOf({ blocks }) ?? [];

/** What the parts' runs say, each at the place that they are told to stand at. */
function drawnText(document: ReadingDocument, parts: readonly Part[]): string {
  const { text } = canonicalText(document);
  const drawn = [...text].map((unit) => (/\s/.test(unit) ? unit : '?'));
  const starts = runStarts(document);
  for (const piece of parts.flatMap(({ pieces }) => pieces)) {
    const own = startsOfPiece(piece, starts);
    for (const { path, content } of runsOf(piece.block)) {
      const start = own.startOf(piece.index, path);
      if (start !== null) drawn.splice(start, content.text.length, ...content.text.split(''));
    }
  }
  return drawn.join('');
}

describe('parts of a long text', () => {
  it('are none where a text is of ordinary length', () => {
    expect(partsOf({ blocks: Array.from({ length: 300 }, () => paragraph(words(30))) })).toBeNull();
  });

  it('hold every word once, at its place, whatever blocks the text is made of', () => {
    const items = Array.from({ length: 900 }, (_, index) => ({ depth: index % 3, content: plain(`item ${index}`) }));
    const rows = Array.from({ length: 300 }, (_, index) => ({
      header: index === 0,
      cells: [plain(`${index}`), plain(`cell ${index}`)],
    }));
    const document: ReadingDocument = {
      blocks: [
        { kind: 'heading', level: 2, content: plain('Quays'), ...body },
        paragraph(words(20_000)),
        { ...paragraph('Subscribe today.'), role: 'furniture', purpose: 'subscription' },
        {
          kind: 'quotation',
          paragraphs: [plain(words(2000)), plain('We wait.')],
          attribution: plain('— Ines Alder'),
          ...body,
        },
        { kind: 'list', ordered: true, items, ...body },
        { kind: 'list', ordered: false, items: [{ depth: 0, content: plain(words(4000)) }], ...body },
        { kind: 'table', caption: plain('Tides'), rows, ...body },
        { kind: 'preformatted', text: 'line of a form\n'.repeat(1500).trimEnd(), ...body },
        paragraph(`${'🌊'.repeat(9000)}`),
        { kind: 'rule', ...body },
      ],
    };
    const parts = partsOf(document) ?? [];
    const { text } = canonicalText(document);
    expect(drawnText(document, parts)).toBe(text);
    // Furniture and rules have no words, but stand in their place.
    expect(parts.flatMap(({ pieces }) => pieces).map(({ index }) => index)).toEqual(
      parts.flatMap(({ pieces }) => pieces.map(({ index }) => index)).sort((a, b) => a - b),
    );
    expect(new Set(parts.flatMap(({ pieces }) => pieces.map(({ index }) => index))).size).toBe(document.blocks.length);
    for (const { pieces } of parts) {
      const units = pieces.reduce((sum, { block }) => sum + blockText(block).length, 0);
      expect(units).toBeLessThan(8000);
    }
    // Together the parts cover the text from its first character to its last, and none lies on another.
    const spans = parts.flatMap(({ span }) => span ?? []);
    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(text.length);
    for (const [index, span] of spans.slice(1).entries())
      expect(span.start).toBeGreaterThanOrEqual(spans[index]?.end ?? 0);
  });

  it('are cut between two words, never within a character', () => {
    const parts = partsIn([paragraph(words(30_000))]);
    const texts = parts.flatMap(({ pieces }) => pieces.map(({ block }) => blockText(block)));
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.slice(0, -1).every((text) => text.endsWith(' '))).toBe(true);
    const waves = partsIn([paragraph('🌊'.repeat(70_000))]).flatMap(({ pieces }) => pieces);
    expect(waves.every(({ block }) => blockText(block).isWellFormed())).toBe(true);
  });

  it('keep the marks of what they hold, and both halves of one that is cut', () => {
    const text = words(30_000);
    const marks = [
      { kind: 'link', start: 0, end: text.length, href: 'https://ellery.example' },
      { kind: 'strong', start: 40_000, end: 40_010 },
    ] as const;
    const pieces = partsIn([{ kind: 'paragraph', content: { text, marks }, ...body }]).flatMap(({ pieces }) => pieces);
    const strong = pieces.flatMap(({ block, offset }) =>
      block.kind === 'paragraph'
        ? block.content.marks.flatMap((mark) =>
            mark.kind === 'strong' ? [[mark.start + offset, mark.end + offset]] : [],
          )
        : [],
    );
    expect(strong).toEqual([[40_000, 40_010]]);
    for (const { block } of pieces)
      if (block.kind === 'paragraph')
        expect(block.content.marks[0]).toMatchObject({ kind: 'link', start: 0, end: block.content.text.length });
  });

  it('let an ordered list count on, and say which piece begins and which ends a block', () => {
    const items = Array.from({ length: 1200 }, (_, index) => ({
      depth: index % 2,
      content: plain(`item ${index}`),
    }));
    const list: Block = { kind: 'list', ordered: true, items, ...body };
    const pieces = partsIn([list]).flatMap(({ pieces }) => pieces);
    expect(pieces.filter(({ first }) => first)).toEqual([pieces[0]]);
    expect(pieces.filter(({ last }) => last)).toEqual([pieces.at(-1)]);
    for (const piece of pieces) {
      expect(piece.block.kind === 'list' && piece.block.items[0]?.depth).toBe(0);
      expect(firstNumber(piece, list)).toBe(1 + piece.before / 2);
    }
  });

  it('are guessed to be as high as their lines', () => {
    const [part] = partsIn(Array.from({ length: 600 }, () => paragraph('a'.repeat(150))));
    expect(part === undefined ? null : heightOf(part, 70)).toEqual({ lines: 120, gaps: 40 });
  });
});
