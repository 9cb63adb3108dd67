import type { Readable } from 'node:stream';
import { VerbatimError } from '../../../contract/index.ts';
import { decodeText } from '../../../reading/document/decode.ts';
import type { ContainerReader, ContainerSource, Member } from '../../format.ts';
import { longestRow, mostColumns } from '../services/exports/table-rows.ts';
import { looksLikeAnnotations } from '../services/web-annotation.ts';
import { beginningOf, decoded } from './decoded.ts';
import { rowsAsMembers } from './rows-as-members.ts';
import { tableColumns } from './signature.ts';

/** JSON Lines (jsonlines.org): an object a line. Its columns are the names that the first lines have. */
export const jsonLinesContainer: ContainerReader = {
  name: 'json-lines',
  isArchive: false,
  isTable: true,
  mediaType: 'application/jsonl',
  sniff(head, name) {
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 512)).toString('latin1');
    if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*\{/u.test(start) || looksLikeAnnotations(head)) return 0;
    if (/\.(?:jsonl|ndjson|jsonlines)$/iu.test(name)) return 0.9;
    const [first = '', second = ''] = decodeText(head).text.split(/\r?\n/u, 2);
    return cellsIn(first) !== null && second.startsWith('{') ? 0.9 : 0;
  },
  async open(source) {
    return {
      members: () => membersOf(source),
      resource: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    };
  },
};

/** So many lines tell which names there are; not every object has all. */
const lookedAt = 20;

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

const tooLong = `A line of it has more than ${longestRow / 1024 / 1024} million characters; such a line is nobody's article. What stands before was taken.`;

/** The cells of an object on a line; null for anything else, and for what is nested beyond reason. */
function cellsIn(line: string): ReadonlyMap<string, string> | null {
  const text = line.replace(/^\uFEFF/u, '').trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flat({ ...value }) : null;
  } catch {
    return null;
  }
}

/** Objects inside objects are columns of their own (`author.name`) down to here; deeper ones are text. */
const deepest = 3;

function flat(object: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  const put = (name: string, value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest)
      for (const [inner, one] of Object.entries(value)) put(`${name}.${inner}`, one, depth + 1);
    else cells.set(name, cellOf(value));
  };
  for (const [name, value] of Object.entries(object)) put(name, value, 1);
  return cells;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 1 ? String(value[0]) : JSON.stringify(value.map(String));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
