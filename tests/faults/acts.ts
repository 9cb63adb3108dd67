import type * as Contract from '../../main/contract/index.ts';
import type * as CoreModule from '../../main/core/create-core.ts';

/**
 * The process that is killed: the built program's core does one act and prints a line for whatever it has
 * acknowledged, the moment it did. Its arguments are the core's file, `first` or `second` start, the act, the library and
 * what the act needs. The first line is `begun`, when the library is open (of `open` when it is going to be), the
 * last `done`, when it is closed again. A second start says before what it tells the person, then `looked`, and goes on
 * when it is told to. It imports nothing but types: `killing.ts` strips them once, since so many processes are started.
 */
const [built = '', start = '', act = '', library = '', ...args] = process.argv.slice(2);
const { createCore } = (await import(built)) as typeof CoreModule;
const core = createCore({ agent: 'Verbatim, to be killed' });

/** Written at once and by one call of the system, so that what stands in the pipe was acknowledged. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
type Call = <Name extends Contract.MethodName>(
  name: Name,
  input: Contract.MethodInput<Name>,
) => Promise<Contract.MethodOutput<Name>>;
type Run = <Name extends Contract.JobName>(
  name: Name,
  input: Contract.JobInput<Name>,
) => Promise<Contract.JobOutput<Name>>;
const call = core.call.bind(core) as Call;
const run = core.call.bind(core) as Run;

async function articles(): Promise<readonly Contract.ArticleSummary[]> {
  const { rows } = await call('search.run', { query: '', limit: 1000 });
  return rows.map(({ article }) => article);
}

const acts: Readonly<Record<string, () => Promise<void>>> = {
  /** Says `opened` when the library is open: brought up to date, where it is an older one. */
  async open() {
    say('opened');
  },
  async import() {
    core.on('import.lines', ({ lines }) => {
      for (const { article, outcome } of lines) if (article !== null && outcome !== 'refused') say(article);
    });
    await run('import.run', { grants: args.map((path) => core.grants.issue(path, 'read')) });
  },
  async annotate() {
    for (const { id } of await articles()) {
      const { revision } = await call('articles.read', { article: id });
      for (let start = 0; start < 180; start += 20) {
        const place = { article: id, revision: revision.id, start, end: start + 15 };
        const annotation = await call('annotations.create', { ...place, color: 'amber', note: `note at ${start}` });
        say(`${id} ${annotation.id}`);
      }
    }
  },
  async delete() {
    for (const { id } of await articles()) {
      await call('articles.bin', { articles: [id] });
      say(`binned ${id}`);
      await call('bin.empty', { confirm: true });
      say(`gone ${id}`);
    }
  },
  async export() {
    const [path = '', format] = args;
    await run('export.run', {
      format: format === 'bagit-zip' ? 'bagit-zip' : 'bagit',
      selection: { of: 'everything' },
      target: core.grants.issue(path, 'write'),
    });
    say('exported');
  },
  async 'extract-again'() {
    await run('articles.extractAgain', { selection: { of: 'everything' } });
    say('read again');
  },
  async backup() {
    for (let number = 0; number < 5; number += 1) say((await run('health.backup', {})).name);
  },
};

/** What a second start tells the person: its notices, and imports that wait to be gone on with. */
async function look(): Promise<void> {
  await core.caughtUp();
  const now = await core.state();
  if (now.status === 'open') for (const notice of now.library.notices) say(notice);
  for (const { state: its } of await call('imports.list', {}))
    if (its === 'interrupted') say('an import was interrupted');
  say('looked');
  await new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
  process.stdin.destroy();
}

const chosen = acts[act];
if (chosen === undefined) throw new Error(`there is no act ${act}`);
if (start === 'first' && act === 'open') say('begun');
const state = await core.openLibrary(library, { mode: 'write' });
if (state.status !== 'open') throw new Error(JSON.stringify(state));
if (start === 'second') await look();
if (start === 'second' || act !== 'open') say('begun');
await chosen();
await core.close();
say('done');
