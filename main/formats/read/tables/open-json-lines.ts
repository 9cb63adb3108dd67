import type { Readable } from 'node:stream';
import { VerbatimError } from '../../../contract/index.ts';
import type { ContainerSource, Member, OpenContainer } from '../../format.ts';
import { onlyMembers } from '../containers/only-members.ts';
import { longestRow, mostColumns } from '../services/exports/table-rows.ts';
import { beginningOf, decoded } from './decoded.ts';
import { cellsIn } from './json-line-cells.ts';
import { rowsAsMembers } from './rows-as-members.ts';
import { tableColumns } from './signature.ts';

/** So many lines tell which names there are; not every object has all. */
const lookedAt = 20;
const tooLong = `A line of it has more than ${longestRow / 1024 / 1024} million characters; such a line is nobody's article. What stands before was taken.`;

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  return onlyMembers(() => membersOf(source));
}

async function* membersOf(source: ContainerSource): AsyncIterable<Member> {
  const { text, encoding } = await beginningOf(source.path);
  const objects = text
    .split(/\r?\n/u, lookedAt)
    .map(cellsIn)
    .filter((cells) => cells !== null);
  const columns = [...new Set(objects.flatMap((object) => [...object.keys()]))].sort();
  if (columns.length === 0)
    throw new VerbatimError(
      'unsupported',
      'It looks like JSON Lines, but none of its first lines is a whole object. Export it again, with one object a line.',
    );
  if (columns.length > mostColumns)
    throw new VerbatimError(
      'limit-exceeded',
      `Its objects have ${columns.length} names; up to ${mostColumns} are read.`,
    );
  const cellsOf = (object: ReadonlyMap<string, string>) => columns.map((name) => object.get(name) ?? '');
  const table = tableColumns('json-lines', source.name, columns, objects.map(cellsOf));
  const broken = { count: 0 };
  yield* rowsAsMembers({ table, rows: rowsOf(source, encoding, cellsOf, broken) }, 'JSON Lines', source);
  if (broken.count > 0)
    yield {
      kind: 'summary',
      reason: `${broken.count} of its lines are no JSON objects and were passed over.`,
      isEmpty: false,
    };
}

async function* rowsOf(
  source: ContainerSource,
  encoding: string,
  cellsOf: (object: ReadonlyMap<string, string>) => readonly string[],
  broken: { count: number },
): AsyncIterable<readonly string[]> {
  for await (const line of linesOf(decoded(source, encoding))) {
    if (line.trim() === '') continue;
    const object = cellsIn(line);
    if (object === null) broken.count += 1;
    // A line that can't be read is a row all the same: numbers stay those of the file.
    yield object === null ? [] : cellsOf(object);
  }
}

/**
 * Lines of a text in pieces; what is left unread is let go. Only a line feed ends one: Node's own reader of
 * lines also ends them at U+2028 and U+2029, which stand as they are inside strings of JSON (RFC 8259, section 7).
 */
async function* linesOf(text: Readable): AsyncIterable<string> {
  let line = '';
  for await (const piece of text as AsyncIterable<string>) {
    const [end = '', ...following] = piece.split('\n');
    line += end;
    for (const next of following) {
      yield line;
      line = next;
    }
    if (line.length > longestRow) throw new VerbatimError('limit-exceeded', tooLong);
  }
  yield line;
}
