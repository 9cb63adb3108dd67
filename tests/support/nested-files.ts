import { zipOf } from './zip-folder.ts';

/** Three sentences of a file that nests: outside, half way down, and in the innermost part. */
export const outermost =
  'The outermost word is anchor, said the harbour master, who had counted every boat that morning.';
export const middle = 'The middle word is halyard, said the harbour master, who had counted every sail that noon.';
export const innermost =
  'The innermost word is keelson, said the harbour master, who had counted every plank that night.';

/** A file of one kind, nested as deep as one likes. */
export interface NestedFile {
  readonly kind: string;
  /** Its ending tells the format. */
  readonly name: string;
  make(depth: number): string | Uint8Array;
}

/** The sentences in parts that lie in one another: `open` and `close` are what one part begins and ends with. */
export function nest(
  depth: number,
  open: string,
  close: string,
  say: (words: string) => string = (words) => words,
): string {
  const half = Math.floor(depth / 2);
  const begin = open.repeat(half) + say(middle) + open.repeat(depth - half) + say(innermost);
  return say(outermost) + begin + close.repeat(depth);
}

export const paragraph = (words: string): string => `<p>${words}</p>`;

function html(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nested words</title></head><body><article><h1>Nested words</h1>${body}</article></body></html>`;
}

const page = (kind: string, open: string, close: string, say?: (words: string) => string): NestedFile => ({
  kind: `HTML: ${kind}`,
  name: 'page.html',
  make: (depth) => html(nest(depth, open, close, say)),
});

export const pages: readonly NestedFile[] = [
  page('boxes', '<div>', '</div>', paragraph),
  page('sections', '<section>', '</section>', paragraph),
  page('quotations', '<blockquote>', '</blockquote>', paragraph),
  page('lists', '<ul><li>', '</li></ul>'),
  page('numbered lists with paragraphs', '<ol><li>', '</li></ol>', paragraph),
  page('lists of definitions', '<dl><dd>', '</dd></dl>'),
  page('tables', '<table><tr><td>', '</td></tr></table>'),
  page('details', '<details open><summary>More</summary>', '</details>', paragraph),
  page('figures', '<figure><figcaption>', '</figcaption></figure>'),
  page('bold words', '<b>', '</b>'),
  page('spans', '<span>', '</span>'),
  page('fonts', '<font color="red">', '</font>'),
  page('links', '<a href="https://courier.example/">', '</a>'),
  page('emphasis in bold words', '<b><i>', '</i></b>'),
  page('boxes that never end', '<div>', '', paragraph),
  page('bold words that never end', '<b>', ''),
  page('paragraphs that never end', '<p>', ''),
  page('list items that never end', '<ul><li>', ''),
  page('tables that never end', '<table><tr><td>', ''),
  page('headings', '<h2>', '</h2>'),
  page('preformatted text', '<pre>', '</pre>'),
  page('rubies', '<ruby>', '</ruby>'),
  page('elements nobody knows', '<x-box>', '</x-box>', paragraph),
  page('end tags that end another', '<div><b>', '</div></b>', paragraph),
  {
    kind: 'HTML: drawings',
    name: 'page.html',
    make: (depth) =>
      html(
        `<p>${outermost}</p><svg>${'<g>'.repeat(depth)}${'</g>'.repeat(depth)}</svg><p>${middle}</p><p>${innermost}</p>`,
      ),
  },
  {
    kind: 'HTML: formulas',
    name: 'page.html',
    make: (depth) =>
      html(
        `<p>${outermost} <math>${'<mrow>'.repeat(depth)}<mi>x</mi>${'</mrow>'.repeat(depth)}</math></p><p>${middle}</p><p>${innermost}</p>`,
      ),
  },
  {
    kind: 'HTML: boxes that are hidden',
    name: 'page.html',
    make: (depth) =>
      html(
        `<p>${outermost}</p><div hidden>${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}</div><p>${middle}</p><p>${innermost}</p>`,
      ),
  },
  {
    kind: 'HTML: data of the page',
    name: 'page.html',
    make: (depth) =>
      html(
        `<p>${outermost}</p><script type="application/ld+json">{"@type":"NewsArticle","a":${'['.repeat(depth)}${']'.repeat(depth)},"b":${'{"@graph":'.repeat(depth)}1${'}'.repeat(depth)}}</script><p>${middle}</p><p>${innermost}</p>`,
      ),
  },
  {
    kind: 'HTML: microdata',
    name: 'page.html',
    make: (depth) =>
      html(
        nest(depth, '<div itemscope itemtype="https://schema.org/NewsArticle" itemprop="author">', '</div>', paragraph),
      ),
  },
];

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const run = (words: string): string => `<w:r><w:t>${words}</w:t></w:r>`;
const wordParagraph = (words: string): string => `<w:p>${run(words)}</w:p>`;

const docx = (kind: string, body: (depth: number) => string): NestedFile => ({
  kind: `DOCX: ${kind}`,
  name: 'document.docx',
  make: (depth) =>
    zipOf({
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${wordType}"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
      'word/document.xml': `<w:document ${word}><w:body>${body(depth)}</w:body></w:document>`,
    }),
});

const opened =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"';
const openType = 'application/vnd.oasis.opendocument.text';
const openParagraph = (words: string): string => `<text:p>${words}</text:p>`;

const odt = (kind: string, body: (depth: number) => string): NestedFile => ({
  kind: `ODT: ${kind}`,
  name: 'document.odt',
  make: (depth) =>
    zipOf({
      mimetype: openType,
      'content.xml': `<office:document-content ${opened}><office:body><office:text>${body(depth)}</office:text></office:body></office:document-content>`,
    }),
});

const rtf = (kind: string, body: (depth: number) => string): NestedFile => ({
  kind: `RTF: ${kind}`,
  name: 'document.rtf',
  make: (depth) => `{\\rtf1\\ansi ${body(depth)}}`,
});

export const documents: readonly NestedFile[] = [
  docx('content controls', (depth) => nest(depth, '<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', wordParagraph)),
  docx('tables', (depth) => nest(depth, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', wordParagraph)),
  docx('changes', (depth) => `<w:p>${nest(depth, '<w:ins w:id="1">', '</w:ins>', run)}</w:p>`),
  docx('links', (depth) => `<w:p>${nest(depth, '<w:hyperlink>', '</w:hyperlink>', run)}</w:p>`),
  docx('paragraphs', (depth) => nest(depth, '<w:p>', '</w:p>', run)),
  docx('text boxes', (depth) =>
    nest(depth, '<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>', wordParagraph),
  ),
  odt('sections', (depth) => nest(depth, '<text:section>', '</text:section>', openParagraph)),
  odt('lists', (depth) => nest(depth, '<text:list><text:list-item>', '</text:list-item></text:list>', openParagraph)),
  odt('spans', (depth) => openParagraph(nest(depth, '<text:span>', '</text:span>'))),
  odt('tables', (depth) =>
    nest(
      depth,
      '<table:table><table:table-row><table:table-cell>',
      '</table:table-cell></table:table-row></table:table>',
      openParagraph,
    ),
  ),
  odt('text boxes', (depth) =>
    nest(depth, '<text:p><draw:frame><draw:text-box>', '</draw:text-box></draw:frame></text:p>', openParagraph),
  ),
  {
    kind: 'ODT in one file: sections',
    name: 'document.fodt',
    make: (depth) =>
      `<?xml version="1.0"?><office:document ${opened} office:mimetype="${openType}"><office:body><office:text>${nest(depth, '<text:section>', '</text:section>', openParagraph)}</office:text></office:body></office:document>`,
  },
  rtf('groups', (depth) => nest(depth, '{', '}', (words) => `${words}\\par `)),
  rtf('groups with words that open parts', (depth) => nest(depth, '{\\b {\\i ', '}}', (words) => `${words}\\par `)),
  rtf('text boxes', (depth) => nest(depth, '{\\shp{\\*\\shpinst{\\shptxt ', '}}}', (words) => `\\pard ${words}\\par `)),
  rtf('footnotes', (depth) => nest(depth, '{\\footnote ', '}', (words) => `\\pard ${words}\\par `)),
  rtf('fields', (depth) =>
    nest(depth, '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt ', '}}', (words) => `${words}\\par `),
  ),
  rtf('tables', (depth) => nest(depth, '\\pard\\intbl\\itap2 ', '\\nestcell\\nestrow ', (words) => `${words}\\par `)),
  rtf('groups that never end', (depth) => nest(depth, '{', '', (words) => `${words}\\par `)),
];
