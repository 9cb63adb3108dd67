import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { VerbatimError } from '../../../contract/index.ts';
import type { ContainerSource, Member, OpenContainer } from '../../format.ts';
import { onlyMembers } from '../containers/only-members.ts';
import { lenient, mostColumns } from '../services/exports/table-rows.ts';
import { beginningOf, decoded } from './decoded.ts';
import { delimiterOf } from './delimiter.ts';
import { rowsAsMembers } from './rows-as-members.ts';
import { tableColumns } from './signature.ts';

/** For `ContainerReader.open`. */
export async function open(source: ContainerSource): Promise<OpenContainer> {
  return onlyMembers(() => membersOf(source));
}

async function* membersOf(source: ContainerSource): AsyncIterable<Member> {
  const { text, encoding } = await beginningOf(source.path);
  const delimiter = delimiterOf(text) ?? ',';
  const [names = [], ...sample] = firstRows(text, delimiter);
  if (names.length > mostColumns)
    throw new VerbatimError(
      'limit-exceeded',
      `It has ${names.length} columns; tables of up to ${mostColumns} are read.`,
    );
  const table = tableColumns('csv', source.name, names, sample);
  yield* rowsAsMembers({ table, rows: rowsOf(source, encoding, delimiter) }, 'CSV', source);
}

/** The first rows of a beginning that may break off anywhere. */
function firstRows(text: string, delimiter: string): string[][] {
  for (const to of [4, 2, 1]) {
    try {
      return parseAll(text, { ...lenient, delimiter, to });
    } catch {
      // A long cell runs over the end of the beginning: fewer rows are whole.
    }
  }
  return [];
}

async function* rowsOf(source: ContainerSource, encoding: string, delimiter: string): AsyncIterable<readonly string[]> {
  const text = decoded(source, encoding);
  const rows = text.pipe(parse({ ...lenient, delimiter, from: 2 }));
  text.on('error', (error) => rows.destroy(error));
  let number = 0;
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      number += 1;
      yield cells;
    }
  } catch (error) {
    source.signal.throwIfAborted();
    throw new VerbatimError(
      'unsupported',
      `The table can't be read beyond row ${number} (${error instanceof Error ? error.message : String(error)}). What stands before was taken. Look for a quotation mark that isn't closed, and add the file again.`,
    );
  } finally {
    text.destroy();
  }
}
