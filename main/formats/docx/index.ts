import { posix } from 'node:path';
import { type RemovalLogEntry, VerbatimError } from '../../contract/index.ts';
import type { FormatReader } from '../format.ts';
import { wordsOfMarkup } from '../html/index.ts';
import { readProperties } from '../office/properties.ts';
import { toDocument } from '../office/to-document.ts';
import { decodeXml } from '../xml/decode.ts';
import { attribute, childNamed, childrenNamed, descendants, firstDescendant, wordsIn } from '../xml/find.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { openZipInMemory, type ZipInMemory } from '../zip/zip-in-memory.ts';
import { type DocxMarkup, toMarkup } from './to-markup.ts';

/** Reads Word's documents (Office Open XML, ECMA-376; transitional and strict). Macros are never looked at. */
export const docxReader: FormatReader = {
  name: 'docx',
  version: '1',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  sniff(head, name) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return 0;
    const begin = Buffer.from(head.subarray(0, 4096)).toString('latin1');
    if (/\.do[ct][xm]$/iu.test(name)) return 1;
    return begin.includes('[Content_Types].xml') && Buffer.from(head).toString('latin1').includes('word/') ? 0.95 : 0;
  },
  async *read(source) {
    const docx = openDocx(source.bytes);
    const { markup, deleted } = docx;
    yield await toDocument(
      {
        markup,
        properties: readProperties(xmlAt(docx.zip, 'docProps/core.xml')),
        removals: [...deleted.map(deletion), ...docx.around],
        resource: async (written) => docx.zip.read(posix.join('word', written)),
        partial: docx.cut,
      },
      source,
    );
  },
  words(bytes) {
    return wordsOfMarkup(openDocx(bytes).markup);
  },
};

interface OpenDocx extends DocxMarkup {
  readonly zip: ZipInMemory;
  /** Headers, footers and comments. */
  readonly around: readonly RemovalLogEntry[];
  readonly cut: string | null;
}

function openDocx(bytes: Uint8Array): OpenDocx {
  const zip = openZipInMemory(bytes);
  const written = zip.read('word/document.xml');
  if (written === null)
    throw new VerbatimError(
      'unsupported',
      'It is an Office document without a text in it that is read here (a table or a presentation). Save what it says as text or a web page, and add that.',
    );
  const document = parseXml(decodeXml(written));
  const body = document.root === null ? null : firstDescendant(document.root, 'body');
  if (body === null)
    throw new VerbatimError(
      'unsupported',
      'It is a Word document whose text cannot be read. Open it in Word and save it again.',
    );
  const parts = {
    targets: relationships(zip, 'word/_rels/document.xml.rels'),
    headings: headingStyles(xmlAt(zip, 'word/styles.xml')),
    ordered: orderedNumberings(xmlAt(zip, 'word/numbering.xml')),
    notes: new Map([...notes(zip, 'footnote'), ...notes(zip, 'endnote')]),
  };
  const cut =
    document.open.size > 0 || document.truncated
      ? 'Its text breaks off before its end. Open it in Word, and save it again.'
      : null;
  return { ...toMarkup(body, parts), zip, around: aroundTheText(zip), cut };
}

function xmlAt(zip: ZipInMemory, path: string): XmlElement | null {
  const bytes = zip.read(path);
  return bytes === null ? null : parseXml(decodeXml(bytes)).root;
}

function relationships(zip: ZipInMemory, path: string): ReadonlyMap<string, string> {
  const root = xmlAt(zip, path);
  const all = root === null ? [] : childrenNamed(root, 'relationship');
  return new Map(all.map((one) => [attribute(one, 'id') ?? '', attribute(one, 'target') ?? '']));
}

/** Styles that are headings by their name ("heading 1", in every language's template) or their outline level. */
function headingStyles(root: XmlElement | null): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const style of root === null ? [] : childrenNamed(root, 'style')) {
    const id = attribute(style, 'w:styleid') ?? '';
    const name = attribute(childNamed(style, 'name'), 'w:val') ?? '';
    const numbered = /^heading (\d)$/iu.exec(name)?.[1];
    const properties = childNamed(style, 'ppr');
    const outline = properties === null ? null : attribute(childNamed(properties, 'outlinelvl'), 'w:val');
    if (/^title$/iu.test(name)) levels.set(id, 1);
    else if (numbered !== undefined) levels.set(id, Number(numbered));
    else if (outline !== null && Number(outline) < 9) levels.set(id, Number(outline) + 1);
  }
  return levels;
}

function orderedNumberings(root: XmlElement | null): ReadonlySet<string> {
  const ordered = new Set<string>();
  if (root === null) return ordered;
  const abstract = new Map(childrenNamed(root, 'abstractnum').map((one) => [attribute(one, 'w:abstractnumid'), one]));
  for (const number of childrenNamed(root, 'num')) {
    const levels = abstract.get(attribute(childNamed(number, 'abstractnumid'), 'w:val'));
    for (const level of levels === undefined ? [] : childrenNamed(levels, 'lvl')) {
      const format = attribute(childNamed(level, 'numfmt'), 'w:val');
      if (format !== null && format !== 'bullet' && format !== 'none')
        ordered.add(`${attribute(number, 'w:numid')}:${attribute(level, 'w:ilvl')}`);
    }
  }
  return ordered;
}

function notes(zip: ZipInMemory, kind: 'footnote' | 'endnote'): [string, XmlElement][] {
  const root = xmlAt(zip, `word/${kind}s.xml`);
  return (root === null ? [] : childrenNamed(root, kind)).map((note) => [
    `${kind}:${attribute(note, 'w:id') ?? ''}`,
    note,
  ]);
}

function deletion(text: string): RemovalLogEntry {
  return { step: 'changes', reason: 'It was deleted while changes were recorded.', text: text.slice(0, 2000) };
}

function aroundTheText(zip: ZipInMemory): RemovalLogEntry[] {
  const log: RemovalLogEntry[] = [];
  const add = (path: string, step: string, reason: string, name: string) => {
    const root = xmlAt(zip, path);
    for (const element of root === null ? [] : [...descendants(root)].filter((one) => one.name === name)) {
      const text = wordsIn(element);
      if (text !== null && !log.some((line) => line.text === text))
        log.push({ step, reason, text: text.slice(0, 2000) });
    }
  };
  for (const path of [...zip.names].filter((one) => /^word\/(?:header|footer)\d*\.xml$/u.test(one)).sort())
    add(path, 'page', 'It stands at the head or foot of every page.', 'p');
  add('word/comments.xml', 'comments', 'It is a comment beside the text.', 'comment');
  return log;
}
