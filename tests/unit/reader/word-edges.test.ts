import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../renderer/rooms/reader/sentences.ts';
import {
  type Edge,
  type EdgeDirection,
  type EdgeUnit,
  joined,
  movedEdge,
  withoutWords,
} from '../../../renderer/rooms/reader/word-edges.ts';

/** An article in which `[` and `]` show the stretches of a statement. */
function marked(article: string, language = 'en') {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  for (const character of article)
    if (character === '[') spans.push({ start: text.length, end: text.length });
    else if (character === ']') spans[spans.length - 1] = { start: spans.at(-1)?.start ?? 0, end: text.length };
    else text += character;
  const runs = [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
  return { text, spans, within: { text, segments: segmentsOf(text, runs, language) } };
}

/** The words after an edge was moved; null where it can't be. */
function moved(article: string, edge: Edge, unit: EdgeUnit, direction: EdgeDirection, language = 'en') {
  const { text, spans, within } = marked(article, language);
  return movedEdge(within, spans, edge, unit, direction)?.map(({ start, end }) => text.slice(start, end)) ?? null;
}

const begin = { stretch: 0, side: 'begin' } as const;
const end = { stretch: 0, side: 'end' } as const;

describe('an edge by a word', () => {
  const article = 'The board met. “We will not [open the quay] before May,” said Ines Alder.';
  it('goes to the word before or behind', () => {
    expect(moved(article, begin, 'word', 'earlier')).toEqual(['not open the quay']);
    expect(moved(article, begin, 'word', 'later')).toEqual(['the quay']);
    expect(moved(article, end, 'word', 'earlier')).toEqual(['open the']);
    expect(moved(article, end, 'word', 'later')).toEqual(['open the quay before']);
  });
  it('stays behind the mark that opens a quotation, and takes in the comma before the one that closes it', () => {
    expect(moved('“We [will not] wait,” he said.', begin, 'word', 'earlier')).toEqual(['We will not']);
    expect(moved('“We [will not] wait,” he said.', end, 'word', 'later')).toEqual(['will not wait,']);
    expect(moved('He said: “We will [not] wait.” Nobody asked.', end, 'word', 'later')).toEqual(['not wait.']);
    expect(moved('‘We will [not] wait’, he said.', end, 'word', 'later')).toEqual(['not wait']);
    expect(moved('„Wir [warten] nicht“, sagte er.', end, 'word', 'later', 'de')).toEqual(['warten nicht']);
    expect(moved('« Nous [n’attendrons] pas », dit-il.', end, 'word', 'later', 'fr')).toEqual(['n’attendrons pas']);
  });
  it('keeps the marks of a quotation within the words, a currency’s sign and an apostrophe', () => {
    expect(moved('She [said that] “trust” is slow.', end, 'word', 'later')).toEqual(['said that “trust”']);
    expect(moved('They call “trust” [what is slow].', begin, 'word', 'earlier')).toEqual(['“trust” what is slow']);
    expect(moved('We paid [the board] $400 for it.', end, 'word', 'later')).toEqual(['the board $400']);
    expect(moved('It took $400 [from us all].', begin, 'word', 'earlier')).toEqual(['$400 from us all']);
    expect(moved('We don’t [wait here].', begin, 'word', 'earlier')).toEqual(['don’t wait here']);
    expect(moved('It is [only] 5%, he says.', end, 'word', 'later')).toEqual(['only 5%']);
  });
  it('leaves a word at least, and stays in the article', () => {
    expect(moved('We [wait].', begin, 'word', 'later')).toBeNull();
    expect(moved('We [wait].', end, 'word', 'earlier')).toBeNull();
    expect(moved('[We wait.]', begin, 'word', 'earlier')).toBeNull();
    expect(moved('[We wait.]', end, 'word', 'later')).toBeNull();
  });
  it('never goes into another stretch, nor takes away all that parts the two', () => {
    const parted = '“[We will not],” said Alder, “[not now].”';
    expect(moved(parted, end, 'word', 'later')).toEqual(['We will not,” said', 'not now']);
    expect(moved('“[We will not,” said] Alder, “[not now].”', end, 'word', 'later')).toBeNull();
    expect(moved('“[We will not],” said “[not now].”', { stretch: 1, side: 'begin' }, 'word', 'earlier')).toBeNull();
  });
  it('goes word by word where words have no spaces, and from right to left', () => {
    expect(moved('彼は「[港は]閉じる」と言った。', end, 'word', 'later', 'ja')?.[0]?.length).toBeGreaterThan(2);
    expect(moved('قال «[لن نفتح] الرصيف» أمس.', end, 'word', 'later', 'ar')).toEqual(['لن نفتح الرصيف']);
  });
});

describe('an edge by a sentence', () => {
  const article = '“We wait. [Dr. Reyl waits too.] Nobody knows why.” The tide came.\nThe quay is shut.';
  it('takes in the sentence before or behind, by the rule that the reader’s keys know', () => {
    expect(moved(article, begin, 'sentence', 'earlier')).toEqual(['We wait. Dr. Reyl waits too.']);
    expect(moved(article, end, 'sentence', 'later')).toEqual(['Dr. Reyl waits too. Nobody knows why.']);
  });
  it('gives the last one back, or the first', () => {
    expect(moved('[We wait. You wait. They wait.]', end, 'sentence', 'earlier')).toEqual(['We wait. You wait.']);
    expect(moved('[We wait. You wait. They wait.]', begin, 'sentence', 'later')).toEqual(['You wait. They wait.']);
  });
  it('goes to the sentence’s own edge first where it stands within one', () => {
    expect(moved('We wait. You [wait here] for us. They go.', end, 'sentence', 'later')).toEqual(['wait here for us.']);
    expect(moved('We wait. You [wait here] for us.', begin, 'sentence', 'earlier')).toEqual(['You wait here']);
  });
  it('goes on in the next paragraph', () => {
    expect(moved('[We wait.]\nThe quay is shut.', end, 'sentence', 'later')).toEqual(['We wait.\nThe quay is shut.']);
  });
});

describe('parts', () => {
  it('are made one with what stood between them', () => {
    const { text, spans } = marked('“[We will not],” said Alder, “[not now].”');
    expect(joined(spans, 0).map(({ start, end: to }) => text.slice(start, to))).toEqual([
      'We will not,” said Alder, “not now',
    ]);
    expect(joined(spans, 1)).toBe(spans);
  });
  it('are made of one by leaving words out, with the marks around those', () => {
    const { text, spans, within } = marked('“[We will not,” said Alder, “not now].”');
    const words = (chosen: string) => {
      const start = text.indexOf(chosen);
      return withoutWords(within, spans, { start, end: start + chosen.length })?.map(({ start: from, end: to }) =>
        text.slice(from, to),
      );
    };
    expect(words('said Alder')).toEqual(['We will not,', 'not now']);
    expect(words('” said Alder, “')).toEqual(['We will not,', 'not now']);
    expect(words('We will')).toBeUndefined();
    expect(words(',” ')).toBeUndefined();
  });
});
