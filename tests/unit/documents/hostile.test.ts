import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import { shownName } from '../../../main/contract/shown-text.ts';
import type { CapturedDocument, FormatReader } from '../../../main/formats/format.ts';
import { docxReader } from '../../../main/formats/read/documents/docx/index.ts';
import { epubReader } from '../../../main/formats/read/documents/epub/index.ts';
import { odtReader } from '../../../main/formats/read/documents/odt/index.ts';
import { rtfReader } from '../../../main/formats/read/documents/rtf/index.ts';
import { openZipInMemory } from '../../../main/formats/shared/zip/zip-in-memory.ts';
import { zipOf } from '../../support/zip-folder.ts';
import { fixture } from '../formats/reading.ts';
import { documentsIn, docx, epub, odt, paragraph, prose, rtf, wordPart } from './building.ts';

/** Each of these has a stated outcome; none hangs, none reads what isn't the document's. */
const timeout = 120_000;

const textOf = (documents: readonly CapturedDocument[]) =>
  documents.map(({ blocks }) => blocks.map(blockText).join('\n')).join('\n');
const read = async (reader: FormatReader, bytes: Uint8Array) => textOf(await documentsIn(reader, bytes));

describe('zips that are made to harm', () => {
  it('unpack to more than a document does: refused', async () => {
    const bomb = docx('', { 'word/document.xml': new Uint8Array(160 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(400_000);
    await expect(read(docxReader, bomb)).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  it('hold files that overlap: refused', async () => {
    const whole = Buffer.from(docx(paragraph('The bell rings.'), { 'word/a.xml': 'x'.repeat(500) }));
    // The second entry of the directory is made to begin where the first does.
    const first = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const second = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1'), first + 4);
    whole.copy(whole, second + 42, first + 42, first + 46);
    await expect(read(docxReader, whole)).rejects.toMatchObject({ code: 'limit-exceeded' });
  });

  it('have names that lead out of them: nothing there is read', async () => {
    const zip = await openZipInMemory(zipOf({ 'a/b.txt': 'b', '../c.txt': 'c', '/d.txt': 'd', 'C:/e.txt': 'e' }));
    expect([...zip.names]).toEqual(['a/b.txt']);
    for (const path of ['../c.txt', '../../etc/passwd', '/etc/passwd', 'a/../../c.txt', 'C:/e.txt'])
      expect(await zip.read(path)).toBeNull();
    expect(await zip.read('a/x/../b.txt')).not.toBeNull();
  });

  it('name what lies outside them: nothing is read, and what is missing is told', async () => {
    const book = epub(
      { 'a.xhtml': `<h1>A</h1>${prose}<img src="../../../../etc/passwd" alt=""/>` },
      {
        spine: ['a.xhtml', 'evil'],
        more: {},
      },
    );
    const files = unzipSync(book);
    const opf = strFromU8(files['book.opf'] ?? new Uint8Array()).replace(
      '</manifest>',
      '<item id="evil" href="../../etc/passwd" media-type="application/xhtml+xml"/></manifest>',
    );
    const [document] = await documentsIn(epubReader, zipOf({ ...files, 'book.opf': opf }));
    expect(document?.images).toEqual([]);
    expect(document?.partial).toMatch(/does not hold/u);
    const letter = docx('<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="p"/></w:drawing></w:r></w:p>', {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="p" Type="x/image" Target="../../../../etc/passwd"/></Relationships>',
    });
    const [read1] = await documentsIn(docxReader, letter);
    expect(read1?.images).toEqual([]);
  });

  it.each([
    ['docx', docxReader, docx(paragraph('The bell rings.'))],
    ['odt', odtReader, odt('<text:p>The bell rings.</text:p>')],
    ['epub', epubReader, epub({ 'a.xhtml': prose })],
  ] as const)('%s: cut off anywhere, they are refused with what to do', async (_, reader, bytes) => {
    for (const part of [0.2, 0.5, 0.9, 0.999])
      await expect(read(reader, bytes.subarray(0, Math.floor(bytes.length * part)))).rejects.toThrow(
        /cannot be read.*damaged or half-copied/u,
      );
  });

  it('are damaged: in their text they are refused, in a picture they lose the picture', async () => {
    const picture = fixture('docx/minutes/word/media/quay.png');
    const letter = Buffer.from(
      docx(
        `${paragraph('The bell rings.')}<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="p"/></w:drawing></w:r></w:p>`,
        {
          'word/_rels/document.xml.rels':
            '<Relationships><Relationship Id="p" Type="x/image" Target="media/quay.png"/></Relationships>',
          'word/media/quay.png': picture,
        },
      ),
    );
    const spoiled = (name: string) => {
      const copy = Buffer.from(letter);
      const at = copy.indexOf(name) + name.length + 20;
      copy[at] = (copy[at] ?? 0) ^ 0xff;
      return copy;
    };
    await expect(read(docxReader, spoiled('word/document.xml'))).rejects.toThrow(/cannot be read/u);
    const [document] = await documentsIn(docxReader, spoiled('word/media/quay.png'));
    expect(document?.blocks.map(blockText)).toEqual(['The bell rings.']);
    expect(document?.images).toEqual([]);
    expect(document?.removals).toMatchObject([{ step: 'pictures' }]);
  });

  it('are encrypted: refused with what to do', async () => {
    const locked = Buffer.from(docx(paragraph('The bell rings.')));
    for (const signature of ['PK\x01\x02', 'PK\x03\x04']) {
      const at = locked.indexOf(Buffer.from(signature, 'latin1'));
      const flags = at + (signature === 'PK\x01\x02' ? 8 : 6);
      locked[flags] = (locked[flags] ?? 0) | 1;
    }
    await expect(read(docxReader, locked)).rejects.toThrow(/encrypted with a password/u);
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    await expect(read(odtReader, odt('', { 'META-INF/manifest.xml': manifest }))).rejects.toThrow(
      /encrypted with a password/u,
    );
  });
});

describe('books with a lock', () => {
  const encryption = (algorithm: string) => ({
    more: {
      'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
    },
  });
  it('are refused; those with obfuscated fonts have none', async () => {
    const locked = epub({ 'a.xhtml': prose }, encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc'));
    await expect(read(epubReader, locked)).rejects.toThrow(/lock \(DRM\)/u);
    for (const algorithm of ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])
      expect(await read(epubReader, epub({ 'a.xhtml': prose }, encryption(algorithm)))).toContain('the bell rang');
  });
});

describe('XML that is made to harm', () => {
  const bomb =
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const body = 'one &c; two &x; three';
  it.each([
    [
      'docx',
      docxReader,
      docx('', { 'word/document.xml': bomb + wordPart('document', `<w:body>${paragraph(body)}</w:body>`) }),
    ],
    [
      'odt',
      odtReader,
      odt('', {
        'content.xml': `${bomb}<o:document-content xmlns:o="o"><o:body><o:text><p>${body}</p></o:text></o:body></o:document-content>`,
      }),
    ],
    [
      'epub',
      epubReader,
      epub(
        {},
        {
          spine: ['a'],
          more: {
            'book.opf': `${bomb}<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
            'a.xhtml': `${bomb}<html><body><p>${body}</p></body></html>`,
          },
        },
      ),
    ],
  ] as const)(
    '%s: entities of its own stay as they are written, and nothing outside is asked for',
    async (_, reader, bytes) => {
      expect(await read(reader, bytes)).toBe(body);
    },
  );

  it.each([
    [
      'docx',
      docxReader,
      docx(`${'<w:sdt><w:sdtContent>'.repeat(30_000)}${paragraph('deep')}${'</w:sdtContent></w:sdt>'.repeat(30_000)}`),
    ],
    [
      'odt',
      odtReader,
      odt(`${'<text:section>'.repeat(30_000)}<text:p>deep</text:p>${'</text:section>'.repeat(30_000)}`),
    ],
  ] as const)(
    '%s: nested deeper than any program writes, its words remain and it says so',
    async (_, reader, bytes) => {
      const [document] = await documentsIn(reader, bytes);
      expect(document?.partial).toMatch(/deeper than any program writes them.*with all their words/u);
      expect(JSON.stringify(document?.blocks)).toContain('deep');
    },
  );

  it('epub: nested deeper than is read, its words remain', async () => {
    expect(await read(epubReader, epub({ 'a.xhtml': `${'<div>'.repeat(30_000)}${prose}` }))).toContain('the bell rang');
  });
});

describe('documents of very many parts', () => {
  it('a million runs: as many as are read, in part', { timeout }, async () => {
    const [document] = await documentsIn(
      docxReader,
      docx(`<w:p>${'<w:r><w:t>a </w:t></w:r>'.repeat(1_000_000)}</w:p>`),
    );
    expect(document?.partial).toMatch(/its end is missing/u);
    expect(document?.blocks).toHaveLength(1);
  });
  it('a hundred thousand deletions: the first are listed, the others counted', { timeout }, async () => {
    const one = '<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>';
    const [document] = await documentsIn(docxReader, docx(`<w:p>${one.repeat(100_000)}</w:p>`));
    expect(document?.removals).toHaveLength(401);
    expect(document?.removals.at(-1)?.text).toBe('99600 more parts');
  });
  it('two hundred thousand paragraphs', { timeout }, async () => {
    const [document] = await documentsIn(rtfReader, rtf('a\\par '.repeat(200_000)));
    expect(document?.blocks).toHaveLength(200_000);
  });
  it('a picture that is shown a thousand times: kept once', { timeout }, async () => {
    const shown = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="p"/></w:drawing></w:r></w:p>';
    const [document] = await documentsIn(
      docxReader,
      docx(shown.repeat(1000), {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="p" Type="x/image" Target="media/quay.png"/></Relationships>',
        'word/media/quay.png': fixture('docx/minutes/word/media/quay.png'),
      }),
    );
    expect(document?.blocks).toHaveLength(1000);
    expect(document?.images).toHaveLength(1);
  });
  it('a spine of ten thousand: the first five thousand, and says so', { timeout }, async () => {
    const documents = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`${index}.xhtml`, prose]));
    const taken = await documentsIn(epubReader, epub(documents));
    expect(taken).toHaveLength(5000);
    expect(taken[0]?.partial).toMatch(/after the first 5000 are missing/u);
  });
  it('columns and rows that are said to be repeated a milliard times: once', async () => {
    const cell = '<table:table-cell table:number-columns-repeated="1000000000"><text:p>a</text:p></table:table-cell>';
    const row = `<table:table-row table:number-rows-repeated="1000000000">${cell}${cell}</table:table-row>`;
    const [document] = await documentsIn(odtReader, odt(`<table:table>${row}${row}</table:table>`));
    expect(document?.blocks).toMatchObject([{ kind: 'table', rows: [{}, {}] }]);
  });
});

describe('documents that go round', () => {
  it('parts that refer to one another, and to themselves, are read once', async () => {
    const all = ['header', 'footer', 'footnotes', 'styles', 'comments', 'image', 'aFChunk']
      .map((type) => `<Relationship Id="${type}" Type="x/${type}" Target="document.xml"/>`)
      .join('');
    const bytes = docx(
      `${paragraph('The bell rings.')}<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>`,
      { 'word/_rels/document.xml.rels': `<Relationships>${all}</Relationships>` },
    );
    expect(await read(docxReader, bytes)).toBe('The bell rings.\nThe bell rings.');
  });
  it('a book’s documents that fall back on one another are none', async () => {
    const opf =
      '<package><manifest><item id="a" href="a.bin" media-type="x/a" fallback="b"/><item id="b" href="b.bin" media-type="x/b" fallback="a"/></manifest><spine><itemref idref="a"/></spine></package>';
    await expect(read(epubReader, epub({}, { more: { 'book.opf': opf } }))).rejects.toThrow(/without a document/u);
  });
});

describe('names that are made to mislead', () => {
  it('control characters and turned text: they are the part’s name, and are never shown as they are', async () => {
    const name = 'a\u202egnp.\u0007xhtml';
    const [document] = await documentsIn(
      epubReader,
      epub({ [name]: `<h1>A</h1>${prose}`, 'b.xhtml': `<h1>B</h1>${prose}` }),
    );
    expect(document?.part).toBe(name);
    expect(shownName(name)).not.toContain('\u202e');
    expect(shownName(name)).not.toContain('\u0007');
  });
});

describe('rich text that is made to harm', () => {
  it.each([
    ['groups without end', `{\\rtf1 ${'{'.repeat(1_000_000)}deep`, /breaks off/u],
    ['groups deeper than any program writes', `{\\rtf1 a${'{'.repeat(5000)}deep${'}'.repeat(5000)}\\par}`, null],
    ['tables deeper than are read', `{\\rtf1 \\pard\\intbl\\itap2000000000 a\\nestcell\\nestrow\\pard b\\par}`, null],
    ['bytes that go on beyond the file', '{\\rtf1 a\\par\\bin2000000000 b', /breaks off/u],
    ['no end of characters to be skipped', '{\\rtf1 a\\par\\uc999999999\\u97 b}', null],
    ['fields in fields', `{\\rtf1 a\\par${'{\\field{\\*\\fldinst X}{\\fldrslt '.repeat(50_000)}`, /breaks off/u],
    ['numbers beyond all numbers', '{\\rtf1 a\\par\\li99999999999999999999\\f-99999999999 b}', null],
    ['nothing but signs', "{\\rtf1 a\\par\\\\\\*\\'zz\\~\\", /breaks off/u],
  ])('%s', { timeout }, async (_, source, partial) => {
    const [document] = await documentsIn(rtfReader, Buffer.from(source, 'latin1'));
    expect(document?.blocks.length).toBeGreaterThan(0);
    if (partial === null) expect(document?.partial).toBeNull();
    else expect(document?.partial).toMatch(partial);
  });
});
