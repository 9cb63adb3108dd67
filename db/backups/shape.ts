import { closeSync, openSync, readSync } from 'node:fs';
import { applicationId } from '../application-id.ts';

/** SQLite's mark at the beginning of every database, and where it keeps what a program has set (sqlite.org/fileformat2.html, 1.3). */
const magic = 'SQLite format 3\0';
const headerBytes = 100;
const versionAt = 60;
const applicationAt = 68;

/** The shape of a library's database, by its first bytes alone; null for what is no library's database. */
export function shapeOf(file: string): number | null {
  const header = Buffer.alloc(headerBytes);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, headerBytes, 0) < headerBytes) return null;
  } finally {
    closeSync(handle);
  }
  const isLibrary = header.toString('latin1', 0, magic.length) === magic;
  return isLibrary && header.readUInt32BE(applicationAt) === applicationId ? header.readUInt32BE(versionAt) : null;
}
