/** A room of the house: which files stand in it, and which other rooms they may import. */
export interface Layer {
  readonly name: string;
  /** The paths of its files, as a regular expression. */
  readonly files: string;
  /** The layers that its files may import, besides itself and the contract. */
  readonly reaches: readonly string[];
  /** Said where an import breaks it. */
  readonly why: string;
}

const everyFormat = ['formats', 'read formats', 'written formats', 'shared formats', 'format'] as const;

/**
 * The picture in the README as a table. An import, a type's too, goes only to a layer that is named here. Every file
 * stands in exactly one layer: `(?!…)` leaves out what is a layer of its own.
 */
export const layers: readonly Layer[] = [
  {
    name: 'contract',
    files: '^main/contract/',
    reaches: [],
    why: 'the contract is what everybody knows, and knows nobody',
  },
  { name: 'rpc', files: '^main/rpc/', reaches: [], why: 'the wire carries messages whatever they are about' },
  {
    name: 'room',
    files: '^renderer/rooms/([^/]+)/',
    reaches: ['shared renderer', 'renderer api'],
    why: 'a room knows what all rooms share, and no other room',
  },
  {
    name: 'shared renderer',
    files: '^renderer/shared/',
    reaches: ['renderer api'],
    why: 'what several rooms use knows none of them',
  },
  {
    name: 'renderer api',
    files: '^renderer/api/',
    reaches: ['shared renderer', 'rpc'],
    why: 'the interface reaches the core over the wire alone',
  },
  {
    name: 'frame',
    files: '^renderer/(?!rooms/[^/]+/|shared/|api/)',
    reaches: ['room', 'shared renderer', 'renderer api'],
    why: 'the frame puts the rooms together, and knows the core by its contract',
  },
  { name: 'db', files: '^db/', reaches: [], why: 'the database serves the core and does not know it' },
  {
    name: 'reading',
    files: '^main/reading/',
    reaches: [],
    why: 'what a text says is found by pure functions, which formats and core both need',
  },
  {
    name: 'shared formats',
    files: '^main/formats/shared/',
    reaches: ['format', 'reading'],
    why: 'what readers and writers of files both use knows neither',
  },
  {
    name: 'written formats',
    files: '^main/formats/write/',
    reaches: ['shared formats', 'reading'],
    why: 'a writer of files stands on reading, never on core or on a reader of files',
  },
  {
    name: 'read formats',
    files: '^main/formats/read/',
    reaches: ['shared formats', 'format', 'foreign', 'reading'],
    why: 'a reader of files stands on reading, never on core or on a writer of files',
  },
  {
    name: 'format',
    files: '^main/formats/format\\.ts$',
    reaches: ['read formats'],
    why: 'what a reader of a format is, is said by types alone',
  },
  {
    name: 'foreign',
    files: '^main/formats/foreign\\.ts$',
    reaches: ['shared formats'],
    why: 'a foreign format is told by its bytes',
  },
  {
    name: 'formats',
    files: '^main/formats/(?!(?:read|write|shared)/|(?:format|foreign)\\.ts$)',
    reaches: ['read formats', 'format', 'foreign'],
    why: 'the registry names readers, and does nothing else',
  },
  {
    name: 'core',
    files: '^main/core/',
    reaches: ['reading', ...everyFormat, 'db'],
    why: 'the application knows no host: no window, no socket, no terminal',
  },
  {
    name: 'pages',
    files: '^main/pages/',
    reaches: [],
    why: 'what both hosts with a window serve to it, and under which policy, is one thing for both',
  },
  {
    name: 'launch',
    files: '^main/launch/',
    reaches: ['server', 'core'],
    why: 'where the program stands and what the machine can show is found out before there is a host',
  },
  {
    name: 'server',
    files: '^main/server/',
    reaches: ['pages', 'core', 'rpc', ...everyFormat],
    why: 'a host assembles, and knows no other host',
  },
  {
    name: 'cli',
    files: '^main/cli/',
    reaches: ['launch', 'core', 'rpc', ...everyFormat],
    why: 'a host assembles, and knows no other host',
  },
  {
    name: 'electron',
    files: '^main/electron/',
    reaches: ['launch', 'pages', 'core', 'rpc'],
    why: 'a host assembles, and knows no other host',
  },
  { name: 'build', files: '^main/build/', reaches: [], why: 'the build runs before anything is built' },
  { name: 'start', files: '^main/start\\.ts$', reaches: ['launch'], why: 'the start only chooses a host' },
];
