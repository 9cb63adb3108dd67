import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Argument, Command } from 'commander';
import { expect, it } from 'vitest';
import { buildProgram } from '../main/cli/program.ts';
import { logFiles } from '../main/core/log/files.ts';
import { logLimits } from '../main/core/log/library-log.ts';
import { samplePaths } from '../main/core/sample/index.ts';
import { largestMember } from '../main/formats/read/containers/member-limits.ts';
import { leastWords } from '../main/formats/read/documents/epub/chapters.ts';
import { mostPages } from '../main/formats/read/documents/pdf/pages.ts';
import { mostFolders } from '../main/formats/read/services/exports/folders.ts';
import { linkMinutes } from '../main/server/session.ts';

/** What of the README a machine can hold against the program, so that neither goes on without the other. */
const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** As the README writes it: `LIBRARY`, `PATH…`, `[NAME]`. */
function inWords(argument: Argument): string {
  const name = argument.name().toUpperCase();
  if (argument.variadic) return `${name}…`;
  return argument.required ? name : `[${name}]`;
}

/** The options of a command that are its own: every command has `--json`, and `--help`. */
function optionsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => (long == null || long === '--json' ? [] : [long])).sort();
}

it('lists the terminal’s commands with their arguments and options, in the order of its help', () => {
  const told = [...readme.matchAll(/^verbatim (?<name>[a-z-]+) (?<rest>.*)$/gmu)].map(({ groups }) => {
    const rest = groups?.rest ?? '';
    const before = rest.split(/ \||\[?--/u)[0] ?? '';
    return {
      name: groups?.name,
      arguments: before.split(' ').filter((word) => word !== ''),
      options: [...new Set(rest.match(/--[a-z-]+/gu) ?? [])].sort(),
    };
  });
  const program = buildProgram(new AbortController().signal, () => undefined);
  expect(told).toEqual(
    program.commands.map((command) => ({
      name: command.name(),
      arguments: command.registeredArguments.map(inWords),
      options: optionsOf(command),
    })),
  );
});

it('says why each package is there, and names none that isn’t', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, Record<string, string>>;
  const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const table = readme.slice(readme.indexOf('## What it stands on'));
  const named = [...table.matchAll(/^\| (?<names>[^|]+) \|/gmu)]
    .flatMap(({ groups }) => (groups?.names ?? '').replace(/ \(.*\)$/u, '').split(', '))
    .filter((name) => name !== 'package' && !name.startsWith('---'));
  const isNamed = (name: string) =>
    named.some((one) => one === name || (one.endsWith('…') && name.startsWith(one.slice(0, -1))));
  expect(packages.filter((name) => !isNamed(name))).toEqual([]);
  expect(named.filter((one) => !packages.some((name) => name.startsWith(one.replace(/…$/u, ''))))).toEqual([]);
});

it('leads to files that are there', () => {
  const links = [...readme.matchAll(/\]\((?<path>[^)#]+)\)/gu)].map(({ groups }) => groups?.path ?? '');
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('gives the figures that the program has', () => {
  const figures: readonly (readonly [sentence: string, figure: number, has: number])[] = [
    ['thirty invented articles', 30, articlesOfTheSample()],
    ['lets one browser in, once, within ten minutes', 10, linkMinutes],
    ['A file may have up to 256 MB', 256 * 1024 * 1024, largestMember],
    ['parts of fewer than 60 words', 60, leastWords],
    ['what comes after a thousand pages', 1000, mostPages],
    ['of those inside one another the innermost sixteen', 16, mostFolders],
    ['about 2 MB at most', 2 * 1024 * 1024, logFiles('').length * logLimits.bytes],
  ];
  for (const [sentence, figure, has] of figures) {
    expect(readme).toContain(sentence);
    expect(has, sentence).toBe(figure);
  }
});

/** One of its pages was captured twice. */
function articlesOfTheSample(): number {
  return samplePaths().length - 1;
}
