import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { commandNames } from '../../../../main/contract/index.ts';
import { webPreferences } from '../../../../main/electron/security.ts';
import { contentSecurityPolicy } from '../../../../main/pages/policy.ts';
import { test as base, expect } from '../../driver/app.ts';
import { ElectronDouble, startElectronDouble } from './host.ts';

/** The desktop's entry, with the double at hand. */
const test = base.extend<{ readonly desktop: ElectronDouble }>({
  desktop: async ({ app }, use) => {
    if (!(app.host instanceof ElectronDouble)) throw new Error('this file is for the double');
    await use(app.host);
  },
});

const foreign = [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'file:///etc/passwd',
  'verbatim://evil/',
  'javascript:1',
];
const globalsOf = (page: Page) =>
  page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
  );

test.describe('security', () => {
  test('the window is made with every wall up', async ({ desktop }) => {
    const settings = await desktop.ask('settings', null);
    for (const [name, value] of Object.entries(webPreferences)) expect(settings.webPreferences[name], name).toBe(value);
    expect(Object.keys(settings.webPreferences).sort()).toEqual([...Object.keys(webPreferences), 'preload'].sort());
    expect(settings.singleInstance).toBe(true);
    expect(settings.spellChecker).toBe(false);
    expect(settings.window.show, 'shown only when there is something to see').toBe(false);
    expect(settings.shown).toBe(true);
  });

  test('the scheme is an origin of its own, announced before Chromium is ready', async ({ desktop }) => {
    const settings = await desktop.ask('settings', null);
    expect(settings.schemes).toEqual([
      { scheme: 'verbatim', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    expect(settings.setBeforeReady).toContain('schemes');
    expect(settings.setBeforeReady).toContain('switch host-resolver-rules');
  });

  test('the page gets nothing but the bridge', async ({ desktop }) => {
    expect(await globalsOf(desktop.page)).toEqual([]);
    expect(await desktop.page.evaluate(() => Object.keys(window.verbatim ?? {}).sort())).toEqual([
      'copy',
      'grantFiles',
      'onClose',
      'onCommand',
      'onFilesOpened',
      'onMessage',
      'pickFiles',
      'pickFolder',
      'pickLibrary',
      'pickTarget',
      'print',
      'reveal',
      'send',
    ]);
  });

  test('a grant that nobody issued is answered, and shows nothing', async ({ desktop }) => {
    const answers = await desktop.page.evaluate(async () => {
      const reveal = window.verbatim?.reveal as (grant: unknown) => Promise<{ readonly code: string } | null>;
      return Promise.all(['grant-from-an-earlier-run', '', null, { path: '/etc' }].map((grant) => reveal(grant)));
    });
    expect(answers.map((answer) => answer?.code)).toEqual(['grant-unknown', 'bad-input', 'bad-input', 'bad-input']);
    expect(await desktop.ask('revealed', null)).toEqual([]);
    await expect(desktop.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
  });

  test('a citation goes to the system’s clipboard in all its forms, as far as it takes them', async ({ desktop }) => {
    const copy = (citation: unknown) =>
      desktop.page.evaluate(
        (sent) => (window.verbatim?.copy as ((citation: unknown) => Promise<boolean>) | undefined)?.(sent),
        citation,
      );
    const citation = { plain: '“No.” — Alder', markdown: '> “No.”', html: '<p>“No.”</p>' };
    expect(await copy(citation)).toBe(true);
    const forms = await desktop.ask('clipboard', { refuses: 'osclipboard' });
    expect(forms).toMatchObject({ 'text/plain': citation.plain, 'text/html': citation.html });
    expect(Object.entries(forms ?? {}).find(([name]) => name.includes('markdown'))?.[1]).toBe(citation.markdown);
    // A system that knows no Markdown still gets the others.
    expect(await copy({ ...citation, plain: 'again' })).toBe(true);
    expect(await desktop.ask('clipboard', { refuses: 'text' })).toEqual({
      'text/plain': 'again',
      'text/html': citation.html,
    });
    expect(await copy(citation)).toBe(false);
    for (const wrong of [null, 'words', { plain: 'alone' }, { ...citation, html: 4 }])
      expect(await copy(wrong)).toBe(false);
    expect(await desktop.ask('clipboard', { refuses: null })).toMatchObject({ 'text/plain': 'again' });
  });

  test('the policy stands on the page and on every answer', async ({ desktop }) => {
    const fetch = (url: string, method = 'GET') => desktop.ask('fetch', { url, method });
    for (const path of ['', 'index.html', 'image/0', 'nothing']) {
      const { headers } = await fetch(`verbatim://app/${path}`);
      expect(headers['content-security-policy'], path).toContain("default-src 'none'");
      expect(headers['x-content-type-options'], path).toBe('nosniff');
    }
    expect((await fetch('verbatim://app/')).headers['content-security-policy']).toBe(contentSecurityPolicy);
    expect((await fetch('verbatim://evil/')).status).toBe(404);
    expect((await fetch('verbatim://app/..%2f..%2fpackage.json')).status).toBe(404);
    expect((await fetch('verbatim://app/', 'POST')).status).toBe(405);
    const blocked = await desktop.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true,
          });
          const script = document.createElement('script');
          script.append('window.injected = true');
          document.body.append(script);
        }),
    );
    expect(['script-src-elem', 'require-trusted-types-for']).toContain(blocked);
    // By whatever way a text might become markup or code, it is refused before it is looked at.
    expect(
      await desktop.page.evaluate((text) => {
        const attempts: Readonly<Record<string, () => unknown>> = {
          markup: () => Reflect.set(document.createElement('p'), ['inner', 'HTML'].join(''), text),
          script: () => Reflect.set(document.createElement('script'), 'text', text),
          address: () => Reflect.set(document.createElement('script'), 'src', '/assets/x.js'),
          worker: () => new Worker('/assets/x.js'),
          policy: () =>
            Reflect.get(window, 'trustedTypes').createPolicy('another', { createHTML: (words: string) => words }),
        };
        return Object.entries(attempts).flatMap(([name, attempt]) => {
          try {
            attempt();
            return [name];
          } catch {
            return [];
          }
        });
      }, '<img src=x onerror="window.injected = true">'),
      'what was let through',
    ).toEqual([]);
    expect(await desktop.page.evaluate(() => 'injected' in window)).toBe(false);
  });

  test('navigation is denied', async ({ desktop }) => {
    for (const url of foreign)
      for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const)
        expect(await desktop.ask('prevented', { event, url }), `${event} ${url}`).toBe(true);
    expect(await desktop.ask('prevented', { event: 'will-navigate', url: 'verbatim://app/' })).toBe(false);
    const before = desktop.page.url();
    await desktop.page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await expect(desktop.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
    expect(desktop.page.url()).toBe(before);
  });

  test('windows are denied', async ({ desktop }) => {
    for (const url of [...foreign, 'verbatim://app/', 'about:blank'])
      expect(await desktop.ask('windowOpen', { url })).toEqual({ action: 'deny' });
  });

  test('webviews are denied', async ({ desktop }) => {
    expect(await desktop.ask('prevented', { event: 'will-attach-webview', url: 'verbatim://app/' })).toBe(true);
  });

  test('permissions are denied', async ({ desktop }) => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fullscreen',
      'openExternal',
      'hid',
    ])
      expect(await desktop.ask('permission', { permission }), permission).toEqual([false, false, false]);
  });

  test('the network is blocked', async ({ desktop }) => {
    for (const url of [...foreign, 'ws://example.com/', 'wss://example.com/'])
      expect(await desktop.ask('request', { url }), url).toBe(false);
    expect(await desktop.ask('request', { url: 'verbatim://app/assets/x.js' })).toBe(true);
    const settings = await desktop.ask('settings', null);
    expect(settings.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND']);
    expect(settings.proxy).toMatchObject({ mode: 'fixed_servers', proxyBypassRules: '<-loopback>' });
  });

  test('downloads are the core’s packages', async ({ desktop }) => {
    expect(await desktop.ask('download', { url: 'https://example.com/x.exe' })).toBe(false);
    expect(await desktop.ask('download', { url: 'verbatim://app/download/token/bag.zip' })).toBe(true);
  });

  test('a frame, or a page that is not ours, is not listened to', async ({ desktop }) => {
    const invoke = (frame: { url: string; top: boolean }) =>
      desktop.ask('invoke', { channel: 'verbatim:grant-paths', args: [['/etc/passwd']], frame });
    await expect(invoke({ url: 'https://example.com/', top: true })).rejects.toThrow(/may not/);
    await expect(invoke({ url: 'verbatim://app/', top: false })).rejects.toThrow(/may not/);
    expect(await invoke({ url: 'verbatim://app/', top: true })).toHaveLength(1);
  });
});

test.describe('the system', () => {
  test('every command stands in the menu and reaches the page', async ({ app, desktop }) => {
    for (const command of commandNames.filter((name) => name === 'show-health' || name === 'palette'))
      expect(await app.menu(command)).toBe(true);
    await expect(app.page.getByRole('dialog')).toBeVisible();
    await app.page.keyboard.press('Escape');
    await app.menu('show-statements');
    await expect(app.page.getByRole('main')).toHaveAttribute('data-room', 'statements');
    await app.menu('print');
    await expect.poll(() => desktop.printed).toBe(1);
  });

  test('a page that the system opens is taken in', async ({ app, desktop }) => {
    const path = await app.file(
      'pier.html',
      '<title>Pier</title><h1>Pier rebuilt</h1><p>The pier of Port Ellery is open again.</p>',
    );
    await expect(app.page.getByRole('navigation').first()).toBeVisible();
    await desktop.ask('system', { event: 'open-file', path });
    await expect(app.page.getByRole('main')).toContainText('pier.html');
  });

  test('a second start opens its library here', async ({ app, desktop }) => {
    const other = join(app.folder, 'Other Library');
    await expect(app.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
    await desktop.ask('system', {
      event: 'second-instance',
      argv: ['electron', join(import.meta.dirname, '../../../../dist/main/electron/index.js'), other],
      folder: app.folder,
    });
    await expect.poll(() => existsSync(join(other, 'library.sqlite'))).toBe(true);
    await expect(app.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
  });

  test('a page and a library on the command line are opened', async ({ app, context }) => {
    await app.close();
    const path = await app.file(
      'pier.html',
      '<title>Pier</title><h1>Pier rebuilt</h1><p>The pier of Port Ellery is open again.</p>',
    );
    const home = join(app.folder, 'another home');
    await mkdir(home);
    const desktop = await startElectronDouble({ library: app.library, home, context }, [path]);
    await expect(desktop.page.getByRole('main')).toContainText('pier.html');
    await desktop.close();
  });

  test('the window and the library are remembered', async ({ app, desktop }) => {
    await expect(app.page.getByRole('button', { name: 'Open sample collection' })).toBeVisible();
    await app.close();
    expect(desktop.exitCode).toBe(0);
    const kept = JSON.parse(await readFile(join(app.folder, 'home', 'Verbatim', 'window.json'), 'utf8')) as unknown;
    expect(kept).toEqual({ library: app.library, bounds: { x: 0, y: 0, width: 1280, height: 860 }, maximized: false });
  });
});
