import { innermost, middle, type NestedFile, nest, outermost, paragraph } from './nested-files.ts';
import { content, PdfWriter, writeFonts } from './pdf-writer.ts';
import { zipOf } from './zip-folder.ts';

const boxes = (depth: number): string => nest(depth, '<div>', '</div>', paragraph);
const escaped = (markup: string): string => markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const after = 'words that come after it';

export const news: readonly NestedFile[] = [
  {
    kind: 'RSS: an entry in HTML',
    name: 'feed.xml',
    make: (depth) =>
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><item><title>Nested words</title><link>https://courier.example/five</link><content:encoded>${escaped(boxes(depth))}</content:encoded></item></channel></rss>`,
  },
  {
    kind: 'RSS: an entry in elements',
    name: 'feed.xml',
    make: (depth) =>
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><item><title>Nested words</title><link>https://courier.example/five</link><content:encoded>${boxes(depth)}</content:encoded></item></channel></rss>`,
  },
  {
    kind: 'Atom: an entry in XHTML',
    name: 'feed.xml',
    make: (depth) =>
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>urn:five</id><title>Nested words</title><link href="https://courier.example/five"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${boxes(depth)}</div></content></entry></feed>`,
  },
  {
    kind: 'NITF: blocks',
    name: 'item.xml',
    make: (depth) =>
      `<nitf><head><docdata><doc-id id-string="n1"/></docdata></head><body><body.head><hedline><hl1>Nested words</hl1></hedline></body.head><body.content>${nest(depth, '<block>', '</block>', paragraph)}</body.content></body></nitf>`,
  },
  {
    kind: 'NITF: emphasis',
    name: 'item.xml',
    make: (depth) =>
      `<nitf><head><docdata><doc-id id-string="n2"/></docdata></head><body><body.head><hedline><hl1>Nested words</hl1></hedline></body.head><body.content><p>${nest(depth, '<em>', '</em>')}</p></body.content></body></nitf>`,
  },
  {
    kind: 'NewsML-G2: XHTML inside',
    name: 'item.xml',
    make: (depth) =>
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:g2:1" version="1"><itemMeta><itemClass qcode="ninat:text"/><title>Nested words</title></itemMeta><contentMeta><headline>Nested words</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${boxes(depth)}</body></html></inlineXML></contentSet></newsItem>`,
  },
  {
    kind: 'ninjs: HTML',
    name: 'item.json',
    make: (depth) =>
      JSON.stringify({
        uri: 'urn:newsml:a:1',
        version: '1',
        type: 'text',
        headline: 'Nested words',
        body_xhtml: boxes(depth),
      }),
  },
  {
    kind: 'ninjs: lists beside the words',
    name: 'item.json',
    make: (depth) =>
      `{"uri":"urn:newsml:a:2","version":"1","type":"text","versioncreated":"2024-11-14T17:20:00Z","headline":"Nested words","body_text":"${outermost}\\n\\n${middle}\\n\\n${innermost}","extra":${'['.repeat(depth)}"x"${']'.repeat(depth)}}`,
  },
  {
    kind: 'JSON Feed: objects beside the words',
    name: 'feed.json',
    make: (depth) =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","url":"https://courier.example/1","title":"Nested words","content_html":${JSON.stringify(boxes(depth))},"_x":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}]}`,
  },
  {
    kind: 'Wallabag: lists beside the words',
    name: 'all.json',
    make: (depth) =>
      `[{"is_archived":0,"is_starred":1,"id":7,"title":"Nested words","url":"https://courier.example/7","tags":[],"content":${JSON.stringify(boxes(depth))},"more":${'['.repeat(depth)}${']'.repeat(depth)}}]`,
  },
];

const head = (type: string): string =>
  `From: Ines <ines@port.example>\r\nTo: a@b.example\r\nSubject: Nested words\r\nDate: Thu, 14 Nov 2024 10:00:00 +0000\r\nMessage-ID: <1@port.example>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`;
const textPart = (words: string): string => `Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`;

/** Parts in parts, each with a boundary of its own. */
function parts(depth: number): string {
  const half = Math.floor(depth / 2);
  const pieces = [head('multipart/mixed; boundary="b0"'), `--b0\r\n${textPart(outermost)}`];
  for (let at = 1; at <= depth; at += 1) {
    pieces.push(`--b${at - 1}\r\nContent-Type: multipart/mixed; boundary="b${at}"\r\n\r\n`);
    if (at === half) pieces.push(`--b${at}\r\n${textPart(middle)}`);
  }
  pieces.push(`--b${depth}\r\n${textPart(innermost)}`);
  for (let at = depth; at >= 0; at -= 1) pieces.push(`--b${at}--\r\n`);
  return pieces.join('');
}

/** A letter sent along with a letter, and so on. */
function letters(depth: number): string {
  const half = Math.floor(depth / 2);
  const pieces: string[] = [];
  for (let at = 0; at <= depth; at += 1) {
    pieces.push(head(`multipart/mixed; boundary="m${at}"`));
    pieces.push(
      `--m${at}\r\n${textPart(at === 0 ? outermost : at === half ? middle : at === depth ? innermost : `Letter ${at}.`)}`,
    );
    if (at < depth) pieces.push(`--m${at}\r\nContent-Type: message/rfc822\r\n\r\n`);
  }
  for (let at = depth; at >= 0; at -= 1) pieces.push(`--m${at}--\r\n`);
  return pieces.join('');
}

const webResource = (markup: string): string =>
  `<key>WebMainResource</key><dict><key>WebResourceData</key><data>${Buffer.from(markup).toString('base64')}</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceTextEncodingName</key><string>UTF-8</string><key>WebResourceURL</key><string>https://courier.example/5</string></dict>`;
const savedPage = (depth: number): string =>
  `<!doctype html><html><head><title>Nested words</title></head><body><article><h1>Nested words</h1>${boxes(depth)}</article></body></html>`;

export const savedAndSent: readonly NestedFile[] = [
  { kind: 'E-mail: parts', name: 'letter.eml', make: parts },
  { kind: 'E-mail: letters sent along with letters', name: 'letter.eml', make: letters },
  {
    kind: 'E-mail: HTML',
    name: 'letter.eml',
    make: (depth) => `${head('text/html; charset=utf-8')}<html><body>${boxes(depth)}</body></html>\r\n`,
  },
  {
    kind: 'E-mail: quoted again and again',
    name: 'letter.eml',
    make: (depth) =>
      `${head('text/plain; charset=utf-8')}${outermost}\r\n\r\n${'>'.repeat(Math.floor(depth / 2))} ${middle}\r\n\r\n${'> '.repeat(depth)}${innermost}\r\n`,
  },
  {
    kind: 'MHTML: parts',
    name: 'page.mhtml',
    make: (depth) => {
      const pieces = [
        `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/5\r\nSubject: Nested words\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b0"\r\n\r\n--b0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://courier.example/5\r\n\r\n${savedPage(depth)}\r\n`,
      ];
      for (let at = 1; at <= depth; at += 1)
        pieces.push(`--b${at - 1}\r\nContent-Type: multipart/related; boundary="b${at}"\r\n\r\n`);
      for (let at = depth; at >= 0; at -= 1) pieces.push(`--b${at}--\r\n`);
      return pieces.join('');
    },
  },
  {
    kind: 'Web archive of Safari: lists beside the page',
    name: 'page.webarchive',
    make: (depth) =>
      `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"><plist version="1.0"><dict>${webResource(savedPage(depth))}<key>X</key>${'<array>'.repeat(depth)}${'</array>'.repeat(depth)}</dict></plist>`,
  },
  {
    kind: 'Web archive of Safari: frames in frames',
    name: 'page.webarchive',
    make: (depth) =>
      `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${webResource(savedPage(depth))}${`<key>WebSubframeArchives</key><array><dict>${webResource('<p>A frame.</p>')}`.repeat(depth)}${'</dict></array>'.repeat(depth)}</dict></plist>`,
  },
];

const container =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

function book(
  kind: string,
  make: (depth: number) => {
    readonly text: string;
    readonly nav?: string;
    readonly ncx?: string;
    readonly extra?: string;
  },
): NestedFile {
  return {
    kind: `EPUB: ${kind}`,
    name: 'book.epub',
    make(depth) {
      const { text, nav = '<ol><li><a href="text.xhtml">Nested words</a></li></ol>', ncx, extra = '' } = make(depth);
      return zipOf({
        mimetype: 'application/epub+zip',
        'META-INF/container.xml': container,
        'content.opf': `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Nested words</dc:title>${extra}</metadata><manifest>${ncx === undefined ? '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>' : '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'}<item id="c" href="text.xhtml" media-type="application/xhtml+xml"/></manifest><spine${ncx === undefined ? '' : ' toc="ncx"'}><itemref idref="c"/></spine></package>`,
        ...(ncx === undefined
          ? {
              'nav.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc">${nav}</nav></body></html>`,
            }
          : { 'toc.ncx': `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${ncx}</navMap></ncx>` }),
        'text.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Nested words</title></head><body>${text}</body></html>`,
      });
    },
  };
}
/** A chapter of fewer words is a cover or an imprint. */
const enough = paragraph(`And so on, and so on: ${after} are here so that it is a chapter. `.repeat(8));
const plain = paragraph(outermost) + paragraph(middle) + paragraph(innermost) + enough;

const navigationPoint = '<navPoint><navLabel><text>Nested words</text></navLabel><content src="text.xhtml"/>';
export const books: readonly NestedFile[] = [
  book('chapters', (depth) => ({ text: boxes(depth) + enough })),
  book('contents (EPUB 3)', (depth) => ({
    text: plain,
    nav: `${'<ol><li><a href="text.xhtml">Nested words</a>'.repeat(depth)}${'</li></ol>'.repeat(depth)}`,
  })),
  book('contents (EPUB 2)', (depth) => ({
    text: plain,
    ncx: `${navigationPoint.repeat(depth)}${'</navPoint>'.repeat(depth)}`,
  })),
  book('metadata', (depth) => ({ text: plain, extra: `${'<meta>'.repeat(depth)}${'</meta>'.repeat(depth)}` })),
];

const lines = [outermost, middle, innermost].map((text, at) => ({ x: 50, y: 780 - at * 40, text }));

/** A PDF of one page; `make` may put something around the page's words, above the page, or into the catalogue. */
function pdf(
  kind: string,
  make: (
    writer: PdfWriter,
    depth: number,
    pages: number,
  ) => {
    readonly page?: string;
    readonly catalogue?: string;
    readonly operators?: [string, string];
    readonly parent?: number;
  },
): NestedFile {
  return {
    kind: `PDF: ${kind}`,
    name: 'document.pdf',
    make(depth) {
      const writer = new PdfWriter();
      const root = writer.reserve();
      const tree = writer.reserve();
      const fonts = writeFonts(writer);
      const made = make(writer, depth, tree);
      const [begin = '', end = ''] = made.operators ?? [];
      const stream = writer.packed(`${begin}\n${content(lines)}\n${end}`);
      const parent = made.parent ?? tree;
      const page = writer.add(
        `<< /Type /Page /Parent ${parent} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font ${fonts} >> ${made.page ?? ''} >>`,
      );
      if (made.parent === undefined) writer.set(tree, `<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
      else writer.set(parent, `<< /Type /Pages /Parent ${parent - 1} 0 R /Count 1 /Kids [${page} 0 R] >>`);
      writer.set(root, `<< /Type /Catalog /Pages ${tree} 0 R ${made.catalogue ?? ''} >>`);
      return writer.finish(root);
    },
  };
}

/** Objects of which each refers to the next one. */
function chain(writer: PdfWriter, depth: number, write: (next: number | null, at: number) => string): number {
  const numbers = Array.from({ length: depth }, () => writer.reserve());
  for (const [at, number] of numbers.entries()) writer.set(number, write(numbers[at + 1] ?? null, at));
  return numbers[0] ?? 0;
}

export const pdfs: readonly NestedFile[] = [
  pdf('page tree', (writer, depth, tree) => {
    const numbers = Array.from({ length: depth }, () => writer.reserve());
    for (const [at, number] of [tree, ...numbers].entries())
      if (at < depth)
        writer.set(
          number,
          `<< /Type /Pages ${at === 0 ? '' : `/Parent ${at === 1 ? tree : numbers[at - 2]} 0 R`} /Count 1 /Kids [${numbers[at]} 0 R] >>`,
        );
    return { parent: numbers.at(-1) ?? tree };
  }),
  pdf('outlines', (writer, depth) => ({
    catalogue: `/Outlines ${chain(writer, depth, (next) => `<< /Title (Nested words) /Count 1 ${next === null ? '' : `/First ${next} 0 R /Last ${next} 0 R`} >>`)} 0 R`,
  })),
  pdf('structure', (writer, depth) => ({
    catalogue: `/MarkInfo << /Marked true >> /StructTreeRoot ${chain(writer, depth, (next, at) => `<< /Type /${at === 0 ? 'StructTreeRoot' : 'StructElem /S /Sect'} ${next === null ? '' : `/K [${next} 0 R]`} >>`)} 0 R`,
  })),
  pdf('lists', (_writer, depth) => ({ page: `/Extra ${'['.repeat(depth)}${']'.repeat(depth)}` })),
  pdf('dictionaries', (_writer, depth) => ({ page: `/Extra ${'<< /A '.repeat(depth)}1${' >>'.repeat(depth)}` })),
  pdf('references to references', (writer, depth) => ({
    page: `/Rotate ${chain(writer, depth, (next) => (next === null ? '0' : `${next} 0 R`))} 0 R`,
  })),
  pdf('states of drawing', (_writer, depth) => ({ operators: ['q '.repeat(depth), 'Q '.repeat(depth)] })),
  pdf('marked content', (_writer, depth) => ({ operators: ['/P BMC '.repeat(depth), 'EMC '.repeat(depth)] })),
  pdf('lists among the operators', (_writer, depth) => ({
    operators: [`${'['.repeat(depth)}${']'.repeat(depth)} TJ`, ''],
  })),
  {
    kind: 'PDF: forms in forms',
    name: 'document.pdf',
    make(depth) {
      const writer = new PdfWriter();
      const root = writer.reserve();
      const tree = writer.reserve();
      const fonts = writeFonts(writer);
      const numbers = Array.from({ length: depth }, () => writer.reserve());
      const half = Math.floor(depth / 2);
      const [one, two, three] = lines.map((line) => content([line]));
      for (const [at, number] of numbers.entries()) {
        const next = numbers[at + 1];
        const words = next === undefined ? three : at === half ? two : '';
        const data = `${words}\n${next === undefined ? '' : '/X Do'}`;
        writer.set(
          number,
          `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length ${data.length} /Resources << /Font ${fonts} ${next === undefined ? '' : `/XObject << /X ${next} 0 R >>`} >> >>\nstream\n${data}\nendstream`,
        );
      }
      const stream = writer.packed(`${one}\n/X Do`);
      const page = writer.add(
        `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font ${fonts} /XObject << /X ${numbers[0]} 0 R >> >> >>`,
      );
      writer.set(tree, `<< /Type /Pages /Count 1 /Kids [${page} 0 R] >>`);
      writer.set(root, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
      return writer.finish(root);
    },
  },
];
