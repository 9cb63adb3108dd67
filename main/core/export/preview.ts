import type { ArticleFacts } from '../../../db/queries/export-facts.ts';
import type {
  ArticleId,
  CheckedInput,
  CodeId,
  EventRecord,
  ExportPreview,
  NameList,
  Sha256,
} from '../../contract/index.ts';
import { Codebook } from '../../formats/write/marks.ts';
import type { CoreContext } from '../context.ts';
import type { MethodHandlers } from '../handlers.ts';
import { type FormatHolds, formatHolds } from './formats.ts';
import { type HandedOver, handedOverEvents } from './provenance.ts';
import {
  annotationLeaves,
  awaitedLeave,
  codesInScope,
  collectionsInScope,
  type Scope,
  scopeOf,
  speakersInScope,
  statementLeaves,
} from './scope.ts';
import { selectArticles } from './selection.ts';

/** What was chosen to be handed over, and how. */
type Choice = CheckedInput<'export.preview'>;

export function exportHandlers(context: CoreContext): Pick<MethodHandlers, 'export.preview' | 'export.previewEvents'> {
  return {
    'export.preview': (choice, { signal }) => preview(context, choice, signal),
    'export.previewEvents': async ({ kind, after, limit, ...choice }, { signal }) => {
      if (!formatHolds[choice.format].library) return { rows: [], next: null };
      const { scope, handed } = await survey(context, choice, signal);
      const rows: { rowid: number; event: EventRecord }[] = [];
      for await (const row of handedOverEvents(context, scope, handed, { signal, after })) {
        if (kind !== null && row.event.kind !== kind) continue;
        if (rows.length === limit) return { rows: rows.map(({ event }) => event), next: rows.at(-1)?.rowid ?? null };
        rows.push(row);
      }
      return { rows: rows.map(({ event }) => event), next: null };
    },
  };
}

/**
 * What an export would hand over, by the same rules as it is written by. Only the verbatim check comes
 * later: what fails it is left out then, with the lines of the log that are about it.
 */
async function preview(context: CoreContext, choice: Choice, signal: AbortSignal): Promise<ExportPreview> {
  const { scope, facts, handed, codes, collections } = await survey(context, choice, signal);
  const format = formatHolds[choice.format];
  const codebook = new Codebook(codes);
  const aliases = await aliasesOf(context, scope, facts.speakers, format);
  return {
    articles: facts.articles,
    statements: facts.statements,
    annotations: format.annotations ? facts.annotations : 0,
    originals: format.originals ? facts.originals : null,
    codes: listed(codes.map(({ id }) => codebook.path(id).join(' › '))),
    collections: listed(format.library ? collections.map(({ name }) => name) : []),
    speakers: listed(facts.speakers),
    aliases: listed(aliases),
    organizations: listed(facts.organizations),
    awaited: format.library && awaitedLeave(scope) ? (await context.pool.read('awaited.list', anyAwaited)).total : 0,
    events: format.library ? await countEvents(context, scope, handed, signal) : null,
  };
}

/** Other names of those who go along, as they are told with them, each with whose it is. */
async function aliasesOf(
  context: CoreContext,
  scope: Scope,
  speaking: ReadonlySet<string>,
  { library }: FormatHolds,
): Promise<string[]> {
  const { speakers } = await context.pool.read('export.people');
  const spoken = new Set(speakers.filter(({ name }) => speaking.has(name)).map(({ id }) => id));
  return speakersInScope(speakers, spoken, { has: () => false }, scope)
    .filter(({ id }) => library || spoken.has(id))
    .flatMap(({ name, aliases = [] }) => aliases.map((alias) => `${alias} (${name})`));
}

const anyAwaited = { words: null, file: null, offset: 0, limit: 1 } as const;

/** So many names are sent; a list of thousands is told by its number. */
const namesShown = 200;

function listed(names: Iterable<string>): NameList {
  const all = [...names].toSorted((a, b) => a.localeCompare(b));
  return { total: all.length, first: all.slice(0, namesShown) };
}

async function countEvents(
  context: CoreContext,
  scope: Scope,
  handed: HandedOver,
  signal: AbortSignal,
): Promise<NonNullable<ExportPreview['events']>> {
  const kinds = new Map<string, number>();
  let total = 0;
  for await (const { event } of handedOverEvents(context, scope, handed, { signal })) {
    kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1);
    total += 1;
  }
  return {
    total,
    kinds: [...kinds]
      .map(([kind, count]) => ({ kind, count }))
      .toSorted((a, b) => b.count - a.count || a.kind.localeCompare(b.kind)),
  };
}

/** Resolves a choice to what goes along with it. */
async function survey(context: CoreContext, { format, selection, notes }: Choice, signal: AbortSignal) {
  const holds = formatHolds[format];
  const scope = scopeOf(selection, notes, holds.takes);
  const { articles } = await selectArticles(context, selection, signal);
  // Of the whole library everything that is there and not in the bin was chosen.
  const chosen: { has(article: ArticleId): boolean } = scope.whole ? { has: () => true } : new Set(articles);
  const facts = await sumUp(context, articles, { scope, holds, chosen }, signal);
  const codes = codesInScope(await context.pool.read('export.codes'), facts.codes, scope);
  const collections = collectionsInScope(await context.pool.read('export.collections'), chosen, scope);
  const handed: HandedOver = {
    articles: chosen,
    codes: new Set(codes.map(({ id }) => id)),
    collections: new Set(collections.map(({ id }) => id)),
    marksLeftOut: new Set(),
  };
  return { scope, facts, handed, codes, collections };
}

const page = 500;

interface Sum {
  articles: number;
  statements: number;
  annotations: number;
  readonly codes: Set<CodeId>;
  readonly speakers: Set<string>;
  readonly organizations: Set<string>;
  readonly originals: { count: number; bytes: number; withOthers: number };
}

async function sumUp(
  context: CoreContext,
  articles: readonly ArticleId[],
  {
    scope,
    holds,
    chosen,
  }: { readonly scope: Scope; readonly holds: FormatHolds; readonly chosen: { has(article: ArticleId): boolean } },
  signal: AbortSignal,
): Promise<Sum> {
  const sum: Sum = {
    articles: 0,
    statements: 0,
    annotations: 0,
    codes: new Set(),
    speakers: new Set(),
    organizations: new Set(),
    originals: { count: 0, bytes: 0, withOthers: 0 },
  };
  const seen = new Set<Sha256>();
  for (let at = 0; at < articles.length; at += page) {
    signal.throwIfAborted();
    const facts = await context.pool.read('export.facts', articles.slice(at, at + page), {
      person: scope.person,
      codesOn: holds.annotations && scope.person === null ? 'annotations' : 'statements',
    });
    addMarks(sum, facts, scope);
    const met = facts.originals.filter(({ sha256 }) => !seen.has(sha256));
    for (const { sha256, bytes } of met) {
      seen.add(sha256);
      sum.originals.count += 1;
      sum.originals.bytes += bytes;
    }
    const shared = scope.whole ? [] : met.filter(({ isShared }) => isShared).map(({ sha256 }) => sha256);
    if (shared.length === 0) continue;
    const sharing = await context.pool.read('export.sharing', shared);
    sum.originals.withOthers += new Set(
      sharing.filter(({ article }) => !chosen.has(article)).map(({ original }) => original),
    ).size;
  }
  return sum;
}

function addMarks(sum: Sum, facts: ArticleFacts, scope: Scope): void {
  sum.articles += facts.articles;
  for (const statement of facts.statements) {
    if (!statementLeaves(statement, scope)) continue;
    if (!statement.isRejected) sum.statements += statement.count;
    if (statement.speaker !== null) sum.speakers.add(statement.speaker);
    if (statement.organization !== null) sum.organizations.add(statement.organization);
  }
  for (const annotation of facts.annotations)
    if (annotationLeaves(annotation, scope)) sum.annotations += annotation.count;
  for (const code of facts.codes) sum.codes.add(code);
}
