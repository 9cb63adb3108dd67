import * as electron from 'electron';
import { Application } from './application.ts';
import { guardApplication } from './guard.ts';
import { announceScheme } from './protocol.ts';

/** The desktop's entry. What Chromium must know before it is ready is said here; the rest is `Application`'s. */
const { app } = electron;

if (app.requestSingleInstanceLock()) {
  announceScheme(electron.protocol);
  guardApplication(app);
  const application = new Application(electron);
  app.on('second-instance', (_event, argv, folder) => void application.openAgain(argv, folder));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void application.openFile(path);
  });
  app.on('activate', () => application.activate());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    if (!application.quit()) event.preventDefault();
  });
  app
    .whenReady()
    .then(() => application.start())
    .catch((error: unknown) => {
      console.error(error);
      app.exit(1);
    });
} else app.quit();
