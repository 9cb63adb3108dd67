import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../main/contract/index.ts';
import { column, PdfWriter, type SetWords, simplePdf } from '../../support/pdf-writer.ts';
import { body, missing, read, readWords } from './support.ts';

const at = (text: string, place: Partial<SetWords> = {}): SetWords => ({ x: 50, y: 700, text, ...place });

describe('words broken at the end of a line', () => {
  const bytes = simplePdf({
    pages: [
      {
        words: column(
          [
            'The commissioners of the harbour con-',
            'demned the by-laws. A trawler from Mar-',
            'row Bay lay at the quay. The new by-',
            'laws of the town speak of harbour- and',
            'ferry traffic, of a self-',
            'governing port, and of 1998-',
            '1999, when Port-',
            'Ellery was closed.',
          ],
          { x: 50, y: 700 },
        ),
      },
    ],
  });

  it('are made whole, and compounds keep their hyphen', async () => {
    expect(body(await read(bytes))).toEqual([
      'paragraph: The commissioners of the harbour condemned the by-laws. A trawler from Marrow Bay lay at the quay. The new by-laws of the town speak of harbour- and ferry traffic, of a self-governing port, and of 1998-1999, when Port-Ellery was closed.',
    ]);
  });

  it('are named in the log', async () => {
    const { removals } = await read(bytes);
    expect(removals).toContainEqual(expect.objectContaining({ step: 'hyphenation', text: 'condemned, Marrow' }));
  });

  it('stand in the original’s words as they stand in the reading copy', async () => {
    expect(await missing(bytes)).toEqual([]);
  });

  it('may end with a hyphen that is only there at a line’s end', async () => {
    const document = await read(
      mapped({ 128: '\u00AD' }, [
        'The commis\\200',
        'sioners of Port Ellery met on the quay, and com\\200',
        'plained.',
      ]),
    );
    expect(body(document)).toEqual(['paragraph: The commissioners of Port Ellery met on the quay, and complained.']);
  });
});

/** A page in a font that says itself which character each of its codes is. */
function mapped(map: Readonly<Record<number, string>>, lines: readonly string[]): Uint8Array {
  const writer = new PdfWriter();
  const root = writer.reserve();
  const tree = writer.reserve();
  const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  const entries = Object.entries(map).map(([code, text]) => `<${Number(code).toString(16)}> <${hex(text)}>`);
  const cmap = writer.stream(
    `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange ${entries.length} beginbfchar ${entries.join(' ')} endbfchar endcmap end`,
  );
  const font = writer.add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${cmap} 0 R /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 /hyphen 129 /fi] >> >>`,
  );
  const text = lines.map((line, index) => `BT /F1 10 Tf 1 0 0 1 50 ${700 - index * 13} Tm (${line}) Tj ET`).join('\n');
  const content = writer.packed(text);
  const page = writer.add(
    `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
  );
  writer.set(tree, `<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
  writer.set(root, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return writer.finish(root);
}

describe('letters', () => {
  it('are told apart where a font joins them', async () => {
    const bytes = mapped({ 129: '\uFB01' }, ['The harbour of\\201ce is of the \\201rst class, said its \\201nder.']);
    expect(body(await read(bytes))).toEqual([
      'paragraph: The harbour ofﬁce is of the first class, said its finder.'.normalize('NFKC'),
    ]);
    expect(await missing(bytes)).toEqual([]);
  });

  it('that are drawn twice to look bold are read once', async () => {
    const document = await readWords([
      at('The pier is closed, and the ferry waits.'),
      at('The pier is closed, and the ferry waits.', { x: 50.3 }),
    ]);
    expect(body(document)).toEqual(['paragraph: The pier is closed, and the ferry waits.']);
  });

  it('carry the accent that the file draws over them', async () => {
    const document = await readWords([at('The na\xa8'), at('ive answer of the board was noted down.', { x: 79 })]);
    expect(body(document)).toEqual(['paragraph: The naïve answer of the board was noted down.']);
  });
});

describe('footnote marks', () => {
  const marked: SetWords[] = [
    at('Growers fear the silt.'),
    at('1', { x: 149, y: 704, size: 6 }),
    at('The cove has 3 km', { x: 155 }),
    at('2', { x: 239, y: 704, size: 6 }),
    at('of beds, the wardens say.', { x: 245 }),
    at('1', { y: 104, size: 6 }),
    at('Letter to the Port Authority, 2 March 2024.', { x: 56, y: 100, size: 8 }),
  ];

  it('are taken out of their sentence and named in the log; powers stay', async () => {
    const document = await readWords(marked);
    expect(body(document)).toEqual([
      'paragraph: Growers fear the silt. The cove has 3 km² of beds, the wardens say.',
      'paragraph: 1 Letter to the Port Authority, 2 March 2024.',
    ]);
    expect(document.removals).toContainEqual(expect.objectContaining({ step: 'footnote-marks', text: '1' }));
    expect(await missing(simplePdf({ pages: [{ words: marked }] }))).toEqual([]);
  });
});

describe('marks', () => {
  it('follow the fonts, without what white space adds to them', async () => {
    const document = await readWords([
      at('The'),
      at('chief warden', { x: 70, font: 'bold' }),
      at('said no', { x: 136, font: 'italic' }),
      at('to the board on Monday evening in town.', { x: 171 }),
    ]);
    const [run] = document.blocks.flatMap(runsOf);
    const marks = run?.content.marks.map(({ kind, start, end }) => `${kind}: ${run.content.text.slice(start, end)}`);
    expect(marks).toEqual(['strong: chief warden', 'emphasis: said no']);
  });

  it('are links where an annotation lies over words, and only to the web and to mail', async () => {
    const link = (rect: string, action: string) =>
      `<< /Type /Annot /Subtype /Link /F 4 /Rect [${rect}] /A << ${action} >> >>`;
    const document = await read(
      simplePdf({
        pages: [
          {
            words: [
              at('Read the figures of the wardens here today.'),
              at('Nothing is under this line of words.', { y: 680 }),
            ],
            entries: `/Annots [${link('91 696 126 710', '/S /URI /URI (https://wardens.example/figures)')} ${link('50 676 80 690', '/S /URI /URI (javascript:alert\\(1\\))')}]`,
          },
        ],
      }),
    );
    const links = document.blocks
      .flatMap(runsOf)
      .flatMap(({ content }) =>
        content.marks.map((mark) => ({ ...mark, words: content.text.slice(mark.start, mark.end) })),
      );
    expect(links).toMatchObject([{ kind: 'link', href: 'https://wardens.example/figures', words: 'figures' }]);
  });
});
