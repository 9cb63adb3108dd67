import { type ErrorData, VerbatimError } from '../../main/contract/errors.ts';
import type { GrantId } from '../../main/contract/ids.ts';
import { roomPaths, type Shell, uploadLimits } from '../../main/contract/shell.ts';
import { copyCitation } from './browser-clipboard.ts';
import { droppedFiles, type NamedFile } from './dropped-files.ts';

/** The shell of a browser: its own file fields, uploads to the reading room, downloads instead of folders. */
export function browserShell(): Shell {
  return {
    kind: 'browser',
    pickFiles: async () => upload(await choose(false)),
    pickFolder: async () => upload(await choose(true)),
    grantFiles: (files) => upload(files.map(named)),
    grantDropped: async (data) => upload(await droppedFiles(data)),
    pickLibrary: async () => null,
    pickTarget: async () => null,
    reveal: async () => null,
    copy: copyCitation,
    print: () => window.print(),
    onCommand: () => () => undefined,
    onFilesOpened: () => () => undefined,
  };
}

function named(file: File): NamedFile {
  return { file, path: file.webkitRelativePath || file.name };
}

/** Opens the browser's file field. Nothing is chosen when the person closes it. */
function choose(folder: boolean): Promise<NamedFile[]> {
  const field = document.createElement('input');
  field.type = 'file';
  field.multiple = true;
  field.webkitdirectory = folder;
  field.hidden = true;
  document.body.append(field);
  return new Promise((resolve) => {
    const end = (files: NamedFile[]) => {
      field.remove();
      resolve(files);
    };
    field.addEventListener('change', () => end([...(field.files ?? [])].map(named)));
    field.addEventListener('cancel', () => end([]));
    field.click();
  });
}

async function upload(files: readonly NamedFile[]): Promise<readonly GrantId[]> {
  if (files.length === 0) return [];
  if (files.length > uploadLimits.files)
    throw new VerbatimError(
      'limit-exceeded',
      `${files.length.toLocaleString('en-GB')} files are more than one upload may hold (${uploadLimits.files.toLocaleString('en-GB')}). Add the folder in parts, or from the terminal.`,
    );
  const { upload: id } = await answer<{ upload: string }>(fetch(roomPaths.upload, { method: 'POST' }));
  const place = `${roomPaths.upload}/${encodeURIComponent(id)}`;
  // The bytes come from this page: without it the upload is over, so the browser asks before it leaves.
  window.addEventListener('beforeunload', askFirst);
  try {
    for (const { file, path } of files) {
      const query = new URLSearchParams({ path, modified: String(file.lastModified) });
      await answer(fetch(`${place}?${query}`, { method: 'PUT', body: file }));
    }
    const { grants } = await answer<{ grants: GrantId[] }>(fetch(place, { method: 'POST' }));
    return grants;
  } finally {
    window.removeEventListener('beforeunload', askFirst);
  }
}

function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

async function answer<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked.catch(() => {
    throw new VerbatimError('connection-lost', 'The reading room did not answer. Is it still running?');
  });
  const body: unknown = response.status === 204 ? null : await response.json();
  if (!response.ok) {
    const { error } = body as { error: ErrorData };
    throw VerbatimError.fromData(error);
  }
  return body as T;
}
