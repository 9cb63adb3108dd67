import { describe, expect, it } from 'vitest';
import { blockText } from '../../../main/contract/index.ts';
import { isMention } from '../../../main/formats/format.ts';
import { newsmlReader } from '../../../main/formats/read/news/newsml/index.ts';
import { ninjsReader } from '../../../main/formats/read/news/ninjs/index.ts';
import { nitfReader } from '../../../main/formats/read/news/nitf/index.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { readAll } from '../formats/reading.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ninjs = async (value: unknown) => (await readAll(ninjsReader, bytes(JSON.stringify(value)), 'item.json'))[0];
const body = { bodies: [{ contenttype: 'text/html', value: '<p>The pier is closed.</p>' }] };

async function article(value: object) {
  const found = await ninjs({ uri: 'urn:newsml:tp.example:2024:1', ...value });
  if (found === undefined || isMention(found)) throw new Error('no article');
  return found;
}

describe('ninjs', () => {
  it.each([
    [{ body_text: 'Plain.', body_xhtml: '<p>As <b>HTML</b>.</p>' }, 'As HTML.'],
    [{ body_html5: '<p>As HTML.</p>', body_text: 'Plain.' }, 'As HTML.'],
    [
      { bodies: [{ role: 'x', contentType: 'application/xml', value: '<agency>Data</agency>' }, { value: 'Plain.' }] },
      'Plain.',
    ],
    [{ bodies: [{ contenttype: 'text/html', value: 'Nobody marked\nthis up.' }] }, 'Nobody marked this up.'],
    [{ BODIES: [{ ContentType: 'text/html', Value: '<p>Loud.</p>' }] }, 'Loud.'],
  ])('takes the body that keeps most: %j', async (value, text) => {
    expect((await article(value)).blocks.map(blockText)).toEqual([text]);
  });
  it('takes what is sound and passes over fields of another kind', async () => {
    const { metadata } = await article({
      ...body,
      headline: 42,
      headlines: 'none',
      title: 'The pier',
      byline: ['Ana Voss'],
      by: 'Ana Voss',
      language: { code: 'en' },
      versioncreated: 2024,
      subjects: [null, 7, { name: 'Harbour' }],
      associations: 'a picture',
      renditions: [{ href: 7 }],
    });
    expect(metadata).toMatchObject({ title: 'The pier', byline: ['Ana Voss'], section: 'Harbour', published: null });
  });
  it.each([
    [{ pubstatus: 'canceled' }, /cancelled this item/u],
    [{ pubStatus: 'withheld' }, /withheld this item/u],
    [{ embargoed: '2024-11-15T06:00:00+01:00' }, /embargoed it until 2024-11-15T06:00:00\+01:00/u],
    [{ ednote: 'Kill: wrong pier.' }, /“Kill: wrong pier\.”/u],
  ])('tells the report what the agency says: %j', async (value, remark) => {
    expect((await article({ ...body, ...value })).remark).toMatch(remark);
  });
  it('says nothing of an item that may be used', async () => {
    expect('remark' in (await article({ ...body, pubstatus: 'usable' }))).toBe(false);
  });
  it('is known by its fields alone, whatever they hold', () => {
    const sniff = (text: string) => {
      const sniffed = sniffFormat(bytes(text), 'a.json');
      return sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason;
    };
    expect(sniff('{"uri": "x"}')).toBe('ninjs');
    expect(sniff('{"uri": "x", "versionCreated": "", "pubStatus": "usable", "own": 1}')).toBe('ninjs');
    expect(sniff(`{"uri": "x", "body_text": "${'a '.repeat(40_000)}", "headline": "y"}`)).toBe('ninjs');
    expect(sniff('{"uri": "https://a.example", "user": "me", "text": "a note", "target": []}')).toMatch(/JSON/u);
    expect(sniff('{"@context": "http://www.w3.org/ns/anno.jsonld", "uri": "x", "type": "Annotation"}')).toMatch(
      /JSON/u,
    );
    expect(sniff('[{"title": "x"}]')).toMatch(/JSON/u);
    expect(sniff('{"version": "1.0", "items": []}')).toMatch(/JSON/u);
  });
  it('that is broken is refused with the place where it breaks', async () => {
    const broken = bytes('{"uri": "x",\n "body_text": "a\rb"}');
    const sniffed = sniffFormat(broken, 'a.json');
    expect(sniffed).toMatchObject({ kind: 'known', reader: { name: 'ninjs' } });
    await expect(readAll(ninjsReader, broken, 'a.json')).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringMatching(/not whole JSON \(.*line 2/u),
    });
  });
});

describe('NITF', () => {
  const read = async (inner: string) => {
    const [found] = await readAll(nitfReader, bytes(`<nitf>${inner}</nitf>`), 'a.xml');
    if (found === undefined || isMention(found)) throw new Error('no article');
    return found;
  };
  const content = '<body.content><p>The pier is closed.</p></body.content>';
  it('keeps a picture that the file holds', async () => {
    const pixel = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const { images, blocks } = await read(
      `<body><body.content><media media-type="image"><media-reference mime-type="image/gif"/><media-object encoding="base64">\n${pixel}\n</media-object><media-caption>A point.</media-caption></media><p>The pier is closed.</p></body.content></body>`,
    );
    expect(images).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ kind: 'figure', image: images[0]?.sha256, caption: { text: 'A point.' } });
  });
  it.each([
    ['<byline>By Ana Voss<byttl>Staff Writer</byttl></byline>', ['Ana Voss']],
    ['<byline><person>Ana Voss</person>, <person>Bo Lind</person></byline>', ['Ana Voss', 'Bo Lind']],
    ['<byline/>', []],
  ])('reads %s', async (byline, names) => {
    expect((await read(`<body><body.head>${byline}</body.head>${content}</body>`)).metadata.byline).toEqual(names);
  });
  it('that breaks off is taken in part', async () => {
    const [found] = await readAll(nitfReader, bytes('<nitf><body><body.content><p>The pier is cl'), 'a.xml');
    expect(found).toMatchObject({ partial: expect.stringMatching(/breaks off/u) });
  });
});

describe('NewsML', () => {
  it('has one name for all revisions of an item', async () => {
    const item = (revision: number) =>
      `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>tp.example</ProviderId><DateId>20241114</DateId><NewsItemId>pier 1</NewsItemId><RevisionId>${revision}</RevisionId><PublicIdentifier>urn:newsml:tp.example:20241114:pier 1:${revision}</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><ContentItem><DataContent>The pier is closed, in version ${revision}.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
    const names = await Promise.all(
      [1, 2].map(async (revision) => {
        const [found] = await readAll(newsmlReader, bytes(item(revision)), 'a.xml');
        return found !== undefined && !isMention(found) ? found.metadata.url : null;
      }),
    );
    expect(names).toEqual(Array(2).fill('urn:newsml:tp.example:20241114:pier%201'));
  });
  it('without any item is refused', async () => {
    await expect(readAll(newsmlReader, bytes('<newsMessage><itemSet/></newsMessage>'), 'a.xml')).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});
