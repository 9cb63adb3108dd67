import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { blockText, runsOf } from '../../../main/contract/index.ts';
import { suggestStatements } from '../../../main/core/statements/suggest.ts';
import { squeeze, standsIn } from '../../../main/core/verbatim-check/stands-in.ts';
import { docxReader } from '../../../main/formats/docx/index.ts';
import { epubReader } from '../../../main/formats/epub/index.ts';
import { type CapturedDocument, type FormatReader, isMention } from '../../../main/formats/format.ts';
import { odtReader } from '../../../main/formats/odt/index.ts';
import { sniffContainer, sniffFormat } from '../../../main/formats/registry.ts';

const zip = (files: Record<string, string | Uint8Array>): Uint8Array => {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files))
    zippable[name] = [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }];
  return zipSync(zippable);
};

/** Reads a file, and holds every run of it against the words of its original. */
async function read(reader: FormatReader, bytes: Uint8Array, name: string): Promise<CapturedDocument[]> {
  const sniffed = sniffFormat(bytes, name);
  expect(sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason).toBe(reader.name);
  expect(sniffContainer(bytes.subarray(0, 65_536), name)).toBeNull();
  const source = { bytes, name, modified: null, companion: async () => null, signal: new AbortController().signal };
  const documents: CapturedDocument[] = [];
  for await (const found of reader.read(source)) if (!isMention(found)) documents.push(found);
  const words = squeeze(await reader.words(bytes));
  for (const { blocks } of documents)
    for (const run of blocks.flatMap((block) => [...runsOf(block)]))
      expect(standsIn(words, squeeze(run.content.text), 0, []), run.content.text).not.toBeNull();
  return documents;
}

const outline = ({ blocks }: CapturedDocument) =>
  blocks.map((block) => `${block.kind}${block.role === 'furniture' ? ' [furniture]' : ''}: ${blockText(block)}`);
const statement = [
  'For nine years the wardens of this harbour have worked to be people whom a deckhand can walk up to. That trust was slow to build.',
  'We report what the law requires us to report: an open warrant, a serious offence, a danger to others. We will not add to that list on our own.',
];
const cue = 'Harbour Commissioner Ines Alder issued the following statement Thursday:';

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
const docx = (body: string, more: Record<string, string | Uint8Array> = {}) =>
  zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${word}><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>`,
    'word/numbering.xml': `<w:numbering ${word}><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>`,
    ...more,
  });

describe('Word documents', () => {
  it('give headings, paragraphs, marks, lists, tables, links and notes', async () => {
    const body = [
      paragraph(run('Harbour wardens will not check papers'), '<w:pStyle w:val="Titel"/>'),
      paragraph(run('What was decided'), '<w:pStyle w:val="berschrift1"/>'),
      paragraph(
        `${run('The board met on the ')}${run('old quay', '<w:b/><w:i w:val="0"/>')}${run(' and read the ')}<w:hyperlink r:id="rId3">${run('charter of 1902')}</w:hyperlink>${run('.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
      ),
      paragraph(run('No papers are checked.'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'),
      paragraph(run('Warrants are reported.'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'),
      `<w:tbl><w:tr><w:tc>${paragraph(run('Year'))}</w:tc><w:tc>${paragraph(run('Wardens'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('2024'))}</w:tc><w:tc>${paragraph(run('31'))}</w:tc></w:tr></w:tbl>`,
    ].join('');
    const [document] = await read(
      docxReader,
      docx(body, {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Id="rId3" Target="https://tessaly.example/charter"/></Relationships>',
        'word/footnotes.xml': `<w:footnotes ${word}><w:footnote w:id="2">${paragraph(run('The charter was last changed in 1957.'))}</w:footnote></w:footnotes>`,
        'word/footer1.xml': `<w:ftr ${word}>${paragraph(run('Page 1 of 3'))}</w:ftr>`,
      }),
      'wardens.docx',
    );
    if (document === undefined) throw new Error('nothing was read');
    expect(document.metadata.title).toBe('Harbour wardens will not check papers');
    expect(outline(document)).toEqual([
      'heading: What was decided',
      'paragraph: The board met on the old quay and read the charter of 1902.',
      'list: No papers are checked.\nWarrants are reported.',
      'table: Year\tWardens\n2024\t31',
      'paragraph: The charter was last changed in 1957.',
    ]);
    const [, prose, list] = document.blocks;
    expect(prose?.kind === 'paragraph' && prose.content.marks).toEqual([
      { kind: 'strong', start: 21, end: 29 },
      { kind: 'link', start: 43, end: 58, href: 'https://tessaly.example/charter' },
    ]);
    expect(list).toMatchObject({ ordered: true });
    expect(document.removals.map(({ text }) => text)).toContain('Page 1 of 3');
  });

  it('show recorded changes as accepted, and log what they delete and what stands beside the text', async () => {
    const body = paragraph(
      `${run('The lamps stand since ')}<w:ins>${run('Tuesday')}</w:ins><w:del><w:r><w:delText>Monday</w:delText></w:r></w:del>${run(', and nobody minds.')}${run('secret', '<w:vanish/>')}`,
    );
    const comments = {
      'word/comments.xml': `<w:comments ${word}><w:comment>${paragraph(run('Is that so?'))}</w:comment></w:comments>`,
    };
    const [document] = await read(docxReader, docx(body, comments), 'lamps.docx');
    expect(document === undefined ? [] : outline(document)).toEqual([
      'paragraph: The lamps stand since Tuesday, and nobody minds.',
    ]);
    expect(document?.removals.map(({ step, text }) => [step, text])).toEqual([
      ['changes', 'Monday'],
      ['comments', 'Is that so?'],
    ]);
  });

  it('take names from properties only where programs did not fill them in themselves', async () => {
    const core = (creator: string, title: string) => ({
      'docProps/core.xml': `<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>2024-11-14T17:20:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>`,
    });
    const body = paragraph(
      run(
        'the board met on the quay for an hour and spoke of the spring rules, and then it went home again in the rain.',
      ),
    );
    const [sound] = await read(docxReader, docx(body, core('Rhea Vance', 'Minutes of the board')), 'a.docx');
    expect(sound?.metadata).toMatchObject({
      title: 'Minutes of the board',
      byline: ['Rhea Vance'],
      language: 'en-GB',
      published: { value: '2024-11-14T17:20:00Z' },
    });
    const [idle] = await read(
      docxReader,
      docx(body, core('Microsoft Office User', 'Microsoft Word - Document1.docx')),
      'a.docx',
    );
    expect(idle?.metadata.byline).toEqual([]);
    expect(idle?.metadata.title).not.toContain('Word');
  });

  it('give the same statement as the same words in another format', async () => {
    const [document] = await read(
      docxReader,
      docx([cue, ...statement].map((text) => paragraph(run(text))).join('')),
      'statement.docx',
    );
    if (document === undefined) throw new Error('nothing was read');
    const { statements } = suggestStatements({ blocks: document.blocks }, document.metadata);
    expect(statements.map(({ speaker }) => speaker?.name)).toEqual(['Ines Alder']);
  });
});

describe('OpenDocument texts', () => {
  const names =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:x" xmlns:xlink="http://www.w3.org/1999/xlink"';
  const content = (body: string) =>
    `<office:document-content ${names}><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const body =
    '<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">New lamps</text:h><text:p>The <text:span text:style-name="T1">lamps</text:span> stand<text:s/>since <text:a xlink:href="https://courier.example/x">Tuesday</text:a>.<text:note><text:note-body><text:p>By decree.</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>One by the pier</text:p></text:list-item></text:list>';

  it('give headings, marks, links, lists and notes, and log what is deleted', async () => {
    const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content(body) });
    const [document] = await read(odtReader, odt, 'lamps.odt');
    if (document === undefined) throw new Error('nothing was read');
    expect(document.metadata.title).toBe('New lamps');
    expect(outline(document)).toEqual([
      'paragraph: The lamps stand since Tuesday.',
      'list: One by the pier',
      'paragraph: By decree.',
    ]);
    expect(document.removals).toEqual([
      { step: 'changes', reason: 'It was deleted while changes were recorded.', text: 'Gone' },
    ]);
  });

  it('that are locked with a password are refused with what to do', async () => {
    const odt = zip({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'META-INF/manifest.xml':
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      'content.xml': new Uint8Array([1, 2, 3]),
    });
    await expect(read(odtReader, odt, 'locked.odt')).rejects.toThrow(/encrypted with a password/);
  });
});

describe('e-books', () => {
  const chapter = (title: string, text: string) =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>${title}</h1><p>${text}</p><p>${statement.join(' ')}</p></body></html>`;
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const epub = (more: Record<string, string | Uint8Array> = {}, spine = ['cover', 'one', 'two', 'one', 'gone']) =>
    zip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
      'OPS/book.opf': `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Winter at the quay</dc:title><dc:creator id="a">Rhea Vance</dc:creator><dc:creator id="b">Ola Brandt</dc:creator><meta refines="#b" property="role">ill</meta><dc:date>2024-11-14</dc:date><dc:language>en</dc:language></metadata><manifest>${['cover', 'one', 'two', 'gone'].map((id) => `<item id="${id}" href="text/${id}%20.xhtml" media-type="application/xhtml+xml"/>`).join('')}<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine>${spine.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`,
      'OPS/nav.xhtml':
        '<html><body><nav><ol><li><a href="text/one%20.xhtml">The first storm</a></li></ol></nav></body></html>',
      'OPS/text/cover .xhtml': '<html><body><p>Winter at the quay</p></body></html>',
      'OPS/text/one .xhtml': chapter('The first storm', 'It came on a Tuesday.<img src="../a%20b.png" width="300"/>'),
      'OPS/text/two .xhtml': chapter('The thaw', 'It came in March, and nobody had waited for it.'),
      'OPS/a b.png': pixel,
      ...more,
    });

  it('give an article for each chapter, once, with the book as its publication', async () => {
    const documents = await read(epubReader, epub(), 'winter.epub');
    expect(
      documents.map(({ part, metadata }) => [part, metadata.title, metadata.publication, metadata.byline]),
    ).toEqual([
      ['OPS/text/one .xhtml', 'The first storm', 'Winter at the quay', ['Rhea Vance']],
      ['OPS/text/two .xhtml', 'The thaw', 'Winter at the quay', ['Rhea Vance']],
    ]);
    expect(documents[0]?.remark).toMatch(/fewer than 60 words were left out/);
    expect(documents[0]?.partial).toMatch(/does not hold/);
    expect(documents[0]?.images).toHaveLength(1);
  });

  it('of one chapter are one article', async () => {
    const [document, ...others] = await read(epubReader, epub({}, ['one']), 'winter.epub');
    expect(others).toEqual([]);
    expect(document?.metadata).toMatchObject({
      title: 'Winter at the quay',
      subheading: 'The first storm',
      publication: null,
    });
  });

  it('with a lock are refused, with obfuscated fonts are not', async () => {
    const encryption = (algorithm: string) => ({
      'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
    });
    await expect(
      read(epubReader, epub(encryption('http://www.w3.org/2001/04/xmlenc#aes128-cbc')), 'w.epub'),
    ).rejects.toThrow(/lock \(DRM\)/);
    expect(await read(epubReader, epub(encryption('http://www.idpf.org/2008/embedding')), 'w.epub')).toHaveLength(2);
  });
});

describe('documents that are made to harm', () => {
  const book = (document: Uint8Array | string) =>
    zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document });
  const read1 = async (bytes: Uint8Array) => {
    for await (const found of docxReader.read({
      bytes,
      name: 'x.docx',
      modified: null,
      companion: async () => null,
      signal: new AbortController().signal,
    }))
      return found;
    return null;
  };

  it('are bounded: a bomb, deep nesting, entities, a cut zip', async () => {
    await expect(read1(book(new Uint8Array(200 * 1024 * 1024)))).rejects.toThrow(/made to harm/);
    const deep = `<w:document ${word}><w:body>${'<w:sdt><w:sdtContent>'.repeat(20_000)}${paragraph(run('deep'))}</w:body></w:document>`;
    expect(await read1(book(deep))).not.toBeNull();
    const entities = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document ${word}><w:body>${paragraph(run('one &b; two'))}</w:body></w:document>`;
    expect(await read1(book(entities))).not.toBeNull();
    const whole = book('<w:document/>');
    await expect(read1(whole.subarray(0, whole.length - 30))).rejects.toThrow(/cannot be read/);
  });
});
