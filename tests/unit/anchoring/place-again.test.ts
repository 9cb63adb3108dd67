import { describe, expect, it } from 'vitest';
import { contextLength, placeAgain, selectorsFor } from '../../../main/reading/anchoring/index.ts';
import { prose, seeded } from './random.ts';

function mark(text: string, words: string, from = 0) {
  const start = text.indexOf(words, from);
  expect(start).toBeGreaterThanOrEqual(0);
  return selectorsFor(text, { start, end: start + words.length });
}
function wordsAt(text: string, placed: ReturnType<typeof placeAgain>): string | null {
  return placed.span === null ? null : text.slice(placed.span.start, placed.span.end);
}

const story = `Harbour Warden Ines Calloway said the north quay will close on 1 March for dredging.

After several requests, Calloway issued the following statement Tuesday:

The wardens have worked for years to keep the quay open to small boats. We will keep two berths free for the ferry. Nobody who reports a spill will be fined for reporting it.

Residents can write to the harbour office until the end of the month.`;

describe('selectors', () => {
  it('keep 64 units of surroundings, less at the edges, and never half a character', () => {
    const text = `${'🚢'.repeat(40)}quay${'⚓️🌊'.repeat(40)}`;
    const selectors = selectorsFor(`x${text}`, { start: 81, end: 85 });
    expect(selectors.quote.exact).toBe('quay');
    expect(selectors.quote.prefix).toBe('🚢'.repeat(32));
    expect(selectors.quote.suffix.length).toBeLessThanOrEqual(contextLength);
    expect(selectors.quote.suffix.isWellFormed()).toBe(true);
    const odd = selectorsFor(`${'🚢'.repeat(40)}-quay`, { start: 81, end: 85 });
    expect(odd.quote.prefix).toBe(`${'🚢'.repeat(31)}-`);
    expect(selectorsFor('tide', { start: 0, end: 4 }).quote).toEqual({ exact: 'tide', prefix: '', suffix: '' });
  });
});

describe('placing a mark again', () => {
  it('is exact in the same text, for any span', () => {
    const random = seeded(11);
    const text = prose(random, 3000);
    for (let round = 0; round < 300; round++) {
      const start = random(text.length - 1);
      const span = { start, end: start + 1 + random(Math.min(400, text.length - start - 1) || 1) };
      expect(placeAgain(selectorsFor(text, span), text)).toEqual({ placement: 'exact', span });
    }
  });

  it('is moved by just as much as was put in before it, for any span of some words', () => {
    const random = seeded(12);
    for (let round = 0; round < 150; round++) {
      const text = prose(random, 2500);
      const start = 500 + random(1500);
      const span = { start, end: start + 12 + random(300) };
      const added = `${prose(random, 80 + random(400))}\n\n`;
      const placed = placeAgain(selectorsFor(text, span), added + text);
      expect(placed).toEqual({
        placement: 'moved',
        span: { start: span.start + added.length, end: span.end + added.length },
      });
    }
  });

  it('is changed, and covers the changed words, when words within it were replaced', () => {
    const random = seeded(13);
    for (let round = 0; round < 150; round++) {
      const text = prose(random, 2500);
      const start = text.indexOf(' ', 400 + random(1000)) + 1;
      const end = text.indexOf(' ', start + 80 + random(300));
      const middle = text.indexOf(' ', start + 30) + 1;
      const afterMiddle = text.indexOf(' ', middle);
      const edited = `${text.slice(0, middle)}nevertheless${text.slice(afterMiddle)}`;
      const placed = placeAgain(selectorsFor(text, { start, end }), edited);
      expect(placed).toEqual({
        placement: 'changed',
        span: { start, end: end + edited.length - text.length },
      });
    }
  });

  it('is lost in a text that has nothing to do with it, however long that is', () => {
    const random = seeded(14);
    const other =
      'Grain prices fell again as mills in Tessaly County stood idle; bakers blamed weather, insurers blamed rail. '.repeat(
        40,
      );
    for (let round = 0; round < 60; round++) {
      const text = prose(random, 2000);
      const start = random(1000);
      const span = { start, end: start + 25 + random(500) };
      expect(placeAgain(selectorsFor(text, span), other).placement).toBe('lost');
      // The same vocabulary in other sentences is no place either.
      expect(placeAgain(selectorsFor(text, span), prose(random, 4000)).placement).toBe('lost');
    }
  });

  it('follows its surroundings to one of several equal places', () => {
    const text = 'Asked twice, the clerk said no comment on Monday. Asked again, the mayor said no comment on Tuesday.';
    const selectors = mark(text, 'no comment', 60);
    const edited = `In short: no comment. ${text}`;
    const placed = placeAgain(selectors, edited);
    expect(placed.placement).toBe('moved');
    expect(edited.slice(placed.span?.start).startsWith('no comment on Tuesday')).toBe(true);
  });

  it('does not take the equal words that happen to stand at the old offset', () => {
    const text = 'The ferry leaves at nine. Later the ferry returns at dusk with the mail.';
    const selectors = mark(text, 'ferry', 10);
    // Another "ferry" stands at the very offset now; the marked one has moved on.
    const filler = 'Now and again some other ferry sinks. '.padStart(selectors.position.start + 13, 'x');
    const placed = placeAgain(selectors, `${filler}${text}`);
    expect(placed).toEqual({
      placement: 'moved',
      span: { start: selectors.position.start + filler.length, end: selectors.position.end + filler.length },
    });
  });

  it('takes the nearest of places with equal words and equal surroundings', () => {
    const line = 'The council voted for the motion and the clerk wrote it down in the long green book of the harbour. ';
    const text = line.repeat(9);
    const selectors = mark(text, 'the motion', line.length * 4);
    const shifted = `Note. ${text}`;
    const placed = placeAgain(selectors, shifted);
    expect(placed).toEqual({
      placement: 'moved',
      span: { start: selectors.position.start + 6, end: selectors.position.end + 6 },
    });
  });

  it('keeps a changed statement in its place among its neighbours, head to tail', () => {
    const edited = story
      .replace('We will keep two berths free for the ferry.', 'We will keep one berth free for the ferry at all times.')
      .replace('will close on 1 March', 'will close on 15 March');
    const words = story.slice(story.indexOf('The wardens have'), story.indexOf('\n\nResidents'));
    const placed = placeAgain(mark(story, words), edited);
    expect(placed.placement).toBe('changed');
    expect(wordsAt(edited, placed)).toBe(
      edited.slice(edited.indexOf('The wardens have'), edited.indexOf('\n\nResidents')),
    );
  });

  it('loses a passage that was taken out, and a short word whose sentence is gone', () => {
    const sentence = 'Nobody who reports a spill will be fined for reporting it.';
    expect(placeAgain(mark(story, sentence), story.replace(` ${sentence}`, '')).placement).toBe('lost');
    const quay = mark(story, 'quay', story.indexOf('keep the quay'));
    expect(placeAgain(quay, 'A quay in Marrow Bay was sold. The quay had stood empty since the war.').placement).toBe(
      'lost',
    );
  });

  it('does not take another sentence of the same kind for the one that is gone', () => {
    const text = 'Mayor Ada Quill voted for the budget. Alderman Jon Sedge voted against the plan for the bridge.';
    const edited = 'Mayor Ada Quill voted for the budget. Clerk Mira Voss resigned over a letter to the school.';
    expect(placeAgain(mark(text, 'Alderman Jon Sedge voted against the plan for the bridge.'), edited).placement).toBe(
      'lost',
    );
  });

  it('follows long words that stand elsewhere now with nothing of their surroundings left', () => {
    const words = 'We will keep two berths free for the ferry.';
    const edited = `${words}\n\nThat was all the harbour office would say this week about the works.`;
    expect(placeAgain(mark(story, words), edited)).toEqual({
      placement: 'moved',
      span: { start: 0, end: words.length },
    });
  });

  it('keeps to whole words and whole characters', () => {
    const text = 'Before the vote she wrote 🚢🚢 that the quay reopens in spring, for everybody, and she meant it.';
    const selectors = mark(text, 'that the quay reopens in spring, for everybody');
    const edited = text.replace('reopens', 'will reopen').replace('everybody', 'everyone');
    const placed = placeAgain(selectors, edited);
    expect(placed.placement).toBe('changed');
    expect(wordsAt(edited, placed)).toBe('that the quay will reopen in spring, for everyone');
  });

  it('holds with a mark over the whole text, and with an empty quotation or text', () => {
    expect(placeAgain(selectorsFor('Tide.', { start: 0, end: 5 }), 'Tide.').placement).toBe('exact');
    expect(placeAgain(selectorsFor('Tide.', { start: 0, end: 5 }), 'High tide. Tide. Low tide.').placement).toBe(
      'lost',
    );
    expect(placeAgain(selectorsFor('Tide.', { start: 2, end: 2 }), 'Tide.').placement).toBe('lost');
    expect(placeAgain(selectorsFor(story, { start: 0, end: 40 }), '').placement).toBe('lost');
  });

  it('stays answerable on a long text with a long changed passage and with a one-letter mark', () => {
    const random = seeded(15);
    const text = prose(random, 100_000);
    const start = text.indexOf(' ', 50_000) + 1;
    const end = text.indexOf(' ', start + 3000);
    const edited = `${prose(random, 300)}\n\n${text.slice(0, start + 900)} as amended ${text.slice(start + 900)}`;
    expect(placeAgain(selectorsFor(text, { start, end }), edited).placement).toBe('changed');
    const letter = text.indexOf('e', 70_000);
    const placed = placeAgain(selectorsFor(text, { start: letter, end: letter + 1 }), edited);
    expect(placed.span?.start).toBe(letter + edited.length - text.length);
  });
});
