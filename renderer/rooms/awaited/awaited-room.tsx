import { useState } from 'preact/hooks';
import type { AwaitedFile } from '../../../main/contract/foreign-marks.ts';
import { api } from '../../api/api.ts';
import { FilterField } from '../../shared/parts/filter-field.tsx';
import { RoomHead } from '../../shared/parts/room-head.tsx';
import { touchedBy, useLiveValue } from '../../shared/state/changes.ts';
import { readOnly } from '../../shared/state/library.ts';
import { notifyError } from '../../shared/state/notices.ts';
import { removeAwaited } from './awaited-acts.ts';
import { AwaitedList } from './awaited-list.tsx';
import { awaitedTexts as texts } from './texts.ts';

/** Pages that files told of and that are not here: to be looked for, or not waited for any more. */
export function AwaitedRoom() {
  const [file, setFile] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const files = useLiveValue<readonly AwaitedFile[]>(touchedBy('awaited'), {
    before: [],
    read: (stop) => api.call('awaited.files', {}, { signal: stop }),
  });
  const chosen = files.find((one) => one.file === file) ?? null;
  return (
    <div class="room">
      <RoomHead title={texts.title} lead={texts.lead} />
      <div class="room-body">
        <div class="room-main report">
          <div class="report-tools">
            <FilterField label={texts.filter} words={words} change={setWords} />
            <select
              class="field"
              aria-label={texts.files}
              value={chosen?.file ?? ''}
              onChange={(event) => setFile(event.currentTarget.value === '' ? null : event.currentTarget.value)}
            >
              <option value="">{texts.allFiles}</option>
              {files.map((one) => (
                <option key={one.file} value={one.file}>
                  {`${one.file} · ${texts.pages(one.pages)}`}
                </option>
              ))}
            </select>
            {chosen !== null && !readOnly.value && (
              <button
                type="button"
                class="button"
                onClick={() => void removeAwaited({ file: chosen.file }, chosen.pages).catch(notifyError)}
              >
                {texts.removeFile}
              </button>
            )}
          </div>
          <AwaitedList file={chosen?.file ?? null} words={words.trim()} />
        </div>
      </div>
    </div>
  );
}
