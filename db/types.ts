import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that may be read. Queries that only read take this. */
export type ReadableDb = Database.Database & { readonly [readable]: true };
/** The one connection that may be written. Every writable connection is readable too. */
export type WritableDb = ReadableDb & { readonly [writable]: true };
