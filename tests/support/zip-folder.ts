import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, type Zippable, zipSync } from 'fflate';

/** A document that is a zip, made of a folder of fixtures, so that its text can be read and compared. */
export function zipFolder(folder: URL): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files[path.slice(folder.pathname.length).replaceAll('\\', '/').replace(/^\//u, '')] = readFileSync(path);
  }
  return zipOf(files);
}

/** The same of texts and bytes by their names. What names a kind of document comes first, as in real ones. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const zippable: Zippable = {};
  const names = Object.keys(files).sort((one, two) => rank(one) - rank(two) || (one < two ? -1 : 1));
  for (const name of names) {
    const content = files[name] ?? '';
    zippable[name] = [typeof content === 'string' ? strToU8(content) : content, { level: name === 'mimetype' ? 0 : 6 }];
  }
  return zipSync(zippable, { mtime: new Date(2024, 10, 14, 12) });
}

function rank(name: string): number {
  return name === 'mimetype' ? 0 : name === '[Content_Types].xml' ? 1 : 2;
}
