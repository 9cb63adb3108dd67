import { describe, expect, it } from 'vitest';
import { column, type SetWords, simplePdf } from '../../support/pdf-writer.ts';
import { body, missing, read, readWords } from './support.ts';

/** Lines of one length, as justified columns have them. */
const wide = [
  'The north pier of Port Ellery was closed',
  'on Monday evening after two beams broke',
  'under a lorry that carried ice to the fish',
  'market, and nobody was hurt in the fall.',
];
const middle = [
  'The port engineer had asked for a survey',
  'in the spring, and the board had put the',
  'question off until the money for it could',
  'be found somewhere in the yearly budget.',
];
const last = [
  'Fishermen unload at the ferry berth until',
  'the pier opens again, which may take till',
  'the end of the year, the harbour office of',
  'the town said in a note on its own door.',
];
const joined = (lines: readonly string[]) => `paragraph: ${lines.join(' ')}`;

describe('columns', () => {
  it('are read one after the other, whichever way the file writes them', async () => {
    const left = column(wide, { x: 50, y: 700 });
    const right = column(last, { x: 300, y: 700 });
    const inOrder = await readWords([...left, ...right]);
    expect(body(inOrder)).toEqual([joined(wide), joined(last)]);
    const byRows = left.flatMap((words, index) => [words, right[index] ?? words]);
    expect(body(await readWords(byRows))).toEqual([joined(wide), joined(last)]);
  });

  it('are three below a headline across all of them', async () => {
    const headline: SetWords = {
      x: 50,
      y: 740,
      size: 24,
      font: 'bold',
      text: 'Pier closed until its beams are replaced',
    };
    const document = await readWords([
      headline,
      ...column(wide, { x: 50, y: 700, size: 8 }),
      ...column(middle, { x: 230, y: 700, size: 8 }),
      ...column(last, { x: 410, y: 700, size: 8 }),
    ]);
    expect(document.metadata.title).toBe('Pier closed until its beams are replaced');
    expect(body(document)).toEqual([joined(wide), joined(middle), joined(last)]);
  });

  it('are parted by what lies across them: above first, then below', async () => {
    const document = await readWords([
      ...column(wide, { x: 50, y: 700 }),
      ...column(middle, { x: 300, y: 700 }),
      { x: 50, y: 610, size: 16, font: 'bold', text: 'Where the boats unload until the pier opens again' },
      ...column(last, { x: 50, y: 580 }),
      ...column(wide, { x: 300, y: 580 }),
    ]);
    expect(body(document)).toEqual([
      joined(wide),
      joined(middle),
      'heading: Where the boats unload until the pier opens again',
      joined(last),
      joined(wide),
    ]);
  });

  it('hand a sentence on to the next column and the next page', async () => {
    const first = [...wide.slice(0, 3), 'market in town, and the driver of it and'];
    const second = [
      'his mate climbed out of the window of their',
      ...middle.slice(0, 2),
      'question off until the money for it and the',
    ];
    const third = ['permit could be found by the town’s clerk in', ...last.slice(0, 3)];
    const bytes = simplePdf({
      pages: [
        { words: [...column(first, { x: 50, y: 700 }), ...column(second, { x: 300, y: 700 })] },
        { words: column(third, { x: 50, y: 700 }).map((word) => ({ ...word, text: word.text.replace('’', "'") })) },
      ],
    });
    const document = await read(bytes);
    expect(body(document)).toHaveLength(1);
    expect(document.blocks[0]?.page).toBe(1);
    expect(await missing(bytes)).toEqual([]);
  });

  it('are no columns where the rows belong together', async () => {
    const names = ['Outer buoy', 'Cove mouth', 'Oyster beds', 'North quay'];
    const figures = ['14', '9', '8', '31'];
    const document = await readWords([...column(names, { x: 50, y: 700 }), ...column(figures, { x: 200, y: 700 })]);
    expect(body(document)).toEqual(['table: Outer buoy\t14\nCove mouth\t9\nOyster beds\t8\nNorth quay\t31']);
  });

  it('begin with a large letter that spans their first lines', async () => {
    const document = await readWords([
      { x: 50, y: 687, size: 32, text: 'T' },
      ...column(['he north pier of Port Ellery was', 'closed on Monday evening after'], { x: 76, y: 700 }),
      ...column(['two beams broke under a lorry that car-', 'ried ice to the fish market of the town.'], {
        x: 50,
        y: 674,
      }),
    ]);
    expect(body(document)).toEqual([
      'paragraph: The north pier of Port Ellery was closed on Monday evening after two beams broke under a lorry that carried ice to the fish market of the town.',
    ]);
  });
});

describe('turned pages and words', () => {
  it('are read along their own direction', async () => {
    const bytes = simplePdf({
      pages: [
        { words: wide.map((text, index) => ({ x: 100 + index * 13, y: 60, text, turned: 90 })), entries: '/Rotate 90' },
      ],
    });
    expect(body(await read(bytes))).toEqual([joined(wide)]);
  });

  it('leave a stamp across the page to the log', async () => {
    const bytes = simplePdf({
      pages: [{ words: [...column(wide, { x: 50, y: 700 }), { x: 200, y: 300, size: 60, text: 'DRAFT', turned: 45 }] }],
    });
    const document = await read(bytes);
    expect(body(document)).toEqual([joined(wide)]);
    expect(document.removals).toContainEqual(expect.objectContaining({ step: 'turned-text', text: 'DRAFT' }));
  });
});
