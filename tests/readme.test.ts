import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Argument, Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../main/cli/program.ts';
import { logFiles } from '../main/core/log/files.ts';
import { logLimits } from '../main/core/log/library-log.ts';
import { samplePaths } from '../main/core/sample/index.ts';
import { containers } from '../main/formats/containers.ts';
import { largestMember } from '../main/formats/read/containers/member-limits.ts';
import { leastWords } from '../main/formats/read/documents/epub/chapters.ts';
import { mostPages } from '../main/formats/read/documents/pdf/pages.ts';
import { mostFolders } from '../main/formats/read/services/exports/folders.ts';
import { readers } from '../main/formats/registry.ts';
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

it('is of one version, whose changes stand at the top', () => {
  const ours = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    version: string;
    packages: { '': { version: string } };
  };
  const changes = /^## (?<version>\d+\.\d+\.\d+)/mu.exec(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
  expect([lock.version, lock.packages[''].version, changes?.groups?.version]).toEqual([ours, ours, ours]);
});

/** The main README and those of the rooms. */
const documents = ['README.md', ...['main', 'renderer', 'db', 'tests'].flatMap(readmesIn), ...contributing()];

function readmesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'README.md' && !path.includes('articles'))
    .map((path) => join(folder, path));
}

/** What is said to those who come after. */
function contributing(): string[] {
  return readdirSync(join(root, '.github'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('.github', name));
}

/** A heading's address, as a forge makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

it.each(documents)('%s leads to files and headings that are there', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:)(?<path>[^)#\s]*)(?:#(?<anchor>[^)]+))?\)/gu)];
  const dead = links.filter(({ groups }) => {
    const target = groups?.path ? join(root, dirname(document), groups.path) : join(root, document);
    if (!existsSync(target)) return true;
    if (groups?.anchor === undefined) return false;
    const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (?<heading>.+)$/gmu)];
    return !headings.some(({ groups: of }) => anchorOf(of?.heading ?? '') === groups.anchor);
  });
  expect(dead.map(([link]) => link)).toEqual([]);
});

it.each(documents)('%s names files that are there', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  // What stands for a name is in capitals: rooms/NAME, NNNN-….ts.
  const named = [...text.matchAll(/`(?<path>[\w./-]+\.(?:ts|tsx|css|yml|json))`/gu)]
    .map(({ groups }) => groups?.path ?? '')
    .filter((path) => !/[A-Z]{4}/.test(path) && path.includes('/'));
  const gone = named.filter(
    (path) => ![dirname(document), '.', 'main', 'tests'].some((folder) => existsSync(join(root, folder, path))),
  );
  expect(gone).toEqual([]);
});

describe('the formats', () => {
  const formats = readFileSync(join(root, 'main', 'formats', 'README.md'), 'utf8');
  const read = formats.slice(formats.indexOf('## What is read'));

  it('have a row for every reader and container that there is, and for no other', () => {
    const rows = [...read.matchAll(/^\| [^|]+ \| [^|]+ \| `(?<reader>[^`]+)` \|/gmu)].map(
      ({ groups }) => groups?.reader,
    );
    const names = new Set([...readers, ...containers].map(({ name }) => name));
    expect([...new Set(rows)].sort()).toEqual([...names].sort());
  });

  it('have a section for every family, to which the main README leads', () => {
    const families = readdirSync(join(root, 'main', 'formats', 'read'));
    const sections = [...read.matchAll(/^### (?<heading>.+ \(`read\/(?<family>[a-z]+)`\))$/gmu)];
    expect(sections.map(({ groups }) => groups?.family).sort()).toEqual(families.sort());
    for (const { groups } of sections)
      expect(readme).toContain(`(main/formats/README.md#${anchorOf(groups?.heading ?? '')})`);
  });

  it('say the figures that their readers have', () => {
    expectFigures(read, [
      ['parts of fewer than 60 words', 60, leastWords],
      ['what comes after a thousand pages', 1000, mostPages],
    ]);
  });
});

it('gives the figures that the program has', () => {
  expectFigures(readme, [
    ['thirty invented articles', 30, articlesOfTheSample()],
    ['lets one browser in, once, within ten minutes', 10, linkMinutes],
    ['A file may have up to 256 MB', 256 * 1024 * 1024, largestMember],
    ['of those inside one another the innermost sixteen', 16, mostFolders],
    ['about 2 MB at most', 2 * 1024 * 1024, logFiles('').length * logLimits.bytes],
  ]);
});

function expectFigures(
  text: string,
  figures: readonly (readonly [sentence: string, figure: number, has: number])[],
): void {
  for (const [sentence, figure, has] of figures) {
    expect(text).toContain(sentence);
    expect(has, sentence).toBe(figure);
  }
}

/** One of its pages was captured twice. */
function articlesOfTheSample(): number {
  return samplePaths().length - 1;
}
