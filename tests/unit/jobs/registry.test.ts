import { describe, expect, it } from 'vitest';
import {
  type CheckedJobInput,
  Interruption,
  type JobName,
  type JobSummary,
  type Progress,
  VerbatimError,
} from '../../../main/contract/index.ts';
import type { JobHandlers, QueuedJobControl } from '../../../main/core/handlers.ts';
import { JobRegistry } from '../../../main/core/jobs/registry.ts';
import { kept, mostWaiting } from '../../../main/core/jobs/rules.ts';

/** A job under way whose end is in the test's hands. */
interface UnderWay {
  readonly name: JobName;
  readonly input: unknown;
  readonly control: QueuedJobControl;
  end(result: unknown): void;
  fail(error: unknown): void;
}

/** A registry whose jobs do nothing until the test says what; `begun` in the order in which their handlers began. */
function registry() {
  const begun: UnderWay[] = [];
  const changes: JobSummary[] = [];
  const forgotten: unknown[] = [];
  const handler = (name: JobName) => (input: unknown, control: QueuedJobControl) =>
    new Promise<never>((resolve, reject) => {
      begun.push({ name, input, control, end: (result) => resolve(result as never), fail: reject });
      control.signal.addEventListener('abort', () => reject(control.signal.reason));
      if (control.signal.aborted) reject(control.signal.reason);
    });
  const handlers: JobHandlers = {
    'import.run': handler('import.run'),
    'import.resume': handler('import.resume'),
    'import.report': handler('import.report'),
    'import.sample': handler('import.sample'),
    'export.run': handler('export.run'),
    'articles.extractAgain': handler('articles.extractAgain'),
    'statements.findAgain': handler('statements.findAgain'),
    'statements.decideMany': handler('statements.decideMany'),
    'statements.takeManyBack': handler('statements.takeManyBack'),
    'health.check': handler('health.check'),
    'health.backup': handler('health.backup'),
  };
  const jobs = new JobRegistry({
    handlers: () => handlers,
    changed: (record) => changes.push(record),
    forgotten: (result) => forgotten.push(result),
  });
  return { jobs, begun, changes, forgotten };
}

const exporting: CheckedJobInput<'export.run'> = {
  format: 'csv',
  selection: { of: 'everything' },
  notes: true,
  target: null,
};
const halfway: Progress = {
  phase: 'working',
  items: { done: 1, total: 2 },
  bytes: { done: 0, total: 0 },
  secondsLeft: null,
  current: null,
};
const never = new AbortController().signal;
const deaf = () => undefined;
/** Everything that can be done without anybody else's doing is done. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('jobs of one lane', () => {
  it('run one after the other, in the order they came', async () => {
    const { jobs, begun } = registry();
    const [first, second, third] = [1, 2, 3].map(() => jobs.start('export.run', exporting));
    await settled();
    expect(jobs.list().map(({ state }) => state)).toEqual(['running', 'waiting', 'waiting']);
    begun[0]?.end('first');
    await first?.over;
    await settled();
    expect(jobs.list().map(({ state }) => state)).toEqual(['done', 'running', 'waiting']);
    begun[1]?.fail(new VerbatimError('input-output', 'No room.'));
    await second?.over;
    await settled();
    begun[2]?.end('third');
    expect(await third?.attach(deaf, never)).toBe('third');
    expect(jobs.list().map(({ state, error }) => [state, error?.code])).toEqual([
      ['done', undefined],
      ['failed', 'input-output'],
      ['done', undefined],
    ]);
  });

  it('run beside those of other lanes', async () => {
    const { jobs, begun } = registry();
    jobs.start('export.run', exporting);
    jobs.start('health.check', {});
    await settled();
    expect(begun.map(({ name }) => name)).toEqual(['export.run', 'health.check']);
  });

  it('that wait are cancelled at once, and the next one moves up', async () => {
    const { jobs, begun } = registry();
    jobs.start('export.run', exporting);
    const waiting = jobs.start('export.run', exporting);
    const last = jobs.start('export.run', exporting);
    jobs.cancel(waiting.id);
    await waiting.over;
    expect(jobs.list().map(({ state }) => state)).toEqual(['running', 'cancelled', 'waiting']);
    begun[0]?.end(null);
    await settled();
    expect(last.record.state).toBe('running');
  });

  it('are refused when very many wait', () => {
    const { jobs } = registry();
    for (let number = 0; number <= mostWaiting; number += 1) jobs.start('export.run', exporting);
    expect(() => jobs.start('export.run', exporting)).toThrowError(expect.objectContaining({ code: 'limit-exceeded' }));
  });
});

it('a second check is the first, while that is under way', async () => {
  const { jobs, begun } = registry();
  const first = jobs.start('health.check', {});
  expect(jobs.start('health.check', {}).id).toBe(first.id);
  await settled();
  begun[0]?.end({ ok: true, lines: [] });
  await first.over;
  expect(jobs.start('health.check', {}).id).not.toBe(first.id);
});

describe('whoever is attached', () => {
  it('hears the last progress at once, then every other, and the result, however often and however late', async () => {
    const { jobs, begun } = registry();
    const job = jobs.start('health.check', {});
    await settled();
    begun[0]?.control.progress(halfway);
    const heard: Progress[][] = [[], []];
    const both = heard.map((list) => jobs.attach(job.id, (progress) => list.push(progress), never));
    begun[0]?.control.progress({ ...halfway, phase: 'finishing' });
    begun[0]?.end('sound');
    expect(await Promise.all(both)).toEqual(['sound', 'sound']);
    expect(heard.map((list) => list.map(({ phase }) => phase))).toEqual([
      ['working', 'finishing'],
      ['working', 'finishing'],
    ]);
    expect(await jobs.attach(job.id, deaf, never)).toBe('sound');
  });

  it('goes without ending the job', async () => {
    const { jobs, begun } = registry();
    const job = jobs.start('health.check', {});
    await settled();
    const gone = new AbortController();
    const leaving = jobs.attach(job.id, deaf, gone.signal);
    const staying = jobs.attach(job.id, deaf, never);
    gone.abort(new Interruption('The connection was closed.'));
    await expect(leaving).rejects.toBe(gone.signal.reason);
    expect(begun[0]?.control.signal.aborted).toBe(false);
    begun[0]?.end('sound');
    expect(await staying).toBe('sound');
  });

  it('hears what it failed with', async () => {
    const { jobs, begun } = registry();
    const job = jobs.start('health.check', {});
    await settled();
    begun[0]?.fail(new VerbatimError('library-damaged', 'The index is broken.'));
    await expect(jobs.attach(job.id, deaf, never)).rejects.toMatchObject({ code: 'library-damaged' });
    await expect(jobs.attach(job.id, deaf, never)).rejects.toMatchObject({ code: 'library-damaged' });
  });
});

it('tells everybody when a job begins, comes to its turn, is known by a name, ends and is put away', async () => {
  const { jobs, begun, changes } = registry();
  const job = jobs.start('export.run', exporting);
  await settled();
  begun[0]?.control.about({ label: 'csv: everything' });
  begun[0]?.end(null);
  await job.over;
  jobs.dismiss(job.id);
  expect(changes.map(({ state, label, dismissed }) => [state, label, dismissed])).toEqual([
    ['waiting', null, false],
    ['running', null, false],
    ['running', 'csv: everything', false],
    ['done', 'csv: everything', false],
    ['done', 'csv: everything', true],
  ]);
});

it('keeps so many results, and says which it keeps no more', async () => {
  const { jobs, begun, forgotten } = registry();
  const all = Array.from({ length: kept.count + 2 }, () => jobs.start('export.run', exporting));
  for (const [index, job] of all.entries()) {
    await settled();
    begun[index]?.end(index);
    await job.over;
  }
  await settled();
  expect(forgotten).toEqual([0, 1]);
  expect(jobs.list()).toHaveLength(kept.count);
  const [first] = all;
  if (first === undefined) throw new Error('nothing was started');
  await expect(jobs.attach(first.id, deaf, never)).rejects.toMatchObject({ code: 'not-found' });
});

it('is closed by interrupting what is under way, and starts nothing more', async () => {
  const { jobs, begun, forgotten } = registry();
  const done = jobs.start('health.backup', {});
  const running = jobs.start('export.run', exporting);
  const waiting = jobs.start('export.run', exporting);
  await settled();
  begun[0]?.end('backup');
  await done.over;
  await jobs.close();
  expect(forgotten).toContain('backup');
  expect([running.record.state, waiting.record.state]).toEqual(['interrupted', 'interrupted']);
  expect(() => jobs.start('export.run', exporting)).toThrowError(expect.objectContaining({ code: 'no-library' }));
});
