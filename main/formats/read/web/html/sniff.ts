import { decodeBeginning, looksBinary } from '../../../../reading/document/beginning.ts';

/**
 * How surely a file is a web page, by its beginning. A doctype or the root's tags settle it; a
 * fragment needs several ordinary tags and must begin with one; a name alone says little.
 */
export function sniffHtml(head: Uint8Array, name: string): number {
  if (head.length === 0 || looksBinary(head)) return 0;
  if (beginsAsPage.test(Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 256)).toString('latin1')))
    return 1;
  const start = decodeBeginning(head)
    .slice(0, 32 * 1024)
    .replace(/^\s+/u, '')
    .replace(/^(?:<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*)+/u, '');
  if (beginsAsPage.test(start)) return 1;
  if (/^<(?:rss|feed|rdf:RDF|svg|nitf|newsItem|opml|package|[\w-]+ xmlns)/iu.test(start)) return 0;
  if (/^(?:MIME-Version|From |Received|WARC\/|\{|\[)/iu.test(start)) return 0;
  const isNamed = /\.x?html?$/iu.test(name);
  if (/^[^<]{0,2000}<(?:html|body)[\s>]/iu.test(start)) return isNamed ? 0.95 : 0.8;
  const tags =
    start.match(
      /<\/?(?:p|div|span|a|br|h[1-6]|table|tr|td|ul|ol|li|img|article|section|meta|title|font|center)(?:\s[^<>]*)?\/?>/giu,
    )?.length ?? 0;
  if (isNamed && tags > 0) return 0.9;
  if (start.startsWith('<') && tags >= 3) return 0.7;
  return isNamed ? 0.2 : 0;
}

/** In every encoding that ASCII is a part of, so that nearly all pages are known before they are decoded. */
const beginsAsPage = /^\s*(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/iu;
