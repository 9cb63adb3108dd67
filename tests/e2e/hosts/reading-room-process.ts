import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Interrupt from '../../../main/launch/interrupt.ts';
import type * as Room from '../../../main/launch/room.ts';
import { projectRoot } from '../driver/process.ts';

/** The reading room as built, on the library that is named; prints each address as a line. */
const built = (file: string) => pathToFileURL(join(projectRoot, 'dist', 'main', 'launch', file)).href;
const { keepReadingRoom } = (await import(built('room.js'))) as typeof Room;
const { interruptSignal } = (await import(built('interrupt.js'))) as typeof Interrupt;

await keepReadingRoom({
  library: String(process.argv[2]),
  create: true,
  port: 0,
  openBrowser: false,
  announce: (address) => console.log(address),
  signal: interruptSignal(),
});
