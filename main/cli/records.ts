import {
  type ArticleSummary,
  type ArticleView,
  blockText,
  type Capture,
  canonicalText,
  type ExtractionLine,
  factsOfPackage,
  type ImportLine,
  type SearchRow,
  type SpeakerRow,
  type Statement,
  type StatementRow,
} from '../contract/index.ts';

/**
 * The objects that the terminal prints, one a line, with `--json`. Programs depend on these names:
 * a field may be added, never renamed or removed.
 */

export function articleRecord(article: ArticleSummary) {
  return {
    id: article.id,
    title: article.title,
    byline: article.byline,
    publication: article.publication,
    published: article.published?.value ?? null,
    url: article.url,
    language: article.language,
    words: article.words,
    sha256: article.sha256,
    ...(article.differs === undefined ? {} : { differs: article.differs }),
  };
}

export function statementRecord(statement: Statement | StatementRow) {
  const speakers = statement.speakers.map(({ name, role, organization }) => ({ name, role, organization }));
  return {
    id: statement.id,
    article: statement.article,
    kind: statement.kind,
    state: statement.state,
    start: statement.span?.start ?? null,
    end: statement.span?.end ?? null,
    spans: statement.spans.map(({ start, end }) => [start, end]),
    text: statement.text,
    speaker: speakers[0] ?? null,
    speakers,
    described: statement.described,
    said: statement.said?.value ?? null,
    saidBy: statement.saidBy,
    published: statement.published?.value ?? null,
    captured: statement.captured,
    fileDated: statement.fileDated,
    confidence: statement.confidence,
    ...(statement.reason === undefined ? {} : { why: statement.reason }),
    ...(statement.fromPackage === undefined ? {} : { fromPackage: statement.fromPackage }),
    ...('shares' in statement ? { sharesWords: statement.shares } : {}),
    ...('differs' in statement ? { differs: statement.differs } : {}),
  };
}

export function personRecord({ id, name, kind, aliases, statements, role, organization, first, last }: SpeakerRow) {
  return { id, name, kind, aliases, statements, role, organization, first, last };
}

/** `annotations` are W3C Web Annotations, as the `annotations` command prints them. */
export function shownArticleRecord(view: ArticleView, annotations: readonly unknown[]) {
  const { verbatim, metadata } = view.revision;
  const told = factsOfPackage(metadata, captureShown(view)).map(({ field }) => field);
  return {
    ...articleRecord(view.article),
    ...(told.length === 0 ? {} : { toldByPackage: told }),
    ...(verbatim === undefined ? {} : { verbatim }),
    text: view.revision.text,
    blocks: blockRecords(view),
    captures: view.captures,
    statements: view.statements.map(statementRecord),
    annotations,
  };
}

/** The capture that the shown revision was made from. */
export function captureShown({ captures, revision }: Pick<ArticleView, 'captures' | 'revision'>): Capture | undefined {
  return captures.find(({ id }) => id === revision.capture);
}

/** What gives no body text (furniture, a figure) has no place in it: its `start` and `end` are null. */
function blockRecords({ revision }: ArticleView) {
  const { blocks: spans } = canonicalText(revision.document);
  return revision.document.blocks.map((block, index) => {
    const span = spans[index] ?? null;
    const words = block.kind === 'figure' ? (block.caption?.text ?? '') : blockText(block);
    return {
      kind: block.kind,
      role: block.role,
      start: span?.start ?? null,
      end: span?.end ?? null,
      text: span === null ? words : revision.text.slice(span.start, span.end),
    };
  });
}

export function searchRecord({ article, score, snippet }: SearchRow) {
  return {
    article: article.id,
    title: article.title,
    published: article.published?.value ?? null,
    score,
    snippet,
    ...(article.differs === undefined ? {} : { differs: article.differs }),
  };
}

/** `path` is the path as the person wrote it, not as the report shows it. */
export function importRecord(line: ImportLine, path: string) {
  return {
    path,
    outcome: line.outcome,
    ...(line.article === null ? {} : { article: line.article }),
    ...(line.revision === null ? {} : { revision: line.revision }),
    ...(line.title === null ? {} : { title: line.title }),
    ...(line.reason === null ? {} : { reason: line.reason }),
  };
}

export function extractionRecord({ article, outcome, revision, placed, reason }: ExtractionLine) {
  return {
    article,
    outcome,
    ...(revision === null ? {} : { revision }),
    ...(placed === null ? {} : { placed }),
    ...(reason === null ? {} : { reason }),
  };
}
