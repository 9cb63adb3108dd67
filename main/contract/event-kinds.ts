/**
 * What the lines of the log are about. Each has a row in the table that says when it may be handed
 * over (main/core/export/provenance.ts). A log may hold other kinds too: lines that came with a
 * package of another version.
 */
export const eventKinds = [
  'address',
  'annotation',
  'awaited',
  'backup',
  'bin',
  'capture',
  'check',
  'code',
  'collection',
  'columns',
  'duplicate',
  'export',
  'extraction',
  'import',
  'library',
  'mend',
  'person',
  'placement',
  'restore',
  'revision',
  'statement',
  'watch',
] as const;

export type EventKind = (typeof eventKinds)[number];

export function isEventKind(kind: string): kind is EventKind {
  return eventKinds.some((known) => known === kind);
}
