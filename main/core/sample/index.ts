import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The files of the sample collection: articles from places that do not exist, in the order in which
 * they are to be taken in, so that a second version of a story comes after the first.
 */
export function samplePaths(): string[] {
  const folder = new URL('./articles/', import.meta.url);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(html|txt|md)$/.test(entry.name) && entry.name !== 'README.md')
    .map((entry) => fileURLToPath(new URL(entry.name, folder)))
    .sort();
}
