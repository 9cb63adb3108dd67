import type { DesktopBridge, Shell } from '../../main/contract/shell.ts';

/** The shell of the desktop: the system's own dialogs, through the preload's bridge. */
export function desktopShell(bridge: DesktopBridge): Shell {
  return {
    kind: 'desktop',
    pickFiles: () => bridge.pickFiles(),
    pickFolder: () => bridge.pickFolder(),
    grantFiles: (files) => bridge.grantFiles(files),
    // A dropped folder comes as one file, whose path the preload knows.
    grantDropped: (data) => bridge.grantFiles([...data.files]),
    pickLibrary: () => bridge.pickLibrary(),
    pickTarget: (suggestedName, kind) => bridge.pickTarget(suggestedName, kind),
    reveal: (grant) => bridge.reveal(grant),
    copy: (citation) => bridge.copy(citation),
    print: () => bridge.print(),
    onCommand: (listener) => bridge.onCommand(listener),
    onFilesOpened: (listener) => bridge.onFilesOpened(listener),
  };
}
