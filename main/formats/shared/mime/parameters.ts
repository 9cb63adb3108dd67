import { decodeText } from '../../../reading/document/decode.ts';
import { decodeWords } from './encoded-words.ts';
import { splitOutsideQuotes } from './pieces.ts';

/** A structured field such as "text/html; charset=utf-8". */
export interface Parameterized {
  /** What stands before the first semicolon, lower case. */
  readonly value: string;
  /** By lower-case name. */
  readonly parameters: ReadonlyMap<string, string>;
}

const mostParameters = 100;

/** Reads a field with parameters (RFC 2045, 5.1), continued and encoded ones too (RFC 2231). */
export function parseParameterized(field: string): Parameterized {
  const pieces = splitOutsideQuotes(field);
  const plain = new Map<string, string>();
  const continued = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const piece of pieces.slice(1, mostParameters)) {
    const sign = piece.indexOf('=');
    if (sign < 0) continue;
    const name = piece.slice(0, sign).trim().toLowerCase();
    const text = unquote(piece.slice(sign + 1).trim());
    const section = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/u.exec(name);
    if (section === null) {
      if (!plain.has(name)) plain.set(name, decodeWords(text));
      continue;
    }
    const [, base = '', index, star] = section;
    const list = continued.get(base) ?? [];
    list.push({ index: Number(index ?? 0), encoded: index === undefined || star === '*', text });
    continued.set(base, list);
  }
  // The encoded form is the truer one where both are there (RFC 6266, 4.3, for the same fields).
  for (const [name, sections] of continued) plain.set(name, joinSections(sections));
  return { value: (pieces[0] ?? '').trim().toLowerCase(), parameters: plain };
}

function joinSections(sections: { index: number; encoded: boolean; text: string }[]): string {
  const sorted = sections.sort((one, other) => one.index - other.index);
  const first = sorted[0];
  // charset'language'text
  const declared = first?.encoded === true ? /^([^']*)'[^']*'/u.exec(first.text) : null;
  const bytes = sorted.map(({ encoded, text }, index) => {
    const own = index === 0 && declared !== null ? text.slice(declared[0].length) : text;
    return encoded ? percentDecoded(own) : Buffer.from(own);
  });
  return decodeText(Buffer.concat(bytes), declared?.[1] || null).text.replace(/\p{Cc}/gu, '');
}

function percentDecoded(text: string): Buffer {
  return Buffer.from(
    Buffer.from(text)
      .toString('latin1')
      .replace(/%([\da-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1).replace(/"\s*$/u, '').replace(/\\(.)/gu, '$1') : text;
}
