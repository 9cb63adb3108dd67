import type { IForbiddenRuleType } from 'dependency-cruiser';
import { type Layer, layers } from './layers.ts';

/** The rules of the house as `dependency-cruiser` reads them. `comment` is the reason, shown where one is broken. */
export const rules: readonly IForbiddenRuleType[] = [
  ...layers.map(onlyDown),
  {
    name: 'contract without packages',
    comment: 'the contract is free of Electron, Node and the page, and checks input with valibot alone',
    severity: 'error',
    from: { path: '^main/contract/' },
    to: { pathNot: ['^main/contract/', '^node_modules/valibot/'] },
  },
  {
    name: 'reading without Node',
    comment: 'no file, thread or process reaches what a text says',
    severity: 'error',
    from: { path: '^main/reading/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'renderer without Node',
    comment: 'the page has no Node and no database',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'renderer without host',
    comment: 'the page runs in a window and in a browser, and knows neither',
    severity: 'error',
    from: { path: '^renderer/' },
    to: { path: '^node_modules/(?:better-sqlite3|electron|ws)/' },
  },
  {
    name: 'Electron in its host alone',
    comment: 'everything else runs without Electron',
    severity: 'error',
    from: { pathNot: '^main/electron/' },
    to: { path: '^node_modules/electron/' },
  },
  {
    name: 'database opened in db alone',
    comment: 'connections belong to the threads of db; others may name their types',
    severity: 'error',
    from: { pathNot: '^db/' },
    to: { path: '^node_modules/better-sqlite3/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packaged code on packaged packages',
    comment: 'a development dependency is not in the installed program',
    severity: 'error',
    from: { path: '^(?:main|db)/', pathNot: '^main/(?:build/|start\\.ts$)' },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
      pathNot: '^node_modules/electron/',
    },
  },
  {
    name: 'imports lead somewhere',
    comment: 'what is imported is there',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** An import out of a layer goes to the layers that it may reach. */
function onlyDown(layer: Layer): IForbiddenRuleType {
  return {
    name: `${layer.name} reaches only ${[...(layer.name === 'contract' ? ['itself'] : ['contract']), ...layer.reaches].join(', ')}`,
    comment: layer.why,
    severity: 'error',
    from: { path: layer.files },
    to: {
      path: '^(?:main|renderer|db)/',
      pathNot: [itself(layer), ...['contract', ...layer.reaches].map((name) => filesOf(name))],
    },
  };
}

/** `$1` is what the first group matched in the importing file: a room reaches itself, and no other room. */
function itself({ files }: Layer): string {
  return files.replace(/\([^?)]*\)/, '$1');
}

function filesOf(name: string): string {
  const layer = layers.find((one) => one.name === name);
  if (layer === undefined) throw new Error(`There is no layer “${name}”.`);
  return layer.files;
}
