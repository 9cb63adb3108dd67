import { Icon } from '../../shared/parts/icon.tsx';
import { jobStates } from '../../shared/state/jobs.ts';
import { readOnly } from '../../shared/state/library.ts';
import { addFiles, addFolder, addSample } from '../../shared/state/taking-in.ts';
import { common } from '../../shared/texts/common.ts';
import { firstStart as texts } from './texts.ts';

/** An empty library: what this is, and the two ways to begin. */
export function FirstStart() {
  const busy = jobStates['import.sample'].value.status === 'running';
  return (
    <div class="first-start">
      <div>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.text}</p>
        {readOnly.value ? (
          <p>{common.readOnly}</p>
        ) : (
          <ul class="ways">
            <li>
              <button type="button" class="button primary" disabled={busy} onClick={() => void addSample()}>
                <Icon name="library" /> {busy ? texts.sampleBusy : texts.sample}
              </button>
              <p>{texts.sampleText}</p>
            </li>
            <li>
              <div class="actions">
                <button type="button" class="button" disabled={busy} onClick={() => void addFiles()}>
                  <Icon name="file" /> {texts.add}
                </button>
                <button type="button" class="button" disabled={busy} onClick={() => void addFolder()}>
                  <Icon name="folder" /> {texts.addFolder}
                </button>
              </div>
              <p>{texts.addText}</p>
            </li>
          </ul>
        )}
        <p class="privacy">
          <Icon name="health" /> {texts.privacy}
        </p>
      </div>
    </div>
  );
}
