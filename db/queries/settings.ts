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
