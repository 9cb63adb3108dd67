import type { ExtractAgainResult } from '../../../main/contract/extraction.ts';
import type { Placement } from '../../../main/contract/placements.ts';
import { counted, figure } from '../lib/figures.ts';

const placementWords: Readonly<Record<Placement, string>> = {
  exact: 'exact',
  moved: 'moved with their words',
  changed: 'with changed words',
  lost: 'lost',
};

function marks(placed: Readonly<Record<Placement, number>>): string {
  return (['exact', 'moved', 'changed', 'lost'] as const)
    .filter((placement) => placed[placement] > 0)
    .map((placement) => `${figure(placed[placement])} ${placementWords[placement]}`)
    .join(', ');
}

/** Reading articles again with the present extractors. */
export const extractionTexts = {
  title: 'Extract again',
  action: 'Extract again',
  ask: 'Extract again…',
  lead: 'The originals are read again with the extractors of this version. Where one reads another article than before, it gets a new revision, and your marks are placed in it. Your corrections by hand are made again. Nothing is removed: the revisions that are there stay.',
  what: (what: string) => `What is read again: ${what}.`,
  everything: 'everything that an older extractor made',
  working: 'Reading originals again',
  waiting: 'Waiting until another reading is done',
  cancelNote: 'What is done is kept, and a next run goes on from there.',
  failedTitle: 'Reading again stopped',
  cancelled: 'Cancelled. What was done is kept; start it again to go on.',
  counts: ({ counts }: ExtractAgainResult) =>
    [
      counts.revision > 0 ? `${counted(counts.revision, 'article')} with a new revision` : '',
      counts.mended > 0 ? `${counted(counts.mended, 'article')} with damaged words mended` : '',
      counts.unchanged > 0 ? `${figure(counts.unchanged)} unchanged` : '',
      counts.failed > 0 ? `${figure(counts.failed)} failed` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  nothing: 'There was nothing to read.',
  marks,
  placed: (placed: Readonly<Record<Placement, number>>) => `Marks in the new revisions: ${marks(placed)}.`,
  marksChanged: 'Articles with marks that changed or were lost',
  failed: 'Articles that could not be read again',
  older: (count: number) =>
    `${counted(count, 'article')} ${count === 1 ? 'was' : 'were'} made by an older extractor than this version has.`,
  present: 'the extractor of this version',
  olderHere: 'an older extractor',
} as const;
