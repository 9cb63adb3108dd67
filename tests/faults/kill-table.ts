import type { RoundResult } from './killing.ts';

/** All rounds of one scenario, as a row of the table at the end. */
export interface KillRow {
  readonly scenario: string;
  readonly results: readonly RoundResult[];
}

const heads = ['scenario', 'kills', 'inside', 'acknowledged', 'there afterwards', 'said at the second start', 'wrong'];

/** The table of all kills, in lines; the last row is their sum. */
export function killTable(rows: readonly KillRow[]): string {
  const cells = [heads, ...rows.map(rowOf)];
  const sums = rows.map(({ results }) => sumsOf(results));
  const sum = (count: (sums: Sums) => number) => String(sums.reduce((total, one) => total + count(one), 0));
  cells.push([
    'all',
    sum(({ kills }) => kills),
    sum(({ inside }) => inside),
    sum(({ acknowledged }) => acknowledged),
    '',
    '',
    sum(({ wrong }) => wrong),
  ]);
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
  return lines.join('\n');
}

/** How the kills of one scenario went, in a line. */
export function killLine({ scenario, results }: KillRow): string {
  const { kills, inside, acknowledged, wrong } = sumsOf(results);
  const moments = results.flatMap(({ killedAfter, moment }) => (killedAfter === null ? [] : [moment]));
  const spread =
    moments.length === 0 ? '' : `, from ${percent(Math.min(...moments))} to ${percent(Math.max(...moments))} of it`;
  return `${scenario}: ${kills} kills, ${inside} inside the act${spread}, ${acknowledged} acknowledgements before, ${wrong} with something wrong`;
}

interface Sums {
  readonly kills: number;
  readonly inside: number;
  readonly acknowledged: number;
  readonly wrong: number;
}
function sumsOf(results: readonly RoundResult[]): Sums {
  const inside = results.filter(({ killedAfter }) => killedAfter !== null);
  return {
    kills: inside.length + results.reduce((sum, { late }) => sum + late, 0),
    inside: inside.length,
    acknowledged: inside.reduce((sum, result) => sum + result.acknowledged, 0),
    wrong: results.filter(({ findings }) => findings.length > 0).length,
  };
}

function rowOf({ scenario, results }: KillRow): string[] {
  const inside = results.filter(({ killedAfter }) => killedAfter !== null);
  const { kills, acknowledged, wrong } = sumsOf(results);
  const there = new Map<string, number>();
  for (const result of inside)
    for (const [what, count] of Object.entries(result.there)) there.set(what, (there.get(what) ?? 0) + count);
  return [
    scenario,
    String(kills),
    String(inside.length),
    String(acknowledged),
    [...there].map(([what, count]) => `${count} ${what}`).join(', '),
    saidIn(inside),
    String(wrong),
  ];
}

/** Each sentence once, with the number of second starts that said it. */
function saidIn(results: readonly RoundResult[]): string {
  const counts = new Map<string, number>();
  for (const { said } of results) for (const line of new Set(said)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts.size === 0 ? 'nothing' : [...counts].map(([line, count]) => `${line} (${count})`).join('; ');
}

function percent(part: number): string {
  return `${(part * 100).toFixed(0)} %`;
}
