import { JobProgress } from '../../shared/parts/job-progress.tsx';
import { KeyCaps } from '../../shared/parts/key-caps.tsx';
import { jobStates } from '../../shared/state/jobs.ts';
import { readOnly } from '../../shared/state/library.ts';
import { triageKeys } from '../../shared/statement/triage-keys.ts';
import { ledger } from './ledger.ts';
import { chooseAll, chooseNone, chosenCount, ledgerChoice } from './ledger-choice.ts';
import { askForSpeaker, decideChosen } from './many-acts.ts';
import { statementTexts } from './texts.ts';

const texts = statementTexts.many;

/** A long act is told of; a short one is over before anybody could read it. */
const longAct = 1000;

/** What can be done with the rows that are chosen. It stands below the list, which so stays where it is. */
export function ManyBar() {
  const count = chosenCount();
  const total = ledger.total.value ?? 0;
  const deciding = jobStates['statements.decideMany'].value;
  const undoing = jobStates['statements.takeManyBack'].value;
  if (deciding.status === 'running' && (deciding.progress?.items.total ?? 0) > longAct)
    return (
      <div class="many-bar">
        <JobProgress label={texts.deciding} progress={deciding.progress} cancel={deciding.cancel} />
      </div>
    );
  if (undoing.status === 'running' && (undoing.progress?.items.total ?? 0) > longAct)
    return (
      <div class="many-bar">
        <JobProgress label={texts.undoing} progress={undoing.progress} cancel={undoing.cancel} />
      </div>
    );
  if (count === 0 || readOnly.value) return null;
  const isAll = ledgerChoice.value.all !== null;
  return (
    <div class="many-bar" role="toolbar" aria-label={texts.bar}>
      <b class="figures" role="status">
        {isAll ? texts.allChosen(count) : texts.chosen(count)}
      </b>
      <button type="button" class="button primary" onClick={() => decideChosen('confirmed')}>
        {texts.confirm}
        <KeyCaps keys={triageKeys.confirm} />
      </button>
      <button type="button" class="button" onClick={() => decideChosen('rejected')}>
        {texts.reject}
        <KeyCaps keys={triageKeys.reject} />
      </button>
      <button type="button" class="button" onClick={() => decideChosen('suggested')}>
        {texts.takeBack}
        <KeyCaps keys={triageKeys.takeBack} />
      </button>
      <button type="button" class="button" onClick={askForSpeaker}>
        {texts.speaker}
        <KeyCaps keys={triageKeys.correct} />
      </button>
      {!isAll && total > count && (
        <button type="button" class="button quiet" onClick={chooseAll}>
          {texts.all(total)}
        </button>
      )}
      <button type="button" class="button quiet" onClick={chooseNone}>
        {texts.none}
      </button>
    </div>
  );
}
