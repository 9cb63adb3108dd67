import { rootOfBytes } from './shared/xml/prolog.ts';
import { type ZipKind, zipKind } from './shared/zip/zip-kind.ts';

/**
 * Kinds of file that are often chosen by mistake or under a wrong name, told by their first bytes,
 * so that the report can say what they are instead of "unreadable".
 */
interface Signature {
  readonly bytes: string;
  readonly offset?: number;
  readonly what: string;
  readonly advice: string;
}

const picture = 'Add the page it belongs to; pictures come in with their page.';
const container = 'Unpack it and add the files.';
const oldOffice = 'an old Office document';
const document = 'Save its text as a web page, plain text or Markdown, and add that.';

const signatures: readonly Signature[] = [
  { bytes: '89504e470d0a1a0a', what: 'a PNG picture', advice: picture },
  { bytes: 'ffd8ff', what: 'a JPEG picture', advice: picture },
  { bytes: '474946383961', what: 'a GIF picture', advice: picture },
  { bytes: '474946383761', what: 'a GIF picture', advice: picture },
  { bytes: '57454250', offset: 8, what: 'a WebP picture', advice: picture },
  { bytes: '66747970', offset: 4, what: 'a film, a sound recording or an AVIF or HEIC picture', advice: picture },
  { bytes: 'd0cf11e0a1b11ae1', what: oldOffice, advice: document },
  { bytes: '1f8b', what: 'a gzip archive', advice: container },
  { bytes: '526172211a07', what: 'a RAR archive', advice: container },
  {
    bytes: '53514c69746520666f726d6174203300',
    what: 'an SQLite database',
    advice: 'If it is a library, open its folder instead of adding it.',
  },
  { bytes: '7f454c46', what: 'a program', advice: 'It was not run and not taken.' },
  { bytes: '4d5a9000', what: 'a program', advice: 'It was not run and not taken.' },
  { bytes: '494433', what: 'a sound recording', advice: 'Add its transcript instead.' },
  { bytes: '4f676753', what: 'a sound or film recording', advice: 'Add its transcript instead.' },
  { bytes: '1a45dfa3', what: 'a film', advice: 'Add its transcript instead.' },
];

/** A sentence that says what a binary file is that no reader takes, and what to do; null when its first bytes say nothing. */
export function describeForeign(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('hex');
  const found = signatures.find(({ bytes: signature, offset = 0 }) => head.startsWith(signature, offset * 2));
  if (found?.what === oldOffice && isLocked(bytes))
    return 'It is an Office document that is locked with a password. Open it with the password, save it without one, and add that.';
  const kind = found === undefined ? foreignZips[zipKind(bytes) ?? 'plain'] : undefined;
  const { what, advice } = found ?? kind ?? {};
  return what === undefined ? null : `It is ${what}, whatever its name says. ${advice}`;
}

/** Documents that are zips and that no reader takes. */
const foreignZips: Readonly<Partial<Record<ZipKind, Pick<Signature, 'what' | 'advice'>>>> = {
  spreadsheet: { what: 'a spreadsheet', advice: document },
  presentation: { what: 'a presentation', advice: document },
  drawing: { what: 'a drawing', advice: document },
  formula: { what: 'a formula', advice: 'Add the document it belongs to.' },
  'older-openoffice': { what: 'a document of an OpenOffice before 2005', advice: 'Save it as ODT, and add that.' },
  iwork: { what: 'a document of Pages, Numbers or Keynote', advice: 'Export it as Word, and add that.' },
};

/** Office puts an encrypted document into a file of the old kind, under this name (MS-OFFCRYPTO, 2.3.4). */
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
}

/** Whether a zip is a document that no reader takes: it is told as a whole, not opened as a folder. */
export function isForeignZip(head: Uint8Array): boolean {
  return foreignZips[zipKind(head) ?? 'plain'] !== undefined;
}

/** The same for text that is data: readers of prose would take it, because they take any text. */
export function describeData(bytes: Uint8Array): string | null {
  return isJson(bytes)
    ? 'It is JSON, data for programs and not an article. Add the page or the text it belongs to.'
    : null;
}

/**
 * The same for XML that no reader knows, by its declaration: a reader of text would take its tags for words. Not
 * asked where a reader of pages finds tags of HTML in it.
 */
export function describeXml(bytes: Uint8Array): string | null {
  const root = rootOfBytes(bytes.subarray(0, 4096));
  if (root === null || !root.isDeclared) return null;
  return `It is XML of a kind that Verbatim does not read (<${root.name.slice(0, 40)}>). Add the page or the text it belongs to.`;
}

/** More than this is not parsed to find out; articles saved as JSON are far smaller. */
const longestJson = 8 * 1024 * 1024;

/** An object or a list in JSON from the first byte to the last: no text and no page is one. */
function isJson(bytes: Uint8Array): boolean {
  if (bytes.length > longestJson) return false;
  const text = new TextDecoder().decode(bytes).trim();
  if (!/^(?:\{[\s\S]*\}|\[[\s\S]*\])$/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
