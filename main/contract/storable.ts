/**
 * Text that every part of the program keeps alike. UTF-8, and so SQLite and every export, has no half of a
 * surrogate pair; SQLite's own functions end a text at U+0000, and XML and HTML know no such character. Each
 * of the two becomes U+FFFD, as the Encoding and HTML standards have it. The length in UTF-16 units stays, so
 * every offset holds.
 */
export function storable<Value>(value: Value): Value;
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return unlessSame(value, value.map(storable));
  if (!isRecord(value)) return value;
  let changed: Record<string, unknown> | null = null;
  for (const [name, member] of Object.entries(value)) {
    const kept = storable(member);
    if (kept === member) continue;
    changed ??= { ...value };
    changed[name] = kept;
  }
  return changed ?? value;
}

function storableText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** What is sound as it is keeps its identity, so that nothing is copied for nothing. */
function unlessSame(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.some((member, index) => member !== before[index]) ? after : before;
}

/** Bytes, dates and handles of another class are left alone. */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
