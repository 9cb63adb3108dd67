import { describe, expect, it } from 'vitest';
import { defaultCitationTemplate } from '../../../main/contract/index.ts';
import { type CitedSource, citationLines } from '../../../main/reading/statements/citation.ts';
import { unknownPlaceholders } from '../../../main/reading/statements/citation-template.ts';

const unsaid = { sentences: [], reservations: [], speakers: [], said: [], seal: 'original' } as const;
const bare: CitedSource = {
  attribution: unsaid,
  byline: [],
  title: 'Who watches the wardens?',
  publication: null,
  published: null,
  url: null,
  captured: null,
  sha256: '0123456789abcdef'.repeat(4),
};
const quill = { name: 'Ada Quill', role: 'chair of the Harbour Board', organization: 'Harbour Board' };
const said: CitedSource = {
  ...bare,
  attribution: {
    sentences: ['Ada Quill, chair of the Harbour Board, said November 2024.'],
    reservations: [],
    speakers: [quill],
    said: ['2024-11'],
    seal: 'original',
  },
  published: { value: '2024', precision: 'year' },
};

function citation(words: string, source: CitedSource, template = defaultCitationTemplate): string {
  return citationLines(template, words, source)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
}

describe('a citation', () => {
  it('tells what is known and leaves out what is not', () => {
    expect(citation('No fines.', bare)).toBe(
      '“No fines.”\n— “Who watches the wardens?”. Exact in the original. Text sha256:0123456789ab.',
    );
    expect(citation('No fines.', said)).toBe(
      '“No fines.”\n— Ada Quill, chair of the Harbour Board, said November 2024. “Who watches the wardens?”, 2024. Exact in the original. Text sha256:0123456789ab.',
    );
  });

  it('does not put a second pair of marks around words that have one', () => {
    expect(citation('“No fines.”', bare).startsWith('“No fines.”\n')).toBe(true);
    expect(citation('“No fines,” she said. “None.”', bare).startsWith('““No fines,” she said. “None.””\n')).toBe(true);
  });

  it('is written by a template: every placeholder has its value', () => {
    expect(
      citation(
        'No fines.',
        {
          ...said,
          byline: ['Tomas Reyl', 'Ines Alder'],
          url: 'https://courier.example/a',
          captured: '2024-11-20T08:00Z',
        },
        '{words}|{speaker}|{role}|{organisation}|{said}|{authors}|{title}|{published}|{address}|{captured}|{whole hash}',
      ),
    ).toBe(
      `No fines.|Ada Quill|chair of the Harbour Board|Harbour Board|November 2024|Tomas Reyl, Ines Alder|Who watches the wardens?|2024|https://courier.example/a|20 November 2024|${bare.sha256}`,
    );
  });

  it('leaves out what stands in brackets, and a line, where nothing is known', () => {
    const template = '{words}\n{publication}\n[In {publication}, ]{title}[ {captured}]\n\n[sic] \\{title\\} {nonsense}';
    expect(citation('No fines.', bare, template)).toBe(
      'No fines.\nWho watches the wardens?\n\n[sic] {title} {nonsense}',
    );
    expect(unknownPlaceholders(template)).toEqual(['nonsense']);
  });

  it('reads nothing in words that come from an article as a placeholder', () => {
    expect(citation('{hash} [x {captured}]', bare, '{words}')).toBe('{hash} [x {captured}]');
  });

  it('says what must not be left unsaid even where the template doesn’t', () => {
    const open: CitedSource = {
      ...said,
      attribution: { ...said.attribution, reservations: ['Confirmed by nobody.'] },
    };
    expect(citation('No fines.', open, '{words} ({speaker})')).toBe('No fines. (Ada Quill)\nConfirmed by nobody.');
    // Where it tells the attribution, that says it already; this one has none to tell.
    expect(citation('No fines.', bare, '{words} ({title})')).toBe('No fines. (Who watches the wardens?)');
  });
});
