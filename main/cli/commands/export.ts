import type { ExportFormat, Selection } from '../../contract/index.ts';
import { VerbatimError } from '../../contract/index.ts';
import { articleId, collectionNamed } from '../choices.ts';
import type { ExitCode, Session } from '../session.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly out: string;
  readonly articles: readonly string[];
  readonly collection: string | null;
  readonly query: string | null;
}

/** Writes a package and validates it; what failed the verbatim check is named. */
export async function exportCommand(session: Session, options: ExportOptions): Promise<ExitCode> {
  const { core, api, output, signal } = session;
  const result = await api.call(
    'export.run',
    {
      format: options.format,
      selection: await selectionOf(session, options),
      target: core.grants.issue(options.out, 'write'),
    },
    { signal, onProgress: ({ items, phase }) => output.progress(`${phase} ${items.done} of ${items.total}`) },
  );
  const failed = result.validation.filter(({ ok }) => !ok);
  await output.result(
    {
      format: result.format,
      written: result.written ?? options.out,
      articles: result.articles,
      statements: result.statements,
      annotations: result.annotations,
      files: result.files,
      bytes: result.bytes,
      leftOut: result.leftOut,
      validation: result.validation,
    },
    () =>
      [
        `${result.articles} articles, ${result.statements} statements, ${result.annotations} annotations in ${result.files} files: ${result.written ?? options.out}`,
        ...result.validation.map(({ check, ok, detail }) => `${ok ? 'sound ' : 'WRONG '} ${check}: ${detail}`),
        ...result.leftOut.map(({ kind, label, reason }) => `left out ${kind} “${label}”: ${reason}`),
      ].join('\n'),
  );
  return failed.length > 0 || result.leftOut.length > 0 ? 2 : 0;
}

async function selectionOf(session: Session, options: ExportOptions): Promise<Selection> {
  const kinds = [options.articles.length > 0, options.collection !== null, options.query !== null].filter(Boolean);
  if (kinds.length > 1)
    throw new VerbatimError(
      'bad-input',
      'Give either --article, --collection or --query; together they are not one choice.',
    );
  if (options.collection !== null)
    return { of: 'collection', collection: await collectionNamed(session, options.collection) };
  if (options.query !== null) return { of: 'search', query: options.query };
  if (options.articles.length > 0) return { of: 'articles', articles: options.articles.map(articleId) };
  return { of: 'everything' };
}
