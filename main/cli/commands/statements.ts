import { differsInWords, type SharedWords } from '../../contract/index.ts';
import { articleId } from '../choices.ts';
import { indented, joined, line } from '../printable.ts';
import { statementRecord } from '../records.ts';
import { type ExitCode, everyRow, type Session } from '../session.ts';

export interface StatementsOptions {
  readonly article: string | null;
  readonly speaker: string | null;
  readonly query: string | null;
}

/** Lists statements: who said what, when. */
export async function statementsCommand({ api, output }: Session, options: StatementsOptions): Promise<ExitCode> {
  const filter = {
    ...(options.article === null ? {} : { article: articleId(options.article) }),
    ...(options.speaker === null ? {} : { speaker: options.speaker }),
    ...(options.query === null ? {} : { query: options.query }),
  };
  for await (const row of everyRow((offset, limit) => api.call('statements.list', { ...filter, offset, limit })))
    await output.result(statementRecord(row), () => {
      const speakers = row.speakers.map(({ name, role, organization }) => joined([name, role, organization], ', '));
      const who = speakers.length > 0 ? joined(speakers, '; ') : (row.described ?? 'unknown speaker');
      const when = row.said === null ? 'day not known' : `said ${row.said.value}`;
      const source = joined([row.articleTitle, row.publication], ', ');
      const head = line`${output.strong(who)}  ${when}  ${output.faint(`${row.kind}, ${row.state}${row.state === 'confirmed' && row.fromPackage !== undefined ? ` in the package ${row.fromPackage}` : ''}`)}`;
      const words = indented(row.text);
      const foot = output.faint(line`${source} · ${row.id}`);
      const told = [
        ...(row.shares ?? []).map(inWords),
        ...(row.differs === undefined ? [] : [differsInWords(row.differs)]),
        foot,
      ];
      return line`${head}\n${words}\n  ${joined(told, '\n  ')}\n`;
    });
  return 0;
}

/** What stands on the same words, as a line below them. */
function inWords({ how, who, id }: SharedWords): string {
  const whose = who === null ? 'another statement' : `a statement by ${who}`;
  return `${shareWords[how]} ${whose} (${id}).`;
}

const shareWords = {
  same: 'The same words as',
  within: 'Quoted within',
  around: 'Quotes',
  across: 'Shares some words with',
} as const;
