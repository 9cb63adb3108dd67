import { type RemovalLogEntry, VerbatimError } from '../../contract/index.ts';
import type { FormatReader } from '../format.ts';
import { wordsOfMarkup } from '../html/index.ts';
import { readProperties } from '../office/properties.ts';
import { toDocument } from '../office/to-document.ts';
import { decodeXml } from '../xml/decode.ts';
import { firstDescendant } from '../xml/find.ts';
import { rootOfBytes } from '../xml/prolog.ts';
import { parseXml, type XmlElement } from '../xml/tree.ts';
import { openZipInMemory, type ZipInMemory } from '../zip/zip-in-memory.ts';
import { toMarkup } from './to-markup.ts';

const mimetype = 'mimetypeapplication/vnd.oasis.opendocument.text';

/** Reads texts of LibreOffice and others (OpenDocument 1.3), in a zip (`.odt`) or as one XML file (`.fodt`). */
export const odtReader: FormatReader = {
  name: 'odt',
  version: '1',
  mediaType: 'application/vnd.oasis.opendocument.text',
  sniff(head, name) {
    const begin = Buffer.from(head.subarray(0, 256)).toString('latin1');
    if (begin.startsWith('PK')) return begin.slice(30).startsWith(mimetype) ? 1 : /\.o[td]t$/iu.test(name) ? 0.9 : 0;
    return /<\?xml|<office:/u.test(begin) &&
      rootOfBytes(head)?.name === 'document' &&
      decodeXml(head).includes('opendocument.text')
      ? 1
      : 0;
  },
  async *read(source) {
    const odt = openOdt(source.bytes);
    yield await toDocument(
      {
        markup: odt.markup,
        properties: readProperties(odt.meta),
        removals: odt.removals,
        resource: async (written) => odt.zip?.read(written) ?? null,
        partial: odt.cut,
      },
      source,
    );
  },
  words(bytes) {
    return wordsOfMarkup(openOdt(bytes).markup);
  },
};

function openOdt(bytes: Uint8Array): {
  readonly markup: string;
  readonly meta: XmlElement | null;
  readonly removals: readonly RemovalLogEntry[];
  readonly zip: ZipInMemory | null;
  readonly cut: string | null;
} {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b ? openZipInMemory(bytes) : null;
  const manifest = zip?.read('META-INF/manifest.xml') ?? null;
  if (manifest !== null && /encryption-data/u.test(decodeXml(manifest)))
    throw new VerbatimError(
      'unsupported',
      'It is encrypted with a password. Open it with the password, save it without one, and add that.',
    );
  const content = zip === null ? bytes : zip.read('content.xml');
  const document = content === null ? null : parseXml(decodeXml(content));
  const body = document?.root == null ? null : firstDescendant(document.root, 'text');
  if (document?.root == null || body === null)
    throw new VerbatimError(
      'unsupported',
      'It is an OpenDocument file without a text in it. Save what it says as text or a web page, and add that.',
    );
  const metaBytes = zip?.read('meta.xml') ?? null;
  const meta = metaBytes === null ? firstDescendant(document.root, 'meta') : parseXml(decodeXml(metaBytes)).root;
  const cut =
    document.open.size > 0 || document.truncated
      ? 'Its text breaks off before its end. Open it in its program, and save it again.'
      : null;
  return { ...toMarkup(document.root, body), meta, zip, cut };
}
