import { buffer } from 'node:stream/consumers';
import { pack as tarPack } from 'tar-stream';
import { afterAll, describe, expect, it } from 'vitest';
import { ParserPool } from '../../../main/core/extract/parser-pool.ts';
import { pdfReader } from '../../../main/formats/read/documents/pdf/index.ts';
import { drawPage } from '../../../main/formats/read/documents/pdf/page-picture.ts';
import { mostPages } from '../../../main/formats/read/documents/pdf/pages.ts';
import { sniffContainer, sniffFormat } from '../../../main/formats/registry.ts';
import { lock } from '../../support/pdf-encryption.ts';
import { content, PdfWriter, type SetWords, simplePdf, writeFonts } from '../../support/pdf-writer.ts';
import { body, missing, read } from './support.ts';

/** Each case is a file somebody may have made with intent; each has its outcome. */

const sentence = 'The harbour office of Port Ellery opened on Monday.';
const words: readonly SetWords[] = [{ x: 60, y: 700, text: sentence }];
const plain = (more: Partial<Parameters<typeof simplePdf>[0]> = {}) => simplePdf({ pages: [{ words }], ...more });

/** A document whose parts are all written by hand. */
function byHand(
  write: (writer: PdfWriter, made: { readonly root: number; readonly tree: number; readonly fonts: string }) => string,
): Uint8Array {
  const writer = new PdfWriter();
  const root = writer.reserve();
  const tree = writer.reserve();
  const fonts = writeFonts(writer);
  const kids = write(writer, { root, tree, fonts });
  writer.set(tree, `<< /Type /Pages /Kids [${kids}] /Count ${kids.split('R').length - 1} >>`);
  writer.set(root, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return writer.finish(root);
}

function page(tree: number, stream: number, fonts: string, more = ''): string {
  return `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font ${fonts} ${more} >> >>`;
}

describe('what is told apart', () => {
  it('is a PDF by its first bytes, whatever its name says', () => {
    expect(sniffFormat(plain(), 'notes.txt')).toMatchObject({ kind: 'known', reader: { name: 'pdf' } });
    const late = Buffer.concat([Buffer.from('\n'.repeat(200)), plain()]);
    expect(sniffFormat(new Uint8Array(late), 'a')).toMatchObject({ kind: 'known', reader: { name: 'pdf' } });
    expect(pdfReader.sniff(Buffer.from('A text that only speaks of %PDF files'), 'a.pdf')).toBe(0);
  });

  it('may have other bytes before it where its name says what it is', () => {
    const wrapped = new Uint8Array(Buffer.concat([Buffer.alloc(128, 1), plain()]));
    expect(sniffFormat(wrapped, 'minutes.pdf')).toMatchObject({ kind: 'known', reader: { name: 'pdf' } });
  });

  it('is no text that quotes how a PDF begins, and no tape that holds one', async () => {
    const text = Buffer.from('How files begin\n\nA PDF begins with %PDF-1.4, a line of its own, and says so.\n');
    expect(sniffFormat(text, 'files.txt')).toMatchObject({ kind: 'known', reader: { name: 'text' } });
    const pack = tarPack();
    pack.entry({ name: 'minutes.pdf' }, Buffer.from(plain()));
    pack.finalize();
    const tape = await buffer(pack);
    expect(tape.subarray(0, 1024).includes('%PDF-')).toBe(true);
    expect(sniffContainer(tape, 'minutes.tar')).toMatchObject({ name: 'tar' });
  });
});

describe('a document that is locked', () => {
  const locked = (passwords: Parameters<typeof lock>[0]) => {
    const { encrypt, trailer } = lock(passwords);
    const writer = new PdfWriter();
    const root = writer.reserve();
    const tree = writer.reserve();
    const fonts = writeFonts(writer);
    const number = writer.reserve() + 1;
    const stream = writer.stream(encrypt(Buffer.from(content(words), 'latin1'), number));
    const kid = writer.add(page(tree, stream, fonts));
    writer.set(tree, `<< /Type /Pages /Kids [${kid} 0 R] /Count 1 >>`);
    writer.set(root, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
    return writer.finish(root, trailer);
  };

  it('with a password is refused with the reason', async () => {
    await expect(read(locked({ user: 'silt', owner: 'mud' }))).rejects.toThrow(/locked with a password/u);
    await expect(pdfReader.words(locked({ user: 'silt', owner: 'mud' }))).rejects.toThrow(/locked with a password/u);
  });

  it('only against copying is read', async () => {
    expect(body(await read(locked({ user: '', owner: 'mud' })))).toEqual([`paragraph: ${sentence}`]);
  });
});

describe('a document without text', () => {
  const scanned = byHand((writer, { tree, fonts }) => {
    const image = writer.stream(
      new Uint8Array([0, 128, 128, 255]),
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
    );
    const stream = writer.packed('q 500 0 0 700 40 70 cm /Im Do Q');
    return `${writer.add(page(tree, stream, fonts, `/XObject << /Im ${image} 0 R >>`))} 0 R`;
  });

  it('is taken in part, and the reason says what to do', async () => {
    const document = await read(scanned, 'scan-0012.pdf');
    expect(document.blocks).toEqual([]);
    expect(document.metadata.title).toBe('scan-0012');
    expect(document.partial).toMatch(/^It holds no text: .*\(OCR\).*add the result/u);
  });

  it('still shows its page', async () => {
    const picture = await drawPage(scanned, 1);
    expect(Buffer.from(picture.bytes.subarray(1, 4)).toString()).toBe('PNG');
  });
});

describe('what could act', () => {
  it('never runs: scripts, programs, forms, and files in the file are named in the log', async () => {
    const document = await read(
      plain({
        catalogue:
          '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(invoice.exe) 9 0 R] >> >>',
        more: (writer) => {
          const file = writer.stream('MZ', '/Type /EmbeddedFile');
          writer.add(`<< /Type /Filespec /F (invoice.exe) /EF << /F ${file} 0 R >> >>`);
          writer.add('<< /S /Launch /F (cmd.exe) >>');
          writer.add('<< /S /SubmitForm /F (https://collect.example/) >>');
        },
      }),
    );
    expect(body(document)).toEqual([`paragraph: ${sentence}`]);
    expect(document.removals.map(({ step, text }) => `${step}: ${text}`)).toEqual([
      'scripts: JavaScript',
      'actions: Launch action',
      'actions: SubmitForm action',
      'attachments: invoice.exe',
    ]);
  });

  it('keeps the words of comments and fields in the log', async () => {
    const comment = '<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Ask Voss about this) >>';
    const document = await read(simplePdf({ pages: [{ words, entries: `/Annots [${comment}]` }] }));
    expect(document.removals).toMatchObject([{ step: 'comments', text: 'Ask Voss about this' }]);
  });
});

describe('a damaged document', () => {
  it.each([
    ['nothing but a header', Buffer.from('%PDF-1.4\n')],
    [
      'noise after a header',
      Buffer.concat([
        Buffer.from('%PDF-1.4\n'),
        Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256)),
      ]),
    ],
    ['the first half of a file', plain().subarray(0, 600)],
    [
      'a catalogue nested a hundred thousand deep',
      plain({ catalogue: `/Deep ${'['.repeat(100_000)}${']'.repeat(100_000)}` }),
    ],
  ])('is refused with the reason: %s', async (_, bytes) => {
    await expect(read(new Uint8Array(bytes))).rejects.toThrow(/structure is damaged or incomplete/u);
  });

  it('whose last bytes are missing is read as far as it goes', async () => {
    const whole = plain();
    expect(body(await read(whole.slice(0, whole.length - 20)))).toEqual([`paragraph: ${sentence}`]);
  });

  it('is read but for its damaged pages, which are named', async () => {
    const bytes = byHand((writer, { tree, fonts }) => {
      const good = writer.add(page(tree, writer.packed(content(words)), fonts));
      const deep = writer.add(
        `<< /Type /Page /Parent ${tree} 0 R /Deep ${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)} >>`,
      );
      return `${good} 0 R ${deep} 0 R`;
    });
    const document = await read(bytes);
    expect(body(document)).toEqual([`paragraph: ${sentence}`]);
    expect(document.partial).toBe('Page 2 is damaged and could not be read. Download or export it again.');
    expect(await missing(bytes)).toEqual([]);
  });

  it('is refused where every page is', async () => {
    const cyclic = byHand((_, { tree }) => `${tree} 0 R ${tree} 0 R`);
    await expect(read(cyclic)).rejects.toThrow(/pages are damaged; none of them/u);
  });
});

describe('a document in circles', () => {
  it('of pages, outlines or drawings is read once', async () => {
    const pages = byHand((writer, { tree, fonts }) => {
      const good = writer.add(page(tree, writer.packed(content(words)), fonts));
      return `${good} 0 R ${tree} 0 R`;
    });
    expect(body(await read(pages))).toEqual([`paragraph: ${sentence}`]);

    const outlines = plain({
      catalogue: '/Outlines 8 0 R',
      more: (writer) => {
        const own = writer.reserve();
        writer.set(own, `<< /First ${own} 0 R /Next ${own} 0 R /Last ${own} 0 R /Title (Again) >>`);
      },
    });
    expect(body(await read(outlines))).toEqual([`paragraph: ${sentence}`]);

    const drawings = byHand((writer, { tree, fonts }) => {
      const form = writer.reserve();
      writer.set(
        form,
        `<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length 5 /Resources << /XObject << /X ${form} 0 R >> >> >>\nstream\n/X Do\nendstream`,
      );
      const stream = writer.packed(`${content(words)} /X Do`);
      return `${writer.add(page(tree, stream, fonts, `/XObject << /X ${form} 0 R >>`))} 0 R`;
    });
    expect(body(await read(drawings))).toEqual([`paragraph: ${sentence}`]);
  });
});

describe('a document without measure', () => {
  const pool = new ParserPool(1, { heapMegabytes: 512, seconds: 60, bufferMegabytes: 64 });
  const parse = (bytes: Uint8Array) =>
    pool.parse({ bytes, name: 'large.pdf', modified: null, companions: null }, new AbortController().signal);
  afterAll(() => pool.close());

  it('that unpacks to hundreds of megabytes is stopped, and the next one is read', async () => {
    const bomb = byHand((writer, { tree, fonts }) => {
      const stream = writer.packed(Buffer.alloc(600_000_000, ' '));
      return `${writer.add(page(tree, stream, fonts))} 0 R`;
    });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(parse(bomb)).rejects.toThrow(/MB of memory and was stopped/u);
    await expect(parse(plain())).resolves.toMatchObject({ kind: 'documents' });
  }, 60_000);

  it('of ten thousand pages is taken in part', async () => {
    const bytes = byHand((writer, { tree, fonts }) => {
      const stream = writer.packed(content(words));
      return Array.from({ length: 10_000 }, () => `${writer.add(page(tree, stream, fonts))} 0 R`).join(' ');
    });
    const document = await read(bytes);
    expect(document.partial).toBe(
      `Only the first ${mostPages} of its 10000 pages were read. Split it, and add the parts.`,
    );
    expect(document.blocks.at(-1)?.page).toBe(mostPages);
  }, 60_000);

  it('with a page as large as a town is read, and its picture has a picture’s size', async () => {
    const bytes = plain({ box: '[0 0 1000000000 1000000000]' });
    expect(body(await read(bytes))).toEqual([`paragraph: ${sentence}`]);
    const picture = await drawPage(bytes, 1);
    expect(Math.max(picture.width, picture.height)).toBeLessThanOrEqual(2_200);
  });

  it('with more words on a page than anybody reads is read so far, and says so', async () => {
    const many = Array.from({ length: 90_000 }, (_, index) => ({
      x: 60 + (index % 50) * 9,
      y: 800 - Math.floor(index / 50) * 0.4,
      text: 'ab',
      size: 3,
    }));
    const document = await read(simplePdf({ pages: [{ words: many }] }));
    expect(document.blocks.length).toBeGreaterThan(0);
    expect(document.partial).toBe(
      'More runs of letters than are read stand on page 1; the rest is missing. A page’s picture shows it whole.',
    );
  }, 60_000);
});

describe('the picture of a page', () => {
  it('is refused for a page that isn’t there', async () => {
    await expect(drawPage(plain(), 2)).rejects.toThrow('The original has no page 2: its last one is page 1.');
  });
});
