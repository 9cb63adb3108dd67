/**
 * A property list of Apple's: nested dictionaries and lists of plain values, in a binary form and in XML
 * (Apple, "plist(5)"). Dates and numbers other than booleans are nobody's concern here and are not kept.
 */
export type PropertyListValue =
  | string
  | boolean
  | null
  | Uint8Array
  | readonly PropertyListValue[]
  | ReadonlyMap<string, PropertyListValue>;

export type PropertyListDictionary = ReadonlyMap<string, PropertyListValue>;

/** Deeper nesting is an attack: web archives have three levels, and three more for each frame in a frame. */
export const deepest = 48;
/** Values in one list, each counted where it is used: a list of lists of lists of one list unfolds without end. */
export const mostValues = 500_000;

/** What is wrong with a list that can't be read; the message goes on from "The file is damaged: ". */
export class PropertyListError extends Error {}

export function isDictionary(value: PropertyListValue | undefined): value is PropertyListDictionary {
  return value instanceof Map;
}
