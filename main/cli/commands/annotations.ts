import { exportedAnnotations } from '../../core/export/write-annotations.ts';
import type { WebAnnotation } from '../../formats/write/web-annotation.ts';
import { articleId } from '../choices.ts';
import { indented, joined, line, type Printable } from '../printable.ts';
import type { ExitCode, Session } from '../session.ts';
import { WholeArticles } from '../whole-articles.ts';

/**
 * Prints annotations as W3C Web Annotations, one a line. What fails the verbatim check (an article, a
 * revision, a single mark) is left out and named.
 */
export async function annotationsCommand(
  session: Session,
  options: { readonly article: string | null },
): Promise<ExitCode> {
  const { core, output, signal } = session;
  const article = options.article === null ? null : articleId(options.article);
  // An id that was typed wrongly is an error, not an article without annotations.
  if (article !== null) await (await WholeArticles.open(session)).record(article);
  let exit: ExitCode = 0;
  const onLeftOut = ({ label, reason }: { readonly label: string; readonly reason: string }): void => {
    output.remark(line`Left out, ${label}: ${reason}`);
    exit = 2;
  };
  for await (const annotation of exportedAnnotations(core.context(), { article, signal, onLeftOut }))
    await output.result(annotation, () => inWords(annotation));
  return exit;
}

function inWords(annotation: WebAnnotation): Printable {
  const quote = annotation.target.selector?.[0].exact;
  const notes = (annotation.body ?? []).map(({ purpose, value }) =>
    purpose === 'tagging' ? line`  [${value}]` : indented(value),
  );
  return joined(
    [quote === undefined ? 'On the whole article' : line`“${quote}”`, ...notes, line`  ${annotation.target.source}`],
    '\n',
  );
}
