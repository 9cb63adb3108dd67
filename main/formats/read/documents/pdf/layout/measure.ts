import type { Line } from './lines.ts';

/** The habits of a document's setting, measured over all its lines, because no single line shows them. */
export interface Setting {
  /** The size in which most letters are set. */
  readonly bodySize: number;
  /** Most letters are bold: then bold says nothing. */
  readonly bodyBold: boolean;
  /** Distance from line to line in text of a size. */
  leading(size: number): number;
}

export function measureSetting(lines: readonly Line[]): Setting {
  const letters = new Map<number, number>();
  let bold = 0;
  let all = 0;
  for (const line of lines) {
    const size = half(line.size);
    // Long lines are prose; the short ones of lists and menus say less about the body.
    const weight = line.text.length * (line.text.length > 30 ? 3 : 1);
    letters.set(size, (letters.get(size) ?? 0) + weight);
    all += line.text.length;
    if (line.bold) bold += line.text.length;
  }
  const bodySize = commonest(letters) ?? 10;
  const leadings = new Map<number, Map<number, number>>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || next.region !== line.region || Math.abs(next.size - line.size) > line.size * 0.05)
      continue;
    const down = next.baseline - line.baseline;
    if (down < line.size * 0.9 || down > line.size * 2.4) continue;
    const counts = leadings.get(half(line.size)) ?? new Map<number, number>();
    counts.set(half(down), (counts.get(half(down)) ?? 0) + 1);
    leadings.set(half(line.size), counts);
  }
  const known = new Map([...leadings].map(([size, counts]) => [size, tightest(counts)]));
  const ratio = (known.get(bodySize) ?? bodySize * 1.2) / bodySize;
  return {
    bodySize,
    bodyBold: bold > all * 0.6,
    leading: (size) => known.get(half(size)) ?? size * Math.min(ratio, 1.6),
  };
}

function half(points: number): number {
  return Math.round(points * 2) / 2;
}

function commonest(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The smallest distance that is common: the wider ones are those between paragraphs. */
function tightest(counts: ReadonlyMap<number, number>): number {
  const most = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, count]) => count >= most * 0.4).map(([distance]) => distance));
}
