import { VerbatimError } from '../../../../contract/index.ts';
import { decodeXml } from '../../../shared/xml/decode.ts';
import { childNamed, firstDescendant } from '../../../shared/xml/find.ts';
import { parseXml, type XmlElement } from '../../../shared/xml/tree.ts';
import { isZip } from '../../../shared/zip/zip-format.ts';
import { openZipInMemory, type ZipInMemory } from '../../../shared/zip/zip-in-memory.ts';
import { whyIncomplete } from '../office/incomplete.ts';

/** An OpenDocument text (1.3, parts 2 and 3), in a zip or as one XML file. */
export interface OpenDocumentText {
  /** Null for one XML file, which holds its pictures itself. */
  readonly zip: ZipInMemory | null;
  /** `office:text`. */
  readonly text: XmlElement;
  /** The root of the text, with the styles that are its own. */
  readonly content: XmlElement;
  /** The root of the styles that pages and templates have; the same as `content` in one XML file. */
  readonly styles: XmlElement | null;
  readonly meta: XmlElement | null;
  readonly hasMacros: boolean;
  /** Why words of it may be missing, for the report. */
  readonly incomplete: string | null;
}

/** Throws `unsupported` with the reason for one that is locked or can't be read. */
export async function openText(bytes: Uint8Array): Promise<OpenDocumentText> {
  const zip = isZip(bytes) ? await openZipInMemory(bytes) : null;
  const manifest = await rootAt(zip, 'META-INF/manifest.xml');
  if (manifest !== null && firstDescendant(manifest, 'encryption-data', 'keyinfo') !== null)
    throw new VerbatimError(
      'unsupported',
      'It is encrypted with a password. Open it with the password, save it without one, and add that.',
    );
  const written = zip === null ? bytes : await zip.read('content.xml');
  const document = written === null ? null : parseXml(decodeXml(written));
  const content = document?.root ?? null;
  const body = content === null ? null : childNamed(content, 'body');
  const text = body === null ? null : childNamed(body, 'text');
  if (document === null || content === null || text === null)
    throw new VerbatimError(
      'unsupported',
      'It is an OpenDocument file without a text that can be read. Open it in its program and save it again, or save its text as a web page or plain text, and add that.',
    );
  const meta = zip === null ? content : await rootAt(zip, 'meta.xml');
  return {
    zip,
    text,
    content,
    styles: zip === null ? content : await rootAt(zip, 'styles.xml'),
    meta: meta === null ? null : firstDescendant(meta, 'meta'),
    hasMacros: [...(zip?.names ?? [])].some((name) => /^(?:Basic\/.+\/.+|Scripts\/.+)\.\w+$/u.test(name)),
    incomplete: whyIncomplete(document, 'its program'),
  };
}

async function rootAt(zip: ZipInMemory | null, path: string): Promise<XmlElement | null> {
  const bytes = (await zip?.read(path)) ?? null;
  return bytes === null ? null : parseXml(decodeXml(bytes)).root;
}
