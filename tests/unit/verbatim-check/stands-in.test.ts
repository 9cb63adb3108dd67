import { describe, expect, it } from 'vitest';
import { hiddenWords, readMarkedWords, squeeze } from '../../../main/reading/verbatim-check/marked-words.ts';
import { standsIn } from '../../../main/reading/verbatim-check/stands-in.ts';

const link = hiddenWords('(link opens in a new window)');
const original = readMarkedWords(
  `The harbour Harbour ${link} master said not today ${hiddenWords('(hidden)')} and not ${hiddenWords('(hid')}${hiddenWords('den)')} tomorrow either.
The harbour is closed.
1. It is a lie that the town pays.
No. It does not.
The harbour is closed.`,
);
const holds = (words: string, from = 0) => standsIn(original, squeeze(words), from) !== null;

describe('words in their original', () => {
  it('are found whatever the white space', () => {
    expect(holds('The  harbour\n is closed.')).toBe(true);
    expect(holds('The harbour is open.')).toBe(false);
  });

  it('are looked for from where the last ones ended', () => {
    const first = standsIn(original, 'Theharbourisclosed.', 0);
    const second = standsIn(original, 'Theharbourisclosed.', first?.end ?? 0);
    expect(second?.start).toBeGreaterThan(first?.start ?? 0);
    expect(standsIn(original, 'Theharbourisclosed.', second?.end ?? 0)).toBeNull();
  });

  it('may go around what the original hides, there and nowhere else', () => {
    expect(holds('The harbour Harbour master said not today and not tomorrow either.')).toBe(true);
    expect(
      holds('The harbour Harbour (link opens in a new window) master said not today and not tomorrow either.'),
    ).toBe(true);
    expect(holds('The harbour Harbour master said not today and not (hid tomorrow either.')).toBe(true);
    expect(holds('The harbour Harbour master said today and not tomorrow either.')).toBe(false);
    expect(holds('The harbour Harbour master said not today tomorrow either.')).toBe(false);
    expect(
      holds('The harbour Harbour master said not today (link opens in a new window) and not tomorrow either.'),
    ).toBe(false);
  });

  it('are whole lines: nothing is cut off in front of them or behind them but the sign of a list', () => {
    expect(holds('It is a lie that the town pays.')).toBe(true);
    expect(holds('It is a lie that the town pays')).toBe(true);
    expect(holds('1. It is a lie that the town pays.')).toBe(true);
    expect(holds('the town pays.')).toBe(false);
    expect(holds('It is a lie')).toBe(false);
    expect(holds('It does not.')).toBe(false);
    expect(holds('The harbour is closed. 1. It is a lie that the town pays.')).toBe(true);
  });

  it('are found though a gap begins with the letters that follow it', () => {
    const words = readMarkedWords(`xab${hiddenWords('acab')}y`);
    expect(standsIn(words, 'xaby', 0)).toEqual({ start: 0, end: 8 });
    const nested = readMarkedWords(`ab${hiddenWords(`c${hiddenWords('d')}e`)}f`);
    for (const needle of ['abf', 'abcdef', 'abcef']) expect(standsIn(nested, needle, 0), needle).not.toBeNull();
    for (const needle of ['abdf', 'abcf', 'abef']) expect(standsIn(nested, needle, 0), needle).toBeNull();
  });

  it('end the search where it would take for ever', () => {
    const many = readMarkedWords(`${'a'}${`${hiddenWords('ab')}a`.repeat(4000)}`);
    expect(standsIn(many, `${'a'.repeat(3000)}c`, 0)).toBeNull();
  });
});
