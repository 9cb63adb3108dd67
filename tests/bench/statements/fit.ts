import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { confidenceGroup, most } from '../../../main/reading/statements/confidence.ts';
import type { LabelledArticle } from '../../support/labelled-statements/article.ts';
import { verbatim } from './answers.ts';
import { foldOf, folds } from './folds.ts';
import { type JudgedAnswer, judge } from './judge.ts';

const sharesFile = join(import.meta.dirname, '../../../main/reading/statements/confidence-shares.ts');
/** So many answers of its kind weigh as much as the mean of all: few answers say little. */
const weightOfMean = 3;

interface Known {
  readonly group: string;
  readonly fold: number;
  readonly most: number;
  readonly isRight: boolean;
}

/**
 * Writes which share of each group of suggestions is right among labelled articles, and prints how well shares of four
 * fifths of the articles foretell the fifth.
 */
export function fitConfidence(articles: readonly LabelledArticle[]): void {
  const known = articles.flatMap((article) =>
    judge(article, verbatim(article)).answers.flatMap((judged): Known[] => {
      const { kind, reason } = judged.answer;
      if (kind === 'block') return [];
      return [
        {
          group: confidenceGroup(kind, reason),
          fold: foldOf(article.name),
          most: most(reason),
          isRight: isRight(judged),
        },
      ];
    }),
  );
  console.log(`\n${foretold(known)}`);
  const shares = [...sharesOf(known)].sort(([one], [other]) => (one < other ? -1 : 1));
  writeFileSync(sharesFile, fileOf(shares));
  console.log(`\n${shares.length} groups of ${known.length} suggestions written to ${sharesFile}`);
}

/** Where nobody is named, the words are all that can be wrong; a description is right where it isn't somebody else's. */
function isRight({ isSpanRight, speaker, answer }: JudgedAnswer): boolean {
  const { speakerBy } = answer.reason;
  if (!isSpanRight || speaker === 'wrong') return false;
  return speakerBy === null || speakerBy === 'description' || speaker !== 'abstained';
}

function sharesOf(known: readonly Known[]): Map<string, number> {
  const mean = known.filter(({ isRight: right }) => right).length / Math.max(1, known.length);
  const groups = Map.groupBy(known, ({ group }) => group);
  return new Map(
    [...groups].map(([group, ones]) => {
      const right = ones.filter((one) => one.isRight).length;
      return [group, Math.round(((right + weightOfMean * mean) / (ones.length + weightOfMean)) * 100) / 100];
    }),
  );
}

/** A line for each tenth: what the other four fifths said, and what was so. */
function foretold(known: readonly Known[]): string {
  const pairs = Array.from({ length: folds }, (_, index) => index + 1).flatMap((fold) => {
    const shares = sharesOf(known.filter((one) => one.fold !== fold));
    return known
      .filter((one) => one.fold === fold)
      .map((one) => {
        const share = shares.get(one.group) ?? 0.5;
        return { said: Math.min(one.most, share), isRight: one.isRight };
      });
  });
  const lines = Array.from({ length: 10 }, (_, tenth) => {
    const own = pairs.filter(({ said }) => Math.min(9, Math.floor(said * 10 + 1e-9)) === tenth);
    const right = own.filter((one) => one.isRight).length;
    return `  0.${tenth}  ${String(own.length).padStart(5)}  ${own.length === 0 ? '–' : (right / own.length).toFixed(3)}`;
  });
  return ['foretold from the other four fifths', '  from  count  right', ...lines].join('\n');
}

function fileOf(shares: readonly (readonly [string, number])[]): string {
  const lines = shares.map(([group, share]) => `  '${group}': ${share},`);
  return `/** Written by \`npm run bench -- statements --fit\`: of suggestions by group, which share is right. */
export const shares: Readonly<Record<string, number>> = {
${lines.join('\n')}
};
`;
}
