import { expect, it } from 'vitest';
import { createLiveReading } from '../../../renderer/shared/state/live-reading.ts';

/** Readings that end when the test says so. */
function readings() {
  const begun: { readonly stop: AbortSignal; readonly end: () => Promise<void>; readonly fail: () => Promise<void> }[] =
    [];
  // The reading's own await, what it does at its end, and what waits for that.
  const settled = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const reading = createLiveReading(
    (stop) =>
      new Promise<void>((resolve, reject) => {
        begun.push({
          stop,
          end: () => {
            resolve();
            return settled();
          },
          fail: () => {
            reject(new Error('the library is gone'));
            return settled();
          },
        });
      }),
  );
  return { reading, begun };
}

it('reads when it is first shown, and not again while nothing touches it', async () => {
  const { reading, begun } = readings();
  expect(begun.length).toBe(0);
  const hide = reading.show();
  expect(begun.length).toBe(1);
  await begun[0]?.end();
  hide();
  reading.show();
  expect(begun.length).toBe(1);
});

it('lets a slow reading end however often it is touched, and reads once more then', async () => {
  const { reading, begun } = readings();
  reading.show();
  for (let change = 0; change < 100; change += 1) void reading.touch();
  expect(begun.length).toBe(1);
  expect(begun[0]?.stop.aborted).toBe(false);
  await begun[0]?.end();
  expect(begun.length).toBe(2);
  await begun[1]?.end();
  expect(begun.length).toBe(2);
});

it('only remembers that it was touched while nobody shows it', async () => {
  const { reading, begun } = readings();
  const hide = reading.show();
  await begun[0]?.end();
  hide();
  await reading.touch();
  await reading.touch();
  expect(begun.length).toBe(1);
  reading.show();
  expect(begun.length).toBe(2);
});

it('gives a reading up for a new question, and for nothing that changes', async () => {
  const { reading, begun } = readings();
  reading.show();
  void reading.touch();
  void reading.ask();
  expect(begun.map(({ stop }) => stop.aborted)).toEqual([true, false]);
  // The one that was given up ends late, and changes nothing.
  await begun[0]?.end();
  expect(begun.length).toBe(2);
  await begun[1]?.end();
  expect(begun.length).toBe(2);
});

it('gives a reading up that nobody shows any more, and reads anew for whoever shows it next', async () => {
  const { reading, begun } = readings();
  const hide = reading.show();
  const other = reading.show();
  hide();
  hide();
  expect(begun[0]?.stop.aborted).toBe(false);
  other();
  expect(begun[0]?.stop.aborted).toBe(true);
  reading.show();
  expect(begun.length).toBe(2);
});

it('says when a reading that began after the call has ended', async () => {
  const { reading, begun } = readings();
  reading.show();
  let over = false;
  void reading.touch().then(() => {
    over = true;
  });
  await begun[0]?.end();
  expect(over).toBe(false);
  await begun[1]?.end();
  expect(over).toBe(true);
});

it('reads again at the next touch after one that failed', async () => {
  const { reading, begun } = readings();
  reading.show();
  await begun[0]?.fail();
  expect(begun.length).toBe(1);
  void reading.touch();
  expect(begun.length).toBe(2);
});
