import type {
  ExportFormat,
  ExportPreview,
  MethodInput,
  MethodOutput,
  NameList,
  Selection,
} from '../../contract/index.ts';
import { VerbatimError } from '../../contract/index.ts';
import { articleId, collectionNamed, personId } from '../choices.ts';
import { joined, line, type Printable } from '../printable.ts';
import type { ExitCode, Session } from '../session.ts';

export interface ExportOptions {
  readonly format: ExportFormat;
  /** Null where nothing is to be written. */
  readonly out: string | null;
  readonly articles: readonly string[];
  readonly collection: string | null;
  readonly query: string | null;
  readonly person: string | null;
  readonly notes: boolean;
}

/** Writes a package and validates it; what failed the verbatim check is named. */
export async function exportCommand(session: Session, options: ExportOptions): Promise<ExitCode> {
  const { core, api, output, signal } = session;
  const { format, notes, out } = options;
  const choice = { format, notes, selection: await selectionOf(session, options) };
  if (out === null) return showPreview(session, choice);
  const result = await api.call(
    'export.run',
    {
      ...choice,
      target: core.grants.issue(out, 'write'),
    },
    { signal, onProgress: ({ items, phase }) => output.progress(line`${phase} ${items.done} of ${items.total}`) },
  );
  const failed = result.validation.filter(({ ok }) => !ok);
  await output.result(
    {
      format: result.format,
      written: result.written ?? out,
      articles: result.articles,
      statements: result.statements,
      annotations: result.annotations,
      files: result.files,
      bytes: result.bytes,
      leftOut: result.leftOut,
      brokenSeals: result.brokenSeals,
      validation: result.validation,
    },
    () =>
      joined(
        [
          line`${result.articles} articles, ${result.statements} statements, ${result.annotations} annotations in ${result.files} files: ${result.written ?? out}`,
          ...result.validation.map(({ check, ok, detail }) => line`${ok ? 'sound ' : 'WRONG '} ${check}: ${detail}`),
          ...result.leftOut.map(({ kind, label, reason }) => line`left out ${kind} “${label}”: ${reason}`),
          ...result.brokenSeals.map(({ label, reason }) => line`broken seal ${label}: ${reason}`),
        ],
        '\n',
      ),
  );
  return failed.length > 0 || result.leftOut.length > 0 ? 2 : 0;
}

/** What would be written, as the Export room shows it: the counts, the names, then the lines of the log. */
async function showPreview({ api, output, signal }: Session, choice: MethodInput<'export.preview'>): Promise<ExitCode> {
  const preview = await api.call('export.preview', choice, { signal });
  await output.result({ preview }, () => previewWords(preview));
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next }: MethodOutput<'export.previewEvents'> = await api.call(
      'export.previewEvents',
      { ...choice, after, limit: 1000 },
      { signal },
    );
    for (const event of rows) await output.result({ event }, () => line`  ${event.at}  ${event.kind}  ${event.detail}`);
    after = next;
  }
  return 0;
}

function previewWords(preview: ExportPreview): Printable {
  const { originals, events } = preview;
  const list = (name: string, { total, first }: NameList) =>
    total === 0 ? [] : [`${name} (${total}): ${first.join(', ')}${total > first.length ? ', …' : ''}`];
  const lines = [
    `${preview.articles} articles, ${preview.statements} statements, ${preview.annotations} annotations would be written.`,
    ...(originals === null
      ? []
      : [
          `originals: ${originals.count} files of ${originals.bytes} bytes${originals.withOthers === 0 ? '' : `; ${originals.withOthers} of them hold articles that were not chosen`}`,
        ]),
    ...list('codes', preview.codes),
    ...list('collections', preview.collections),
    ...list('speakers', preview.speakers),
    ...list('organizations', preview.organizations),
    ...(preview.awaited === 0 ? [] : [`awaited pages: ${preview.awaited}`]),
    ...(events === null
      ? []
      : [
          `log: ${events.total} lines${events.total === 0 ? '' : ` (${events.kinds.map(({ kind, count }) => `${count} ${kind}`).join(', ')})`}`,
        ]),
  ];
  return joined(lines, '\n');
}

async function selectionOf(session: Session, options: ExportOptions): Promise<Selection> {
  const { articles, collection, query, person } = options;
  const kinds = [articles.length > 0, collection !== null, query !== null, person !== null].filter(Boolean);
  if (kinds.length > 1)
    throw new VerbatimError(
      'bad-input',
      'Give either --article, --collection, --query or --person; together they are not one choice.',
    );
  if (collection !== null) return { of: 'collection', collection: await collectionNamed(session, collection) };
  if (query !== null) return { of: 'search', query };
  if (person !== null) return { of: 'person', person: personId(person) };
  if (articles.length > 0) return { of: 'articles', articles: articles.map(articleId) };
  return { of: 'everything' };
}
