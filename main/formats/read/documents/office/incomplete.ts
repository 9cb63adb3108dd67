import type { XmlDocument } from '../../../shared/xml/tree.ts';

/** Why words of a document may be missing, for the report; `program` is what it is to be opened in. */
export const incomplete = {
  cut: (program: string) => `Its text breaks off before its end. Open it in ${program}, and save it again.`,
  tooLong: 'It has more parts than are read; its end is missing.',
  flattened:
    'Parts of it lie in one another deeper than any program writes them. Those below were read one after another with all their words; what was deleted or hidden there may stand in the text. Compare it with the original.',
  tooDeep:
    'Parts of it lie in one another deeper than is read, and some of its words may be missing. Open it in its program, copy its text into a new document, and add that.',
} as const;

/** The same by how its XML was read; null for a whole document. */
export function whyIncomplete(
  { open, truncated, isTooDeep, isMissingDepths }: XmlDocument,
  program: string,
): string | null {
  if (truncated) return incomplete.tooLong;
  if (open.size > 0) return incomplete.cut(program);
  if (isMissingDepths) return incomplete.tooDeep;
  return isTooDeep ? incomplete.flattened : null;
}
