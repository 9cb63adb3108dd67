import { VerbatimError } from '../../contract/index.ts';
import { verifyRevision } from '../../core/verbatim-check/index.ts';
import type { WebAnnotation } from '../../formats/web-annotation/write.ts';
import { articleId, everyArticleId } from '../choices.ts';
import type { ExitCode, Session } from '../session.ts';
import { WholeArticles } from '../whole-articles.ts';

/**
 * Prints annotations as W3C Web Annotations, one a line. An article whose words no longer agree with
 * their original is left out and named.
 */
export async function annotationsCommand(
  session: Session,
  options: { readonly article: string | null },
): Promise<ExitCode> {
  const { core, output, signal } = session;
  const whole = await WholeArticles.open(session);
  const chosen = options.article === null ? everyArticleId(session) : [articleId(options.article)];
  let exit: ExitCode = 0;
  for await (const id of chosen) {
    const article = await whole.record(id);
    const annotations = whole.annotations(article);
    if (annotations.length === 0) continue;
    try {
      for (const revision of new Set(article.annotations.map(({ madeIn }) => madeIn)))
        await verifyRevision(core.context(), revision, signal);
    } catch (error) {
      if (!(error instanceof VerbatimError) || error.code !== 'words-differ') throw error;
      output.remark(`Left out, “${article.title}”: ${error.message}`);
      exit = 2;
      continue;
    }
    for (const annotation of annotations) await output.result(annotation, () => words(annotation));
  }
  return exit;
}

function words(annotation: WebAnnotation): string {
  const [quote] = annotation.target.selector;
  const notes = (annotation.body ?? []).map(({ purpose, value }) => (purpose === 'tagging' ? `[${value}]` : value));
  return [`“${quote.exact}”`, ...notes.map((note) => `  ${note}`), `  ${annotation.target.source}`].join('\n');
}
