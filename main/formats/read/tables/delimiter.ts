/** What parts the cells of the first line; null where it has only one. */
export function delimiterOf(beginning: string): string | null {
  const [line = ''] = beginning.replace(/^[\uFEFF\r\n]+/u, '').split(/\r\n|\n|\r/u, 1);
  const bare = line.replace(/"(?:[^"]|"")*"/gu, '');
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: bare.split(mark).length - 1 }));
  const best = counts.reduce((winner, one) => (one.count > winner.count ? one : winner));
  return best.count === 0 ? null : best.mark;
}
