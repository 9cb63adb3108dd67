import {
  type ArticleRecord,
  AwaitedRecord,
  CodeRecord,
  CollectionRecord,
  EventRecord,
  LibraryRecord,
  packageFormatVersion,
  VerbatimError,
} from '../../contract/index.ts';
import type { PackageFile, PackageSource } from '../../formats/shared/package/package.ts';
import { validateBag } from '../../formats/write/bagit/validate-bag.ts';
import { contradictionIn, idsOf, originalsOf, wrongMoment } from './article-claims.ts';
import {
  awaitedMember,
  codesMember,
  collectionsMember,
  eventsMember,
  libraryMember,
  readArticleRecord,
  readLines,
  readList,
  readObject,
  wrong,
} from './members.ts';

/**
 * Looks a package through to its end before anything of it is written: the bag, every member against its schema,
 * and what they say of each other. Only ids and small facts are kept of what was read, so a package of any size
 * needs little memory.
 */

/** A package that may be taken in. */
export interface InspectedPackage {
  readonly library: LibraryRecord;
  readonly codes: readonly CodeRecord[];
  readonly collections: readonly CollectionRecord[];
  /** Where in the package each stored file lies, by its hash. */
  readonly originals: ReadonlyMap<string, string>;
  readonly articles: readonly InspectedArticle[];
  /** Fewer or more records than the package says that it holds, as a sentence; else null. */
  readonly miscount: string | null;
}

export interface InspectedArticle {
  readonly file: PackageFile;
  /** Why this one can't be taken; null where its record holds together. */
  readonly problem: string | null;
}

/** The package, or a sentence that says why nothing of it can be taken. */
export async function inspectPackage(source: PackageSource, signal: AbortSignal): Promise<InspectedPackage | string> {
  const report = await validateBag(source, { signal });
  if (!report.valid) {
    const more = report.errors.length > 1 ? ` (and ${report.errors.length - 1} more)` : '';
    return `The package is damaged: ${report.errors[0]}${more}. Nothing was taken. Get a whole copy and add that.`;
  }
  if (!source.has(libraryMember))
    return 'The package lacks data/library.json, so it is not one that Verbatim can restore.';
  try {
    return await inspectMembers(source, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof VerbatimError)) throw error;
    return `${error.message} Nothing was taken. Ask for the package to be written again.`;
  }
}

async function inspectMembers(source: PackageSource, signal: AbortSignal): Promise<InspectedPackage | string> {
  const library = await readObject(source, libraryMember, LibraryRecord);
  if (library.version > packageFormatVersion)
    return `The package was written by a newer Verbatim (${library.agent}, package format ${library.version}). Update Verbatim and add it again.`;
  const codes = await readList(source, codesMember, CodeRecord);
  parentsFirst(codes, codesMember);
  for (const { created, modified } of codes) for (const at of [created, modified]) past(codesMember, 1, at);
  const collections = await readList(source, collectionsMember, CollectionRecord);
  parentsFirst(collections, collectionsMember);
  for (const { created, modified } of collections) for (const at of [created, modified]) past(collectionsMember, 1, at);
  for await (const { entry, line } of readLines(source, eventsMember, EventRecord)) {
    signal.throwIfAborted();
    past(eventsMember, line, entry.at);
  }
  for await (const _ of readLines(source, awaitedMember, AwaitedRecord)) signal.throwIfAborted();
  const originals = originalsIn(source);
  const { articles, ids } = await inspectArticles(source, originals, signal);
  for (const { name, articles: members } of collections)
    for (const { article } of members)
      if (!ids.has(article) && articles.every(({ problem }) => problem === null))
        throw wrong(
          collectionsMember,
          1,
          `the collection “${name}” names the article ${article}, which is not in the package`,
        );
  return { library, codes, collections, originals, articles, miscount: miscount(library.articles, articles.length) };
}

/** Whatever is said to have been done lies behind us. */
function past(member: string, line: number, at: string): void {
  const problem = wrongMoment(at);
  if (problem !== null) throw wrong(member, line, `it tells of something at ${problem}`);
}

/** What stands under another has to come after it, and every id once: so nothing can stand under itself. */
function parentsFirst(
  entries: readonly { readonly id: string; readonly name: string; readonly parent: string | null }[],
  member: string,
): void {
  const seen = new Set<string>();
  for (const [index, { id, name, parent }] of entries.entries()) {
    const where = `entry ${index + 1} (“${name}”)`;
    if (seen.has(id)) throw wrong(member, 1, `${where} has the id of another entry`);
    if (parent !== null && !seen.has(parent)) throw wrong(member, 1, `${where} stands under one that is not before it`);
    seen.add(id);
  }
}

function originalsIn(source: PackageSource): ReadonlyMap<string, string> {
  return new Map(
    source.files.flatMap(({ path }) => {
      const sha256 = /^data\/originals\/([0-9a-f]{64})(?:\.[A-Za-z0-9]{1,8})?$/.exec(path)?.[1];
      return sha256 === undefined ? [] : [[sha256, path] as const];
    }),
  );
}

async function inspectArticles(
  source: PackageSource,
  originals: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<{ readonly articles: readonly InspectedArticle[]; readonly ids: ReadonlySet<string> }> {
  const ids = new Set<string>();
  const articles: InspectedArticle[] = [];
  const files = source.files.filter(({ path }) => /^data\/articles\/[^/]+\.json$/.test(path));
  for (const file of files.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    signal.throwIfAborted();
    articles.push({ file, problem: await problemOf(source, file, originals, ids) });
  }
  return { articles, ids };
}

async function problemOf(
  source: PackageSource,
  file: PackageFile,
  originals: ReadonlyMap<string, string>,
  ids: Set<string>,
): Promise<string | null> {
  let article: ArticleRecord;
  try {
    article = await readArticleRecord(source, file.path);
  } catch (error) {
    if (error instanceof VerbatimError) return error.message;
    throw error;
  }
  const contradiction = contradictionIn(article);
  if (contradiction !== null) return contradiction;
  for (const sha256 of originalsOf(article))
    if (!originals.has(sha256)) return `The package lacks the original ${sha256}.`;
  const own = idsOf(article);
  const other = own.find((id) => ids.has(id));
  if (other !== undefined) return `Its id ${other} belongs to another article of the package already.`;
  for (const id of own) ids.add(id);
  return null;
}

function miscount(said: number, there: number): string | null {
  return said === there
    ? null
    : `The package says that it holds ${said} ${said === 1 ? 'article' : 'articles'}; ${there} ${there === 1 ? 'is' : 'are'} there. Ask whoever wrote it.`;
}
