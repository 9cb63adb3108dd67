import { join } from 'node:path';
import type { LabelledArticle } from '../../support/labelled-statements/article.ts';
import { readBratFolder } from '../../support/labelled-statements/brat.ts';
import { readLabelledArticles } from '../../support/labelled-statements/format.ts';
import { type Answer, type Finder, verbatim } from './answers.ts';
import { baseline } from './baseline.ts';
import { errorsOf } from './errors.ts';
import { fitConfidence } from './fit.ts';
import { foldOf } from './folds.ts';
import { judge } from './judge.ts';
import { report } from './report.ts';

export interface StatementsBench {
  /** A folder in brat's stand-off; null for the project's own articles. */
  readonly folder: string | null;
  /** Only articles of this language. */
  readonly language: string | null;
  /** Only this fifth of the articles, from 1: what weights are fitted on the other four for. */
  readonly fold: number | null;
  /** Prints every error with its article. */
  readonly isVerbose: boolean;
  /** Writes the confidence of suggestions anew, from how many of each group are right. */
  readonly isFit: boolean;
}

const ownArticles = join(import.meta.dirname, '../../fixtures/statements');

/** Measures what is found of labelled statements: Verbatim's finder, beside a plain one, on the same articles. */
export function benchStatements({ folder, language, fold, isVerbose, isFit }: StatementsBench): void {
  const articles = (folder === null ? readLabelledArticles(ownArticles) : readBratFolder(folder))
    .filter((article) => language === null || article.language === language)
    .filter(({ name }) => fold === null || foldOf(name) === fold);
  const statements = articles.reduce((sum, article) => sum + article.statements.length, 0);
  console.log(`${articles.length} articles with ${statements} labelled statements`);
  if (articles.length === 0) return;
  if (isFit) {
    fitConfidence(articles);
    return;
  }
  for (const [name, finder] of [
    ['Verbatim', verbatim],
    ['Plain: marks, and the name nearest to the verb', baseline],
  ] as const) {
    const { answers, seconds } = timed(finder, articles);
    const judged = articles.map((article, index) => judge(article, answers[index] ?? []));
    console.log(`\n${name}\n\n${report(judged, seconds)}`);
    if (!isVerbose || finder !== verbatim) continue;
    for (const one of judged) {
      const errors = errorsOf(one);
      if (errors.length > 0) console.log(`\n${one.article.name} · ${one.article.about}\n  ${errors.join('\n  ')}`);
    }
  }
}

/** The articles are read once before the clock starts, which pays for the compiler; then until a second has gone. */
function timed(finder: Finder, articles: readonly LabelledArticle[]): { answers: Answer[][]; seconds: number } {
  const answers = articles.map(finder);
  const before = process.cpuUsage();
  let rounds = 0;
  let seconds = 0;
  while (seconds < 1) {
    for (const article of articles) finder(article);
    rounds += 1;
    const { user, system } = process.cpuUsage(before);
    seconds = (user + system) / 1_000_000;
  }
  return { answers, seconds: seconds / rounds };
}
