import type { XmlDocument } from '../xml/tree.ts';

/** Why words of a document may be missing, for the report; `program` is what it is to be opened in. */
export const incomplete = {
  cut: (program: string) => `Its text breaks off before its end. Open it in ${program}, and save it again.`,
  tooLong: 'It has more parts than are read; its end is missing.',
  tooDeep: 'Parts of it lie in one another deeper than is read; some of its words may be missing.',
} as const;

/** The same by how its XML was read; null for a whole document. */
export function whyIncomplete({ open, truncated, isTooDeep }: XmlDocument, program: string): string | null {
  if (truncated) return incomplete.tooLong;
  if (open.size > 0) return incomplete.cut(program);
  return isTooDeep ? incomplete.tooDeep : null;
}
