import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { shell } from '../api/api.ts';
import { importTexts } from '../rooms/import/texts.ts';
import { Icon } from '../shared/parts/icon.tsx';
import { library, readOnly } from '../shared/state/library.ts';
import { takeInFrom } from '../shared/state/taking-in.ts';

const over = signal(false);

/** Files can be taken in where a library is open for writing. */
function takes(): boolean {
  return library.value !== null && !readOnly.value;
}

/** The whole window takes files and folders; this shows so while something is held over it. */
export function DropArea() {
  useEffect(() => {
    const stop = new AbortController();
    const listen = (type: 'dragenter' | 'dragover' | 'dragleave' | 'drop', run: (event: DragEvent) => void) =>
      document.addEventListener(type, run, { signal: stop.signal });
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = takes() ? 'copy' : 'none';
      over.value = takes();
    };
    listen('dragenter', hold);
    listen('dragover', hold);
    // Leaving for nowhere is leaving the window; any other leave is a step from one element to the next.
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) over.value = false;
    });
    listen('drop', (event) => {
      over.value = false;
      const data = event.dataTransfer;
      if (data === null || !data.types.includes('Files')) return;
      // Also where nothing is taken: the browser would leave this page for the file.
      event.preventDefault();
      if (takes()) void takeInFrom(() => shell.grantDropped(data));
    });
    return () => stop.abort();
  }, []);
  if (!over.value) return null;
  return (
    <div class="drop-area">
      <div>
        <Icon name="import" />
        <p>{importTexts.dropHere}</p>
      </div>
    </div>
  );
}
