import { headingName } from '../../../contract/index.ts';

/**
 * What writer and reader of bags share (RFC 8493).
 */

/** The checksums that Verbatim writes, strongest first. RFC 8493 §2.4 asks for SHA-512 and allows SHA-256. */
export const writtenAlgorithms = ['sha512', 'sha256'] as const;

/** All that a bag may carry and Node computes; MD5 and SHA-1 occur in old bags only. */
export const knownAlgorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type BagAlgorithm = (typeof knownAlgorithms)[number];

export function isKnownAlgorithm(name: string): name is BagAlgorithm {
  return knownAlgorithms.some((known) => known === name);
}

/** One line of bag-info.txt; a label may occur more than once. */
export type BagInformation = readonly (readonly [label: string, value: string])[];

/** A path as a manifest writes it: CR, LF and % are percent-encoded, nothing else (RFC 8493 §2.1.3). */
export function encodePath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/**
 * The path that a manifest means. Only the three escapes of RFC 8493 are taken back; bags of older
 * versions have names such as `%7Efile` that mean themselves.
 */
export function decodePath(path: string): string {
  return path.replace(/%(25|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** bag-info.txt: long values are folded at word boundaries with an indented next line. */
export function informationText(information: BagInformation): string {
  return information.map(([label, value]) => `${foldLine(`${label}: ${headingName(value)}`)}\n`).join('');
}

/** RFC 8493 §2.2.2 recommends lines of at most 79 characters. */
function foldLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > 79) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n  ');
}
