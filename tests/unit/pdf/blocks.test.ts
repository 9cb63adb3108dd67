import { describe, expect, it } from 'vitest';
import { column, type SetWords, simplePdf } from '../../support/pdf-writer.ts';
import { body, outline, read, readWords } from './support.ts';

const story = [
  'The north pier of Port Ellery was closed on Monday evening after two beams broke under',
  'a lorry, and nobody was hurt. The harbour office had asked for a survey in the spring of',
  'the year, but the board had put the question off.',
];
const other = [
  'Fishermen unload at the ferry berth until the pier opens again, which may take until the',
  'end of the year. The wardens have hung the new timetable on the door of their own hut,',
  'and a copy of it in the net loft.',
];
const joined = (lines: readonly string[]) => `paragraph: ${lines.join(' ')}`;

describe('paragraphs', () => {
  it('are parted by a wider space', async () => {
    const words = [...column(story, { x: 50, y: 700 }), ...column(other, { x: 50, y: 654 })];
    expect(body(await readWords(words))).toEqual([joined(story), joined(other)]);
  });

  it('are parted by an indent', async () => {
    const full = story.map((line, index) => (index === 2 ? `${line} It will not be put off again now.` : line));
    const words = [
      ...column(full, { x: 50, y: 700 }),
      ...column(other.slice(0, 1), { x: 62, y: 661 }),
      ...column(other.slice(1), { x: 50, y: 648 }),
    ];
    expect(body(await readWords(words))).toEqual([joined(full), joined(other)]);
  });

  it('are parted where a line ends before the next word needs it to', async () => {
    const words = column([...story, ...other], { x: 50, y: 700 });
    expect(body(await readWords(words))).toEqual([joined(story), joined(other)]);
  });

  it('set in below a colon are somebody’s words, with the name under them', async () => {
    const quoted = [
      'We heard it before we saw it, and then it',
      'was quiet, and then the lamps went out on',
      'the whole of the mole.',
    ];
    const words = [
      ...column(story, { x: 50, y: 700 }),
      { x: 50, y: 650, text: 'The warden on duty wrote in her log:' },
      ...column(quoted, { x: 90, y: 626 }),
      { x: 90, y: 580, text: '\x97 Marta Voss, chief warden' },
      ...column(other, { x: 50, y: 550 }),
    ];
    const document = await readWords(words);
    expect(document.blocks[2]).toMatchObject({
      kind: 'quotation',
      paragraphs: [{ text: quoted.join(' ') }],
      attribution: { text: '— Marta Voss, chief warden' },
    });
    expect(body(document)[3]).toBe(joined(other));
  });
});

describe('headings', () => {
  it('are told by their size and their weight, the larger the higher', async () => {
    const document = await readWords([
      { x: 50, y: 760, size: 22, font: 'bold', text: 'The pier and the board' },
      ...column(story, { x: 50, y: 720 }),
      { x: 50, y: 660, size: 15, font: 'bold', text: 'What the survey said' },
      ...column(other, { x: 50, y: 640 }),
      { x: 50, y: 585, font: 'bold', text: 'A note on the door' },
      ...column(story, { x: 50, y: 565 }),
    ]);
    expect(document.metadata.title).toBe('The pier and the board');
    const headings = document.blocks.flatMap((block) =>
      block.kind === 'heading' ? [[block.level, block.content]] : [],
    );
    expect(headings).toEqual([
      [2, { text: 'What the survey said', marks: [] }],
      [3, { text: 'A note on the door', marks: [] }],
    ]);
  });

  it('of several lines are one, and a bold sentence is none', async () => {
    const document = await readWords([
      ...column(story, { x: 50, y: 720 }),
      { x: 50, y: 660, size: 15, font: 'bold', text: 'What the survey of the divers said about the old joint of' },
      { x: 50, y: 642, size: 15, font: 'bold', text: 'the breakwater' },
      ...column(other, { x: 50, y: 620 }),
      { x: 50, y: 565, font: 'bold', text: 'The board meets again on Thursday.' },
      ...column(story, { x: 50, y: 540 }),
    ]);
    expect(body(document).slice(1)).toEqual([
      'heading: What the survey of the divers said about the old joint of the breakwater',
      joined(other),
      'paragraph: The board meets again on Thursday.',
      joined(story),
    ]);
  });
});

describe('lists', () => {
  const items = (marker: (index: number) => string) =>
    ['the nets hold back a third of the silt;', 'what passes them sinks;', 'the beds were reached on five days.'].map(
      (text, index): SetWords[] => [
        { x: 60, y: 640 - index * 13, text: marker(index) },
        { x: 75, y: 640 - index * 13, text },
      ],
    );

  it('have bullets or numbers that count', async () => {
    const bullets = await readWords([...column(story, { x: 50, y: 700 }), ...items(() => '\x95').flat()]);
    expect(bullets.blocks[1]).toMatchObject({
      kind: 'list',
      ordered: false,
      items: [{ depth: 0 }, { depth: 0 }, { depth: 0 }],
    });
    const numbers = await readWords([...column(story, { x: 50, y: 700 }), ...items((index) => `${index + 1}.`).flat()]);
    expect(numbers.blocks[1]).toMatchObject({ kind: 'list', ordered: true });
    expect(body(numbers)[1]).toBe(
      'list: the nets hold back a third of the silt;\nwhat passes them sinks;\nthe beds were reached on five days.',
    );
  });

  it('go on below their own words, and hold lists', async () => {
    const document = await readWords([
      ...column(story, { x: 50, y: 700 }),
      {
        x: 60,
        y: 640,
        text: '\x95 the nets hold back a third of the silt that the dredger stirs up at the mouth of the',
      },
      { x: 70, y: 627, text: 'cove and at the outer buoy;' },
      { x: 80, y: 614, text: '- at ebb' },
      { x: 80, y: 601, text: '- at flood' },
      { x: 60, y: 588, text: '\x95 what passes them sinks.' },
    ]);
    const list = document.blocks[1];
    expect(list?.kind === 'list' ? list.items.map(({ depth, content }) => [depth, content.text]) : list).toEqual([
      [
        0,
        'the nets hold back a third of the silt that the dredger stirs up at the mouth of the cove and at the outer buoy;',
      ],
      [1, 'at ebb'],
      [1, 'at flood'],
      [0, 'what passes them sinks.'],
    ]);
  });

  it('are none where a date opens a sentence', async () => {
    const words = [
      ...column(story, { x: 50, y: 700 }),
      { x: 50, y: 640, text: '12. November 2023 was the day of the vote.' },
    ];
    expect(body(await readWords(words))[1]).toBe('paragraph: 12. November 2023 was the day of the vote.');
  });
});

describe('tables and captions', () => {
  it('are rows of cells, with their head and their caption', async () => {
    const row = (y: number, cells: readonly string[], font: SetWords['font'] = 'regular'): SetWords[] =>
      cells.map((text, index) => ({ x: 50 + index * 120, y, text, font }));
    const document = await readWords([
      ...column(story, { x: 50, y: 700 }),
      { x: 50, y: 640, size: 9, text: 'Table 1. Silt in the water, milligrams a litre' },
      ...row(620, ['Place', 'March', 'April'], 'bold'),
      ...row(606, ['Outer buoy', '14', '19']),
      ...row(592, ['Cove mouth at the', '9', '17']),
      { x: 50, y: 579, text: 'second net' },
      ...row(565, ['North quay', '31', '46']),
      ...column(other, { x: 50, y: 530 }),
    ]);
    const table = document.blocks.find(({ kind }) => kind === 'table');
    expect(table).toMatchObject({ kind: 'table', caption: { text: 'Table 1. Silt in the water, milligrams a litre' } });
    expect(
      table?.kind === 'table'
        ? table.rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)])
        : null,
    ).toEqual([
      [true, 'Place', 'March', 'April'],
      [false, 'Outer buoy', '14', '19'],
      [false, 'Cove mouth at the second net', '9', '17'],
      [false, 'North quay', '31', '46'],
    ]);
  });

  it('set aside the captions of pictures and the lines of a table of contents', async () => {
    const document = await readWords([
      { x: 50, y: 760, text: '1 The question . . . . . . . . . . . . . . . . 2' },
      { x: 50, y: 747, text: '2 What was found . . . . . . . . . . . . . . . 3' },
      ...column(story, { x: 50, y: 700 }),
      { x: 50, y: 640, size: 8, text: 'Figure 1. The four places where water was taken. Drawing: Harbour Wardens' },
      ...column(other, { x: 50, y: 600 }),
    ]);
    expect(outline(document.blocks)).toEqual([
      'paragraph [navigation]: 1 The question . . . . . . . . . . . . . . . . 2',
      'paragraph [navigation]: 2 What was found . . . . . . . . . . . . . . . 3',
      joined(story),
      'paragraph [caption]: Figure 1. The four places where water was taken. Drawing: Harbour Wardens',
      joined(other),
    ]);
  });
});

describe('heads and feet of pages', () => {
  const page = (number: number, lines: readonly string[], foot = `Page ${number} of 3`) => ({
    words: [
      { x: 50, y: 815, size: 8, text: 'Harbour Wardens of Port Ellery' },
      ...column(lines, { x: 50, y: 700 }),
      { x: 280, y: 20, size: 8, text: foot },
    ],
  });

  it('are set aside once, and the log says that they come again', async () => {
    const document = await read(simplePdf({ pages: [page(1, story), page(2, other), page(3, story)] }));
    expect(outline(document.blocks)).toEqual([
      'paragraph [running-head]: Harbour Wardens of Port Ellery',
      joined(story),
      'paragraph [running-head]: Page 1 of 3',
      joined(other),
      joined(story),
    ]);
    expect(document.removals.map(({ step, text }) => [step, text])).toEqual([
      ['running-heads', 'Harbour Wardens of Port Ellery\nHarbour Wardens of Port Ellery'],
      ['running-heads', 'Page 2 of 3\nPage 3 of 3'],
    ]);
  });

  it('do not break a sentence that goes on over the page', async () => {
    const begin = [
      ...story.slice(0, 2),
      'the year, but the board had put the question off and had asked the clerk to find out',
    ];
    const document = await read(simplePdf({ pages: [page(1, begin), page(2, ['what it would cost, and when.'])] }));
    expect(body(document)).toEqual([joined([...begin, 'what it would cost, and when.'])]);
  });

  it('are no figures that stand at the same place by chance', async () => {
    const figures = (text: string) => ({ words: [...column(story, { x: 50, y: 700 }), { x: 50, y: 40, text }] });
    const document = await read(simplePdf({ pages: [figures('1988: 14 milligrams'), figures('2011: 19 milligrams')] }));
    expect(body(document)).toEqual([
      joined(story),
      'paragraph: 1988: 14 milligrams',
      joined(story),
      'paragraph: 2011: 19 milligrams',
    ]);
  });
});
