/**
 * A title as part of a file name that every system takes: ASCII letters and digits, at most 60
 * characters, cut at a word.
 */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (plain.length <= 60) return plain === '' ? 'untitled' : plain;
  const cut = plain.slice(0, 60);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 20));
}

/** The file name of an article's reading copies, without extension. A UUIDv7 is random at its end. */
export function articleFileName(article: { readonly title: string; readonly id: string }): string {
  return `${slugOf(article.title)}-${article.id.slice(-8)}`;
}

/** The extension of an original, so that a person can open it; empty where its name has no usable one. */
export function extensionOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';
}
