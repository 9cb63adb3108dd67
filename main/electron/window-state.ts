import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as v from 'valibot';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole = v.pipe(v.number(), v.integer());
/** What is remembered from one run to the next, in the program's own folder, not in a library. */
const Remembered = v.object({
  library: v.nullable(v.string()),
  bounds: v.nullable(v.object({ x: whole, y: whole, width: whole, height: whole })),
  maximized: v.boolean(),
});
export type Remembered = v.InferOutput<typeof Remembered>;
const nothing: Remembered = { library: null, bounds: null, maximized: false };

const smallest = { width: 720, height: 480 } as const;
const usual = { width: 1280, height: 860 } as const;
/** So much of a window has to be on a screen for it to be found again. */
const visible = 80;

/** Where to put the window: where it was, when that is still on a screen; else in the middle, in the usual size. */
export function placeWindow(
  bounds: Rectangle | null,
  screens: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (bounds === null) return usual;
  const size = { width: Math.max(bounds.width, smallest.width), height: Math.max(bounds.height, smallest.height) };
  const found = screens.some(
    (screen) =>
      bounds.x + size.width >= screen.x + visible &&
      bounds.x <= screen.x + screen.width - visible &&
      bounds.y >= screen.y &&
      bounds.y <= screen.y + screen.height - visible,
  );
  return found ? { x: bounds.x, y: bounds.y, ...size } : size;
}

/** What was remembered; nothing where the file is missing or not ours. */
export async function recall(file: string): Promise<Remembered> {
  try {
    return v.parse(Remembered, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return nothing;
  }
}

/** Remembers for the next run. A failure costs the place of the window, so it is told and no more. */
export async function remember(file: string, what: Remembered): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.new`, `${JSON.stringify(what, null, 2)}\n`);
    await rename(`${file}.new`, file);
  } catch (error) {
    console.error(`The window's place was not kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}
