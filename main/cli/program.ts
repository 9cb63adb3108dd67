import { Command, InvalidArgumentError, Option } from 'commander';
import {
  type ColumnField,
  columnFields,
  type ExportFormat,
  exportFormats,
  type HighlightColor,
  highlightColors,
  type SearchSort,
  VerbatimError,
} from '../contract/index.ts';
import { agent } from '../launch/installation.ts';
import { Output } from './output.ts';
import type { Access, ExitCode, Session } from './session.ts';
import { type ShowFormat, showFormats } from './show-formats.ts';

interface JsonOption {
  readonly json?: true;
}

/**
 * The terminal's commands. Their names, options and the fields they print are a promise to programs:
 * see `records.ts`. `done` hears how the chosen command ended. What a command does is loaded when it is chosen.
 */
export function buildProgram(signal: AbortSignal, done: (exit: ExitCode) => void): Command {
  const program = new Command('verbatim')
    .description('An offline archive for what was said.')
    .version(agent(), '-V, --version')
    // What follows a command's name is the command's: a search for “-Vale” doesn't ask for the version.
    .enablePositionalOptions()
    .showHelpAfterError('(“verbatim --help” and “verbatim <command> --help” say what can be typed.)')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 done but something was refused or found wrong.');

  const command = (line: string, words: string) =>
    program.command(line).description(words).option('--json', 'one JSON object a line');
  const run = async (
    library: string,
    access: Access,
    { json }: JsonOption,
    work: (session: Session) => Promise<ExitCode>,
  ) => {
    const { withLibrary } = await import('./session.ts');
    done(await withLibrary(library, access, { output: new Output(json === true), signal }, work));
  };

  command('import <library> <path...>', 'take files and folders in; the library is made where there is none')
    .option('--collection <name>', 'put them into this collection')
    .option('--copy-archives', 'keep a copy of web archives in the library instead of a reference to where they lie')
    .option(
      '--map <field=column,...>',
      `what the columns of a table (CSV, JSON Lines) mean, for tables that have them; it is remembered (fields: ${columnFields.join(', ')})`,
      columnNames,
    )
    .action(
      (
        library: string,
        paths: string[],
        options: JsonOption & { collection?: string; copyArchives?: true; map?: ColumnNames },
      ) =>
        run(library, 'create', options, async (session) =>
          (await import('./commands/import.ts')).importCommand(session, {
            paths,
            collection: options.collection ?? null,
            copyArchives: options.copyArchives === true,
            columns: options.map ?? null,
          }),
        ),
    );

  command('watch <library> <folder>', 'take in what comes into a folder, until Ctrl+C')
    .option('--collection <name>', 'put it into this collection')
    .action((library: string, folder: string, options: JsonOption & { collection?: string }) =>
      run(library, 'create', options, async (session) =>
        (await import('./commands/watch.ts')).watchCommand(session, { folder, collection: options.collection ?? null }),
      ),
    );

  command('articles <library>', 'list every article').action((library: string, options: JsonOption) =>
    run(library, 'read', options, async (session) => (await import('./commands/articles.ts')).articlesCommand(session)),
  );

  command('awaited <library>', 'list pages that files told of and that are not here')
    .option('--query <words>', 'with these words in title, address, tags or file')
    .action((library: string, options: JsonOption & { query?: string }) =>
      run(library, 'read', options, async (session) =>
        (await import('./commands/awaited.ts')).awaitedCommand(session, { words: options.query ?? null }),
      ),
    );

  command('show <library> [article...]', 'print articles')
    .option('--all', 'every article')
    .addOption(new Option('--format <format>', 'how').choices(showFormats))
    .action(
      (
        library: string,
        articles: string[],
        options: JsonOption & { all?: true; format?: ShowFormat },
        self: Command,
      ) => {
        if ((articles.length === 0) === (options.all !== true)) self.error('error: name articles, or give --all');
        const format = options.format ?? (options.json ? 'json' : 'text');
        return run(library, 'read', options, async (session) =>
          (await import('./commands/show.ts')).showCommand(session, { articles, all: options.all === true, format }),
        );
      },
    );

  command('search <library> <query>', 'find articles')
    // A search may begin with a hyphen: “-ferry” is every article without the word.
    .allowUnknownOption()
    .option('--limit <count>', 'at most so many', count, 50)
    .option('--offset <count>', 'leave out so many first', count, 0)
    .addOption(new Option('--sort <order>', 'order').choices(['relevance', 'newest', 'oldest']).default('relevance'))
    .action(
      (library: string, query: string, options: JsonOption & { limit: number; offset: number; sort: SearchSort }) =>
        run(library, 'read', options, async (session) =>
          (await import('./commands/search.ts')).searchCommand(session, { query, ...options }),
        ),
    );

  command('statements <library>', 'list who said what')
    .option('--article <id>', 'of this article')
    .option('--speaker <name>', 'by this speaker')
    .option('--query <words>', 'with these words')
    .action((library: string, options: JsonOption & { article?: string; speaker?: string; query?: string }) =>
      run(library, 'read', options, async (session) =>
        (await import('./commands/statements.ts')).statementsCommand(session, {
          article: options.article ?? null,
          speaker: options.speaker ?? null,
          query: options.query ?? null,
        }),
      ),
    );

  command('people <library>', 'list who speaks')
    .option('--query <words>', 'with these words in one of their names')
    .action((library: string, options: JsonOption & { query?: string }) =>
      run(library, 'read', options, async (session) =>
        (await import('./commands/people.ts')).peopleCommand(session, { words: options.query ?? null }),
      ),
    );

  command('annotate <library> <article>', 'mark a passage')
    .requiredOption('--quote <text>', 'the words to mark')
    .option('--prefix <text>', 'the words before them', '')
    .option('--suffix <text>', 'the words after them', '')
    .option('--note <text>', 'a note, in Markdown', '')
    .option('--code <name>', 'a code, or a path of codes with slashes; may be repeated', collect, [])
    .addOption(new Option('--color <name>', 'the highlight').choices(highlightColors).default('amber'))
    .action(
      (
        library: string,
        article: string,
        options: JsonOption & {
          quote: string;
          prefix: string;
          suffix: string;
          note: string;
          code: string[];
          color: HighlightColor;
        },
      ) =>
        run(library, 'write', options, async (session) =>
          (await import('./commands/annotate.ts')).annotateCommand(session, {
            ...options,
            article,
            codes: options.code,
          }),
        ),
    );

  command('annotations <library>', 'print annotations as W3C Web Annotations')
    .option('--article <id>', 'of this article')
    .action((library: string, options: JsonOption & { article?: string }) =>
      run(library, 'read', options, async (session) =>
        (await import('./commands/annotations.ts')).annotationsCommand(session, { article: options.article ?? null }),
      ),
    );

  command('export <library>', 'write a package to hand over')
    .addOption(new Option('--format <format>', 'which package').choices(exportFormats).makeOptionMandatory())
    .option('--out <path>', 'where to')
    .option('--dry-run', 'write nothing; say what would go along, and print its log')
    .option('--no-notes', 'leave out notes, what codes mean and the words of searches')
    .option('--article <id>', 'this article; may be repeated', collect, [])
    .option('--collection <name>', 'the articles of this collection')
    .option('--query <query>', 'the articles that this search finds')
    .option('--person <id>', 'what this person says, and no other statement; “verbatim people” lists their ids')
    .action(
      (
        library: string,
        options: JsonOption & {
          format: ExportFormat;
          out?: string;
          dryRun?: true;
          notes: boolean;
          article: string[];
          collection?: string;
          query?: string;
          person?: string;
        },
      ) =>
        run(library, 'best', options, async (session) =>
          (await import('./commands/export.ts')).exportCommand(session, {
            format: options.format,
            out: placeFor(options),
            notes: options.notes,
            articles: options.article,
            collection: options.collection ?? null,
            query: options.query ?? null,
            person: options.person ?? null,
          }),
        ),
    );

  command('extract-again <library>', 'read articles again with the present extractors; new revisions where they differ')
    .option('--article <id>', 'this article; may be repeated', collect, [])
    .option('--collection <name>', 'the articles of this collection')
    .option('--all', 'every article')
    .action((library: string, options: JsonOption & { article: string[]; collection?: string; all?: true }) =>
      run(library, 'write', options, async (session) =>
        (await import('./commands/extract-again.ts')).extractAgainCommand(session, {
          articles: options.article,
          collection: options.collection ?? null,
          all: options.all === true,
        }),
      ),
    );

  command('find-statements <library>', 'look for statements again; what a person decided about stays as it is')
    .option('--article <id>', 'in this article; may be repeated', collect, [])
    .option('--collection <name>', 'in the articles of this collection')
    .option('--all', 'in every article')
    .action((library: string, options: JsonOption & { article: string[]; collection?: string; all?: true }) =>
      run(library, 'write', options, async (session) =>
        (await import('./commands/find-statements.ts')).findStatementsCommand(session, {
          articles: options.article,
          collection: options.collection ?? null,
          all: options.all === true,
        }),
      ),
    );

  command('check <library>', 'look whether everything is whole: integrity, references, index, originals').action(
    async (library: string, options: JsonOption) =>
      done(
        await (await import('./commands/check.ts')).checkCommand(new Output(options.json === true), signal, library),
      ),
  );

  command('log <library>', 'print the program’s notes of its own working, the oldest first')
    .option('--limit <count>', 'at most so many of the newest', count, 1000)
    .action(async (library: string, options: JsonOption & { limit: number }) =>
      done(
        await (await import('./commands/log.ts')).logCommand(new Output(options.json === true), library, options.limit),
      ),
    );

  command('backups <library>', 'list the backups of a library and look at each; the library needn’t open').action(
    async (library: string, options: JsonOption) =>
      done(
        await (await import('./commands/backups.ts')).backupsCommand(
          new Output(options.json === true),
          signal,
          library,
        ),
      ),
  );

  command(
    'restore-backup <library> [name]',
    'put a backup (the newest, where none is named) in the place of the database, which is set aside',
  ).action(async (library: string, name: string | undefined, options: JsonOption) =>
    done(
      await (await import('./commands/restore-backup.ts')).restoreBackupCommand(
        new Output(options.json === true),
        signal,
        { library, name: name ?? null },
      ),
    ),
  );

  command(
    'remove-set-aside <library> [name...]',
    'remove what was set aside by a restore, a rebuilding or a damaged log',
  )
    .option('--but-newest <count>', 'all but so many of the newest', count)
    .action(async (library: string, names: readonly string[], options: JsonOption & { butNewest?: number }) =>
      done(
        await (await import('./commands/remove-set-aside.ts')).removeSetAsideCommand(
          new Output(options.json === true),
          signal,
          { library, names, butNewest: options.butNewest ?? null },
        ),
      ),
    );

  command('rebuild <library>', 'make a lost database anew from the originals; whatever lies in its place is set aside')
    .option('--anyway', 'also where the library can be opened')
    .action(async (library: string, options: JsonOption & { anyway?: true }) =>
      done(
        await (await import('./commands/rebuild.ts')).rebuildCommand(new Output(options.json === true), signal, {
          library,
          anyway: options.anyway === true,
        }),
      ),
    );

  command('serve <library>', 'open the reading room for a browser on this machine')
    .option('--port <number>', 'the port; without it the system chooses', port, 0)
    .option('--no-open', 'do not open the browser')
    .action(async (library: string, options: JsonOption & { port: number; open: boolean }) =>
      done(
        await (await import('./commands/serve.ts')).serveCommand(new Output(options.json === true), signal, {
          library,
          port: options.port,
          openBrowser: options.open,
          create: false,
        }),
      ),
    );

  command('open [library]', 'open the window, or the reading room where there can be none').action(
    async (library: string | undefined, options: JsonOption) =>
      done(await (await import('./commands/serve.ts')).openCommand(new Output(options.json === true), signal, library)),
  );
  return program;
}

function count(typed: string): number {
  if (!/^\d+$/.test(typed)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(typed);
}
type ColumnNames = Readonly<Partial<Record<ColumnField, string>>>;

/** `title=Headline,url=Link`; a comma in a column's name is written `\\,`. */
function columnNames(typed: string): ColumnNames {
  const names: Partial<Record<ColumnField, string>> = {};
  for (const pair of typed.split(/(?<!\\),/u)) {
    const [, written, column] = /^\s*(\w+)\s*=(.+)$/u.exec(pair) ?? [];
    const field = columnFields.find((name) => name === written);
    if (field === undefined || column === undefined)
      throw new InvalidArgumentError(`“${pair}” is not field=column. Fields: ${columnFields.join(', ')}.`);
    names[field] = column.replaceAll('\\,', ',').trim();
  }
  if (names.title === undefined && names.url === undefined && names.body === undefined)
    throw new InvalidArgumentError('A column for title, url or body is needed.');
  return names;
}
function port(typed: string): number {
  const number = count(typed);
  if (number > 65535) throw new InvalidArgumentError('A port is a number up to 65535.');
  return number;
}
/** Where a package goes; null where nothing is to be written. */
function placeFor({ out, dryRun }: { readonly out?: string; readonly dryRun?: true }): string | null {
  if (dryRun === true) return null;
  if (out === undefined)
    throw new VerbatimError('bad-input', 'Say where to with --out, or --dry-run to write nothing.');
  return out;
}
function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
