import type { FindAgainResult } from '../../contract/index.ts';
import { type ArticleChoice, selectionOf } from '../choices.ts';
import { line } from '../printable.ts';
import type { ExitCode, Session } from '../session.ts';

/** Looks for statements again; a line for each article in which that failed, then the summary. */
export async function findStatementsCommand(session: Session, choice: ArticleChoice): Promise<ExitCode> {
  const { api, output, signal } = session;
  const selection = await selectionOf(session, choice);
  const result = await api.call(
    'statements.findAgain',
    { selection },
    {
      signal,
      onProgress: ({ items, current }) => output.progress(line`${items.done} of ${items.total}  ${current ?? ''}`),
    },
  );
  const { counts, suggestions, failed, cancelled } = result;
  for (const { article, title, reason } of failed)
    await output.result(
      { article, outcome: 'failed', reason },
      () => line`FAILED      ${article}  ${output.faint(title)}\n            ${output.faint(reason)}`,
    );
  await output.result({ summary: { ...counts, suggestions, cancelled } }, () => line`\n${summaryWords(result)}`);
  if (cancelled) return 1;
  return counts.failed > 0 ? 2 : 0;
}

function summaryWords({ counts, suggestions, cancelled }: FindAgainResult): string {
  const { added, changed, gone } = suggestions;
  const words = `${counts.unchanged} unchanged, ${counts.renewed} with other suggestions, ${counts.failed} failed.`;
  return `${cancelled ? 'Cancelled; what was done is kept: ' : ''}${words} Suggestions: ${added} new, ${changed} told otherwise, ${gone} gone.`;
}
