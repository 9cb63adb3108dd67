import { type StatementRecord, sealInWords } from '../../contract/index.ts';
import { confirmedBy, type LeavingArticle, placeOf, sealedWords, speakingIn } from './marks.ts';

/** A statement in one piece, for programs: whose words, in which article, where they stand now, how far they are vouched for. */
export function statementEntry(leaving: LeavingArticle, statement: StatementRecord) {
  const { article, confirmedByPackage, codesOn, codebook, people } = leaving;
  const { placement, span, spans, words } = placeOf(article, statement);
  const { seal, original, text, madeOn } = sealedWords(article, statement);
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
    speakers: speakingIn(statement).map(({ speaker, role, organization }) => ({
      id: speaker.id,
      name: speaker.name,
      kind: people.get(speaker.id)?.kind ?? null,
      aliases: people.get(speaker.id)?.aliases ?? [],
      role,
      organization: organization?.name ?? null,
    })),
    described: statement.described ?? null,
    said: statement.said,
    published: article.published,
    captured: capture?.captured ?? null,
    capturedBy: capture?.capturedBy ?? null,
    fileDated: capture?.fileDated ?? null,
    words,
    placement,
    seal,
    sealInWords: sealInWords[seal],
    madeOn,
    start: span?.start ?? null,
    end: span?.end ?? null,
    spans: spans.map(({ start, end }) => [start, end]),
    textSha256: text,
    originalSha256: original,
    codes: (codesOn.get(statement.id) ?? []).map((code) => ({ id: code, path: codebook.path(code) })),
    cue: statement.cue,
    confidence: statement.confidence,
    why: statement.reason ?? null,
  };
}
