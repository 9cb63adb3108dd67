import type { OpeningProgress } from '../../../main/contract/library.ts';
import { counted } from '../../shared/lib/figures.ts';

/** The frame around every room: rail, connection, library states. */
export const frame = {
  rooms: 'Rooms',
  collections: 'Collections',
  savedSearches: 'Saved searches',
  people: 'People',
  codes: 'Codes',
  newCollection: 'New collection',
  manageCodes: 'Manage codes',
  renameCollection: 'Rename',
  deleteCollection: 'Move to the bin',
  collectionName: 'Name of the collection',
  morePeople: (more: number) => `${counted(more, 'more person', 'more people')}…`,
  moreCodes: (more: number) => `${counted(more, 'more code')}…`,
  settings: 'Appearance',
  keys: 'Keys',
  palette: 'Go to anything',
  skip: 'Skip to the text',
  importing: 'Taking in',
  exporting: 'Handing over',
  checking: 'Checking',
  backingUp: 'Backing up',
  verified: {
    today: 'Verified today',
    yesterday: 'Verified yesterday',
    days: (days: number) => `Verified ${days} days ago`,
    never: 'Not verified yet',
    bad: 'A check found a fault',
  },
  connecting: 'Opening the library…',
  updatingTitle: 'The library is brought up to date',
  updatingText:
    'It was made by an earlier version of Verbatim. A backup is made first, and all changes are made together or not at all: an interruption loses nothing.',
  updatingPhases: {
    'backing-up': 'Making a backup',
    changing: 'Changing the database’s shape',
    checking: 'Checking every table',
  } satisfies Record<OpeningProgress['phase'], string>,
  lostTitle: 'Verbatim does not answer',
  lostText:
    'What was saved is safe. This page tries to connect again by itself. If the reading room was stopped, start it again and open the address it prints.',
  busyTitle: 'This library is open elsewhere',
  busyText: (name: string, heldBy: string) =>
    `“${name}” is being written by ${heldBy}. Only one program may write to a library at a time. You can read it here meanwhile.`,
  openReadOnly: 'Open for reading',
  noneTitle: 'No library is open',
  noneText:
    'A library is a folder that holds your articles, their originals and your notes. Copying it copies everything.',
  noneBrowser: 'Start the reading room with a library: npm run -s verbatim -- serve FOLDER',
  openLibrary: 'Open a library…',
  stoppedTitle: 'The library was closed',
  openAgain: 'Open again',
  failedTitle: 'The library could not be opened',
  failedKept: 'Trying to open it took nothing away.',
  otherLibrary: 'Open another library…',
} as const;
