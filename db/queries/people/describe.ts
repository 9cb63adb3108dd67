import type {
  ArticleId,
  SayingArticle,
  SpeakerAlias,
  SpeakerDescription,
  SpeakerId,
  SpeakerKind,
  SpeakerRoleId,
} from '../../../main/contract/index.ts';
import type { ReadableDb } from '../../types.ts';
import { live } from './live-statements.ts';
import { kindSql, speakerByUuid } from './speaker-row.ts';

/** A role as the articles give it, summed up; `main/reading/identity` joins those that are one. */
export interface RoleInArticles {
  readonly role: string | null;
  readonly organization: string | null;
  /** The days of the first and the last article that gives it. */
  readonly since: string | null;
  readonly until: string | null;
  readonly firstSaid: SayingArticle;
  readonly lastSaid: SayingArticle;
  readonly statements: number;
}

/** A role that a person keeps. */
export interface RoleKept extends Pick<RoleInArticles, 'role' | 'organization' | 'since' | 'until'> {
  readonly kept: SpeakerRoleId;
  readonly said: SayingArticle | null;
}

/** Somebody's page, with the roles as they are told. */
export interface SpeakerRead extends Omit<SpeakerDescription, 'roles'> {
  readonly inArticles: readonly RoleInArticles[];
  readonly kept: readonly RoleKept[];
}

/** Somebody by id; an id of what is another name by now leads to whom it names. Throws `not-found`. */
export function readSpeaker(db: ReadableDb, id: SpeakerId): SpeakerRead {
  const target = db
    .prepare<[string], string>('SELECT p.uuid FROM speakers n JOIN speakers p ON p.id = n.alias_of WHERE n.uuid = ?')
    .pluck()
    .get(id);
  const { id: row } = speakerByUuid(db, target ?? id);
  const own = db
    .prepare<[number], { id: SpeakerId; name: string; kind: SpeakerKind; isKept: number; notes: string }>(
      `SELECT p.uuid AS id, p.name, ${kindSql} AS kind, p.kind IS NOT NULL AS isKept, p.notes FROM speakers p WHERE p.id = ?`,
    )
    .get(row);
  if (own === undefined) throw new Error('a row that was found is gone within one transaction');
  const { isKept, ...rest } = own;
  return {
    ...rest,
    isKindKept: isKept === 1,
    aliases: db
      .prepare<[number], SpeakerAlias>(
        `SELECT k.name, k.notes, (SELECT c.uuid FROM speaker_changes c WHERE c.source = k.id AND c.kind = 'merge') AS merged
         FROM speakers k WHERE k.alias_of = ? ORDER BY k.folded`,
      )
      .all(row),
    ...countWords(db, row),
    inArticles: rolesInArticles(db, row),
    kept: rolesKept(db, row),
  };
}

function countWords(db: ReadableDb, row: number): { readonly statements: number; readonly suggested: number } {
  const counts = `SELECT count(*) AS statements, count(*) FILTER (WHERE s.state = 'suggested') AS suggested`;
  const alone = db
    .prepare<[number], { statements: number; suggested: number }>(
      `${counts} FROM statements s INDEXED BY statements_spoken WHERE s.speaker = ? AND ${live}`,
    )
    .get(row);
  const jointly = db
    .prepare<[number], { statements: number; suggested: number }>(
      `${counts} FROM joint_speakers j JOIN statements s ON s.id = j.statement WHERE j.speaker = ? AND ${live}`,
    )
    .get(row);
  return {
    statements: (alone?.statements ?? 0) + (jointly?.statements ?? 0),
    suggested: (alone?.suggested ?? 0) + (jointly?.suggested ?? 0),
  };
}

interface RoleRow {
  readonly role: string | null;
  readonly organization: string | null;
  /** The day and the rowid of an article, parted by a bar. */
  readonly first: string;
  readonly last: string;
  readonly statements: number;
}

function rolesInArticles(db: ReadableDb, row: number): RoleInArticles[] {
  const article = db.prepare<[number], SayingArticle>('SELECT uuid AS id, title FROM articles WHERE id = ?');
  // A role is that of the day on which the article was written, whatever day the words are of.
  const rows = db
    .prepare<[{ row: number }], RoleRow>(
      `SELECT t.role, o.name AS organization, min(coalesce(a.published_key, '~') || '|' || a.id) AS first,
         max(coalesce(a.published_key, '') || '|' || a.id) AS last, count(*) AS statements
       FROM (SELECT s.article, s.role, s.organization FROM statements s INDEXED BY statements_spoken
               WHERE s.speaker = :row AND ${live} AND (s.role IS NOT NULL OR s.organization IS NOT NULL)
             UNION ALL SELECT s.article, j.role, j.organization FROM joint_speakers j JOIN statements s ON s.id = j.statement
               WHERE j.speaker = :row AND ${live} AND (j.role IS NOT NULL OR j.organization IS NOT NULL)) t
       JOIN articles a ON a.id = t.article LEFT JOIN organizations o ON o.id = t.organization
       GROUP BY t.role, t.organization`,
    )
    .all({ row });
  const told = (text: string): { readonly day: string | null; readonly said: SayingArticle } => {
    const [day = '', id = ''] = text.split('|');
    const said = article.get(Number(id));
    if (said === undefined) throw new Error('an article that was met is gone within one transaction');
    return { day: day === '' || day === '~' ? null : day.slice(0, 10), said };
  };
  return rows.map(({ role, organization, first, last, statements }) => {
    const [from, to] = [told(first), told(last)];
    return { role, organization, since: from.day, until: to.day, firstSaid: from.said, lastSaid: to.said, statements };
  });
}

function rolesKept(db: ReadableDb, row: number): RoleKept[] {
  return db
    .prepare<
      [{ row: number }],
      Pick<RoleKept, 'kept' | 'role' | 'organization' | 'since' | 'until'> & {
        readonly article: ArticleId | null;
        readonly title: string | null;
      }
    >(
      `SELECT r.uuid AS kept, r.role, r.organization, r.since, r.until, a.uuid AS article, a.title FROM speaker_roles r
       LEFT JOIN articles a ON a.id = r.article AND a.binned IS NULL
       WHERE r.speaker = :row OR r.speaker IN (SELECT id FROM speakers WHERE alias_of = :row) ORDER BY r.id`,
    )
    .all({ row })
    .map(({ article, title, ...role }) => ({
      ...role,
      said: article === null || title === null ? null : { id: article, title },
    }));
}
