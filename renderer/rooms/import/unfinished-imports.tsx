import type { ImportSummary } from '../../../main/contract/imports.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { giveUpImport, resume, unfinishedImports } from '../../shared/state/taking-in.ts';
import { importTexts as texts } from './texts.ts';

/** Imports that wait, were paused or were interrupted: each goes on, or is given up. */
export function UnfinishedImports() {
  const unfinished = unfinishedImports();
  if (unfinished.length === 0 || readOnly.value) return null;
  return (
    <section class="unfinished" aria-label={texts.unfinished}>
      <h2>{texts.unfinished}</h2>
      <ul>
        {unfinished.map((one) => (
          <Unfinished key={one.id} summary={one} />
        ))}
      </ul>
    </section>
  );
}

function Unfinished({ summary }: { readonly summary: ImportSummary }) {
  const name = texts.chosen(summary.chosen);
  return (
    <li>
      <span>
        <b>{name}</b>
        <span class="muted">
          {texts.states[summary.state]} · {instantWords(summary.started)} · {texts.summary(summary.counts)}
        </span>
      </span>
      {summary.state !== 'waiting' && (
        <button
          type="button"
          class="button"
          aria-label={`${texts.resume}: ${name}`}
          onClick={() => void resume(summary.id).catch(notifyError)}
        >
          {texts.resume}
        </button>
      )}
      <button
        type="button"
        class="button"
        aria-label={`${texts.giveUp}: ${name}`}
        onClick={() => void giveUpImport(summary.id).catch(notifyError)}
      >
        {texts.giveUp}
      </button>
    </li>
  );
}
