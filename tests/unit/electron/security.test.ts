import { describe, expect, it } from 'vitest';
import {
  allowsDownload,
  allowsNavigation,
  allowsRequest,
  commandLineSwitches,
  isOwn,
  isTrustedSender,
  webPreferences,
} from '../../../main/electron/security.ts';

const foreign = [
  'https://example.com/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'verbatim://evil/',
  'verbatim://app.evil.example/',
  'verbatim://user@app/',
  'verbatim://app:81/',
  'verbatims://app/',
  'javascript:alert(1)',
  'about:blank',
  'chrome://gpu',
  'ws://example.com/',
  'devtools://devtools/bundled/inspector.html',
  '',
  'verbatim:app',
];

describe('the window', () => {
  it('keeps each setting that holds a wall up', () => {
    expect(webPreferences).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    });
  });

  it('goes nowhere but to its own pages', () => {
    expect(allowsNavigation('verbatim://app/')).toBe(true);
    expect(allowsNavigation('verbatim://app/index.html#reader')).toBe(true);
    for (const address of [...foreign, 'data:text/html,x', 'blob:verbatim://app/1'])
      expect(allowsNavigation(address), address).toBe(false);
  });

  it('asks nobody but itself', () => {
    for (const address of ['verbatim://app/assets/a.js', 'data:image/png;base64,AA', 'blob:verbatim://app/0b9c'])
      expect(allowsRequest(address), address).toBe(true);
    for (const address of [...foreign, 'blob:https://example.com/0b9c', 'blob:null/0b9c'])
      expect(allowsRequest(address), address).toBe(false);
  });

  it('saves nothing but packages of the core', () => {
    expect(allowsDownload('verbatim://app/download/token/bag.zip')).toBe(true);
    expect(allowsDownload('verbatim://app/index.html')).toBe(false);
    expect(allowsDownload('https://example.com/download/x')).toBe(false);
  });

  it('listens to the page itself only', () => {
    expect(isTrustedSender({ url: 'verbatim://app/', parent: null })).toBe(true);
    expect(isTrustedSender({ url: 'verbatim://app/', parent: {} })).toBe(false);
    expect(isTrustedSender({ url: 'about:blank', parent: null })).toBe(false);
    expect(isTrustedSender({ url: 'https://example.com/', parent: null })).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });

  it('tells its own addresses from look-alikes', () => {
    expect(foreign.filter(isOwn)).toEqual([]);
  });

  it('lets Chromium look up no name', () => {
    expect(commandLineSwitches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
  });
});
