import type { CheckLine } from '../../main/contract/index.ts';
import { hasHash } from '../queries/damaged-words.ts';
import type { ReadableDb } from '../types.ts';
import { type MaintenanceControl, Telling } from './maintenance.ts';

interface TextRow {
  readonly number: number;
  readonly title: string;
  /** Null where they are gone. */
  readonly words: Uint8Array | null;
  readonly sha256: string;
}

/** Every revision's text against the hash that it was kept under, one after the other, in this thread. */
export function checkTexts(db: ReadableDb, control: MaintenanceControl): CheckLine {
  const telling = new Telling(control);
  const total = db.prepare<[], number>('SELECT count(*) FROM revisions').pluck().get() ?? 0;
  const wrong: string[] = [];
  let seen = 0;
  const rows = db.prepare<[], TextRow>(
    'SELECT r.number, a.title, k.words, r.sha256 FROM revisions r LEFT JOIN revision_contents k ON k.revision = r.id JOIN articles a ON a.id = r.article ORDER BY r.id',
  );
  for (const { number, title, words, sha256 } of rows.iterate()) {
    seen += 1;
    telling.tell({ items: { done: seen, total }, current: title });
    if (!hasHash(words, sha256)) wrong.push(`revision ${number} of “${title}”`);
  }
  return {
    check: 'texts',
    ok: wrong.length === 0,
    detail:
      wrong.length === 0
        ? `${seen} revisions: every text has the hash it was kept under.`
        : `${wrong.length} of ${seen} revisions have another text than the hash they were kept under: ${some(wrong)}. Extract them again: words that the original gives are put back; for others restore a backup.`,
  };
}

function some(names: readonly string[]): string {
  return names.length <= 5 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${names.length - 5} more`;
}
