import type { Person, PreciseDate, Span, StatementKind } from '../../../main/contract/index.ts';
import { suggestStatements } from '../../../main/reading/statements/suggest.ts';
import type { LabelledArticle } from '../../support/labelled-statements/article.ts';

/** What a finder says of one statement, in the form in which it is judged. */
export interface Answer {
  readonly spans: readonly Span[];
  readonly kind: StatementKind;
  /** Empty where it names nobody. */
  readonly speakers: readonly string[];
  readonly role: string | null;
  readonly said: string | null;
  readonly confidence: number;
}

export type Finder = (article: LabelledArticle) => Answer[];

/** Suggestions of either shape: one span and one speaker, or several of each. */
interface Suggested {
  readonly span?: Span;
  readonly spans?: readonly Span[];
  readonly kind: StatementKind;
  readonly speaker?: Person | null;
  readonly speakers?: readonly Person[];
  readonly said: PreciseDate | null;
  readonly confidence: number;
}

/** Verbatim's own. */
export const verbatim: Finder = ({ document, metadata }) =>
  suggestStatements(document, metadata).statements.map((suggested: Suggested): Answer => {
    const speakers = suggested.speakers ?? (suggested.speaker ? [suggested.speaker] : []);
    return {
      spans: suggested.spans ?? (suggested.span ? [suggested.span] : []),
      kind: suggested.kind,
      speakers: speakers.map(({ name }) => name),
      role: speakers[0]?.role ?? null,
      said: suggested.said?.value ?? null,
      confidence: suggested.confidence,
    };
  });
