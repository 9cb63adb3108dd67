import type { ReadableDb, WritableDb } from '../types.ts';

/** A setting's JSON value, or null where it was never set. */
export function getSetting(db: ReadableDb, key: string): unknown {
  const text = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(key);
  return text === undefined ? null : JSON.parse(text);
}

export function setSetting(db: WritableDb, key: string, value: unknown): void {
  db.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

/** Changes some fields of a setting that is an object, in one step: of two changes at once neither is lost. */
export function mergeSetting(db: WritableDb, key: string, change: Readonly<Record<string, unknown>>): void {
  const before = getSetting(db, key);
  setSetting(db, key, { ...(typeof before === 'object' ? before : null), ...change });
}
