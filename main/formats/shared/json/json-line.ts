/**
 * A value as one line of JSON Lines. JSON may hold U+2028 and U+2029 as they are, and readers of lines
 * (Node's among them) end a line there; written by their numbers they are the same to a reader of JSON.
 */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}
