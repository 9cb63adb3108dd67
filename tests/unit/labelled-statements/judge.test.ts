import { describe, expect, it } from 'vitest';
import type { Answer } from '../../bench/statements/answers.ts';
import { judge } from '../../bench/statements/judge.ts';
import { isSpeaker, judgeSpeakers } from '../../bench/statements/names.ts';
import { parseLabelledArticle } from '../../support/labelled-statements/format.ts';

const head = 'language: en\npublished: 2024-05-17\ntitle: The pier\nabout: how answers are judged';
const article = parseLabelledArticle(
  'en/001',
  `${head}

“⟦1 We will not⟧,” said ⟦@1 Ines Alder⟧, “⟦1 not now.⟧”

⟦@2 She⟧ called the “⟦0 great storm⟧” “⟦2 a great shame⟧”. ⟦@3 Tom Reyl⟧ said on Wednesday that ⟦3 the pier was shut⟧.
---
0 none · scare quotes
1 direct · Ines Alder · source: named
2 mixed · Ines Alder · source: pronoun
3 indirect · Tom Reyl · said: 2024-05-15 · source: named`,
);

function answer(words: readonly string[], given: Partial<Answer> = {}): Answer {
  const spans = words.map((word) => {
    const start = article.text.indexOf(word);
    expect(start).toBeGreaterThanOrEqual(0);
    return { start, end: start + word.length };
  });
  return {
    spans,
    kind: 'direct',
    speakers: [],
    described: null,
    role: null,
    said: null,
    confidence: 0.5,
    reason: { rule: 'marks', speakerBy: null, others: [] },
    ...given,
  };
}

describe('answers about statements', () => {
  it('are exact whatever marks and punctuation stand at their ends, and half right by what both cover', () => {
    const exact = judge(article, [answer(['“We will not,”', '“not now.”'])]).quotations.pairs;
    expect(exact.map(({ isExact }) => isExact)).toEqual([true, true]);
    const half = judge(article, [answer(['We will'])]).quotations.pairs;
    expect(half.map(({ isExact }) => isExact)).toEqual([false]);
    expect(judge(article, [answer(['We'])]).quotations.pairs).toEqual([]);
  });

  it('keep a statement of several spans together only where one answer holds all of them', () => {
    const isWhole = (...answers: Answer[]) => judge(article, answers).found.map((found) => found.isWhole);
    expect(isWhole(answer(['We will not', 'not now.']))).toEqual([true]);
    expect(isWhole(answer(['We will not']), answer(['not now.']))).toEqual([false]);
  });

  it('name the speaker, a wrong one, or nobody; a statement found in parts is wrong where one part is', () => {
    const speaker = (...answers: Answer[]) => judge(article, answers).found.map((found) => found.speaker);
    const [first, last] = [['We will not'], ['not now.']];
    expect(speaker(answer(first, { speakers: ['Ines Alder'] }), answer(last))).toEqual(['right']);
    expect(speaker(answer(first, { speakers: ['Ines Alder'] }), answer(last, { speakers: ['Tom Reyl'] }))).toEqual([
      'wrong',
    ]);
    expect(speaker(answer(first), answer(last))).toEqual(['abstained']);
  });

  it('fall into traps, and into indirect speech that is taken for a quotation', () => {
    const { sprung, quotations } = judge(article, [answer(['“great storm”']), answer(['the pier was shut'])]);
    expect(sprung).toHaveLength(1);
    expect(quotations.answered).toHaveLength(2);
    expect(quotations.pairs).toEqual([]);
  });

  it('of the clause around a fragment count neither way', () => {
    const wider = answer(['the “great storm” “a great shame”'], { kind: 'indirect' });
    expect(judge(article, [wider])).toMatchObject({ indirect: { answered: [] }, answers: [] });
    expect(judge(article, [answer(['on Wednesday'], { kind: 'indirect' })]).indirect.answered).toHaveLength(1);
  });

  it('date the saying', () => {
    const said = (day: string | null) =>
      judge(article, [answer(['the pier was shut'], { kind: 'indirect', said: day })]).found.map((found) => found.said);
    expect([said('2024-05-15'), said('2024-05-16'), said(null)]).toEqual([['right'], ['wrong'], ['missed']]);
    const invented = judge(article, [answer(['We will not'], { said: '2024-05-15' })]).found;
    expect(invented.map((found) => found.said)).toEqual(['invented']);
  });

  it('are calibrated by their own spans and speaker', () => {
    const { answers } = judge(article, [
      answer(['We will not', 'not now.'], { speakers: ['Ines Alder'] }),
      answer(['We will not', 'the pier was shut']),
      answer(['great storm'], { speakers: ['Tom Reyl'] }),
    ]);
    expect(answers.map(({ isSpanRight, speaker }) => [isSpanRight, speaker])).toEqual([
      [true, 'right'],
      [false, null],
      [false, null],
    ]);
  });
});

describe('names', () => {
  const person = (...names: string[]) => ({ names, form: 'person' as const });
  const unnamed = (...names: string[]) => ({ names, form: 'unnamed' as const });

  it('are one without form of address, article, kind of apostrophe and space between initials', () => {
    expect(isSpeaker(person('Tova O’Brien'), "Dr. Tova O'Brien", 'whole')).toBe(true);
    expect(isSpeaker(person('M. J. de la Torre'), 'M.J. de la Torre', 'whole')).toBe(true);
    expect(isSpeaker(person('the observatory'), 'Observatory', 'whole')).toBe(true);
    expect(isSpeaker(person('Jane Kast'), 'Otto Kast', 'as-printed')).toBe(false);
  });

  it('are whole in our own articles; where a label is what is printed, a fuller name is right too', () => {
    expect(isSpeaker(person('Ines Alder'), 'Alder', 'whole')).toBe(false);
    expect(isSpeaker(person('Alder'), 'Ines Alder', 'as-printed')).toBe(true);
  });

  it('of nobody who is named may be longer or shorter', () => {
    expect(isSpeaker(unnamed('a spokesperson for the company'), 'A spokesperson', 'whole')).toBe(true);
    expect(isSpeaker(unnamed('residents'), 'residents of Mill Row', 'whole')).toBe(true);
    expect(isSpeaker(unnamed('residents'), 'Ines Alder', 'whole')).toBe(false);
  });

  const named = (...speakers: string[]) => ({ speakers, described: null });
  const described = (words: string) => ({ speakers: [], described: words });

  it('must all be there where several spoke', () => {
    const both = [person('Ruth Oyelaran'), person('Dean Castle')];
    expect(judgeSpeakers(both, named('Dean Castle', 'Ruth Oyelaran'), 'whole')).toBe('right');
    expect(judgeSpeakers(both, named('Dean Castle'), 'whole')).toBe('wrong');
    expect(judgeSpeakers([], named('Dean Castle'), 'whole')).toBe('wrong');
    expect(judgeSpeakers([], named(), 'whole')).toBe('rightly-nobody');
    expect(judgeSpeakers(both, named(), 'whole')).toBe('abstained');
    expect(judgeSpeakers([person('Angus Mair'), unnamed('other skippers')], named('Angus Mair'), 'whole')).toBe(
      'right',
    );
  });

  it('may be a description where there is no name, and are nobody where there is one', () => {
    expect(judgeSpeakers([unnamed('a spokesperson')], described('A spokesperson for the town'), 'whole')).toBe('right');
    expect(judgeSpeakers([unnamed('residents')], described('a man'), 'whole')).toBe('abstained');
    expect(judgeSpeakers([person('Walter Nkemelu')], described('the chief'), 'whole')).toBe('abstained');
    expect(judgeSpeakers([], described('she'), 'whole')).toBe('rightly-nobody');
    expect(judgeSpeakers([unnamed('residents')], named('Ines Alder'), 'whole')).toBe('wrong');
  });
});
