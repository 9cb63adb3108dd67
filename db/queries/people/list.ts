import type { SpeakerId, SpeakerKind, SpeakerRow } from '../../../main/contract/index.ts';
import { countedOnce } from '../../counted-once.ts';
import { fold } from '../../fold.ts';
import type { ReadableDb } from '../../types.ts';
import { kindSql } from './speaker-row.ts';

export interface PeopleFilter {
  /** Part of a name, of any that somebody has; case and diacritics folded. */
  readonly words: string | null;
  readonly kind: SpeakerKind | null;
  readonly sort: 'statements' | 'name';
}

interface Listed extends SpeakerRow {
  /** All names, folded, on lines of their own. */
  readonly folded: string;
}

/** Those whose words stand in the library, and those of whom a person noted something. */
export function listPeople(
  db: ReadableDb,
  { words, kind, sort }: PeopleFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: SpeakerRow[]; total: number } {
  return db.transaction(() => {
    const wanted = fold(words ?? '');
    const narrowed = countedOnce(db, `people ${JSON.stringify([wanted, kind, sort])}`, () => {
      const all = countedOnce(db, 'people', () => everybody(db));
      const meant =
        wanted === '' && kind === null
          ? all
          : all.filter((one) => one.folded.includes(wanted) && (kind === null || one.kind === kind));
      // They stand by their names, and the sort keeps that order among equals.
      return sort === 'name' ? meant : meant.toSorted((one, other) => other.statements - one.statements);
    });
    return {
      rows: narrowed.slice(page.offset, page.offset + page.limit).map(({ folded: _folded, ...row }) => row),
      total: narrowed.length,
    };
  })();
}

/** Everybody once, by name. */
function everybody(db: ReadableDb): Listed[] {
  const said = saidByEach(db);
  const aliases = new Map<number, { name: string; folded: string }[]>();
  for (const { speaker, ...alias } of db
    .prepare<[], { speaker: number; name: string; folded: string }>(
      'SELECT alias_of AS speaker, name, folded FROM speakers WHERE alias_of IS NOT NULL ORDER BY folded',
    )
    .all())
    aliases.set(speaker, [...(aliases.get(speaker) ?? []), alias]);
  const noted = new Set(
    db
      .prepare<[], number>(
        `SELECT id FROM speakers WHERE notes <> '' AND alias_of IS NULL UNION SELECT speaker FROM speaker_roles`,
      )
      .pluck()
      .all(),
  );
  const organizations = new Map(db.prepare<[], [number, string]>('SELECT id, name FROM organizations').raw().all());
  return db
    .prepare<[], [row: number, id: SpeakerId, name: string, folded: string, kind: SpeakerKind]>(
      `SELECT p.id, p.uuid, p.name, p.folded, ${kindSql} FROM speakers p WHERE p.alias_of IS NULL ORDER BY p.folded`,
    )
    .raw()
    .all()
    .flatMap(([row, id, name, folded, kind]): Listed[] => {
      const words = said.get(row);
      if (words === undefined && !noted.has(row)) return [];
      const others = aliases.get(row) ?? [];
      return [
        {
          id,
          name,
          kind,
          statements: words?.statements ?? 0,
          aliases: others.map((other) => other.name),
          role: words?.role ?? null,
          organization: words?.organization == null ? null : (organizations.get(words.organization) ?? null),
          first: words?.first ?? null,
          last: words?.last ?? null,
          folded: [folded, ...others.map((other) => other.folded)].join('\n'),
        },
      ];
    });
}

interface Said {
  readonly statements: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly role: string | null;
  readonly organization: number | null;
}

/**
 * What each has said, summed up from an index alone. The role is that of the newest statement which gives one: of a row
 * with one `max()` SQLite takes the other columns from where that stands (sqlite.org/lang_select.html, "bare columns").
 */
function saidByEach(db: ReadableDb): ReadonlyMap<number, Said> {
  const live = `s.binned IS NULL AND s.state <> 'rejected' AND s.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)`;
  const sums = db
    .prepare<[], [number, number, string, string | null, number | null]>(
      `SELECT s.speaker, count(*), max(iif(s.role IS NULL AND s.organization IS NULL, '', '1') || s.dated), s.role, s.organization
       FROM statements s INDEXED BY statements_spoken WHERE s.speaker IS NOT NULL AND ${live} GROUP BY s.speaker`,
    )
    .raw()
    .all();
  const days = new Map(
    db
      .prepare<[], [number, string, string]>(
        `SELECT s.speaker, min(s.dated), max(s.dated) FROM statements s INDEXED BY statements_spoken
         WHERE s.speaker IS NOT NULL AND s.dated > '' AND ${live} GROUP BY s.speaker`,
      )
      .raw()
      .all()
      .map(([speaker, first, last]) => [speaker, { first, last }]),
  );
  const said = new Map<number, Said>(
    sums.map(([speaker, statements, , role, organization]) => [
      speaker,
      { statements, first: null, last: null, ...days.get(speaker), role, organization },
    ]),
  );
  for (const [speaker, statements, role, organization, dated] of db
    .prepare<[], [number, number, string | null, number | null, string]>(
      `SELECT j.speaker, count(*), j.role, j.organization, max(s.dated) FROM joint_speakers j JOIN statements s ON s.id = j.statement
       WHERE ${live} GROUP BY j.speaker`,
    )
    .raw()
    .all()) {
    const alone = said.get(speaker);
    const day = dated === '' ? null : dated;
    said.set(speaker, {
      statements: statements + (alone?.statements ?? 0),
      first: earlier(alone?.first ?? null, day),
      last: later(alone?.last ?? null, day),
      role: alone?.role ?? role,
      organization: alone === undefined ? organization : alone.organization,
    });
  }
  return said;
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one;
}

function later(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other > one) ? other : one;
}
