import type { Span, StatementKind, SuggestionReason } from '../../../main/contract/index.ts';
import { suggestStatements } from '../../../main/reading/statements/suggest.ts';
import type { LabelledArticle } from '../../support/labelled-statements/article.ts';

/** What a finder says of one statement, in the form in which it is judged. */
export interface Answer {
  readonly spans: readonly Span[];
  readonly kind: StatementKind;
  /** Empty where it names nobody. */
  readonly speakers: readonly string[];
  /** How the article calls a speaker whom the finder doesn't name. */
  readonly described: string | null;
  readonly role: string | null;
  readonly said: string | null;
  readonly confidence: number;
  readonly reason: SuggestionReason;
}

export type Finder = (article: LabelledArticle) => Answer[];

/** Verbatim's own. */
export const verbatim: Finder = ({ document, metadata }) =>
  suggestStatements(document, metadata).statements.map(
    ({ spans, kind, speakers, described, said, confidence, reason }): Answer => ({
      spans,
      kind,
      speakers: speakers.map(({ name }) => name),
      described,
      role: speakers[0]?.role ?? null,
      said: said?.value ?? null,
      confidence,
      reason,
    }),
  );
