import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import type { CapturedDocument } from '../../../main/formats/format.ts';
import { rtfReader } from '../../../main/formats/read/documents/rtf/index.ts';
import { readBytes, unverifiableIn } from '../formats/reading.ts';
import { rtf } from './building.ts';

const read = async (body: string) => {
  const bytes = rtf(body);
  expect(await unverifiableIn(rtfReader, bytes, 'a.rtf')).toEqual([]);
  return readBytes(rtfReader, bytes, 'a.rtf');
};
const outline = ({ blocks }: CapturedDocument) => blocks.map((block) => `${block.kind}: ${blockText(block)}`);
const textOf = async (body: string) => (await read(body)).blocks.map(blockText).join('\n');

describe('characters of rich text', () => {
  it.each([
    ['hexadecimal, in the document’s code page', "Caf\\'e9 \\'93Anker\\'94 \\'80", 'Café “Anker” €'],
    ['in another code page', "\\ansicpg1250 P\\'f8\\'edstav", 'Přístav'],
    [
      'in a font’s character set',
      "{\\fonttbl{\\f1\\fcharset204 Cyr;}}\\f1 \\'cf\\'ee\\'f0\\'f2\\f0  Port",
      'Порт Port',
    ],
    ['two bytes each', "{\\fonttbl{\\f1\\fcharset128 M;}}\\f1 \\'8d`\\'93\\'fa", '港日'],
    ['bytes as they are', 'Caf\u00e9', 'Café'],
    ['Unicode, with what older readers show', "\\u233?\\uc2\\u26085\\'93\\'fa\\uc0\\u26412 x", 'é日本x'],
    ['Unicode in two halves', '\\u-10179?\\u-8704?', '😀'],
    ['negative and private', '\\u-3913? \\u-4064?', '•'],
    ['named', '\\ldblquote a\\rdblquote \\endash \\emdash \\bullet \\lquote b\\rquote', '“a”–—•‘b’'],
    ['escaped', '\\{a\\} \\\\ b\\~c\\_d\\-e', '{a} \\ b c‑de'],
    ['twice, once for each kind of reader', '{\\upr{K?ln}{\\*\\ud{K\\u246?ln}}}', 'Köln'],
  ])('%s', async (_, body, expected) => {
    expect(await textOf(`x ${body}\\par`)).toBe(`x ${expected}`.trimEnd());
  });

  it.each([
    ['Central European', 238, "P\\'f8\\'edstav", 'Přístav'],
    ['Greek', 161, "\\'cb\\'e9\\'ec", 'Λιμ'],
    ['Turkish', 162, "\\'fe\\'f0", 'şğ'],
    ['Hebrew', 177, "\\'e0\\'e1", 'אב'],
    ['Arabic', 178, "\\'e3\\'e4", 'من'],
    ['Baltic', 186, "\\'fb\\'fe", 'ūž'],
    ['Thai', 222, "\\'b7", 'ท'],
    ['Chinese, simplified', 134, "\\'b8\\'db", '港'],
    ['Chinese, traditional', 136, "\\'b4\\'e4", '港'],
    ['Korean', 129, "\\'c7\\'d7", '항'],
    ['DOS', 254, "\\'82", 'é'],
    ['Macintosh', 77, "\\'8e", 'é'],
  ])('of a font whose character set is %s', async (_, charset, written, expected) => {
    expect(await textOf(`{\\fonttbl{\\f1\\fcharset${charset} Font;}}x \\f1 ${written}\\par`)).toBe(`x ${expected}`);
  });

  it('of a Macintosh', async () => {
    const bytes = Buffer.from("{\\rtf1\\mac Caf\\'8e\\par}");
    expect((await readBytes(rtfReader, bytes, 'a.rtf')).blocks.map(blockText)).toEqual(['Café']);
  });
});

describe('rich text', () => {
  it('skips what it does not know, and what is no text', async () => {
    expect(
      await textOf(
        '{\\*\\themedata 504b}{\\*\\new{\\a b}}{\\xe hidden entry}{\\*\\bkmkstart x}The bell{\\*\\bkmkend x} rings.{\\listtext 1.}\\par',
      ),
    ).toBe('The bell rings.');
  });

  it('ends a group’s settings with the group', async () => {
    const { blocks } = await read('a {\\b b {\\i c} d} e\\par');
    expect(blocks[0]).toMatchObject({
      content: {
        text: 'a b c d e',
        marks: [
          { kind: 'strong', start: 2, end: 7 },
          { kind: 'emphasis', start: 4, end: 5 },
        ],
      },
    });
  });

  it('makes links of fields, and shows what other fields came to', async () => {
    const { blocks } = await read(
      'See {\\field{\\*\\fldinst{ HYPERLINK "https://tessaly.example/a" }}{\\fldrslt the charter}} of {\\field{\\*\\fldinst DATE}{\\fldrslt 1902}}, {\\field{\\*\\fldinst HYPERLINK \\\\l "x"}{\\fldrslt below}}.\\par',
    );
    expect(blocks[0]).toMatchObject({
      content: {
        text: 'See the charter of 1902, below.',
        marks: [{ kind: 'link', start: 4, end: 15, href: 'https://tessaly.example/a' }],
      },
    });
  });

  it('has tables, and tables in tables', async () => {
    const row = (cells: string) => `\\trowd\\pard\\intbl ${cells}\\row `;
    expect(outline(await read(`${row('a\\cell b\\cell')}${row('c\\cell d\\par e\\cell')}\\pard After.\\par`))).toEqual([
      'table: a\tb\nc\td\ne',
      'paragraph: After.',
    ]);
    const inner =
      '\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}\\pard\\intbl\\itap2 3\\nestcell 4\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}\\pard\\intbl\\itap1 ';
    expect(outline(await read(`\\trowd ${inner}\\cell\\pard\\intbl b\\cell\\row\\pard After.\\par`))).toEqual([
      'table: 1\t2\n3\t4',
      'paragraph: b',
      'paragraph: After.',
    ]);
  });

  it('never opens objects, and says what was there', async () => {
    const document = await read(
      'See: {\\object\\objemb{\\*\\objclass Package}{\\*\\objdata 0105}{\\result shown}}\\par',
    );
    expect(outline(document)).toEqual(['paragraph: See: shown']);
    expect(document.removals).toMatchObject([{ step: 'objects', text: 'Package' }]);
  });

  it('is what it is, whatever it is called, and breaks off where it does', async () => {
    const cut = Buffer.from('{\\rtf1 The bell {\\b rin');
    const document = await readBytes(rtfReader, cut, 'letter.doc');
    expect(outline(document)).toEqual(['paragraph: The bell rin']);
    expect(document.partial).toMatch(/breaks off/u);
  });
});
