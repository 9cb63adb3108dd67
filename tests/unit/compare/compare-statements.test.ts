import { describe, expect, it } from 'vitest';
import type { SpeakerReference, Statement, StatementId } from '../../../main/contract/index.ts';
import { compareBodies } from '../../../main/reading/compare/compare-bodies.ts';
import { compareStatements } from '../../../main/reading/compare/compare-statements.ts';
import { documentOf, paragraph } from './documents.ts';

const alder = { id: 'alder', name: 'Ines Alder', role: 'Commissioner', organization: null } as SpeakerReference &
  object;
const voss = { ...alder, id: 'voss', name: 'Marta Voss' } as SpeakerReference;

function statement(id: string, text: string, more: Partial<Statement> = {}): Statement {
  return {
    id: id as StatementId,
    state: 'suggested',
    speakers: [alder],
    described: null,
    said: null,
    text,
    span: { start: 0, end: text.length },
    ...more,
  } as Statement;
}

const trust = 'For nine years the wardens have been people whom a deckhand can walk up to.';
const trustLater = 'For ten years the wardens have been people whom every deckhand can walk up to.';
const rules = 'The rules are not ours to make, and not ours to break.';

function compare(left: readonly Statement[], right: readonly Statement[]) {
  const { rows } = compareBodies(documentOf(paragraph(trust)), documentOf(paragraph(rules)));
  const { statements, same } = compareStatements(left, right, rows);
  return {
    same,
    list: statements.map(({ change, left: one, right: other }) => [change, one?.id ?? null, other?.id ?? null]),
  };
}

describe('statements side by side', () => {
  it('are counted, not listed, where they are the same', () => {
    expect(compare([statement('a', trust)], [statement('a', trust)])).toEqual({ same: 1, list: [] });
  });

  it('are changed, gone and added, in this order', () => {
    const left = [statement('b', rules), statement('a', trust)];
    const right = [statement('c', 'Nobody has asked me about the ferry.'), statement('a', trustLater)];
    expect(compare(left, right)).toEqual({
      same: 0,
      list: [
        ['changed', 'a', 'a'],
        ['gone', 'b', null],
        ['added', null, 'c'],
      ],
    });
  });

  it('mark the words that changed', () => {
    const { rows } = compareBodies(documentOf(paragraph(trust)), documentOf(paragraph(trustLater)));
    const [one] = compareStatements([statement('a', trust)], [statement('a', trustLater)], rows).statements;
    const words = (side: { text: string; marks: readonly { start: number; end: number }[] } | null | undefined) =>
      side?.marks.map(({ start, end }) => side.text.slice(start, end));
    expect([words(one?.left), words(one?.right)]).toEqual([
      ['nine', 'a'],
      ['ten', 'every'],
    ]);
  });

  it('are changed where the same words are given to somebody else', () => {
    expect(compare([statement('a', trust)], [statement('a', trust, { speakers: [voss] })]).list).toEqual([
      ['changed', 'a', 'a'],
    ]);
  });

  it('of two articles are known by their words', () => {
    expect(
      compare([statement('a', trust), statement('b', rules)], [statement('x', rules), statement('y', trustLater)]),
    ).toEqual({
      same: 1,
      list: [['changed', 'a', 'y']],
    });
  });

  it('without a place in the revision are not in it', () => {
    expect(compare([statement('a', trust)], [statement('a', trust, { span: null })]).list).toEqual([
      ['gone', 'a', null],
    ]);
  });
});
