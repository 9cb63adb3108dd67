import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalText, spokenWords } from '../../../main/contract/index.ts';
import type { CapturedDocument } from '../../../main/formats/format.ts';
import { textReader } from '../../../main/formats/read/documents/text/index.ts';
import { suggestStatements } from '../../../main/reading/statements/suggest.ts';
import { column, type SetWords, simplePdf } from '../../support/pdf-writer.ts';
import { fixture, readBytes } from '../formats/reading.ts';
import { read } from './support.ts';

const story = [
  'The north pier of Port Ellery was closed on Monday evening after two beams broke under',
  'a lorry, and nobody was hurt. The harbour office had asked for a survey in the spring.',
];
const headline: SetWords = { x: 50, y: 760, size: 20, font: 'bold', text: 'Pier closed after two beams broke' };
const text = column(story, { x: 50, y: 720 });

const withInformation = (information: string, words: readonly SetWords[] = [headline, ...text]) =>
  read(simplePdf({ pages: [{ words }], information }), 'pier-notice.pdf');

describe('the title', () => {
  it.each(['Microsoft Word - release.doc', 'untitled', 'courier-12.indd', 'Document1', 'PowerPoint Presentation'])(
    'is never “%s”',
    async (made) => {
      const { metadata } = await withInformation(`/Title (${made})`);
      expect(metadata.title).toBe('Pier closed after two beams broke');
      expect(metadata.sources.title).toEqual({ from: 'page', overruled: [] });
    },
  );

  it('is the headline that the page shows, and what it overrules is kept', async () => {
    const { metadata } = await withInformation('/Title (Template for notices of the office)');
    expect(metadata.title).toBe('Pier closed after two beams broke');
    expect(metadata.sources.title).toEqual({
      from: 'page',
      overruled: [{ from: 'document-title', value: 'Template for notices of the office' }],
    });
  });

  it('is the line that agrees with what the document says, though another is larger', async () => {
    const { metadata } = await withInformation('/Title (Beams broke under a lorry)', [
      { x: 50, y: 790, size: 30, font: 'bold', text: 'A week on the north pier' },
      { x: 50, y: 750, size: 14, font: 'bold', text: 'Beams broke under a lorry' },
      ...text,
    ]);
    expect(metadata.title).toBe('Beams broke under a lorry');
  });

  it('is the document’s own where the page shows none, then its first sentence', async () => {
    expect((await withInformation('/Title (Notice on the pier)', text)).metadata.title).toBe('Notice on the pier');
    expect((await withInformation('', text)).metadata.title).toMatch(/^The north pier of Port Ellery was closed/u);
  });
});

describe('dates', () => {
  it('of a document keep their zone, and come after what the page says', async () => {
    const dates = "/CreationDate (D:20231116140509+01'00') /ModDate (D:20231118090000Z)";
    expect((await withInformation(dates)).metadata).toMatchObject({
      published: { value: '2023-11-16T14:05:09+01:00', precision: 'second' },
      modified: { value: '2023-11-18T09:00:00Z', precision: 'second' },
    });
    const dated = await withInformation(dates, [headline, { x: 50, y: 740, text: '14 November 2023' }, ...text]);
    expect(dated.metadata.published).toEqual({ value: '2023-11-14', precision: 'day' });
    expect(dated.metadata.sources.published).toEqual({ from: 'page', overruled: [] });
  });

  it.each([
    ['D:2023', { value: '2023', precision: 'year' }],
    ['D:202311', { value: '2023-11', precision: 'month' }],
    ['20231116', { value: '2023-11-16', precision: 'day' }],
    ['D:202311161405', { value: '2023-11-16T14:05', precision: 'minute' }],
    ["D:20231116140509-08'00", { value: '2023-11-16T14:05:09-08:00', precision: 'second' }],
    ['D:20231399', null],
    ['D:00000000000000', null],
    ['yesterday', null],
  ])('are read as precisely as they are written: %s', async (written, expected) => {
    expect((await withInformation(`/CreationDate (${written})`)).metadata.published).toEqual(expected);
  });
});

describe('what else a document says', () => {
  it('is taken: author, language, subject', async () => {
    const bytes = simplePdf({
      pages: [{ words: [headline, ...text] }],
      catalogue: '/Lang (en-GB)',
      information: '/Author (Ana Bellweather) /Subject (Why the pier is closed)',
    });
    expect((await read(bytes)).metadata).toMatchObject({
      byline: ['Ana Bellweather'],
      language: 'en-GB',
      description: 'Why the pier is closed',
    });
  });

  it('is not believed where a program filled it in', async () => {
    expect((await withInformation('/Author (Administrator)')).metadata.byline).toEqual([]);
    expect((await withInformation('/Author (abell)')).metadata.byline).toEqual([]);
  });

  it('in XMP overrules the older dictionary, and names the paper', async () => {
    const packet = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><dc:creator><rdf:Seq><rdf:li>Ana Bellweather</rdf:li><rdf:li>Tom Ruiz</rdf:li></rdf:Seq></dc:creator><prism:publicationName>Port Ellery Courier</prism:publicationName><prism:publicationDate>2023-11-15</prism:publicationDate></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
    const bytes = simplePdf({
      pages: [{ words: [headline, ...text] }],
      catalogue: '/Metadata 8 0 R',
      information: "/Author (Somebody Else) /CreationDate (D:20231116140509+01'00')",
      more: (writer) => writer.stream(packet, '/Type /Metadata /Subtype /XML'),
    });
    expect((await read(bytes)).metadata).toMatchObject({
      byline: ['Ana Bellweather', 'Tom Ruiz'],
      publication: 'Port Ellery Courier',
      published: { value: '2023-11-15', precision: 'day' },
    });
  });
});

describe('a page printed from the web', () => {
  it('was captured when it was printed, at the address below it', async () => {
    const document = await read(fixture('pdf/printed-page.pdf'));
    expect(document.metadata).toMatchObject({
      title: 'Storm opens the breakwater at its oldest joint',
      byline: ['Ana Bellweather'],
      publication: 'Port Ellery Courier',
      published: { value: '2023-12-09T07:40', precision: 'minute' },
      url: 'https://courier.example/harbour/breakwater',
    });
    expect(document.captured).toMatch(/^\d{4}-\d\d-\d\dT/u);
    expect(
      document.removals
        .filter(({ step }) => step === 'around-the-article')
        .map(({ text: out }) => out)
        .join('\n'),
    ).toContain('Oyster growers fear the silt');
  });
});

describe('a press release', () => {
  it('says as much as the same words in a text file', async () => {
    const source = new URL('../../fixtures/pdf/sources/press-release.txt', import.meta.url);
    const twin = await readBytes(textReader, new Uint8Array(readFileSync(source)), 'press-release.txt');
    const printed = await read(fixture('pdf/press-release.pdf'));
    const { title, byline, publication, published, subheading } = twin.metadata;
    expect(printed.metadata).toMatchObject({ title, byline, publication, published, subheading });
    expect(canonicalText(printed).text).toBe(canonicalText(twin).text);
    expect(said(printed)).toEqual(said(twin));
    expect(said(printed)).toHaveLength(1);
  });
});

function said(document: CapturedDocument) {
  const { text: words } = canonicalText(document);
  return suggestStatements(document, document.metadata).statements.map(({ spans, speakers, kind, said: day }) => ({
    words: spokenWords(words, spans),
    speaker: speakers[0]?.name,
    role: speakers[0]?.role,
    kind,
    day,
  }));
}
