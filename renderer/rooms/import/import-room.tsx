import { useEffect } from 'preact/hooks';
import type { ImportSummary } from '../../../main/contract/imports.ts';
import { instantWords } from '../../shared/lib/dates.ts';
import { Empty } from '../../shared/parts/empty.tsx';
import { Icon } from '../../shared/parts/icon.tsx';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { jobStates } from '../../shared/state/jobs.ts';
import { readOnly } from '../../shared/state/library.ts';
import { addFiles, addFolder, handingOver, imports, shownImport } from '../../shared/state/taking-in.ts';
import { takingInTexts } from '../../shared/texts/taking-in.ts';
import { AwaitedLink } from './awaited-link.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportReport } from './import-report.tsx';
import { KnownTables, UnexplainedTables } from './table-lists.tsx';
import { importTexts as texts } from './texts.ts';
import { UnfinishedImports } from './unfinished-imports.tsx';
import { WatchedFolders } from './watched-folders.tsx';

/** Take in: choose or drop, watch, read the report; earlier reports beside it. */
export function ImportRoom() {
  const running = jobStates['import.resume'].value.status === 'running';
  const earlier = imports.value;
  const report = shownImport.value ?? earlier?.[0] ?? null;
  useEffect(
    () => () => {
      if (jobStates['import.resume'].value.status !== 'running') shownImport.value = null;
    },
    [],
  );
  return (
    <div class="room" data-import={stage()}>
      <RoomHead title={texts.title} lead={texts.lead}>
        <AddButtons busy={handingOver.value} />
      </RoomHead>
      <div class="room-body with-side">
        <div class="room-main">
          <ImportProgress />
          <UnfinishedImports />
          {!running && <UnexplainedTables />}
          {!running && report !== null && <ImportReport key={report.id} summary={report} />}
          {!running && earlier?.length === 0 && <Empty title={texts.earlierNone} text={texts.dropLine} />}
        </div>
        <div class="side-list">
          <WatchedFolders />
          <KnownTables />
          {earlier !== null && earlier.length > 0 && <Earlier imports={earlier} shown={running ? null : report} />}
        </div>
      </div>
    </div>
  );
}

/** How far the import from this page is, for whoever watches the page; null before there was one. */
function stage(): 'running' | 'ended' | null {
  const { status } = jobStates['import.resume'].value;
  if (handingOver.value || status === 'running') return 'running';
  return status === 'idle' ? null : 'ended';
}

function AddButtons({ busy }: { readonly busy: boolean }) {
  if (readOnly.value) return <p class="muted">{takingInTexts.readOnly}</p>;
  return (
    <div class="add-buttons">
      <button type="button" class="button primary" disabled={busy} onClick={() => void addFiles()}>
        <Icon name="file" /> {texts.addFiles}
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => void addFolder()}>
        <Icon name="folder" /> {texts.addFolder}
      </button>
      <AwaitedLink />
      <span class="muted">{texts.dropLine}</span>
    </div>
  );
}

function Earlier(props: { readonly imports: readonly ImportSummary[]; readonly shown: ImportSummary | null }) {
  return (
    <section aria-label={texts.earlier}>
      <h2>{texts.earlier}</h2>
      <ul>
        {props.imports.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              class="side-item"
              aria-current={props.shown?.id === one.id ? 'true' : undefined}
              onClick={() => {
                shownImport.value = one;
              }}
            >
              <b class="figures">{instantWords(one.started)}</b>
              <span>{texts.summary(one.counts)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
