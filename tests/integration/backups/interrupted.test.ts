import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finishReplacement, type Replacement } from '../../../db/backups/restore.ts';
import { openWritable } from '../../../db/open.ts';
import type { StoppedRun, StoppedRunEnd } from '../../support/stopped-thread.ts';

/**
 * A library whose database has a log beside it that isn't written into it yet, and a backup. It says by itself which
 * of the two it is: what stands in the log alone is lost, or destroys the other, where the two are parted or mixed.
 */
let source = '';
let thread: Worker;
beforeAll(() => {
  thread = new Worker(new URL('../../support/stopped-thread.ts', import.meta.url));
  source = mkdtempSync(join(tmpdir(), 'verbatim-interrupted-'));
  mkdirSync(join(source, 'backups'));
  const db = openWritable(join(source, 'library.sqlite'));
  db.exec("INSERT INTO settings VALUES ('which', '\"backup\"'), ('filler', json_quote(hex(randomblob(50000))))");
  db.prepare('VACUUM INTO ?').run(join(source, 'backups', 'one.sqlite'));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec("UPDATE settings SET value = '\"present\"' WHERE key = 'which'");
  db.exec("UPDATE settings SET value = json_quote(hex(randomblob(60000))) WHERE key = 'filler'");
  mkdirSync(join(source, 'live'));
  for (const suffix of ['', '-wal', '-shm'])
    copyFileSync(join(source, `library.sqlite${suffix}`), join(source, 'live', `library.sqlite${suffix}`));
  db.close();
});
afterAll(async () => {
  await thread.terminate();
  rmSync(source, { recursive: true, force: true });
});

function freshLibrary(): string {
  const library = mkdtempSync(join(tmpdir(), 'verbatim-interrupted-'));
  mkdirSync(join(library, 'backups'));
  copyFileSync(join(source, 'backups', 'one.sqlite'), join(library, 'backups', 'one.sqlite'));
  for (const suffix of ['', '-wal', '-shm'])
    copyFileSync(join(source, 'live', `library.sqlite${suffix}`), join(library, `library.sqlite${suffix}`));
  return library;
}

/** Which database lies there, looked through whole. */
function which(file: string): string {
  const db = new Database(file, { fileMustExist: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return String(db.prepare("SELECT value ->> '$' FROM settings WHERE key = 'which'").pluck().get() ?? 'empty');
  } finally {
    db.close();
  }
}

const replacements: Readonly<Record<string, (library: string) => Replacement>> = {
  backup: (library) => ({ kind: 'backup', name: 'one.sqlite', path: join(library, 'backups', 'one.sqlite') }),
  empty: (library) => ({ kind: 'rebuild', originals: join(library, 'originals') }),
};

/** Replaces it in a thread whose steps on the disk are counted and stopped. */
async function replaceUntil(run: StoppedRun): Promise<StoppedRunEnd> {
  thread.postMessage(run);
  const [end] = (await once(thread, 'message')) as [StoppedRunEnd];
  return end;
}

const asideOf = (library: string): string[] =>
  existsSync(join(library, 'set-aside')) ? readdirSync(join(library, 'set-aside')) : [];

describe.each(Object.entries(replacements))('replacing a database by a %s one', (kind, replacementIn) => {
  it('that is killed before any of its steps is ended or undone by the next start, which says which', async () => {
    const outcomes = new Set<string>();
    for (let stopAt = 1; ; stopAt += 1) {
      const library = freshLibrary();
      const { error } = await replaceUntil({ library, replacement: replacementIn(library), stopAt, how: 'killed' });
      const sentence = finishReplacement(library, 'Verbatim test');
      const now = which(join(library, 'library.sqlite'));
      const aside = asideOf(library);
      if (now === 'present') {
        expect(sentence ?? 'nothing was begun').toMatch(/broken off before it had changed anything|nothing was begun/u);
        expect(aside.filter((name) => existsSync(join(library, 'set-aside', name, 'library.sqlite')))).toEqual([]);
      } else {
        expect(now).toBe(kind);
        expect(aside).toHaveLength(1);
        expect(which(join(library, 'set-aside', aside[0] ?? '', 'library.sqlite'))).toBe('present');
        // Once it was all done there is nothing left to tell.
        if (sentence !== null) expect(sentence).toMatch(/broken off and was ended now/u);
      }
      outcomes.add(`${now} ${sentence === null ? 'untold' : 'told'}`);
      expect(existsSync(join(library, '.restoring'))).toBe(false);
      expect(finishReplacement(library, 'Verbatim test')).toBeNull();
      rmSync(library, { recursive: true, force: true });
      if (error === null) break;
    }
    expect([...outcomes].toSorted()).toEqual(
      ['present told', 'present untold', `${kind} told`, `${kind} untold`].toSorted(),
    );
  });

  it('that fails at any of its steps leaves everything as it was, or is done', async () => {
    for (let stopAt = 1; ; stopAt += 1) {
      const library = freshLibrary();
      const { error } = await replaceUntil({ library, replacement: replacementIn(library), stopAt, how: 'failed' });
      const sentence = finishReplacement(library, 'Verbatim test');
      const now = which(join(library, 'library.sqlite'));
      expect(['present', kind], `step ${stopAt}: ${error} ${sentence}`).toContain(now);
      if (now === 'present') expect(error).toMatch(/disk/u);
      else expect(asideOf(library)).toHaveLength(1);
      rmSync(library, { recursive: true, force: true });
      if (error === null) break;
    }
  });
});
