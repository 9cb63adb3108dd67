import { type Code, type CodeId, doubtInWords, type HighlightColor } from '../../contract/index.ts';
import { articleId } from '../choices.ts';
import { locateQuote, type QuoteRequest } from '../locate-quote.ts';
import { line } from '../printable.ts';
import type { ExitCode, Session } from '../session.ts';
import { WholeArticles } from '../whole-articles.ts';

export interface AnnotateOptions extends QuoteRequest {
  readonly article: string;
  readonly note: string;
  /** Names, or paths with a slash between code and code ("trust/police"). */
  readonly codes: readonly string[];
  readonly color: HighlightColor;
}

/** Marks a passage of an article's current revision and prints the annotation. */
export async function annotateCommand(session: Session, options: AnnotateOptions): Promise<ExitCode> {
  const { api, output } = session;
  const article = articleId(options.article);
  const { revision } = await api.call('articles.read', { article });
  const span = locateQuote(revision.text, options);
  const doubt = doubtInWords(revision.verbatim);
  if (doubt !== null) output.remark(line`${doubt}`);
  const codes: CodeId[] = [];
  for (const path of options.codes) codes.push(await codeFor(session, path));
  const made = await api.call('annotations.create', {
    article,
    revision: revision.id,
    ...span,
    color: options.color,
    note: options.note,
    codes: [...new Set(codes)],
  });
  const whole = await WholeArticles.open(session);
  const written = whole.annotations(await whole.record(article)).find(({ id }) => id === `urn:uuid:${made.id}`);
  await output.result(written, () => line`Marked “${made.quote}”\n  ${output.faint(made.id)}`);
  return 0;
}

/** The code of a name or path; what is missing of it is made. A name alone may stand anywhere in the codebook, once. */
async function codeFor({ api }: Session, typed: string): Promise<CodeId> {
  const all = await api.call('codes.list', {});
  const names = typed
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [only] = names;
  const alone = names.length === 1 ? all.filter((code) => same(code.name, only ?? '')) : [];
  if (alone.length === 1 && alone[0] !== undefined) return alone[0].id;
  let parent: CodeId | null = null;
  for (const name of names.length === 0 ? [typed] : names) {
    const inside: CodeId | null = parent;
    const known: Code | undefined = all.find((code) => code.parent === inside && same(code.name, name));
    parent = known?.id ?? (await api.call('codes.create', { name, parent: inside })).id;
  }
  if (parent === null) throw new Error('a path of codes has at least one name');
  return parent;
}

function same(a: string, b: string): boolean {
  return a.normalize().toLowerCase() === b.normalize().toLowerCase();
}
