import { normaliseText } from '../../documents/text/lines.ts';

/**
 * What Joplin writes for each of its things (RAW and JEX exports): a title, an empty line, the body, and at
 * the end lines of `name: value`, the last of which says of what kind it is.
 */
export interface JoplinItem {
  readonly title: string;
  readonly body: string;
  readonly properties: ReadonlyMap<string, string>;
  /** The lines of properties as written. */
  readonly raw: string;
}

/** Joplin's kinds of things (`type_`, "BaseModel.TYPE_…"). */
export const joplinKinds = { note: '1', folder: '2', resource: '4', tag: '5', noteTag: '6' } as const;

/** What such a file is called on a tape (JEX). */
export const itemName = /^(?:\.\/)?[0-9a-f]{32}\.md$/iu;

/** A file of Joplin's, or null for any other text. */
export function joplinItem(text: string): JoplinItem | null {
  const normal = normaliseText(text).replace(/\n+$/u, '');
  const lines = normal.split('\n');
  let from = lines.length;
  while (from > 0 && /^[a-z_]+: ?.*$/u.test(lines[from - 1] ?? '')) from -= 1;
  const properties = new Map(
    lines.slice(from).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  );
  if (!/^[0-9a-f]{32}$/u.test(properties.get('id') ?? '') || !/^\d+$/u.test(properties.get('type_') ?? '')) return null;
  // An item without a title begins with its properties.
  if (from > 0 && lines[from - 1] !== '') return null;
  const [title = '', ...body] = lines.slice(0, Math.max(0, from - 1));
  return {
    title: unescaped(title),
    body: body.join('\n').replace(/^\n/u, ''),
    properties: new Map([...properties].map(([name, value]) => [name, unescaped(value)])),
    raw: lines.slice(from).join('\n'),
  };
}

/** Line ends in values are written as `\n`. */
function unescaped(value: string): string {
  return value.replace(/\\n/gu, ' ').replace(/\\\\/gu, '\\');
}
