import type { ArticleSummary } from '../../../main/contract/articles.ts';
import { dateWords } from '../../shared/lib/dates.ts';
import { shownTitle } from '../../shared/lib/short-words.ts';
import { Marked } from '../../shared/parts/marked.tsx';
import { DiffersLine } from '../../shared/parts/verbatim-notice.tsx';
import { results } from '../../shared/state/search.ts';
import { libraryTexts as texts } from './texts.ts';

/** One result: title, source and date, the snippet with the words found, badges. Empty lines until its page is there. */
export function ResultRow({ index }: { readonly index: number }) {
  const row = results.row(index);
  if (row === undefined)
    return (
      <div class="row-blank" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
    );
  return (
    <div class="row">
      <p class="result-title">{shownTitle(row.article.title)}</p>
      <Source article={row.article} />
      {row.article.differs !== undefined && <DiffersLine reason={row.article.differs} />}
      <p class="snippet">
        <Marked text={row.snippet.text} marks={row.snippet.marks} />
      </p>
      <Badges article={row.article} />
    </div>
  );
}

function Source({ article }: { readonly article: ArticleSummary }) {
  return (
    <p class="source">
      <b>{article.publication ?? article.byline.join(', ')}</b>
      <span>{article.published === null ? texts.noDate : dateWords(article.published)}</span>
    </p>
  );
}

/** What stands in an article besides its text: statements, notes, several revisions. */
export function Badges({ article }: { readonly article: ArticleSummary }) {
  if (article.statements + article.annotations === 0 && article.revisions < 2) return null;
  return (
    <p class="badges">
      {article.statements > 0 && (
        <span>
          <i class="badge-statement" /> {texts.statements(article.statements)}
        </span>
      )}
      {article.annotations > 0 && (
        <span>
          <i class="badge-note" /> {texts.notes(article.annotations)}
        </span>
      )}
      {article.revisions > 1 && <span>{texts.revisions(article.revisions)}</span>}
    </p>
  );
}
