import type { LedgerFacets, LedgerFacetValue, LedgerPeriod } from '../../main/contract/index.ts';
import { countedOnce } from '../counted-once.ts';
import type { ReadableDb } from '../types.ts';
import { codesOnStatements } from './codes-on-statements.ts';
import type { LedgerFilter, Parameters } from './ledger-filter.ts';
import { shownPart } from './statement-ledger.ts';

/** So many statements are looked at for their values: as many take a few hundredths of a second. */
const mostCounted = 50_000;
/** So many values of each kind are told. */
const mostValues = 12;

interface Looked {
  readonly id: number;
  readonly article: number;
  readonly speaker: number | null;
  readonly organization: number | null;
  readonly kind: string;
  readonly state: string;
  readonly said: string | null;
}

/**
 * The values that the listed statements have, with how many have each, most first. Of more than fifty thousand, those are
 * looked at that the list's own order by day gives first, which `counted` says. Throws an AbortError when it was given up.
 */
export function statementFacets(db: ReadableDb, filter: LedgerFilter): LedgerFacets {
  return db.transaction((): LedgerFacets => {
    const { part, counts } = shownPart(db, filter);
    const order = part.gathered === null ? 'ORDER BY s.dated DESC, s.article DESC, s.id' : '';
    const sql = `SELECT s.id, s.article, s.speaker, s.organization, s.kind, s.state, s.said ${part.from} WHERE ${part.where} ${order} LIMIT ${mostCounted}`;
    return countedOnce(db, `facets ${sql} ${JSON.stringify(part.parameters)}`, () => {
      const tallies = {
        speaker: new Tally(),
        organization: new Tally(),
        kind: new Tally(),
        state: new Tally(),
        year: new Tally(),
      };
      const articles = new Tally();
      const ids: number[] = [];
      let unnamed = 0;
      for (const row of db.prepare<[Parameters], Looked>(sql).iterate(part.parameters)) {
        tallies.speaker.add(row.speaker);
        if (row.speaker === null) unnamed += 1;
        tallies.organization.add(row.organization);
        tallies.kind.add(row.kind);
        tallies.state.add(row.state);
        tallies.year.add(row.said?.slice(0, 4) ?? null);
        articles.add(row.article);
        ids.push(row.id);
      }
      const { publication, language } = ofArticles(db, articles);
      return {
        counted: ids.length,
        total: counts.total,
        unnamed,
        values: {
          speaker: named(db, tallies.speaker, 'speakers'),
          organization: named(db, tallies.organization, 'organizations'),
          publication: publication.most(),
          kind: tallies.kind.most(),
          state: tallies.state.most(),
          language: language.most(),
          code: codesOn(db, ids),
          year: tallies.year.most().sort((a, b) => b.value.localeCompare(a.value)),
        },
      };
    });
  })();
}

class Tally {
  readonly counts = new Map<string | number, number>();

  add(value: string | number | null, count = 1): void {
    if (value !== null) this.counts.set(value, (this.counts.get(value) ?? 0) + count);
  }

  most(): LedgerFacetValue[] {
    return [...this.counts]
      .sort(([a, one], [b, other]) => other - one || String(a).localeCompare(String(b)))
      .slice(0, mostValues)
      .map(([value, count]) => ({ value: String(value), name: String(value), count }));
  }
}

function named(db: ReadableDb, tally: Tally, table: 'speakers' | 'organizations'): LedgerFacetValue[] {
  const read = db.prepare<[number], { value: string; name: string }>(
    `SELECT uuid AS value, name FROM ${table} WHERE id = ?`,
  );
  return tally.most().flatMap(({ value, count }) => {
    const row = read.get(Number(value));
    return row === undefined ? [] : [{ ...row, count }];
  });
}

/** A region counts to its language, as it does where the list is narrowed by one. */
function ofArticles(db: ReadableDb, articles: Tally): { readonly publication: Tally; readonly language: Tally } {
  const publication = new Tally();
  const language = new Tally();
  const rows = db
    .prepare<[string], { id: number; publication: string | null; language: string | null }>(
      `SELECT a.id, a.publication, a.language FROM json_each(?) wanted CROSS JOIN articles a ON a.id = wanted.value
       WHERE (a.id & 63 <> 0 OR keep_going())`,
    )
    .iterate(JSON.stringify([...articles.counts.keys()]));
  for (const row of rows) {
    const count = articles.counts.get(row.id) ?? 0;
    publication.add(row.publication, count);
    language.add(row.language?.toLowerCase().split('-')[0] ?? null, count);
  }
  return { publication, language };
}

/** Few articles have marks, so codes are asked of those. */
function codesOn(db: ReadableDb, ids: readonly number[]): LedgerFacetValue[] {
  return db
    .prepare<[string], LedgerFacetValue>(
      `SELECT c.uuid AS value, c.name, count(*) AS count FROM (${codesOnStatements(`(SELECT s.id, s.article FROM json_each(?) wanted
         CROSS JOIN statements s INDEXED BY statements_found ON s.id = wanted.value AND s.binned IS NULL
         WHERE s.article IN (SELECT n.article FROM annotation_codes m JOIN annotations n ON n.id = m.annotation WHERE n.binned IS NULL))`)}) t
       JOIN codes c ON c.id = t.code GROUP BY c.id ORDER BY count DESC, c.name LIMIT ${mostValues}`,
    )
    .all(JSON.stringify(ids));
}

/**
 * How many of the listed statements were said in each year, or in each part of a year or of a month (`within`), in their
 * order; those that are dated no more precisely stand first, under the period itself. `undated`: nobody knows their day.
 */
export function statementPeriods(
  db: ReadableDb,
  filter: LedgerFilter,
  within: string | null,
): { readonly periods: readonly LedgerPeriod[]; readonly undated: number } {
  return db.transaction(() => {
    // The timeline itself says what has no day.
    const { part } = shownPart(db, { ...filter, undated: true });
    const length = within === null ? 4 : within.length + 3;
    const range = within === null ? '' : `AND s.dated >= :within AND s.dated < :within || '~'`;
    const parameters = { ...part.parameters, ...(within === null ? {} : { within }) };
    const sql = `SELECT substr(s.dated, 1, ${length}) AS period, count(*) AS count ${part.from}
      WHERE ${part.where} AND s.said IS NOT NULL ${range} GROUP BY period ORDER BY period`;
    const undated = `SELECT count(*) ${part.from} WHERE ${part.where} AND s.said IS NULL`;
    return countedOnce(db, `periods ${sql} ${JSON.stringify(parameters)}`, () => ({
      periods: db.prepare<[Parameters], LedgerPeriod>(sql).all(parameters),
      undated: within === null ? (db.prepare<[Parameters], number>(undated).pluck().get(parameters) ?? 0) : 0,
    }));
  })();
}
