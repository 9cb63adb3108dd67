import type { App, Session, WebContents } from 'electron';
import { allowsDownload, allowsNavigation, allowsRequest, commandLineSwitches } from './security.ts';

/** Puts the rules of `security.ts` to work. To be called before the application is ready. */
export function guardApplication(app: App): void {
  for (const [name, value] of commandLineSwitches) app.commandLine.appendSwitch(name, value);
  // Whatever kind of contents comes into being, it has the same walls.
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Blocks the network and refuses every permission. To be called before the first window. */
export async function guardSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !allowsRequest(details.url) }));
  session.on('will-download', (event, item) => {
    if (!allowsDownload(item.getURL())) event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  // A proxy where nobody listens: what slips past the filter above ends here.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!allowsNavigation(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!allowsNavigation(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!allowsNavigation(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
