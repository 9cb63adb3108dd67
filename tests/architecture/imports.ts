import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

export interface Import {
  readonly from: string;
  /** A file of ours, the file of a package, or the name of a module of Node. */
  readonly to: string;
  readonly typeOnly: boolean;
  /** Loaded when it is asked for (`import(…)`), not with the file. */
  readonly later: boolean;
}

export interface Imports {
  /** Every file of ours that was read. */
  readonly files: readonly string[];
  readonly imports: readonly Import[];
  /** One line for each broken rule: from → to: the rule's name and its reason. */
  readonly violations: readonly string[];
}

const isSource = /\.(?:ts|tsx|cts|mts)$/;

/**
 * Every import in folders of `root`, read by `dependency-cruiser` and held against rules. Sources are parsed by SWC:
 * TypeScript 7 has no parser that the tool could use (decision 0204).
 */
export async function readImports(
  root: string,
  folders: readonly string[],
  rules: readonly IForbiddenRuleType[],
): Promise<Imports> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      parser: 'swc',
      tsPreCompilationDeps: true,
      doNotFollow: { path: '^node_modules/' },
      validate: true,
      ruleSet: { forbidden: [...rules] },
    },
    {
      extensions: ['.ts', '.tsx', '.cts', '.mts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  );
  if (typeof output === 'string') throw new Error(output);
  return {
    files: output.modules.map(({ source }) => source).filter((source) => isSource.test(source) && !inPackage(source)),
    imports: output.modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved, dependencyTypes, dynamic }) => ({
        from: source,
        to: resolved,
        typeOnly: dependencyTypes.includes('type-only'),
        later: dynamic,
      })),
    ),
    violations: output.summary.violations.map((violation) => inWords(violation, rules)),
  };
}

function inPackage(path: string): boolean {
  return path.startsWith('node_modules/');
}

function inWords(
  { from, to, rule }: ICruiseResult['summary']['violations'][number],
  rules: readonly IForbiddenRuleType[],
): string {
  const reason = rules.find(({ name }) => name === rule.name)?.comment ?? '';
  return `${from} → ${to}: ${rule.name}: ${reason}`;
}

/** All files that are loaded with some, at once or later. A type's import loads nothing. */
export function reachedFrom(entries: readonly string[], imports: readonly Import[]): ReadonlySet<string> {
  const graph = loadedBy(imports);
  const reached = new Set(entries);
  for (const file of reached) for (const next of graph.get(file) ?? []) reached.add(next);
  return reached;
}

/** The files that are loaded with some before anything is asked of them. */
export function loadedAtOnceWith(entries: readonly string[], imports: readonly Import[]): ReadonlySet<string> {
  return reachedFrom(
    entries,
    imports.filter(({ later }) => !later),
  );
}

/**
 * The files of a cycle of imports that load each other, or null. The tool's own rule looks at one cycle for each
 * import, which may be a harmless one through types that hides another (decision 0204).
 */
export function findCycle(imports: readonly Import[]): string[] | null {
  const graph = loadedBy(imports);
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return null;
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle !== null) return cycle;
    }
    path.pop();
    finished.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle !== null) return cycle;
  }
  return null;
}

function loadedBy(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly) continue;
    const known = graph.get(from);
    if (known === undefined) graph.set(from, [to]);
    else known.push(to);
  }
  return graph;
}
