import { describe, expect, it } from 'vitest';
import { canonicalText, spokenWords } from '../../../main/contract/index.ts';
import { suggestStatements } from '../../../main/reading/statements/suggest.ts';
import { blocksOf, lead, metadataOf, onDay, one, printedWholeIn, three, two } from './articles.ts';

describe('a statement that stands in paragraphs of its own', () => {
  it('is taken whole to the end of the article, without the furniture', () => {
    const [found, ...others] = printedWholeIn([
      lead,
      'After many requests, Alder issued the following statement Wednesday:',
      one,
      two,
      three,
      'Subscribe to stay connected to Port Ellery. A subscription helps you access more of the local stories that keep you connected to the community.',
      'Contact reporter Tomas Reyl at treyl@courier.example or 555-0100',
    ]);
    expect(others).toEqual([]);
    expect(found?.text).toBe([one, two, three].join('\n\n'));
    expect(found?.kind).toBe('block');
    expect(found?.speakers[0]).toEqual({
      name: 'Ines Alder',
      role: 'Port Ellery Harbour Commissioner',
      organization: 'Port Ellery Harbour Commission',
    });
    expect(found?.cue).toBe('After many requests, Alder issued the following statement Wednesday:');
    expect(found?.said).toBeNull();
    expect(found?.confidence).toBeGreaterThan(0.8);
  });

  it.each([
    ['the council', 'The council is to vote on the plan on Tuesday.'],
    ['the speaker in the third person', 'Alder took office in 2014 after two decades as a pilot.'],
    ['a pronoun', 'She did not say when the pier will open again.'],
    ['an attribution', 'Harbour master Tom Reyl said the crews had been told in October.'],
    ['talk about the statement', 'The statement came two days after a beam fell on the quay.'],
    ['history', 'The pier was closed in March after a storm damaged its northern end and flooded two stores.'],
    ['somebody else’s quotation', '“Nobody asked us,” said Maren Holt, who owns two boats.'],
    ['a heading', '# What happens next'],
    ['a correction', 'Correction: An earlier version of this story misspelled the commissioner’s name.'],
  ])('ends where the reporter goes on: %s', (_, after) => {
    const [found, ...others] = printedWholeIn([
      lead,
      'Alder released this statement:',
      one,
      two,
      three,
      after,
      'A public meeting about the plan is to be held in the town hall in January.',
    ]);
    expect(others).toEqual([]);
    expect(found?.text).toBe([one, two, three].join('\n\n'));
  });

  it('keeps a paragraph without any sign of its own between two of the speaker’s', () => {
    const neutral = 'In March a beam fell where children had stood a minute before, and nobody was hurt.';
    const [found] = printedWholeIn([
      lead,
      'In a statement, Alder said:',
      two,
      neutral,
      three,
      'The council is to vote on Tuesday.',
    ]);
    expect(found?.text).toBe([two, neutral, three].join('\n\n'));
  });

  it('runs on around furniture in its middle', () => {
    const [found] = printedWholeIn([
      lead,
      'Alder issued the following statement:',
      one,
      'Read more: The pier in pictures',
      two,
      'The council is to vote on Tuesday.',
    ]);
    expect(found?.text).toBe([one, two].join('\n\n'));
  });

  it('ends with a letter’s signature, and knows the speaker by the line of dashes', () => {
    const [signed] = printedWholeIn([
      lead,
      'Her letter to the council reads in full:',
      two,
      three,
      'Sincerely,',
      'Ines Alder',
      'The council is to vote on Tuesday.',
    ]);
    expect(signed?.text).toBe([two, three, 'Sincerely,', 'Ines Alder'].join('\n\n'));
    const [dashed] = printedWholeIn([
      'The letter reads in full:',
      two,
      three,
      '— Ada Byron, mayor of Port Ellery',
      'The council is to vote on Tuesday.',
    ]);
    expect(dashed?.text).toBe([two, three].join('\n\n'));
    expect(dashed?.speakers[0]).toEqual({ name: 'Ada Byron', role: 'mayor of Port Ellery', organization: null });
  });

  it('holds the list that a sentence of its own leads to', () => {
    const list = { kind: 'list', role: 'body', purpose: null, ordered: false } as const;
    const items = ['Nets are to be taken in before nine.', 'Engines were stopped in 2014 already.'];
    const document = {
      blocks: [
        ...blocksOf(lead, 'Alder issued the following statement:', 'We ask of every crew:'),
        { ...list, items: items.map((text) => ({ depth: 0, content: { text, marks: [] } })) },
        ...blocksOf('The council is to vote on Tuesday.'),
      ],
    };
    const { text } = canonicalText(document);
    const found = suggestStatements(document, metadataOf()).statements.find(({ kind }) => kind === 'block');
    expect(spokenWords(text, found?.spans ?? [])).toBe(`We ask of every crew:\n\n${items.join('\n')}`);
  });

  it('stands below a heading', () => {
    const [found] = printedWholeIn([
      lead,
      '# Statement of Mayor Ada Byron',
      two,
      three,
      '# Reaction',
      'The fishing families said they had expected worse.',
    ]);
    expect(found?.text).toBe([two, three].join('\n\n'));
    expect(found?.speakers[0]).toEqual({ name: 'Ada Byron', role: 'Mayor', organization: null });
    expect(found?.cue).toBe('Statement of Mayor Ada Byron');
  });

  it('is the whole article when its title says so', () => {
    const [found] = printedWholeIn([one, two, three, 'Share this article'], {
      title: 'Statement by Mayor Ada Byron on the pier',
    });
    expect(found?.text).toBe([one, two, three].join('\n\n'));
    expect(found?.speakers[0]?.name).toBe('Ada Byron');
  });

  it('comes twice where two people give one each', () => {
    const found = printedWholeIn([
      lead,
      'Alder issued the following statement:',
      two,
      'Mayor Ada Byron released this statement:',
      three,
      'The council is to vote on Tuesday.',
    ]);
    expect(found.map(({ text, speakers }) => [text, speakers[0]?.name])).toEqual([
      [two, 'Ines Alder'],
      [three, 'Ada Byron'],
    ]);
  });
});

describe('a statement in quotation marks', () => {
  it('runs over paragraphs that each open with a mark, to the one that closes', () => {
    const [found] = printedWholeIn([
      lead,
      'Alder said in a statement:',
      `“${one}`,
      `“${two}`,
      `“${three}”`,
      'The council meets again in January.',
    ]);
    expect(found?.text).toBe(`“${one}\n\n“${two}\n\n“${three}”`);
  });
  it('goes on while whole paragraphs stand in marks of their own, and no further', () => {
    const [found] = printedWholeIn([
      lead,
      'Alder said in a statement:',
      `"${one}"`,
      `"${two}"`,
      '"It is a shame," said Maren Holt, who owns two boats in the harbour.',
    ]);
    expect(found?.text).toBe(`"${one}"\n\n"${two}"`);
  });
  it('begins behind the colon in the cue’s own paragraph', () => {
    const [found, ...others] = printedWholeIn([
      lead,
      `In a statement, Alder said: “${two}”`,
      'The council meets again in January.',
    ]);
    expect(others).toEqual([]);
    expect(found?.text).toBe(two);
    expect(found?.cue).toBe('In a statement, Alder said:');
  });
  it('may open in the first paragraph and close in the last only', () => {
    const [found] = printedWholeIn([
      lead,
      'Alder said in a statement:',
      `“${one}`,
      two,
      `${three}”`,
      'The council meets again.',
    ]);
    expect(found?.text).toBe(`“${one}\n\n${two}\n\n${three}”`);
  });
  it.each([
    [
      'German',
      'Bürgermeisterin Ada Brand erklärte in einer Mitteilung:',
      '„Wir haben lange gewartet. Unsere Fischer brauchen den Hafen, und sie werden ihn bekommen.“',
      'Ada Brand',
    ],
    [
      'French',
      'Le maire Jean Morel a déclaré dans un communiqué :',
      '«Nous avons trop attendu. Nos pêcheurs ont besoin du port et ils le retrouveront bientôt.»',
      'Jean Morel',
    ],
    [
      'Spanish',
      'La alcaldesa Ana Ruiz dijo en un comunicado:',
      '«Hemos esperado demasiado. Nuestros pescadores necesitan el puerto y lo tendrán pronto.»',
      'Ana Ruiz',
    ],
    [
      'Italian',
      'Il sindaco Carlo Neri ha dichiarato in una nota:',
      '«Abbiamo aspettato troppo. I nostri pescatori hanno bisogno del porto e lo avranno presto.»',
      'Carlo Neri',
    ],
  ])('is found in %s', (_, cue, quoted, name) => {
    const [found] = printedWholeIn([cue, quoted]);
    expect(found?.text).toBe(quoted.slice(1, -1));
    expect(found?.speakers[0]?.name).toBe(name);
  });
});

describe('a block quotation', () => {
  it('is a statement with its attribution, which stays outside', () => {
    const [found] = printedWholeIn([
      lead,
      `> ${two}`,
      `> ${three}`,
      '>> — Ada Byron, mayor of Port Ellery',
      'The council meets again.',
    ]);
    expect(found?.text).toBe([two, three].join('\n\n'));
    expect(found?.speakers[0]).toEqual({ name: 'Ada Byron', role: 'mayor of Port Ellery', organization: null });
    expect(found?.cue).toBeNull();
  });
  it('is one after any verb of speech with a colon', () => {
    const [found] = printedWholeIn([lead, 'On her page she wrote:', `> ${two}`, 'The council meets again.']);
    expect(found?.text).toBe(two);
    expect(found?.speakers[0]?.name).toBe('Ines Alder');
  });
  it('is one as an answered e-mail quotes it', () => {
    const [found] = printedWholeIn([
      'On Wed, Nov 16, 2016 at 9:30 AM, Ines Alder <ines@harbour.example> wrote:',
      `> ${two}`,
    ]);
    expect(found?.speakers[0]?.name).toBe('Ines Alder');
    expect(found?.said).toEqual(onDay('2016-11-16'));
  });
  it('is none without a name, nor when it repeats the article', () => {
    expect(printedWholeIn([lead, `> ${two}`, 'The council meets again.'])).toEqual([]);
    expect(printedWholeIn([lead, `“${two}” Alder said.`, `> ${two}`, '>> — Ines Alder'])).toEqual([]);
  });
});

describe('words that are not on the page', () => {
  const cue = 'In a statement on Monday, Mayor Ada Byron said:';
  const narration = 'The pier has forty berths. It is built of oak and steel and stands in the old basin.';

  it('are not made up of the reporter’s next paragraph', () => {
    expect(printedWholeIn([lead, cue, narration])).toEqual([]);
  });

  it('are not what a service writes around a post', () => {
    expect(printedWholeIn([lead, cue, '> View this post on Instagram', narration])).toEqual([]);
  });

  it('are found behind the button that opens them, and in the marks of other languages', () => {
    expect(printedWholeIn([lead, cue, 'Read the full statement', two])[0]?.text).toBe(two);
    for (const [open, close] of [
      ['»', '«'],
      ['‹', '›'],
      ['``', "''"],
    ] as const)
      expect(printedWholeIn([lead, cue, `${open}${two}${close}`, narration])[0]?.text).toBe(two);
  });
});
