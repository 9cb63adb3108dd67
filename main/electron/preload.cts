import type { CommandName, DesktopBridge, GrantId } from '../contract/index.ts' with { 'resolution-mode': 'import' };

/**
 * The one hole in the wall between the page and the program: wire messages and the shell, each
 * function with arguments of its own. Sandboxed, so it may load nothing but Electron's own parts;
 * the channels' names are those of `channels.ts`, and a test compares them.
 */
const { contextBridge, ipcRenderer, webUtils } = require('electron') as typeof import('electron');

/** Passes on what the program sends, without Electron's event object. Returns the function that stops. */
function listen<Payload>(channel: string, listener: (payload: Payload) => void): () => void {
  const receive = (_event: unknown, payload: Payload) => listener(payload);
  ipcRenderer.on(channel, receive);
  return () => {
    ipcRenderer.off(channel, receive);
  };
}

const bridge: DesktopBridge = {
  send: (message) => ipcRenderer.send('verbatim:wire', message),
  onMessage(listener) {
    listen('verbatim:wire', listener);
  },
  onClose(listener) {
    listen('verbatim:close', () => listener());
  },
  pickFiles: () => ipcRenderer.invoke('verbatim:pick-files'),
  pickFolder: () => ipcRenderer.invoke('verbatim:pick-folder'),
  grantFiles: (files) =>
    ipcRenderer.invoke(
      'verbatim:grant-paths',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  pickLibrary: () => ipcRenderer.invoke('verbatim:pick-library'),
  pickTarget: (suggestedName, kind) => ipcRenderer.invoke('verbatim:pick-target', suggestedName, kind),
  reveal: (grant) => ipcRenderer.invoke('verbatim:reveal', grant),
  copy: (citation) => ipcRenderer.invoke('verbatim:copy', citation),
  print: () => ipcRenderer.send('verbatim:print'),
  onCommand: (listener) => listen<CommandName>('verbatim:command', listener),
  onFilesOpened(listener) {
    const stop = listen<readonly GrantId[]>('verbatim:files', listener);
    ipcRenderer.send('verbatim:await-files');
    return stop;
  },
};

ipcRenderer.send('verbatim:begin');
contextBridge.exposeInMainWorld('verbatim', bridge);
