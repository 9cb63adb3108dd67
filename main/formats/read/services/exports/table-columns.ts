import { decodeBeginning } from '../../../../reading/document/beginning.ts';

/** The names of a table's columns in lower case, from a file's first bytes; none where there is no such line. */
export function columnsOf(head: Uint8Array): string[] {
  const start = decodeBeginning(head.subarray(0, 4096));
  const [line = ''] = start.replace(/^[\uFEFF\r\n]+/u, '').split(/\r\n|\n|\r/u, 1);
  if (!line.includes(',')) return [];
  const names = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/gu)].map(
    ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
  );
  return names.map((name) => name.trim().toLowerCase());
}
