import { type ExtractAgainResult, placements } from '../../contract/index.ts';
import { type ArticleChoice, selectionOf } from '../choices.ts';
import { line } from '../printable.ts';
import { extractionRecord } from '../records.ts';
import type { ExitCode, Session } from '../session.ts';

/** Reads articles again with the present extractors; a line for each as it is done, then the summary. */
export async function extractAgainCommand(session: Session, options: ArticleChoice): Promise<ExitCode> {
  const { api, output, signal } = session;
  const selection = await selectionOf(session, options);
  let writing = Promise.resolve();
  const stop = api.on('extraction.lines', ({ lines }) => {
    for (const read of lines)
      writing = writing.then(() =>
        output.result(extractionRecord(read), () => {
          const reason = read.reason === null ? '' : line`\n            ${output.faint(read.reason)}`;
          return line`${outcomeWords[read.outcome].padEnd(12)}${read.article}  ${output.faint(read.title)}${reason}`;
        }),
      );
  });
  const result = await api.call(
    'articles.extractAgain',
    { selection },
    {
      signal,
      onProgress: ({ items, current }) => output.progress(line`${items.done} of ${items.total}  ${current ?? ''}`),
    },
  );
  stop();
  await writing;
  const { counts, placed, cancelled } = result;
  await output.result({ summary: { ...counts, cancelled, placed } }, () => line`\n${summaryWords(result)}`);
  if (cancelled) return 1;
  return counts.failed > 0 ? 2 : 0;
}

const outcomeWords = { unchanged: 'unchanged', mended: 'mended', revision: 'revision', failed: 'FAILED' } as const;

function summaryWords({ counts, placed, cancelled }: ExtractAgainResult): string {
  const mended = counts.mended === 0 ? '' : `${counts.mended} mended, `;
  const words = `${counts.unchanged} unchanged, ${mended}${counts.revision} with a new revision, ${counts.failed} failed.`;
  const marks = placements.map((placement) => `${placed[placement]} ${placement}`).join(', ');
  const again = placements.every((placement) => placed[placement] === 0) ? '' : ` Marks placed again: ${marks}.`;
  return `${cancelled ? 'Cancelled; what was done is kept: ' : ''}${words}${again}`;
}
