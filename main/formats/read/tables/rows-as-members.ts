import type { ColumnChoice, TableColumns } from '../../../contract/index.ts';
import type { ContainerSource, Member, MentionedArticle } from '../../format.ts';
import { largestMember, tooLargeMember } from '../containers/member-limits.ts';
import { readRow } from './row.ts';
import { chosenByName } from './signature.ts';

/** Mentions go to the library so many at a time. */
const mentionsAtOnce = 200;

/** A table that is read from its beginning. */
export interface OpenTable {
  readonly table: TableColumns;
  /** Its rows from the first on, one at a time. */
  readonly rows: AsyncIterable<readonly string[]>;
}

/**
 * The rows of a table as members of a container: what its columns are comes first; where nobody has said
 * what they mean, nothing follows.
 */
export async function* rowsAsMembers(
  { table, rows }: OpenTable,
  program: string,
  source: ContainerSource,
): AsyncIterable<Member> {
  const fields = fieldsOf(table, source);
  yield { kind: 'columns', table, fields };
  if (fields === null) return;
  const done = source.after === null || source.after === '' ? 0 : Number(source.after);
  let waiting: MentionedArticle[] = [];
  let number = 0;
  for await (const cells of rows) {
    source.signal.throwIfAborted();
    number += 1;
    if (number <= done) continue;
    const row = readRow(cells, fields, { number, program });
    if (row?.kind === 'mention') waiting.push(row.mention);
    // Members are dealt with in order: what stood before an article goes first.
    if (waiting.length >= mentionsAtOnce || (row?.kind === 'article' && waiting.length > 0)) {
      const last = row?.kind === 'article' ? number - 1 : number;
      yield { kind: 'mentions', mentions: waiting, position: String(last) };
      waiting = [];
    }
    if (row?.kind === 'article') yield small(row.member);
  }
  if (waiting.length > 0) yield { kind: 'mentions', mentions: waiting, position: String(number) };
}

function small(member: Extract<Member, { kind: 'file' }>): Member {
  const { bytes, path, position } = member;
  return bytes.byteLength > largestMember ? { kind: 'refused', path, reason: tooLargeMember, position } : member;
}

/** What was asked for with this import goes before what is remembered. */
function fieldsOf(table: TableColumns, { tables }: ContainerSource): ColumnChoice | null {
  if (tables === undefined) return null;
  const asked = tables.wanted === null ? null : chosenByName(table.columns, tables.wanted);
  return asked ?? tables.known[table.signature] ?? null;
}
