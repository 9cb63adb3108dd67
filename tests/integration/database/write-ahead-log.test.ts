import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { damageOfLog } from '../../../db/write-ahead-log.ts';
import { eachWithLibraryFile } from '../../support/library-file.ts';

const place = eachWithLibraryFile();
let db: Database.Database;
beforeEach(() => {
  db = new Database(place.file);
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE notes (text TEXT)');
  db.pragma('wal_checkpoint(TRUNCATE)');
});
afterEach(() => db.close());

const log = () => `${place.file}-wal`;
const header = 32;
const frame = 24 + 4096;

function save(text: string): void {
  db.prepare('INSERT INTO notes VALUES (?)').run(text);
}

/** So many rows that SQLite writes pages of them before the change is finished. */
function saveMuch(): void {
  db.pragma('cache_size = 10');
  for (let number = 0; number < 500; number += 1) save('x'.repeat(1000));
  db.exec("UPDATE notes SET text = text || 'y'");
}

/** What another process would find, with the log as these bytes. */
function found(bytes: Uint8Array): { readonly damage: ReturnType<typeof damageOfLog>; readonly rows: number } {
  const copy = join(place.folder, 'copy.sqlite');
  copyFileSync(place.file, copy);
  writeFileSync(`${copy}-wal`, bytes);
  const damage = damageOfLog(`${copy}-wal`);
  const other = new Database(copy);
  try {
    return { damage, rows: other.prepare('SELECT count(*) FROM notes').pluck().get() as number };
  } finally {
    other.close();
  }
}

describe('a log as a proper end or a kill leaves it', () => {
  it('is whole: none, an empty one, one with changes, one begun anew, one that was taken back', () => {
    expect(damageOfLog(join(place.folder, 'none-wal'))).toBeNull();
    for (let number = 0; number < 20; number += 1) save('a note');
    expect(damageOfLog(log())).toBeNull();
    db.exec('BEGIN');
    saveMuch();
    expect(damageOfLog(log())).toBeNull();
    db.exec('ROLLBACK');
    save('a note over what was taken back');
    expect(damageOfLog(log())).toBeNull();
    // Everything goes into the database, and the next change begins the log anew over the old one.
    db.pragma('wal_checkpoint(FULL)');
    save('a note over the log as it was');
    expect(damageOfLog(log())).toBeNull();
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(damageOfLog(log())).toBeNull();
  });

  it('is whole where a kill came at any byte of what a change writes', () => {
    for (let number = 0; number < 8; number += 1) save('a note');
    const before = readFileSync(log());
    save('the change that was under way');
    const after = readFileSync(log());
    const cut = join(place.folder, 'cut-wal');
    for (let length = before.byteLength; length < after.byteLength; length += 100) {
      writeFileSync(cut, after.subarray(0, length));
      expect(damageOfLog(cut), `${length} bytes`).toBeNull();
    }
  });

  it('is whole where a system that went down left zeros at its end', () => {
    save('a note');
    expect(found(Buffer.concat([readFileSync(log()), Buffer.alloc(3 * frame)])).damage).toBeNull();
    expect(found(Buffer.alloc(10 * frame)).damage).toBeNull();
  });

  it('is whole where a large change was killed in a new log, and a smaller one was written over it', () => {
    db.exec('BEGIN');
    saveMuch();
    const unfinished = readFileSync(log());
    expect(unfinished.byteLength).toBeGreaterThan(20 * frame);
    db.exec('ROLLBACK');
    const copy = join(place.folder, 'killed.sqlite');
    copyFileSync(place.file, copy);
    writeFileSync(`${copy}-wal`, unfinished);
    const second = new Database(copy);
    second.prepare('INSERT INTO notes VALUES (?)').run('after the kill');
    expect(readFileSync(`${copy}-wal`).byteLength).toBe(unfinished.byteLength);
    expect(damageOfLog(`${copy}-wal`)).toBeNull();
    second.close();
  });
});

describe('a damaged log', () => {
  it('is told wherever one bit of it is another and a saved change is lost by it', () => {
    for (let number = 0; number < 6; number += 1) save('a note');
    const bytes = readFileSync(log());
    const whole = found(bytes).rows;
    for (let at = 0; at < bytes.byteLength; at += 997) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      const { damage, rows } = found(damaged);
      expect({ at, told: damage !== null }).toEqual({ at, told: rows !== whole });
    }
  });

  it('says how many finished changes stand behind the break', () => {
    for (let number = 0; number < 6; number += 1) save('a note');
    const bytes = readFileSync(log());
    const frames = (bytes.byteLength - header) / frame;
    // Each of these changes is one page.
    const damaged = Buffer.from(bytes);
    const place = header + (frames - 4) * frame + 500;
    damaged[place] = (damaged[place] ?? 0) ^ 1;
    expect(found(damaged).damage).toEqual({ kind: 'broken', changes: 4 });
  });

  it('is told where noise lies in it: over its beginning, its middle, its end, all of it', () => {
    for (let number = 0; number < 12; number += 1) save('a note');
    const bytes = readFileSync(log());
    const noise = (from: number, to: number) =>
      bytes.map((byte, at) => (at >= from && at < to ? (at * 7919 + (at >> 3) * 31 + 13) % 251 : byte));
    expect(found(noise(0, header)).damage).toEqual({ kind: 'unreadable' });
    expect(found(noise(0, bytes.byteLength)).damage).toEqual({ kind: 'unreadable' });
    expect(found(noise(header + 2 * frame, header + 5 * frame)).damage).toMatchObject({ kind: 'broken' });
    expect(found(noise(header + 2 * frame, bytes.byteLength)).damage).toEqual({ kind: 'broken', changes: null });
  });

  it('can’t be told from a kill where only its end is cut off, which is why nobody is alarmed by one', () => {
    for (let number = 0; number < 6; number += 1) save('a note');
    const cut = join(place.folder, 'cut-wal');
    copyFileSync(log(), cut);
    truncateSync(cut, readFileSync(log()).byteLength - frame - 100);
    expect(damageOfLog(cut)).toBeNull();
  });
});
