import { type StatementKind, statementKinds } from '../../../main/contract/index.ts';
import { sourceKinds } from '../../support/labelled-statements/article.ts';
import { table } from '../measure.ts';
import type { Compared, FoundStatement, JudgedArticle } from './judge.ts';

/** The tables of one finder. What each figure means stands in `tests/README.md`. */
export function report(judged: readonly JudgedArticle[], seconds: number): string {
  return [
    `${(judged.length / seconds).toFixed(0)} articles a second of processor time`,
    spanTable(judged),
    groupTable(judged),
    wholeLine(judged),
    kindTable(judged),
    speakerTable(judged),
    saidLine(judged),
    calibrationTable(judged),
  ].join('\n\n');
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function spanTable(judged: readonly JudgedArticle[]): string {
  const header = ['spans', 'labelled', 'answered', 'precision', 'recall', 'F1', 'P ≥ .5', 'R ≥ .5', 'F1 ≥ .5'];
  const quotations = judged.map((one) => one.quotations);
  const rows = [
    ['direct, mixed, block', ...spanScores(quotations, null)],
    ...statementKinds
      .filter((kind) => kind !== 'indirect')
      .map((kind) => [`  ${kind}`, ...spanScores(quotations, kind)]),
    [
      'indirect',
      ...spanScores(
        judged.map((one) => one.indirect),
        null,
      ),
    ],
  ];
  return table([header, ...rows]);
}

/**
 * Of one kind, recall counts what was labelled so and found as a quotation of any kind; precision what was answered
 * so and is a quotation of any kind. Which of the kinds it was taken for is the table of kinds.
 */
function spanScores(compared: readonly Compared[], kind: StatementKind | null): string[] {
  const isIn = ({ owner }: { readonly owner: { readonly kind: StatementKind } }) =>
    kind === null || owner.kind === kind;
  const labelled = compared.flatMap((one) => one.labelled.filter(isIn)).length;
  const answered = compared.flatMap((one) => one.answered.filter(isIn)).length;
  const scores = [true, false].flatMap((wantsExact) => {
    const pairs = compared.flatMap((one) => one.pairs).filter(({ isExact }) => isExact || !wantsExact);
    const precise = pairs.filter((pair) => isIn(pair.answered)).length;
    const recalled = pairs.filter((pair) => isIn(pair.labelled)).length;
    const [precision, recall] = [precise / answered, recalled / labelled];
    const f1 = precise === 0 || recalled === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    return [ratio(precise, answered), ratio(recalled, labelled), answered + labelled === 0 ? '–' : f1.toFixed(3)];
  });
  return [String(labelled), String(answered), ...scores];
}

/** The main figures of articles of one language; and of ordinary ones, beside those that hold a certain pattern. */
function groupTable(judged: readonly JudgedArticle[]): string {
  const languages = [...new Set(judged.map(({ article }) => article.language))].sort();
  const groups: [string, readonly JudgedArticle[]][] = [
    ['ordinary articles', judged.filter(({ article }) => article.isOrdinary)],
    ['articles for a pattern', judged.filter(({ article }) => !article.isOrdinary)],
    ...languages.map((language): [string, readonly JudgedArticle[]] => [
      language,
      judged.filter(({ article }) => article.language === language),
    ]),
  ];
  const rows = groups.map(([name, own]) => {
    const [, , precision = '', recall = '', f1 = ''] = spanScores(
      own.map(({ quotations }) => quotations),
      null,
    );
    const found = own.flatMap((one) => one.found).filter(({ labelled }) => labelled.kind !== 'indirect');
    const count = (verdict: FoundStatement['speaker']) => found.filter(({ speaker }) => speaker === verdict).length;
    const toBeNamed = found.filter(({ labelled }) => (labelled.speakers?.is.length ?? 0) > 0).length;
    return [
      `  ${name}`,
      String(own.length),
      precision,
      recall,
      f1,
      ratio(count('right'), count('right') + count('wrong')),
      ratio(count('right'), toBeNamed),
    ];
  });
  return table([['quotations of', 'articles', 'precision', 'recall', 'F1', 'speaker P', 'speaker R'], ...rows]);
}

function wholeLine(judged: readonly JudgedArticle[]): string {
  const several = judged.flatMap(({ found }) => found).filter(({ labelled }) => labelled.spans.length > 1);
  const traps = judged.flatMap(({ article }) => article.traps).length;
  const sprung = judged.flatMap((one) => one.sprung).length;
  const quiet = judged.filter(({ article }) => article.statements.length === 0);
  const disturbed = quiet.filter(({ answers }) => answers.length > 0).length;
  return [
    `statements of several spans kept together: ${several.filter(({ isWhole }) => isWhole).length} of ${several.length} found`,
    `traps sprung: ${sprung} of ${traps}; articles without a statement in which one was found: ${disturbed} of ${quiet.length}`,
  ].join('\n');
}

function kindTable(judged: readonly JudgedArticle[]): string {
  const pairs = judged.flatMap(({ all }) => all.pairs);
  const rows = statementKinds.map((labelled) => [
    `  ${labelled}`,
    ...statementKinds.map((answered) =>
      String(
        pairs.filter((pair) => pair.labelled.owner.kind === labelled && pair.answered.owner.kind === answered).length,
      ),
    ),
    String(
      judged.flatMap(({ all }) => {
        const found = new Set(all.pairs.map((pair) => pair.labelled));
        return all.labelled.filter((piece) => piece.owner.kind === labelled && !found.has(piece));
      }).length,
    ),
  ]);
  return table([['kinds: labelled as (down), taken for', ...statementKinds, 'not found'], ...rows]);
}

function speakerTable(judged: readonly JudgedArticle[]): string {
  const row = (name: string, found: readonly FoundStatement[]): string[] => {
    const count = (verdict: FoundStatement['speaker']) => found.filter(({ speaker }) => speaker === verdict).length;
    const [right, wrong, abstained, rightlyNobody] = [
      count('right'),
      count('wrong'),
      count('abstained'),
      count('rightly-nobody'),
    ];
    const toBeNamed = found.filter(({ labelled }) => (labelled.speakers?.is.length ?? 0) > 0).length;
    return [
      name,
      String(right + wrong + abstained + rightlyNobody),
      String(right),
      String(wrong),
      String(abstained),
      String(rightlyNobody),
      ratio(right, right + wrong),
      ratio(right, toBeNamed),
    ];
  };
  const found = judged.flatMap((one) => one.found).filter(({ speaker }) => speaker !== null);
  const quotations = found.filter(({ labelled }) => labelled.kind !== 'indirect');
  return table([
    ['speakers of found quotations', 'found', 'right', 'wrong', 'nobody', 'rightly nobody', 'precision', 'recall'],
    row('any source', quotations),
    ...sourceKinds.map((source) =>
      row(
        `  ${source}`,
        quotations.filter(({ labelled }) => labelled.source === source),
      ),
    ),
    row(
      'indirect',
      found.filter(({ labelled }) => labelled.kind === 'indirect'),
    ),
  ]);
}

function saidLine(judged: readonly JudgedArticle[]): string {
  const found = judged.flatMap((one) => one.found);
  const said = (verdict: FoundStatement['said']) => found.filter((one) => one.said === verdict).length;
  const role = (verdict: FoundStatement['role']) => found.filter((one) => one.role === verdict).length;
  return [
    `said-date of found statements: ${said('right')} right, ${said('wrong')} wrong, ${said('missed')} missed, ${said('invented')} invented, ${said('rightly-none')} rightly none`,
    `role where one is labelled: ${role('right')} right, ${role('wrong')} in other words, ${role('missed')} missed`,
  ].join('\n');
}

function calibrationTable(judged: readonly JudgedArticle[]): string {
  const answers = judged.flatMap((one) => one.answers);
  const rows = Array.from({ length: 10 }, (_, bin) => {
    const own = answers.filter(({ answer }) => Math.min(9, Math.floor(answer.confidence * 10 + 1e-9)) === bin);
    const isSpeakerRight = ({ speaker }: (typeof own)[number]) => speaker === 'right' || speaker === 'rightly-nobody';
    return [
      `  ${(bin / 10).toFixed(1)} to ${((bin + 1) / 10).toFixed(1)}`,
      String(own.length),
      ratio(own.filter((one) => one.isSpanRight).length, own.length),
      ratio(own.filter((one) => one.isSpanRight && isSpeakerRight(one)).length, own.length),
      String(own.filter(({ speaker }) => speaker === 'wrong').length),
    ];
  });
  return table([['confidence', 'answers', 'span right', 'span and speaker right', 'wrong speakers'], ...rows]);
}
