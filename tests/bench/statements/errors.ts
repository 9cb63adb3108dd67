import type { LabelledArticle, LabelledStatement } from '../../support/labelled-statements/article.ts';
import type { JudgedArticle } from './judge.ts';
import type { Piece } from './pieces.ts';

/** Each error of one article, a line each; empty where all is as labelled. */
export function errorsOf(judged: JudgedArticle): string[] {
  const { article, quotations, indirect } = judged;
  const quote = ({ span }: Piece<unknown>) => `“${shortened(article.text.slice(span.start, span.end))}”`;
  const lines: string[] = [];
  for (const compared of [quotations, indirect]) {
    const found = new Set(compared.pairs.map((pair) => pair.labelled));
    const right = new Set(compared.pairs.map((pair) => pair.answered));
    for (const piece of compared.labelled)
      if (!found.has(piece)) lines.push(`missed     ${piece.owner.label} ${piece.owner.kind} ${quote(piece)}`);
    for (const piece of compared.answered)
      if (!right.has(piece)) lines.push(`spurious   ${piece.owner.kind} at ${piece.owner.confidence} ${quote(piece)}`);
    for (const { labelled, answered, isExact } of compared.pairs) {
      const { label, kind } = labelled.owner;
      if (!isExact) lines.push(`span       ${label} ${quote(labelled)}, not ${quote(answered)}`);
      if (kind !== answered.owner.kind)
        lines.push(`kind       ${label} ${kind}, not ${answered.owner.kind} ${quote(labelled)}`);
    }
  }
  for (const found of judged.found) {
    const { labelled, answers } = found;
    const given = [
      ...new Set(
        answers.flatMap(({ speakers, described }) => (speakers.length > 0 ? speakers : `(${described ?? 'nobody'})`)),
      ),
    ].join('; ');
    if (found.speaker === 'wrong' || found.speaker === 'abstained')
      lines.push(
        `speaker    ${labelled.label} ${speakersOf(labelled)} (${labelled.source}), not ${given}: ${beginning(article, labelled)}`,
      );
    if (found.said === 'wrong' || found.said === 'missed' || found.said === 'invented')
      lines.push(
        `said       ${labelled.label} ${labelled.said?.is ?? 'no day'}, not ${answers.find(({ said }) => said !== null)?.said ?? 'none'}`,
      );
    if (found.role === 'wrong')
      lines.push(`role       ${labelled.label} ${labelled.role?.is ?? 'none'}, not ${answers[0]?.role ?? 'none'}`);
    if (!found.isWhole && labelled.spans.length > 1)
      lines.push(`apart      ${labelled.label} ${beginning(article, labelled)}`);
  }
  return lines;
}

function speakersOf({ speakers }: LabelledStatement): string {
  return speakers?.is.map(({ names }) => names[0]).join('; ') || 'nobody';
}

function beginning({ text }: LabelledArticle, { spans: [first] }: LabelledStatement): string {
  return first === undefined ? '' : `“${shortened(text.slice(first.start, first.end))}”`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= 70 ? line : `${line.slice(0, 45)} … ${line.slice(-20)}`;
}
