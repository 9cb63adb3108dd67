import { useState } from 'preact/hooks';
import { isEventKind } from '../../../main/contract/event-kinds.ts';
import type { ExportPreview } from '../../../main/contract/exports.ts';
import type { EventRecord } from '../../../main/contract/package.ts';
import { api } from '../../api/api.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { figure } from '../../shared/lib/figures.ts';
import { notifyError } from '../../shared/state/notices.ts';
import type { ExportChoice } from './export-preview.tsx';
import { exportTexts } from './texts.ts';

const texts = exportTexts.preview;

/** Lines of the log that are fetched at once. */
const page = 50;

/** The log that will go along: its kinds with their numbers, and under each its lines as they will be written. */
export function ExportLog({
  choice,
  events,
}: {
  readonly choice: ExportChoice;
  readonly events: NonNullable<ExportPreview['events']>;
}) {
  return (
    <details>
      <summary>
        {texts.log} <span class="muted figures">{texts.lines(events.total)}</span>
      </summary>
      <p class="muted">{texts.logText}</p>
      {events.kinds.map(({ kind, count }) => (
        <LinesOfKind key={kind} choice={choice} kind={kind} count={count} />
      ))}
    </details>
  );
}

interface Lines {
  readonly rows: readonly EventRecord[];
  /** Where the next page begins; null after the last, `0` before the first. */
  readonly next: number | null;
}

function LinesOfKind(props: { readonly choice: ExportChoice; readonly kind: string; readonly count: number }) {
  const { choice, kind, count } = props;
  const [lines, setLines] = useState<Lines>({ rows: [], next: 0 });
  const [isLoading, setLoading] = useState(false);
  const load = async (): Promise<void> => {
    if (lines.next === null || isLoading) return;
    setLoading(true);
    try {
      const { rows, next } = await api.call('export.previewEvents', {
        ...choice,
        kind,
        after: lines.next,
        limit: page,
      });
      setLines({ rows: [...lines.rows, ...rows], next });
    } finally {
      setLoading(false);
    }
  };
  const open = (isOpen: boolean): void => {
    if (isOpen && lines.rows.length === 0) load().catch(notifyError);
  };
  return (
    <details class="along-kind" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>
        {isEventKind(kind) ? texts.kinds[kind] : kind} <span class="muted figures">{figure(count)}</span>
      </summary>
      <ul class="along-lines" aria-busy={isLoading}>
        {lines.rows.map((line) => (
          <li key={line.id}>
            <span class="muted figures">{instantWords(line.at)}</span>
            <span>{line.detail}</span>
          </li>
        ))}
      </ul>
      {lines.rows.length > 0 && lines.next !== null && (
        <button type="button" class="button" disabled={isLoading} onClick={() => load().catch(notifyError)}>
          {texts.moreLines(count - lines.rows.length)}
        </button>
      )}
    </details>
  );
}
