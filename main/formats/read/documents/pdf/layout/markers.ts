/** A list's marker at the front of a line. */
export interface Marker {
  readonly ordered: boolean;
  /** Of an ordered item; null for one that is lettered or has a bullet. */
  readonly number: number | null;
  /** How much of the line it takes, with the space after it. */
  readonly length: number;
}

const bullet = /^\s*(?:[•·‣◦▪▫■□●○➢➤✓✔►▶⁃∙]\s*|[*–-]\s+|o\s{1,2}(?=\p{Lu}))(?=\S)/u;
const numbered = /^\s*(?:\(?(\d{1,3})[.)]|\((\p{Ll}|[ivx]{1,4})\)|(\p{Ll})\))\s+(?=\S)/u;

export function readMarker(line: string): Marker | null {
  const dot = bullet.exec(line);
  if (dot !== null) return { ordered: false, number: null, length: dot[0].length };
  const counted = numbered.exec(line);
  if (counted === null) return null;
  return { ordered: true, number: counted[1] === undefined ? null : Number(counted[1]), length: counted[0].length };
}
