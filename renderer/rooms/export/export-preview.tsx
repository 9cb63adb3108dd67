import { useEffect, useState } from 'preact/hooks';
import type { ExportFormat, ExportPreview, NameList } from '../../../main/contract/exports.ts';
import type { Selection } from '../../../main/contract/selection.ts';
import { api } from '../../api/api.ts';
import { bytes, figure } from '../../shared/lib/figures.ts';
import { ExportLog } from './export-log.tsx';
import { exportTexts } from './texts.ts';

const texts = exportTexts.preview;

/** What is chosen to go out, as the core is asked about it. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly selection: Selection;
  readonly notes: boolean;
}

type Answer =
  | { readonly status: 'counting' }
  | { readonly status: 'known'; readonly preview: ExportPreview }
  | { readonly status: 'failed'; readonly message: string };

/** Words of a search are typed: only when nothing was typed for so many milliseconds is it counted. */
const pause = 250;

/** What will go along, before it is written: how much of everything, the names, and the log line by line. */
export function ExportPreviewPart({ choice }: { readonly choice: ExportChoice }) {
  const answer = usePreview(choice);
  return (
    <section class="export-preview" aria-label={texts.title} aria-busy={answer.status === 'counting'}>
      <p class="said" role="status">
        {answer.status === 'known' ? texts.counted : ''}
      </p>
      {answer.status === 'counting' && <p class="muted">{texts.counting}</p>}
      {answer.status === 'failed' && <p class="muted">{answer.message}</p>}
      {answer.status === 'known' && <Parts key={JSON.stringify(choice)} preview={answer.preview} choice={choice} />}
    </section>
  );
}

function usePreview(choice: ExportChoice): Answer {
  const [answer, setAnswer] = useState<Answer>({ status: 'counting' });
  const asked = JSON.stringify(choice);
  useEffect(() => {
    const controller = new AbortController();
    setAnswer({ status: 'counting' });
    const timer = setTimeout(() => {
      api.call('export.preview', JSON.parse(asked) as ExportChoice, { signal: controller.signal }).then(
        (preview) => {
          if (!controller.signal.aborted) setAnswer({ status: 'known', preview });
        },
        (error: unknown) => {
          if (controller.signal.aborted) return;
          setAnswer({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
        },
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked]);
  return answer;
}

function Parts({ preview, choice }: { readonly preview: ExportPreview; readonly choice: ExportChoice }) {
  const { originals, events } = preview;
  return (
    <>
      <dl class="along-counts">
        <Count name={texts.articles} count={preview.articles} />
        <Count name={texts.statements} count={preview.statements} />
        <Count name={texts.annotations} count={preview.annotations} />
        {originals !== null && (
          <Count
            name={texts.originals}
            count={originals.count}
            note={[bytes(originals.bytes), originals.withOthers === 0 ? null : texts.withOthers(originals.withOthers)]}
          />
        )}
        {preview.awaited > 0 && <Count name={texts.awaited} count={preview.awaited} />}
      </dl>
      <Names title={texts.codes} names={preview.codes} />
      <Names title={texts.collections} names={preview.collections} />
      <Names title={texts.speakers} names={preview.speakers} />
      <Names title={texts.aliases} names={preview.aliases} />
      <Names title={texts.organizations} names={preview.organizations} />
      {events === null ? (
        <p class="muted">{texts.noLog}</p>
      ) : (
        events.total > 0 && <ExportLog choice={choice} events={events} />
      )}
    </>
  );
}

function Count(props: { readonly name: string; readonly count: number; readonly note?: readonly (string | null)[] }) {
  const note = (props.note ?? []).filter((part) => part !== null).join(', ');
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <span class="figures">{figure(props.count)}</span>
        {note !== '' && <span class="muted"> · {note}</span>}
      </dd>
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: NameList }) {
  if (names.total === 0) return null;
  const more = names.total - names.first.length;
  return (
    <details>
      <summary>
        {title} <span class="muted figures">{figure(names.total)}</span>
      </summary>
      <ul class="along-names">
        {names.first.map((name) => (
          <li key={name} dir="auto">
            {name}
          </li>
        ))}
        {more > 0 && <li class="muted">{texts.more(more)}</li>}
      </ul>
    </details>
  );
}
