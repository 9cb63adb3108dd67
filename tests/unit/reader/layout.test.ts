import { describe, expect, it } from 'vitest';
import type { Span } from '../../../main/contract/canonical-text.ts';
import type { Block, InlineText } from '../../../main/contract/document.ts';
import type { StatementId } from '../../../main/contract/index.ts';
import type { Statement } from '../../../main/contract/statements.ts';
import { marginTops } from '../../../renderer/rooms/reader/margin-layout.ts';
import { pageLayout } from '../../../renderer/rooms/reader/page-layout.ts';
import { runStarts } from '../../../renderer/shared/article/run-starts.ts';
import { blockStatements, inlineStatements } from '../../../renderer/shared/article/statement-blocks.ts';

describe('margin', () => {
  const options = { gap: 10, least: 0, pinned: null };

  it('puts a card at its passage where nothing is in the way', () => {
    expect(
      marginTops(
        [
          { wanted: 40, height: 50 },
          { wanted: 300, height: 80 },
        ],
        options,
      ),
    ).toEqual([40, 300]);
  });

  it('shares the way between cards that push each other, and keeps their order', () => {
    expect(
      marginTops(
        [
          { wanted: 100, height: 50 },
          { wanted: 100, height: 50 },
          { wanted: 400, height: 10 },
        ],
        options,
      ),
    ).toEqual([70, 130, 400]);
  });

  it('never overlaps and never leaves the page, however crowded', () => {
    const items = Array.from({ length: 40 }, (_, index) => ({
      wanted: (index * 37) % 90,
      height: 20 + ((index * 13) % 50),
    }));
    const sorted = items.toSorted((a, b) => a.wanted - b.wanted);
    for (const pinned of [null, 0, 17, 39]) {
      const tops = marginTops(sorted, { gap: 8, least: 16, pinned });
      expect(tops[0]).toBeGreaterThanOrEqual(16);
      for (let index = 1; index < tops.length; index++)
        expect((tops[index] ?? 0) - (tops[index - 1] ?? 0)).toBeGreaterThanOrEqual(
          (sorted[index - 1]?.height ?? 0) + 8 - 1e-9,
        );
    }
  });

  it('keeps the pinned card at its passage and makes the others give way', () => {
    const items = [
      { wanted: 100, height: 60 },
      { wanted: 120, height: 60 },
      { wanted: 130, height: 60 },
    ];
    expect(marginTops(items, { ...options, pinned: 1 })).toEqual([50, 120, 190]);
    expect(marginTops(items, { ...options, pinned: 2 })[2]).toBe(140);
  });
});

describe('page', () => {
  it('gives the margin what the measure leaves, and a drawer when that is too little', () => {
    expect(pageLayout(1212, { textSize: 19, textWidth: 66 })).toEqual({ column: 637, margin: 312 });
    expect(pageLayout(1052, { textSize: 19, textWidth: 66 }).margin).toBe(312);
    expect(pageLayout(1052, { textSize: 22, textWidth: 72 }).margin).toBeNull();
    expect(pageLayout(360, { textSize: 19, textWidth: 66 })).toEqual({ column: 312, margin: null });
  });
});

describe('statements over blocks', () => {
  const plain = (text: string): InlineText => ({ text, marks: [] });
  const body = { role: 'body', purpose: null } as const;
  const paragraph = (text: string): Block => ({ kind: 'paragraph', content: plain(text), ...body });
  const statement = (id: string, span: Span | null) =>
    ({ id: id as StatementId, span, spans: span === null ? [] : [span] }) as Partial<Statement> as Statement;

  it('draws one rule along whole blocks, figures between them included', () => {
    const blocks: Block[] = [
      paragraph('Before.'),
      paragraph('One.'),
      { kind: 'figure', image: null, source: null, alternative: '', width: null, height: null, caption: null, ...body },
      paragraph('Two.'),
      paragraph('After.'),
    ];
    const spans = runStarts({ blocks }).blocks;
    const whole = statement('a', { start: 9, end: 19 });
    const part = statement('b', { start: 21, end: 23 });
    const lost = statement('c', null);
    const owners = blockStatements(blocks, spans, [whole, part, lost]);
    expect(owners.map((owner) => owner && [owner.statement.id, owner.first, owner.last])).toEqual([
      null,
      ['a', true, false],
      ['a', false, false],
      ['a', false, true],
      null,
    ]);
    expect(inlineStatements(owners, spans, [whole, part, lost]).map(({ id }) => id)).toEqual(['b']);
  });

  it('lets a quotation carry the rule when only its attribution is outside', () => {
    const blocks: Block[] = [
      { kind: 'quotation', paragraphs: [plain('A.'), plain('B.')], attribution: plain('— C'), ...body },
    ];
    const spans = runStarts({ blocks }).blocks;
    const own = statement('a', { start: 0, end: 6 });
    expect(blockStatements(blocks, spans, [own])[0]?.statement).toBe(own);
  });
});
