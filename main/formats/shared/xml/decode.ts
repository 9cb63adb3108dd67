import iconv from 'iconv-lite';
import { decodeText } from '../../../reading/document/decode.ts';

/**
 * An XML document's text. The byte order mark, valid UTF-8 and the declaration are weighed as for any other
 * text, because declarations are wrong in every way. Characters of the range that Unicode keeps for control
 * (U+0080 to U+009F) come from Windows-1252 that was taken for Latin-1 on its way: they are the dashes,
 * apostrophes and ellipses that were written, as in HTML's references (HTML, 13.2.5.80).
 */
export function decodeXml(bytes: Uint8Array): string {
  return decodeText(bytes, declaredCharset(bytes)).text.replace(/[\u0080-\u009f]+/gu, (controls) =>
    iconv.decode(Buffer.from(controls, 'latin1'), 'windows-1252'),
  );
}

/** The encoding that the XML declaration names (XML 1.0, 4.3.3), or null. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return /^[\s\xef\xbb\xbf]*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head)?.[1] ?? null;
}
