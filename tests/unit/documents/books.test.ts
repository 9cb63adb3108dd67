import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import { epubReader } from '../../../main/formats/read/documents/epub/index.ts';
import { looksLikeImprint, matterOfLabel, matterOfType } from '../../../main/formats/read/documents/epub/matter.ts';
import { unverifiableIn } from '../formats/reading.ts';
import { type BookParts, documentsIn, epub, prose } from './building.ts';

const read = async (documents: Readonly<Record<string, string>>, parts: BookParts = {}) => {
  const bytes = epub(documents, parts);
  expect(await unverifiableIn(epubReader, bytes, 'a.epub')).toEqual([]);
  return documentsIn(epubReader, bytes, 'a.epub');
};
const titles = async (documents: Readonly<Record<string, string>>, parts: BookParts = {}) =>
  (await read(documents, parts)).map(({ metadata }) => metadata.title);
const line = (href: string, label: string) => `<li><a href="${href}">${label}</a></li>`;

describe('chapters of a book', () => {
  it('are those that the table of contents and headings name', async () => {
    expect(
      await titles(
        {
          'a.xhtml': `<h1>The storm</h1>${prose}`,
          'b.xhtml': `<h1>II</h1>${prose}`,
          'c.xhtml': `<h1>A last word</h1>${prose}`,
        },
        { contents: line('a.xhtml', '1. The storm') + line('b.xhtml', 'II. The thaw') },
      ),
    ).toEqual(['1. The storm', 'II. The thaw', 'A last word']);
  });

  it('go on in documents that nothing names', async () => {
    const documents = {
      'a.xhtml': '<h1>The storm</h1>',
      'b.xhtml': prose,
      'c.xhtml': prose,
      'd.xhtml': `<h1>The thaw</h1>${prose}`,
    };
    const read1 = await read(documents, { contents: line('a.xhtml', 'The storm') + line('d.xhtml', 'The thaw') });
    expect(read1.map(({ part, blocks }) => [part, blocks.length])).toEqual([
      ['a.xhtml', 2],
      ['d.xhtml', 1],
    ]);
    // Without a table nothing is known: each document is a chapter.
    expect(await read(documents)).toHaveLength(3);
  });

  it('of one document are parted where headings of one rank are named, and at no lower ones', async () => {
    const section = (id: string, rank: number) => `<h${rank} id="${id}">Part ${id}</h${rank}>${prose}`;
    const contents = line('a.xhtml#x', 'Part x') + line('a.xhtml#y', 'Part y') + line('a.xhtml#z', 'Part z');
    expect(await titles({ 'a.xhtml': section('x', 2) + section('y', 2) + section('z', 3) }, { contents })).toEqual([
      'Part x',
      'Part y',
    ]);
    const nested = `<li><a href="a.xhtml">The book</a><ol>${contents}</ol></li>`;
    expect(await read({ 'a.xhtml': section('x', 2) + section('y', 2) }, { contents: nested })).toHaveLength(1);
  });

  it('of one document hold nothing of one another', async () => {
    const part = (id: string) => `<div><h2 id="${id}">Part ${id}</h2>${prose}<hr/>${prose}</div><hr/>`;
    const contents = line('a.xhtml#x', 'Part x') + line('a.xhtml#y', 'Part y') + line('a.xhtml#z', 'Part z');
    const chapters = await read({ 'a.xhtml': part('x') + part('y') + part('z') }, { contents });
    const own = ['paragraph', 'rule', 'paragraph', 'rule'];
    expect(chapters.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([own, own, own]);
  });

  it('are taken once, wherever the spine goes round', async () => {
    const spine = ['a.xhtml', 'b.xhtml', 'a.xhtml', 'b.xhtml', 'a.xhtml', 'nowhere'];
    expect(await titles({ 'a.xhtml': `<h1>A</h1>${prose}`, 'b.xhtml': `<h1>B</h1>${prose}` }, { spine })).toEqual([
      'A',
      'B',
    ]);
  });

  it('are not what stands before and after them: it is named, and can be put back', async () => {
    const [first, second] = await read({
      'cover.xhtml': '<p>A winter at the quay</p>',
      'toc.xhtml': `<section epub:type="toc">${prose}</section>`,
      'a.xhtml': `<h1>A</h1>${prose}`,
      'b.xhtml': `<h1>B</h1>${prose}`,
      'end.xhtml': '<p>Printed in Port Ellery.</p>',
    });
    expect(first?.remark).toBe(
      'Left out of the book, with their words in the log: 2 parts with fewer than 60 words, the table of contents.',
    );
    expect(first?.removals.filter(({ step }) => step === 'book').map(({ place }) => place?.before)).toEqual([0, 0]);
    expect(second?.removals.at(-1)).toMatchObject({ text: 'Printed in Port Ellery.', place: { before: 1 } });
    expect(second?.remark).toBeUndefined();
  });

  it('count characters where a language has no spaces', async () => {
    const long = `<p>${'港の灯りは毎晩ともり、番人は海岸の道を歩く。'.repeat(8)}</p>`;
    expect(await titles({ 'a.xhtml': `<h1>灯り</h1>${long}`, 'b.xhtml': `<h1>道</h1>${long}` })).toEqual([
      '灯り',
      '道',
    ]);
  });
});

describe('a book of one chapter', () => {
  const metadata = (more: string) => `<dc:title>The quay</dc:title><dc:publisher>Quay Press</dc:publisher>${more}`;
  const whole = async (more: string) => {
    const [document] = await read({ 'a.xhtml': `<h1>Chapter</h1>${prose}` }, { metadata: metadata(more) });
    return document?.metadata;
  };
  it('is one article with the book’s title, publisher and name', async () => {
    expect(await whole('')).toMatchObject({ title: 'The quay', subheading: 'Chapter', publication: 'Quay Press' });
  });
  it.each([
    ['https://tessaly.example/reports/7', 'https://tessaly.example/reports/7'],
    ['https://tessaly.example/', null],
    ['doi:10.5555/quay.7', 'https://doi.org/10.5555/quay.7'],
    ['10.5555/quay.7', 'https://doi.org/10.5555/quay.7'],
    ['urn:isbn:978-0-00-000000-2', 'urn:isbn:9780000000002'],
    ['9780000000002', 'urn:isbn:9780000000002'],
    ['urn:uuid:5c0f2f7e-0000-4000-8000-000000000001', null],
    ['calibre:17', null],
  ])('is known by %s', async (identifier, url) => {
    expect((await whole(`<dc:identifier>${identifier}</dc:identifier>`))?.url).toBe(url);
  });
  it('has the authors among its makers, as they are shown', async () => {
    const creators =
      '<dc:creator opf:role="aut" opf:file-as="Vance, Rhea">Rhea Vance</dc:creator><dc:creator opf:role="ill">Bo Li</dc:creator><dc:creator>Ana Voss</dc:creator>';
    expect((await whole(creators))?.byline).toEqual(['Rhea Vance', 'Ana Voss']);
  });
});

describe('what a chapter shows', () => {
  const one = async (body: string) => {
    const [document] = await read({ 'a.xhtml': `<h1>A</h1>${body}${prose}` });
    if (document === undefined) throw new Error('there is no chapter');
    return document;
  };
  it('has no page numbers, note marks, scripts and pronunciations in its sentences, and all notes', async () => {
    const document = await one(
      '<p>The <span epub:type="pagebreak">12</span>bell<a epub:type="noteref" href="#n">*</a> of <ruby>港<rp>(</rp><rt>minato</rt><rp>)</rp></ruby> rings<script>document.title = 1</script>.</p><aside epub:type="footnote" hidden="hidden" id="n"><p>In fog.</p></aside>',
    );
    expect(document.blocks.slice(0, 2).map(blockText)).toEqual(['The bell of 港 rings.', 'In fog.']);
    expect(document.removals.map(({ step, text }) => [step, text])).toEqual([
      ['headline', 'A'],
      ['reading-aids', 'minato'],
      ['note-marks', '*'],
    ]);
  });
  it('leaves what is on the web where it is, and tells of drawings', async () => {
    const document = await one(
      '<p><img src="https://courier.example/lamp.png" alt="A lamp"/></p><p><svg xmlns="http://www.w3.org/2000/svg"><title>A map</title><path d="M0 0"/></svg></p>',
    );
    expect(document.blocks[0]).toMatchObject({
      kind: 'figure',
      image: null,
      source: 'https://courier.example/lamp.png',
    });
    expect(document.removals.at(-1)).toMatchObject({ step: 'pictures', text: 'A map' });
  });
  it('takes the words of a page that is one drawing, in part', async () => {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><text>${'The bell rings. '.repeat(30)}</text></svg>`;
    const [document] = await read({ 'a.xhtml': drawing });
    expect(document?.blocks.map(blockText)).toEqual(['The bell rings. '.repeat(30).trim()]);
    expect(document?.partial).toMatch(/in a drawing/u);
  });
});

describe('the parts around chapters', () => {
  it('are told by the names that books give them', () => {
    expect(['cover', 'titlepage', 'copyright-page', 'doc-toc', 'chapter', 'foreword'].map(matterOfType)).toEqual([
      'cover',
      'title page',
      'imprint',
      'table of contents',
      null,
      null,
    ]);
    expect(
      ['Contents', 'Inhalt', 'Impressum', 'Also by Rhea Vance', 'Cover up', 'The index of fear'].map(matterOfLabel),
    ).toEqual(['table of contents', 'table of contents', 'imprint', 'list of other books', null, null]);
    expect(looksLikeImprint('Quay Press. All rights reserved. ISBN 978', 120)).toBe(true);
    expect(looksLikeImprint('She said that all rights reserved to the crown were void.', 4000)).toBe(false);
  });
});
