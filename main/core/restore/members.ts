import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import { ArticleRecord, VerbatimError } from '../../contract/index.ts';
import { byteLines } from '../../formats/shared/json/byte-lines.ts';
import { BrokenJson, type JsonStreamOptions, jsonPieces } from '../../formats/shared/json/json-stream.ts';
import type { PackageSource } from '../../formats/shared/package/package.ts';

/**
 * Reads the members of a package. Whatever is wrong with one is thrown as a sentence that names the member
 * and the line. Nothing here is as large as a member: lists and article records come piece by piece.
 */

const megabyte = 1024 * 1024;
/** One entry of a list, a revision with its document, a mark. A revision's text is some kilobytes. */
const largestPiece = 256 * megabyte;
/** A line of the log or of what is awaited. */
const largestLine = 16 * megabyte;
/** Entries that are kept together: codes and collections, and what says of an article what else belongs to it. */
const mostEntries = 2_000_000;

export const awaitedMember = 'data/awaited.jsonl';
export const codesMember = 'data/codes.json';
export const collectionsMember = 'data/collections.json';
export const eventsMember = 'data/events.jsonl';
export const libraryMember = 'data/library.json';

/** A list with one entry after the other: `data/codes.json`. A package without the member has none. */
export async function readList<Schema extends GenericSchema>(
  source: PackageSource,
  member: string,
  schema: Schema,
): Promise<InferOutput<Schema>[]> {
  const entries: InferOutput<Schema>[] = [];
  if (!source.has(member)) return entries;
  const entering: JsonStreamOptions['entering'] = (path) => (path.length === 0 ? 'enter' : 'whole');
  for await (const { path, value, line } of pieces(source, member, entering)) {
    if (path[0] !== '*') throw wrong(member, line, 'it is no list');
    entries.push(checked(schema, value, member, line));
    if (entries.length > mostEntries) throw wrong(member, line, `it has more than ${mostEntries} entries`);
  }
  return entries;
}

/** The one object that a small member is. */
export async function readObject<Schema extends GenericSchema>(
  source: PackageSource,
  member: string,
  schema: Schema,
): Promise<InferOutput<Schema>> {
  for await (const { value, line } of pieces(source, member, () => 'whole'))
    return checked(schema, value, member, line);
  throw wrong(member, 1, 'it is empty');
}

/** The entries of a member that has one a line. A package without the member has none. */
export async function* readLines<Schema extends GenericSchema>(
  source: PackageSource,
  member: string,
  schema: Schema,
): AsyncIterable<{ readonly line: number; readonly entry: InferOutput<Schema> }> {
  if (!source.has(member)) return;
  for await (const { line, text } of linesOf(source, member)) {
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw wrong(member, line, `it is not whole JSON (${error instanceof Error ? error.message : String(error)})`);
    }
    yield { line, entry: checked(schema, value, member, line) };
  }
}

const listsOfArticle = ['captures', 'revisions', 'statements', 'annotations'] as const;
type ListOfArticle = (typeof listsOfArticle)[number];

function isListOfArticle(key: string): key is ListOfArticle {
  return listsOfArticle.some((name) => name === key);
}

/** An article's record. Its lists are read entry by entry, so it may be longer than any one text can be. */
export async function readArticleRecord(source: PackageSource, member: string): Promise<ArticleRecord> {
  const fields = new Map<string, unknown>();
  const lists: Record<ListOfArticle, { readonly value: unknown; readonly line: number }[]> = {
    captures: [],
    revisions: [],
    statements: [],
    annotations: [],
  };
  const entering: JsonStreamOptions['entering'] = ([key, ...inner]) =>
    key === undefined || (inner.length === 0 && isListOfArticle(key)) ? 'enter' : 'whole';
  for await (const { path, value, line } of pieces(source, member, entering)) {
    const [key = '', item] = path;
    if (item === '*' && isListOfArticle(key)) lists[key].push({ value, line });
    else if (item === undefined && !isListOfArticle(key)) fields.set(key, value);
    else throw wrong(member, line, `“${key}” is no list`);
    if (lists.statements.length + lists.annotations.length > mostEntries)
      throw wrong(member, line, `the article has more than ${mostEntries} marks`);
  }
  const record = Object.fromEntries([
    ...fields,
    ...listsOfArticle.map((name) => [name, lists[name].map(({ value }) => value)] as const),
  ]);
  const result = safeParse(ArticleRecord, record);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const [list, index] = issue.path ?? [];
  const name = String(list?.key ?? '');
  const line = isListOfArticle(name) ? (lists[name][Number(index?.key)]?.line ?? 1) : 1;
  throw wrong(member, line, told(issue));
}

async function* pieces(source: PackageSource, member: string, entering: JsonStreamOptions['entering']) {
  try {
    yield* jsonPieces(source.stream(member), { entering, largestPiece, several: false });
  } catch (error) {
    if (error instanceof BrokenJson) throw wrong(member, error.line, `it is not whole JSON (${error.problem})`);
    throw error;
  }
}

function checked<Schema extends GenericSchema>(
  schema: Schema,
  value: unknown,
  member: string,
  line: number,
): InferOutput<Schema> {
  const result = safeParse(schema, value);
  if (result.success) return result.output;
  throw wrong(member, line, told(result.issues[0]));
}

interface Issue {
  readonly message: string;
  readonly path?: readonly { readonly key: unknown }[] | undefined;
}

function told({ path, message }: Issue): string {
  const where = path?.map(({ key }) => String(key)).join('.') ?? '';
  return where === '' ? message : `${where}: ${message}`;
}

/** What is wrong with a member, as a report has it. */
export function wrong(member: string, line: number, problem: string): VerbatimError {
  return new VerbatimError(
    'unsupported',
    `${member}, line ${line}, is not as a package of Verbatim has it: ${problem}.`,
    { member, line },
  );
}

async function* linesOf(
  source: PackageSource,
  member: string,
): AsyncIterable<{ readonly line: number; readonly text: string }> {
  for await (const { line, bytes } of byteLines(source.stream(member), largestLine)) {
    if (bytes === null) throw wrong(member, line, `it has more than ${largestLine / megabyte} MB`);
    yield { line, text: textOf(bytes, member, line) };
  }
}

function textOf(bytes: Uint8Array, member: string, line: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrong(member, line, 'it holds bytes that are no UTF-8');
  }
}
