import { ArchiveCounts } from './archive-counts.ts';

/**
 * How far an archive has been dealt with, as `ContainerSource.after` keeps it: the last record, the last listed
 * page that is missing, or the last file that is not as it should be, in this order; and what was counted up to
 * there, so that an import that goes on later ends with the same figures.
 */
export type Position =
  | { readonly at: 'record'; readonly file: number; readonly offset: number; readonly counts: ArchiveCounts }
  | { readonly at: 'missing'; readonly loose: number; readonly exact: number; readonly counts: ArchiveCounts }
  | { readonly at: 'differences'; readonly index: number; readonly counts: ArchiveCounts };

export function positionText(position: Position): string {
  return `${position.at} ${numbersOf(position).join(' ')} ${position.counts.toText()}`;
}

function numbersOf(position: Position): readonly number[] {
  switch (position.at) {
    case 'record':
      return [position.file, position.offset];
    case 'missing':
      return [position.loose, position.exact];
    case 'differences':
      return [position.index, 0];
  }
}

/** Null for the start, and for what another version wrote: what is found twice is known again. */
export function parsePosition(text: string | null): Position | null {
  const match = /^(record|missing|differences) (\d{1,16}) (\d{1,16}) ([\d,-]*)$/u.exec(text ?? '');
  if (match === null) return null;
  const [first, second] = [Number(match[2]), Number(match[3])];
  const counts = ArchiveCounts.parse(match[4] ?? '');
  switch (match[1]) {
    case 'record':
      return { at: 'record', file: first, offset: second, counts };
    case 'missing':
      return { at: 'missing', loose: first, exact: second, counts };
    default:
      return { at: 'differences', index: first, counts };
  }
}
