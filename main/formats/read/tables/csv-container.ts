import { parse } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import { VerbatimError } from '../../../contract/index.ts';
import { decodeText, looksBinary } from '../../../reading/document/decode.ts';
import type { ContainerReader, ContainerSource, Member } from '../../format.ts';
import { lenient, mostColumns } from '../services/exports/table-rows.ts';
import { beginningOf, decoded } from './decoded.ts';
import { rowsAsMembers } from './rows-as-members.ts';
import { tableColumns } from './signature.ts';

/** Tables in CSV that no known program wrote: each row is an article, or tells of one, by what its columns mean. */
export const csvContainer: ContainerReader = {
  name: 'csv',
  isArchive: false,
  isTable: true,
  mediaType: 'text/csv',
  // Much prose has commas: a table is one by its name.
  sniff: (head, name) =>
    /\.(?:csv|tsv)$/iu.test(name) && !looksBinary(head) && delimiterOf(decodeText(head).text) !== null ? 0.9 : 0,
  async open(source) {
    return {
      members: () => membersOf(source),
      resource: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    };
  },
};

/** What parts the cells of the first line; null where it has only one. */
function delimiterOf(beginning: string): string | null {
  const [line = ''] = beginning.replace(/^[\uFEFF\r\n]+/u, '').split(/\r\n|\n|\r/u, 1);
  const bare = line.replace(/"(?:[^"]|"")*"/gu, '');
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: bare.split(mark).length - 1 }));
  const best = counts.reduce((winner, one) => (one.count > winner.count ? one : winner));
  return best.count === 0 ? null : best.mark;
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
