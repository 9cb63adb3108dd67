/** What the instructions of Word's fields say (ECMA-376, part 1, 17.16; RTF has the same). */

/** The address that a link leads to (`HYPERLINK "https://…" \o "…"`); null for none, or one within the document. */
export function linkOf(instruction: string): string | null {
  const match = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]\S*))/iu.exec(instruction);
  return match?.[1] ?? match?.[2] ?? null;
}

/** Whether a field is a table of contents or an index, which the program makes. */
export function isNavigationField(instruction: string): boolean {
  return /^\s*(?:TOC|INDEX)\b/iu.test(instruction);
}
