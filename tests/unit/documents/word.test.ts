import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import type { CapturedDocument } from '../../../main/formats/format.ts';
import { docxReader } from '../../../main/formats/read/documents/docx/index.ts';
import { fixture, readBytes, unverifiableIn } from '../formats/reading.ts';
import { docx, type Files, paragraph, wordPart } from './building.ts';

const read = async (body: string, more: Files = {}) => {
  const bytes = docx(body, more);
  expect(await unverifiableIn(docxReader, bytes, 'a.docx')).toEqual([]);
  return readBytes(docxReader, bytes, 'a.docx');
};
const outline = ({ blocks }: CapturedDocument) =>
  blocks.map((block) => `${block.role === 'furniture' ? '~' : ''}${block.kind}: ${blockText(block)}`);
const run = (words: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${words}</w:t></w:r>`;
const relationship = (id: string, type: string, target: string) =>
  `<Relationships><Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/></Relationships>`;

describe('a Word document', () => {
  it('is found where its package says, and where Word has it when the package says nothing', async () => {
    expect(outline(await read(paragraph('The lamps stand.')))).toEqual(['paragraph: The lamps stand.']);
    const elsewhere = docx('', {
      '_rels/.rels': relationship('a', 'officeDocument', '/text/main.xml'),
      'text/main.xml': wordPart('document', `<w:body>${paragraph('The other lamps stand.')}</w:body>`),
    });
    expect(outline(await readBytes(docxReader, elsewhere, 'a.docx'))).toEqual(['paragraph: The other lamps stand.']);
  });

  it('keeps runs in whatever stands around them', async () => {
    const around = ['smartTag', 'customXml', 'dir', 'bdo', 'sdt><w:sdtContent', 'ins', 'moveTo', 'proofOfSomething'];
    const inside = around.map((name, index) => {
      const open = name.split('>')[0];
      return `<w:${name}>${run(`word${index} `)}</w:${name.includes('>') ? `sdtContent></w:${open}` : name}>`;
    });
    const document = await read(`<w:p>${inside.join('')}</w:p><w:ins>${paragraph('And a paragraph.')}</w:ins>`);
    expect(outline(document)).toEqual([
      'paragraph: word0 word1 word2 word3 word4 word5 word6 word7',
      'paragraph: And a paragraph.',
    ]);
  });

  it('shows what a moved passage says once, where it went', async () => {
    const document = await read(
      `<w:p><w:moveFrom>${run('The bell rings.')}</w:moveFrom></w:p>${paragraph('The doors close.')}<w:p><w:moveTo>${run('The bell rings.')}</w:moveTo></w:p>`,
    );
    expect(outline(document)).toEqual(['paragraph: The doors close.', 'paragraph: The bell rings.']);
    expect(document.removals).toMatchObject([{ step: 'changes', text: 'The bell rings.', place: { before: 0 } }]);
  });

  it('joins paragraphs whose mark was deleted, and those that an empty line parts are two', async () => {
    const document = await read(
      `${paragraph('The bell ', '<w:rPr><w:del/></w:rPr>')}${paragraph('rings.')}<w:p><w:r><w:t>One</w:t><w:br/><w:t>line.</w:t><w:br/><w:br/><w:t>Another.</w:t></w:r></w:p>`,
    );
    expect(outline(document)).toEqual(['paragraph: The bell rings.', 'paragraph: One\nline.', 'paragraph: Another.']);
  });

  it('takes what is based on a style for what the style is, and a circle of styles for none', async () => {
    const style = (id: string, name: string, based: string) =>
      `<w:style w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/></w:style>`;
    const styles = wordPart(
      'styles',
      style('a', 'heading 2', '') +
        style('b', 'Our crosshead', 'a') +
        style('c', 'Round', 'd') +
        style('d', 'About', 'c'),
    );
    const line = (id: string) => paragraph(`Style ${id}`, `<w:pStyle w:val="${id}"/>`);
    const document = await read(
      `${paragraph('The lamps stand since Tuesday, and nobody minds them at all.')}${line('b')}${line('c')}`,
      { 'word/styles.xml': styles },
    );
    expect(outline(document).slice(1)).toEqual(['heading: Style b', 'paragraph: Style c']);
  });

  it('tells that part of its words are in another format', async () => {
    const { partial } = await read(`${paragraph('The lamps stand.')}<w:altChunk r:id="a"/>`);
    expect(partial).toMatch(/another format/u);
  });

  it('never looks at macros, and says that it holds some', async () => {
    const { remark } = await read(paragraph('The lamps stand.'), { 'word/vbaProject.bin': new Uint8Array([1, 2]) });
    expect(remark).toMatch(/macros.*never run/u);
  });

  it('tells of pictures that it cannot show, and leaves those on the web where they are', async () => {
    const blip = (id: string, how: string) =>
      `<w:p><w:r><w:drawing><wp:docPr xmlns:wp="w" descr=""/><a:blip xmlns:a="a" r:${how}="${id}"/></w:drawing></w:r></w:p>`;
    const document = await read(`${paragraph('The quay.')}${blip('a', 'embed')}${blip('b', 'link')}`, {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" Type="http://x/image" Target="media/quay.emf"/><Relationship Id="b" Type="http://x/image" Target="https://courier.example/lamp.png" TargetMode="External"/></Relationships>',
      'word/media/quay.emf': new Uint8Array([1, 0, 0, 0]),
    });
    expect(document.blocks[1]).toMatchObject({
      kind: 'figure',
      image: null,
      source: 'https://courier.example/lamp.png',
    });
    expect(document.removals).toMatchObject([{ step: 'pictures', text: 'word/media/quay.emf' }]);
  });

  it('keeps a picture as it is', async () => {
    const picture = fixture('docx/minutes/word/media/quay.png');
    const document = await read('<w:p><w:r><w:drawing><a:blip xmlns:a="a" r:embed="a"/></w:drawing></w:r></w:p>', {
      'word/_rels/document.xml.rels': relationship('a', 'image', 'media/quay.png'),
      'word/media/quay.png': picture,
    });
    expect(document.images.map(({ mediaType, bytes }) => [mediaType, Buffer.compare(bytes, picture)])).toEqual([
      ['image/png', 0],
    ]);
  });

  it('keeps what went from cells and boxes, so that it can be put back after them', async () => {
    const gone = '<w:del><w:r><w:delText>not</w:delText></w:r></w:del>';
    const cell = (inside: string) => `<w:tc><w:p>${inside}</w:p></w:tc>`;
    const box = (inside: string) =>
      `<w:r><w:pict><v:textbox xmlns:v="v"><w:txbxContent>${inside}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const row = `<w:tr>${cell(run('Lamp'))}${cell(`${run('lit')}${gone}`)}</w:tr>`;
    const { blocks, removals } = await read(
      `<w:tbl>${row}${row}</w:tbl><w:p>${run('The bell rings.')}${box(`<w:p>${run('A box.')}${gone}</w:p>`)}</w:p><w:p>${run('Late.')}<w:del>${box(paragraph('A box that went.'))}</w:del></w:p>`,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'paragraph', 'paragraph']);
    expect(removals.map(({ text, place }) => [text, place?.before, place?.blocks?.length])).toEqual([
      ['not', 1, 1],
      ['not', 1, 1],
      ['not', 2, 1],
      ['A box that went.', 4, 1],
    ]);
  });

  it('has its words in one order, however boxes and hidden words part them', async () => {
    const words = await docxReader.words(
      docx(
        `<w:p>${run('The bell ')}<w:r><w:pict><v:textbox xmlns:v="v"><w:txbxContent>${paragraph('A box.')}</w:txbxContent></v:textbox></w:pict></w:r>${run('(psst) ', '<w:vanish/>')}<w:del><w:r><w:delText>did not </w:delText></w:r></w:del>${run('rings.')}</w:p>`,
      ),
    );
    expect(words.replace(/\s+/gu, ' ').trim()).toBe('The bell rings. A box. (psst) did not');
  });
});
