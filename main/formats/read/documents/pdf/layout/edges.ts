import type { Line } from './lines.ts';

/** Where the text of a column begins and ends, told from the lines of one size that stand in it. */
export function withEdges(lines: readonly Line[]): Line[] {
  const groups = Map.groupBy(lines, (line) => `${line.region} ${Math.round(line.size)}`);
  const edges = new Map([...groups].map(([key, group]) => [key, edgesOf(group)]));
  return lines.map((line) => ({ ...line, edges: edges.get(`${line.region} ${Math.round(line.size)}`) ?? line.edges }));
}

function edgesOf(lines: readonly Line[]): Line['edges'] {
  const size = lines[0]?.size ?? 10;
  const rights = lines.map(({ right }) => right).sort((first, second) => second - first);
  const lefts = lines.map(({ left }) => left).sort((first, second) => first - second);
  return { left: edge(lefts, size), right: edge(rights, size) };
}

/** So large a share of lines ends at one place where text is justified. */
const justified = 0.2;
/** Of ragged lines so many may reach beyond what counts as the edge. */
const outliers = 0.06;

/** The outermost place at which many lines end; where none is, the outermost but for a few. `places` begin with the outermost. */
function edge(places: readonly number[], size: number): number {
  for (const [index, place] of places.entries()) {
    if (index > 0 && Math.abs(place - (places[index - 1] ?? place)) < size * 0.25) continue;
    const near = places.filter((other) => Math.abs(other - place) < size * 0.5).length;
    if (near >= Math.max(3, places.length * justified)) return place;
  }
  return places[Math.floor(places.length * outliers)] ?? 0;
}
