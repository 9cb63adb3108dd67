import { readdirSync } from 'node:fs';
import { zipFolder } from '../../support/zip-folder.ts';
import { fixture } from '../formats/reading.ts';

/** Folders of fixtures, and the readers that must know their files by content alone. */
export const kinds = ['docx', 'odt', 'rtf', 'epub'] as const;

/** The fixtures of a kind: files as they are, and zips that lie there as folders. */
export function fixturesOf(kind: (typeof kinds)[number]): { readonly name: string; readonly bytes: Uint8Array }[] {
  const folder = new URL(`../../fixtures/${kind}/`, import.meta.url);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return [{ name: `${entry.name}.${kind}`, bytes: zipFolder(new URL(`${entry.name}/`, folder)) }];
    return entry.name.endsWith('.expected.json') ? [] : [{ name: entry.name, bytes: fixture(`${kind}/${entry.name}`) }];
  });
}

export function bytesOf(kind: (typeof kinds)[number], name: string): Uint8Array {
  const found = fixturesOf(kind).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no fixture ${kind}/${name}`);
  return found.bytes;
}
