import { describe, expect, it } from 'vitest';
import { type CitedSource, citation } from '../../../main/reading/statements/citation.ts';

const bare: CitedSource = {
  attribution: { sentences: [], reservations: [] },
  byline: [],
  title: 'Who watches the wardens?',
  publication: null,
  published: null,
  url: null,
  captured: null,
  sha256: '0123456789abcdef'.repeat(4),
};

describe('a citation', () => {
  it('tells what is known and leaves out what is not', () => {
    expect(citation('No fines.', bare)).toBe('“No fines.”\n— “Who watches the wardens?”. Text sha256:0123456789ab.');
    expect(
      citation('No fines.', {
        ...bare,
        attribution: {
          sentences: ['Ada Quill, chair of the Harbour Board, said November 2024.'],
          reservations: [],
        },
        published: { value: '2024', precision: 'year' },
      }),
    ).toBe(
      '“No fines.”\n— Ada Quill, chair of the Harbour Board, said November 2024. “Who watches the wardens?”, 2024. Text sha256:0123456789ab.',
    );
  });

  it('does not put a second pair of marks around words that have one', () => {
    expect(citation('“No fines.”', bare).startsWith('“No fines.”\n')).toBe(true);
    expect(citation('“No fines,” she said. “None.”', bare).startsWith('““No fines,” she said. “None.””\n')).toBe(true);
  });
});
