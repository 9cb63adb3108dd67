/** Signs that fonts of symbols (Symbol, Wingdings) have at places of their own, U+F020 to U+F0FF: those that texts use. */
const symbols: ReadonlyMap<number, string> = new Map([
  [0xf0b7, '•'],
  [0xf0a7, '▪'],
  [0xf0a8, '☐'],
  [0xf0fe, '☒'],
  [0xf0fc, '✓'],
  [0xf0e0, '→'],
  [0xf0d8, '➢'],
]);

/** The character for one of a document's; nothing for a sign of a font that nobody else has. */
export function symbolAt(code: number): string {
  const known = symbols.get(code);
  if (known !== undefined) return known;
  const isCharacter = code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter && !(code >= 0xe000 && code <= 0xf8ff) ? String.fromCodePoint(code) : '';
}
