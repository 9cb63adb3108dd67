import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockText, canonicalText, runsOf } from '../../../main/contract/index.ts';
import { mhtmlReader } from '../../../main/formats/read/web/mhtml/index.ts';
import { sniffFormat } from '../../../main/formats/registry.ts';
import { fixture, readBytes, summary, unverifiable } from './reading.ts';

const folder = new URL('../../fixtures/mhtml/', import.meta.url);
const files = readdirSync(folder).filter((name) => /\.mht(?:ml)?$/u.test(name));
const read = (text: string, name = 'page.mhtml') => readBytes(mhtmlReader, Buffer.from(text, 'latin1'), name);

const prose =
  'The council of Port Ellery met on Thursday, and after a long debate it voted for the bridge, nine to two. ';
const page = (inside = '') =>
  `<html><head><title>A vote</title></head><body><h1>A vote</h1><p>${prose}${prose}</p>${inside}<p>${prose.repeat(3)}</p></body></html>`;
const archive = (parts: readonly string[], end = '--b--\r\n') =>
  [
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n',
    ...parts.map((part) => `--b\r\n${part}\r\n`),
    end,
  ].join('');
const html = (markup: string, head = '') => `Content-Type: text/html\r\n${head}\r\n${markup}`;
const bodyOf = (document: { blocks: Parameters<typeof canonicalText>[0]['blocks'] }) => canonicalText(document).text;

describe('golden MHTML', () => {
  it.each(files)('%s', async (name) => {
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(/\.mht(?:ml)?$/u, '.expected.json'), folder), 'utf8'),
    );
    expect(await summary(mhtmlReader, `mhtml/${name}`)).toEqual(expected);
  });
  it.each(files)('%s: every word of the blocks is in the original', async (name) => {
    expect(await unverifiable(mhtmlReader, `mhtml/${name}`)).toEqual([]);
  });
  it.each(files)('%s is known by its content, whatever it is called', (name) => {
    for (const called of [name, 'saved.txt', 'saved.html', 'saved.eml', 'saved']) {
      const sniffed = sniffFormat(fixture(`mhtml/${name}`), called);
      expect(sniffed.kind === 'known' ? sniffed.reader.name : sniffed.reason).toBe('mhtml');
    }
  });
});

describe('what the archive says of the page', () => {
  const documentOf = (name: string) => readBytes(mhtmlReader, fixture(`mhtml/${name}`), name);

  it('is its address and the moment of saving', async () => {
    const blink = await documentOf('blink.mhtml');
    expect(blink.metadata.url).toBe('https://courier.example/news/ferry-cafe?edition=morning');
    expect(blink.captured).toBe('2019-11-08T18:04:05.000Z');
    const explorer = await documentOf('explorer.mht');
    expect(explorer.metadata.url).toBe('http://messenger.example/hafen/2009/schweigen.html');
    expect(explorer.captured).toBe('2009-10-21T09:05:00.000Z');
  });

  it('finds pictures by Content-Location, absolute and relative, and by Content-ID', async () => {
    for (const name of files) {
      const { blocks, images, metadata } = await documentOf(name);
      const figures = blocks.filter((block) => block.kind === 'figure');
      expect(figures[0]?.image, name).toBe(images[0]?.sha256);
      expect(metadata.leadImage, name).toBe(images[0]?.sha256);
    }
    const { blocks } = await documentOf('blink.mhtml');
    expect(blocks.find((block) => block.kind === 'figure' && block.alternative === 'The menu')).toMatchObject({
      image: null,
      source: 'https://courier.example/pictures/not-kept.jpg',
    });
  });

  it('makes links absolute', async () => {
    const { blocks } = await documentOf('explorer.mht');
    const links = blocks.flatMap(runsOf).flatMap(({ content }) => content.marks.filter(({ kind }) => kind === 'link'));
    expect(links).toMatchObject([{ href: 'http://messenger.example/hafen/archiv/2008.html' }]);
  });

  it('leaves frames out and says so', async () => {
    const { blocks, removals } = await documentOf('blink.mhtml');
    expect(blocks.map(blockText).join('\n')).not.toContain('lottery');
    expect(removals.find(({ step }) => step === 'frame')).toMatchObject({
      reason: 'The page shows it in a frame of its own (https://lottery.example/win).',
      text: 'Win a weekend in Marrow Bay with the lottery of the county fair!',
    });
  });

  it('is what a frameset frames, where the page has no words of its own', async () => {
    const document = await read(
      archive([
        html(
          '<html><head><title>The Ledger</title></head><frameset cols="20%,80%"><frame src="menu.html"><frame src="story.html"></frameset></html>',
          'Content-Location: http://ledger.example/index.html\r\n',
        ),
        html('<html><body><a href="/">Home</a></body></html>', 'Content-Location: http://ledger.example/menu.html\r\n'),
        html(page(), 'Content-Location: http://ledger.example/story.html\r\n'),
      ]),
    );
    expect(bodyOf(document)).toContain(prose.trim());
    expect(document.metadata.url).toBe('http://ledger.example/story.html');
    expect(document.removals.filter(({ step }) => step === 'frame').map(({ text }) => text)).toEqual(['Home']);
  });

  it('takes the title from the Subject where the page has none, else from the file’s name', async () => {
    const bare = `<html><body><p>${prose.repeat(4)}</p></body></html>`;
    const titled = archive([html(bare)]).replace('MIME', 'Subject: =?utf-8?B?RGllIEJyw7xja2U=?=\r\nMIME');
    expect((await read(titled)).metadata.title).toBe('Die Brücke');
    expect((await read(archive([html(bare)]), 'a_bridge.mhtml')).metadata.title).toBe('a bridge');
  });
});

describe('encodings', () => {
  const words = 'Die Straße zum Kai — “gesperrt”, 40 = voll.';
  const inParagraph = page(`<p>${words} ${prose}</p>`);

  it.each([
    ['no charset and none declared: UTF-8', Buffer.from(inParagraph), ''],
    [
      'no charset, declared in the page',
      Buffer.from(inParagraph.replace('<title>', '<meta charset="windows-1252"><title>'), 'latin1'),
      '',
    ],
    ['no charset, UTF-16 with a mark', Buffer.from(`\ufeff${inParagraph}`, 'utf16le'), ''],
    ['a charset that lies: the bytes are UTF-8', Buffer.from(inParagraph), '; charset=windows-1251'],
    ['a charset that does not exist', Buffer.from(inParagraph), '; charset="x-unheard-of"'],
  ])('%s', async (_, bytes, charset) => {
    const text = bytes.toString('latin1');
    const document = await read(
      archive([
        `Content-Type: text/html${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`,
      ]),
    );
    const plain = bytes.includes(0xe2) || bytes.includes(0xfe) ? words : words.slice(0, 18);
    expect(text.length).toBeGreaterThan(0);
    expect(bodyOf(document)).toContain(plain);
  });

  it('reads quoted-printable with white space added and codes that are none', async () => {
    const markup = page(`<p>${prose} A=  \r\nB, 5 =ZZ 6, =e2=80=94 and =</p>`).replace('<h1>', '<h1>  \r\n');
    const document = await read(archive([html(markup, 'Content-Transfer-Encoding: Quoted-Printable\r\n')]));
    expect(bodyOf(document)).toContain('AB, 5 =ZZ 6, — and =');
  });

  it('reads binary parts and line ends of any kind', async () => {
    const document = await read(
      archive([html(page(), 'Content-Transfer-Encoding: binary\r\n')]).replaceAll('\r\n', '\n'),
    );
    expect(bodyOf(document)).toContain(prose.trim());
  });
});

describe('hostile MHTML', () => {
  it('takes in part what ends before its boundary does', async () => {
    const document = await read(archive([html(page())], ''));
    expect(bodyOf(document)).toContain(prose.trim());
    expect(document.partial).toMatch(/ends before its last part/u);
  });

  it('finds the parts where the head names another boundary', async () => {
    const document = await read(
      archive([html(page())])
        .replace('boundary="b"', 'boundary="another"')
        .replaceAll('--b', '--boundary7'),
    );
    expect(bodyOf(document)).toContain(prose.trim());
  });

  it('refuses an archive without a page, with the reason', async () => {
    await expect(read(archive(['Content-Type: image/png\r\n\r\nnothing']))).rejects.toThrow(/without a page in it/u);
    await expect(read(archive([]))).rejects.toThrow(/without a page in it/u);
  });

  it('reads a page beside ten thousand multiparts in one another, and says that not all was read', async () => {
    const deep = Array.from(
      { length: 10_000 },
      (_, depth) => `Content-Type: multipart/mixed; boundary="n${depth}"\r\n\r\n--n${depth}\r\n`,
    ).join('');
    const document = await read(archive([html(page()), deep]));
    expect(bodyOf(document)).toContain(prose.trim());
    expect(document.partial).not.toBeNull();
  });

  it('reads a page below a head with a line of a hundred megabytes', async () => {
    const bytes = Buffer.concat([
      Buffer.from('From: <Saved by Blink>\r\nX-Long: '),
      Buffer.alloc(100 * 1024 * 1024, 0x61),
      Buffer.from(`\r\n${archive([html(page())])}`),
    ]);
    const document = await readBytes(mhtmlReader, bytes, 'long.mhtml');
    expect(bodyOf(document)).toContain(prose.trim());
  });

  it('reads a hundred thousand empty parts', async () => {
    const document = await read(archive([html(page()), ...Array.from({ length: 100_000 }, () => '')]));
    expect(bodyOf(document)).toContain(prose.trim());
    expect(document.partial).toMatch(/more parts than are read/u);
  });

  it('shows no picture of garbage, of markup or of another’s address', async () => {
    const document = await read(
      archive([
        html(
          page('<img src="cid:a"><img src="cid:b"><img src="file:///etc/passwd"><img src="http://far.example/c.png">'),
        ),
        'Content-Type: image/png\r\nContent-ID: <a>\r\nContent-Transfer-Encoding: base64\r\n\r\n*** \x00\x01 not base64 ===',
        'Content-Type: image/png\r\nContent-ID: <b>\r\n\r\n<svg onload="alert(1)"/>',
      ]),
    );
    expect(document.images).toEqual([]);
    for (const block of document.blocks) if (block.kind === 'figure') expect(block.source).toMatch(/^https?:/u);
  });

  it('lets names with control characters and tricks of direction do nothing', async () => {
    const document = await read(
      archive([
        html(
          page(),
          'Content-Location: http://ledger.example/a\x00b\r\nContent-Disposition: inline; filename="..\\..\\x\x07\u202e.exe"\r\n',
        ),
      ])
        .replace('MIME', 'Subject: =?utf-8?Q?A=0D=0AX-Evil:_1=E2=80=AEvote?=\r\nMIME')
        .replace('<title>A vote</title>', '')
        .replace('<h1>A vote</h1>', ''),
    );
    expect(document.metadata.title).toBe('A X-Evil: 1vote');
    expect(document.part).toBe('');
  });

  it.each([
    ['nothing', ''],
    ['a head alone', 'From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=b'],
    ['a boundary alone', '--b'],
    ['noise', Array.from({ length: 4096 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join('')],
  ])('refuses %s and does not fail', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'unsupported' });
    expect(await mhtmlReader.words(Buffer.from(text, 'latin1'))).toBeTypeOf('string');
  });
});
