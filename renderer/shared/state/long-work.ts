import type { JobOutput } from '../../../main/contract/jobs.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { common } from '../texts/common.ts';
import { clearJob, jobStates, startJob } from './jobs.ts';
import { notify } from './notices.ts';
import { type Overlay, overlay } from './overlays.ts';

/** Work on articles that were chosen, which a box asks about, shows, and tells the end of. */
export type WorkOnArticles = 'articles.extractAgain' | 'statements.findAgain';

type Box = Extract<Overlay, { readonly selection: Selection }>;

/** Opens the box; what an earlier run came to is put away, and one that is under way is shown. */
export function askFor(name: WorkOnArticles, box: Box): void {
  if (jobStates[name].value.status !== 'running') clearJob(name);
  overlay.value = box;
}

/** Runs it. Whoever closed the box meanwhile is told how it ended, and can have it back. */
export async function runMeant<Name extends WorkOnArticles>(
  name: Name,
  box: Box,
  told: (result: JobOutput<Name>) => string,
): Promise<void> {
  const result = await startJob(name, { selection: box.selection });
  if (overlay.value?.kind === box.kind) return;
  const state = jobStates[name].value;
  if (state.status === 'failed') notify(state.error.message, { tone: 'bad' });
  if (result !== null)
    notify(`${told(result)}.`, {
      action: {
        label: common.show,
        run: () => {
          overlay.value = box;
        },
      },
    });
}
