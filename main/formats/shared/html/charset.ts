/** How far into a file its declaration of an encoding is looked for; browsers require 1,024 bytes. */
const searched = 16 * 1024;

/** The encoding that a page declares in `meta` or its XML declaration (HTML, 13.2.3.2), or null. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, searched))
    .toString('latin1')
    .replace(/<!--[\s\S]*?-->/gu, '');
  const xml = /^\s*<\?xml[^>]{0,200}\sencoding\s*=\s*["']([\w.:-]{2,40})["']/iu.exec(head);
  if (xml?.[1] !== undefined) return xml[1];
  for (const match of head.matchAll(/<meta\b([^>]{0,2000})>/giu)) {
    const charset = /\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(match[1] ?? '');
    if (charset?.[1] !== undefined) return charset[1];
  }
  return null;
}
