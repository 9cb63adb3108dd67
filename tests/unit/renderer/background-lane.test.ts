import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createBackgroundLane } from '../../../renderer/shared/state/background-lane.ts';

const goOn = new AbortController().signal;
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** Work that ends when the test says so, and fails as a call does when its signal aborts. */
function work() {
  const begun: { readonly stop: AbortSignal; readonly end: (value: number) => Promise<void> }[] = [];
  const run = (stop: AbortSignal) =>
    new Promise<number>((resolve, reject) => {
      stop.addEventListener('abort', () => reject(stop.reason), { once: true });
      begun.push({
        stop,
        end: (value) => {
          resolve(value);
          return settled();
        },
      });
    });
  return { begun, run };
}

it('runs one piece of work at a time', async () => {
  const lane = createBackgroundLane(signal(false));
  const { begun, run } = work();
  const first = lane.run(goOn, run);
  const second = lane.run(goOn, run);
  await settled();
  expect(begun.length).toBe(1);
  await begun[0]?.end(1);
  expect(await first).toBe(1);
  expect(begun.length).toBe(2);
  await begun[1]?.end(2);
  expect(await second).toBe(2);
});

it('begins nothing while the person waits, gives way when they begin to, and goes on afterwards', async () => {
  const personWaits = signal(true);
  const lane = createBackgroundLane(personWaits);
  const { begun, run } = work();
  const counted = lane.run(goOn, run);
  await settled();
  expect(begun.length).toBe(0);
  personWaits.value = false;
  await settled();
  expect(begun.length).toBe(1);
  personWaits.value = true;
  expect(begun[0]?.stop.aborted).toBe(true);
  await settled();
  expect(begun.length).toBe(1);
  personWaits.value = false;
  await settled();
  await begun[1]?.end(7);
  expect(await counted).toBe(7);
});

it('gives up what is stopped, before its turn and in it, and lets the next one run', async () => {
  const personWaits = signal(true);
  const lane = createBackgroundLane(personWaits);
  const { begun, run } = work();
  const early = new AbortController();
  const late = new AbortController();
  const first = lane.run(early.signal, run);
  const second = lane.run(late.signal, run);
  const third = lane.run(goOn, run);
  await settled();
  early.abort();
  await expect(first).rejects.toThrow();
  personWaits.value = false;
  await settled();
  late.abort();
  await expect(second).rejects.toThrow();
  await settled();
  await begun[1]?.end(3);
  expect(await third).toBe(3);
});
