import * as v from 'valibot';
import type { Instant } from './instant.ts';

/** Tables that no known program wrote: what their columns mean is a person's word, and is remembered. */

/** What a column may hold of an article. The body may be plain text or HTML. */
export const columnFields = [
  'title',
  'url',
  'body',
  'author',
  'date',
  'publication',
  'tags',
  'highlight',
  'note',
] as const;
export const ColumnField = v.picklist(columnFields);
export type ColumnField = v.InferOutput<typeof ColumnField>;

const column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

/** For each field the number of its column, from 0. An article is known by its words, its address or its title. */
export const ColumnChoice = v.pipe(
  v.record(ColumnField, column),
  v.check(
    ({ title, url, body }) => title !== undefined || url !== undefined || body !== undefined,
    'a column with the title, the address or the text is needed',
  ),
);
export type ColumnChoice = v.InferOutput<typeof ColumnChoice>;

export const tableKinds = ['csv', 'json-lines'] as const;
export type TableKind = (typeof tableKinds)[number];

/** The columns of a table, as its file has them. */
export interface TableColumns {
  /** Of the kind of file and its columns' names: the next file with the same is taken in without asking. */
  readonly signature: string;
  readonly kind: TableKind;
  /** The first file's name, unless a person gave another. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The first rows, long cells cut. */
  readonly sample: readonly (readonly string[])[];
}

export interface ColumnMapping extends TableColumns {
  /** Null until a person has said what the columns mean. */
  readonly fields: ColumnChoice | null;
  readonly met: Instant;
}
