import { type StatementRecord, sealInWords } from '../../contract/index.ts';
import { confirmedBy, type LeavingArticle, placeOf, type Speaking, sealedWords, speakingIn } from './marks.ts';

/** One thing that is known of a statement, for formats that have no place of their own for it. */
export type StatementFact =
  | { readonly label: string; readonly text: string; readonly is: 'words' | 'date' | 'text' }
  | { readonly label: 'speaker'; readonly speaking: Speaking };

/** All that is known of a statement besides where it stands: whose, of which kind, how sure, how far vouched for. */
export function statementFacts(leaving: LeavingArticle, statement: StatementRecord): readonly StatementFact[] {
  const { article, confirmedByPackage } = leaving;
  const { seal, original, text, madeOn } = sealedWords(article, statement);
  const { placement, words } = placeOf(article, statement);
  const { described, said, cue, reason } = statement;
  const decided = confirmedBy(statement, confirmedByPackage);
  const fact = (label: string, value: string | null | undefined, is: 'words' | 'date' | 'text' = 'text') =>
    value === null || value === undefined || value === '' ? [] : [{ label, text: value, is }];
  return [
    ...fact('words', words, 'words'),
    ...fact('made on', madeOn, 'words'),
    ...fact('kind', statement.kind),
    ...fact('decision', decided === null ? statement.state : `${statement.state} by a ${decided}`),
    ...fact('confidence', String(statement.confidence)),
    ...speakingIn(statement).map((speaking) => ({ label: 'speaker' as const, speaking })),
    ...fact('described', described),
    ...fact('said', said, 'date'),
    ...fact('cue', cue),
    ...fact('rule', reason?.rule),
    ...fact('could have been', reason?.others.join('; ')),
    ...fact('placement', placement),
    ...fact('seal', sealInWords[seal]),
    ...fact('SHA-256 of the original', original),
    ...fact('SHA-256 of the text', text),
  ];
}
