import type { ManyDecided } from '../../../main/contract/decisions.ts';
import type { JobName, JobOutput } from '../../../main/contract/jobs.ts';
import type { StatementState } from '../../../main/contract/statements.ts';
import { api } from '../../api/api.ts';
import { jobStates, startJob } from '../../shared/state/jobs.ts';
import { speakers } from '../../shared/state/library.ts';
import { notify } from '../../shared/state/notices.ts';
import { overlay } from '../../shared/state/overlays.ts';
import { perform } from '../../shared/state/undo.ts';
import { askedNow, letGoOfKept } from './ledger.ts';
import { chooseNone, chosenArticles, chosenCount, ledgerChoice } from './ledger-choice.ts';
import { statementTexts } from './texts.ts';

const texts = statementTexts.many;

/** What is chosen, as the core is told of it; with what was shown, so that nothing that wasn't is decided about. */
function chosenNow() {
  const { all, ids } = ledgerChoice.value;
  const asked = askedNow();
  if (all !== null) return { filter: asked, total: all };
  return { ids: [...ids], ...(asked.leastSure === undefined ? {} : { leastSure: asked.leastSure }) };
}

/** Does one thing with all that is chosen: one act, which undo takes back as a whole. */
async function decideMany(decision: ManyDecided, done: (count: number) => string): Promise<void> {
  const which = chosenNow();
  let result: JobOutput<'statements.decideMany'> | null = null;
  const isDone = await perform({
    get label() {
      return result === null ? texts.act : toldOf(result, done);
    },
    remark: texts.undoEnds,
    do: async () => {
      result = await run('statements.decideMany', { which, decision });
      if (result.changed === 0) throw new Error(toldOf(result, done));
    },
    undo: async () => {
      if (result !== null) await run('statements.takeManyBack', { act: result.act });
    },
  });
  if (!isDone) return;
  chooseNone();
  letGoOfKept();
}

/** Runs a job to its end, and throws what it failed of. */
async function run<Name extends 'statements.decideMany' | 'statements.takeManyBack'>(
  name: Name,
  input: Parameters<typeof startJob<Name>>[1],
): Promise<JobOutput<Name>> {
  const result = await startJob<Name>(name, input);
  if (result !== null) return result;
  const state = jobStates[name as JobName].value;
  throw new Error(state.status === 'failed' ? state.error.message : texts.givenUp);
}

function toldOf(result: JobOutput<'statements.decideMany'>, done: (count: number) => string): string {
  return [
    result.changed === 0 ? texts.nothing : done(result.changed),
    ...(result.cancelled ? [texts.ended] : []),
    ...(result.failure === null ? [] : [texts.failed(result.failure)]),
    ...(result.together === 0 ? [] : [texts.together(result.together)]),
    ...(result.left === 0 ? [] : [texts.left(result.left)]),
  ].join('; ');
}

export function decideChosen(state: StatementState): void {
  void decideMany({ state }, texts.done[state]);
}

/** The people of so many articles are looked up for suggestions. */
const mostArticles = 10;

/** Who may be meant: those who speak in the library, and whoever the chosen articles name besides. */
async function mayBeMeant(): Promise<readonly string[]> {
  const views = await Promise.allSettled(
    chosenArticles(mostArticles).map((article) => api.call('articles.read', { article })),
  );
  // Suggestions are a help: an article that can't be read gives none.
  const named = views.flatMap((answer) =>
    answer.status === 'fulfilled' ? answer.value.people.map(({ name }) => name) : [],
  );
  return [...new Set([...named, ...speakers.value.map(({ name }) => name)])];
}

/** Asks who says what is chosen. */
export async function askForSpeaker(): Promise<void> {
  const count = chosenCount();
  if (count === 0) {
    notify(texts.nothing);
    return;
  }
  const suggested = await mayBeMeant();
  overlay.value = {
    kind: 'name',
    title: texts.speakerTitle(count),
    value: '',
    suggested,
    save: (speaker) => void decideMany({ speaker }, (changed) => texts.given(changed, speaker)),
  };
}
