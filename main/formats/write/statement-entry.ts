import type { ArticleRecord } from '../../contract/index.ts';
import { type ConfirmedByPackage, confirmedBy, placeOf, speakersOf } from './marks.ts';

/** A statement in one piece, for programs: whose words, in which article, where they stand now. */
export function statementEntry(
  article: ArticleRecord,
  statement: ArticleRecord['statements'][number],
  confirmedByPackage: ConfirmedByPackage,
) {
  const { placement, span, spans, words } = placeOf(article, statement);
  const revision = article.revisions.find(({ id }) => id === article.current);
  const capture = article.captures.find(({ id }) => id === revision?.capture);
  return {
    id: statement.id,
    article: article.id,
    title: article.title,
    publication: article.publication,
    url: article.url,
    kind: statement.kind,
    state: statement.state,
    confirmedBy: confirmedBy(statement, confirmedByPackage),
    speaker: statement.speaker?.name ?? null,
    role: statement.role,
    organization: statement.organization?.name ?? null,
    speakers: speakersOf(statement),
    described: statement.described ?? null,
    said: statement.said,
    published: article.published,
    captured: capture?.captured ?? null,
    words,
    placement,
    start: span?.start ?? null,
    end: span?.end ?? null,
    spans: spans.map(({ start, end }) => [start, end]),
    textSha256: revision?.sha256 ?? null,
    cue: statement.cue,
    confidence: statement.confidence,
    why: statement.reason ?? null,
  };
}
