/**
 * The page's half of the double: a `require('electron')` for the preload, made of Playwright's
 * bindings, and the preload itself. Text, because it runs in the page before any script of it.
 */
export function preloadScript(preload: string): string {
  return `(() => {
  if (window.top !== window) return;
  const listeners = new Map();
  Object.defineProperty(window, '__deliver', {
    value: (channel, payload) => {
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, payload);
    },
  });
  const paths = new Map();
  Object.defineProperty(window, '__pathOf', { value: paths });
  const ipcRenderer = {
    send: (channel, ...args) => void window.__send(channel, args),
    invoke: (channel, ...args) => window.__invoke(channel, args),
    on(channel, listener) {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set);
      set.add(listener);
    },
    off: (channel, listener) => void listeners.get(channel)?.delete(listener),
  };
  const contextBridge = {
    exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze({ ...value }), enumerable: true }),
  };
  const webUtils = { getPathForFile: (file) => paths.get(file.name) ?? '' };
  const electron = { contextBridge, ipcRenderer, webUtils };
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload may not require ' + name);
    return electron;
  };
  const exports = {};
  const module = { exports };
  ((require, exports, module) => {
${preload}
  })(require, exports, module);
})();`;
}
