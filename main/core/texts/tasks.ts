import type { ArticleMetadata, ReadingDocument } from '../../contract/index.ts';
import { placesAmong, placesOfMarks } from '../../reading/anchoring/place-from.ts';
import { type CompareSide, compareRevisions } from '../../reading/compare/compare.ts';
import { compareInTurn, findWordsElsewhere } from '../../reading/compare/same-words.ts';
import { proposeSameNames } from '../../reading/people/same-name.ts';
import { suggestStatements } from '../../reading/statements/suggest.ts';
import { placeForeignMarks } from '../awaited/place-foreign-marks.ts';
import { placeForeign } from '../restore/place-foreign.ts';
import { placeMarksAgain } from '../restore/place-marks.ts';
import { correctedCopy } from '../revisions/corrected-copy.ts';
import { madeAgain } from '../revisions/made-again.ts';

/**
 * What is done with texts, by name: pure functions of one input each, which is cloned on its way into the thread as
 * their answer is on its way back. Only the thread imports this file for more than its types; a test says so.
 */
export const textTasks = {
  placesOfMarks,
  placesAmong,
  placeForeignMarks,
  placeForeign,
  placeMarksAgain,
  correctedCopy,
  madeAgain,
  proposeSameNames,
  suggestStatements: (of: { readonly document: ReadingDocument; readonly metadata: ArticleMetadata }) =>
    suggestStatements(of.document, of.metadata),
  findWordsElsewhere,
  compareInTurn,
  compareRevisions: ({ left, right }: { readonly left: CompareSide; readonly right: CompareSide }) =>
    compareRevisions(left, right),
} as const;

export type TextTasks = typeof textTasks;
