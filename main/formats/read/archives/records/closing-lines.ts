import type { Member } from '../../../format.ts';
import { shownAddress } from './addresses.ts';
import type { ArchiveCounts } from './archive-counts.ts';
import type { ArchiveFile } from './archive-file.ts';
import { type Position, positionText } from './position.ts';
import type { ListedPage } from './record-index.ts';
import { recordKinds } from './record-kinds.ts';
import type { Survey } from './survey.ts';

const pagesAtOnce = 200;

/** A line for each page that the archive's own list names as chosen and that isn't in it; others of the list are counted. */
export async function* missingPages(
  { index }: Survey,
  start: Position | null,
  counts: ArchiveCounts,
): AsyncIterable<Member> {
  const kinds = [recordKinds.page, recordKinds.document, recordKinds.answer, recordKinds.revisit];
  let behind: ListedPage | null = start?.at === 'missing' ? { ...start, url: '', isChosen: true } : null;
  for (;;) {
    const pages = index.listedWithout(kinds, behind, pagesAtOnce);
    for (const page of pages) {
      if (!page.isChosen) {
        counts.add('missing');
        continue;
      }
      yield {
        kind: 'refused',
        path: shownAddress(page.url),
        reason:
          'The archive’s own list of pages names it, and the archive holds no page for it that could be read: its capture failed, or it is in another archive.',
        position: positionText({ at: 'missing', loose: page.loose, exact: page.exact, counts }),
      };
    }
    behind = pages.at(-1) ?? null;
    if (behind === null) return;
  }
}

/** A file inside the archive that is not as the archive says, and why. */
export interface Difference {
  readonly path: string;
  readonly reason: string;
}

/** A line for each such file, but for those that were told when the import was interrupted. */
export function* differenceLines(
  differences: readonly Difference[],
  start: Position | null,
  counts: ArchiveCounts,
): Iterable<Member> {
  for (const [index, { path, reason }] of differences.entries())
    if (start?.at !== 'differences' || index > start.index)
      yield { kind: 'refused', path, reason, position: positionText({ at: 'differences', index, counts }) };
}

/** What is to be said of an archive's files themselves. */
export function remarksOn(files: readonly ArchiveFile[]): readonly string[] {
  return files.some(({ isUnpacked }) => isUnpacked)
    ? [
        'Its records are not compressed one by one, as the standard asks, so it was unpacked to be read: the places that are kept with its articles count in the unpacked archive.',
      ]
    : [];
}

/**
 * The closing line: how many articles there were, what is none, counted, and what is wrong with the archive. Null
 * where there is nothing but articles.
 */
export function summaryOf(counts: ArchiveCounts, remarks: readonly string[]): string | null {
  const [articles, damaged] = [counts.of('articles'), counts.of('damaged')];
  const rest = counts.sentence();
  if (articles > 0 && damaged === 0 && rest === null && remarks.length === 0) return null;
  return [
    articles === 0
      ? 'No article was found in it.'
      : `${counted(articles, 'page was', 'pages were')} read as ${articles === 1 ? 'an article' : 'articles'}.`,
    ...(rest === null ? [] : [`${articles === 0 ? 'It holds' : 'Not taken'}: ${rest}.`]),
    ...(damaged === 0
      ? []
      : [`${counted(damaged, 'place in it is', 'places in it are')} damaged: what is whole around that was read.`]),
    ...remarks,
  ].join(' ');
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;
}
