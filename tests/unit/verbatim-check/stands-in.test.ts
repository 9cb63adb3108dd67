import { describe, expect, it } from 'vitest';
import { squeeze, standsIn } from '../../../main/core/verbatim-check/stands-in.ts';

const original = squeeze(
  'The harbour Harbour (link opens in a new window) master said not today (hidden) and not (hidden) tomorrow either. The harbour is closed.',
);
const holds = (words: string, hidden: readonly string[] = [], from = 0) =>
  standsIn(original, squeeze(words), from, hidden.map(squeeze)) !== null;

describe('words in their original', () => {
  it('are found whatever the white space', () => {
    expect(holds('The  harbour\n is closed.')).toBe(true);
    expect(holds('The harbour is open.')).toBe(false);
  });

  it('are looked for from where the last ones ended, then anywhere', () => {
    const first = standsIn(original, 'Theharbour', 0, []);
    const second = standsIn(original, 'Theharbour', first ?? 0, []);
    expect(second).toBeGreaterThan(first ?? 0);
    expect(standsIn(original, 'Theharbour', original.length, [])).toBe(first);
  });

  it('may go around what the page hides, and around nothing else', () => {
    const hidden = ['(link opens in a new window)', '(hidden)'];
    expect(holds('The harbour Harbour master said not today and not tomorrow either.')).toBe(false);
    expect(holds('The harbour Harbour master said not today and not tomorrow either.', hidden)).toBe(true);
    expect(holds('master said today and not tomorrow either.', hidden)).toBe(false);
    expect(holds('master said not today tomorrow either.', hidden)).toBe(false);
    expect(holds('not today and not tomorrow', ['(hid', 'den)'])).toBe(true);
  });

  it('are found though a gap begins with the letters that follow it', () => {
    expect(standsIn('xabacaby', 'xaby', 0, ['abac'])).toBe(8);
  });

  it('end the search where it would take for ever', () => {
    const many = 'ab'.repeat(20_000);
    expect(standsIn(many, `${'ab'.repeat(5000)}c`, 0, ['a', 'b', 'ab', 'ba'])).toBeNull();
  });
});
