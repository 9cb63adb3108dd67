/** The cells of an object on a line; null for anything else, and for what is nested beyond reason. */
export function cellsIn(line: string): ReadonlyMap<string, string> | null {
  const text = line.replace(/^\uFEFF/u, '').trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flat({ ...value }) : null;
  } catch {
    return null;
  }
}

/** Objects inside objects are columns of their own (`author.name`) down to here; deeper ones are text. */
const deepest = 3;

function flat(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const put = (name: string, value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest)
      for (const [inner, one] of Object.entries(value)) put(`${name}.${inner}`, one, depth + 1);
    else cells.set(name, cellOf(value));
  };
  for (const [name, value] of Object.entries(object)) put(name, value, 1);
  return cells;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 1 ? String(value[0]) : JSON.stringify(value.map(String));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
