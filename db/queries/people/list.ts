import type { SpeakerId, SpeakerKind, SpeakerRow } from '../../../main/contract/index.ts';
import { countedOnce } from '../../counted-once.ts';
import { fold } from '../../fold.ts';
import type { ReadableDb } from '../../types.ts';
import { live } from './live-statements.ts';

export interface PeopleFilter {
  /** Part of a name, of any that somebody has; case and diacritics folded. */
  readonly words: string | null;
  readonly kind: SpeakerKind | null;
  readonly sort: 'statements' | 'name';
}

/** Somebody as the list counts them; what else a row tells is read for the rows of a page alone. */
interface Counted {
  readonly row: number;
  readonly id: SpeakerId;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly statements: number;
  readonly aliases: readonly string[];
  /** All names, folded, on lines of their own. */
  readonly folded: string;
}

/** Those whose words stand in the library, and those of whom a person noted something. */
export function listPeople(
  db: ReadableDb,
  filter: PeopleFilter,
  page: { readonly offset: number; readonly limit: number },
): { rows: SpeakerRow[]; total: number } {
  return db.transaction(() => {
    const narrowed = countedOnce(db, `people ${JSON.stringify(filter)}`, () => narrowedTo(everybody(db), filter));
    return {
      rows: narrowed
        .slice(page.offset, page.offset + page.limit)
        .map(({ row, folded: _folded, ...rest }) => ({ ...rest, ...newestWords(db, row) })),
      total: narrowed.length,
    };
  })();
}

function narrowedTo(all: readonly Counted[], { words, kind, sort }: PeopleFilter): readonly Counted[] {
  const wanted = fold(words ?? '');
  const meant =
    wanted === '' && kind === null
      ? all
      : all.filter((one) => one.folded.includes(wanted) && (kind === null || one.kind === kind));
  // They stand by their names, and the sort keeps that order among equals.
  return sort === 'name' ? meant : meant.toSorted((one, other) => other.statements - one.statements);
}

/** Everybody by name, counted once for each state of the library. */
export function everybody(db: ReadableDb): readonly Counted[] {
  return countedOnce(db, 'people', () => {
    const statements = countWords(db);
    const aliases = new Map<number, { name: string; folded: string }[]>();
    for (const { speaker, ...alias } of db
      .prepare<[], { speaker: number; name: string; folded: string }>(
        'SELECT alias_of AS speaker, name, folded FROM speakers WHERE alias_of IS NOT NULL ORDER BY folded',
      )
      .all())
      aliases.set(speaker, [...(aliases.get(speaker) ?? []), alias]);
    const withRoles = new Set(db.prepare<[], number>('SELECT speaker FROM speaker_roles').pluck().all());
    const organizations = new Set(db.prepare<[], string>('SELECT folded FROM organizations').pluck().all());
    return db
      .prepare<
        [],
        [row: number, id: SpeakerId, name: string, folded: string, kind: SpeakerKind | null, isNoted: number]
      >("SELECT id, uuid, name, folded, kind, notes <> '' FROM speakers WHERE alias_of IS NULL ORDER BY folded")
      .raw()
      .all()
      .flatMap(([row, id, name, folded, kind, isNoted]): Counted[] => {
        const count = statements.get(row) ?? 0;
        if (count === 0 && isNoted === 0 && !withRoles.has(row)) return [];
        const others = aliases.get(row) ?? [];
        return [
          {
            row,
            id,
            name,
            kind: kind ?? (organizations.has(folded) ? 'organization' : 'person'),
            statements: count,
            aliases: others.map((other) => other.name),
            folded: others.length === 0 ? folded : [folded, ...others.map((other) => other.folded)].join('\n'),
          },
        ];
      });
  });
}

/** How many statements are whose, counted from an index alone. */
function countWords(db: ReadableDb): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const from of [
    'SELECT s.speaker, count(*) FROM statements s INDEXED BY statements_spoken WHERE s.speaker IS NOT NULL',
    'SELECT j.speaker, count(*) FROM joint_speakers j JOIN statements s ON s.id = j.statement WHERE true',
  ])
    for (const [speaker, count] of db.prepare<[], [number, number]>(`${from} AND ${live} GROUP BY 1`).raw().all())
      counts.set(speaker, count + (counts.get(speaker) ?? 0));
  return counts;
}

interface Said {
  readonly first: string | null;
  readonly last: string | null;
}

/** The days of somebody's first and last words, and as what the newest statement that tells it calls them. */
function newestWords(db: ReadableDb, row: number): Pick<SpeakerRow, 'role' | 'organization' | 'first' | 'last'> {
  const words = `(SELECT s.dated, s.role, s.organization FROM statements s INDEXED BY statements_spoken WHERE s.speaker = :row AND ${live}
    UNION ALL SELECT s.dated, j.role, j.organization FROM joint_speakers j JOIN statements s ON s.id = j.statement
      WHERE j.speaker = :row AND ${live})`;
  const days = db
    .prepare<[{ row: number }], Said>(`SELECT min(dated) AS first, max(dated) AS last FROM ${words} WHERE dated > ''`)
    .get({ row });
  // Of a group with one max() SQLite takes the other columns from where that stands (lang_select.html, "bare columns").
  const role = db
    .prepare<[{ row: number }], { role: string | null; organization: string | null }>(
      `SELECT t.role, o.name AS organization FROM (SELECT role, organization, max(dated) FROM ${words}
         WHERE role IS NOT NULL OR organization IS NOT NULL) t LEFT JOIN organizations o ON o.id = t.organization`,
    )
    .get({ row });
  return {
    role: role?.role ?? null,
    organization: role?.organization ?? null,
    first: days?.first ?? null,
    last: days?.last ?? null,
  };
}
