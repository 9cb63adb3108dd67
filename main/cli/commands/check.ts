import { line } from '../printable.ts';
import type { ExitCode, Session } from '../session.ts';

/** Looks at everything a library promises; 2 when something is wrong. */
export async function checkCommand({ api, output, signal }: Session): Promise<ExitCode> {
  const { ok: whole, lines } = await api.call(
    'health.check',
    {},
    { signal, onProgress: ({ items }) => output.progress(line`originals: ${items.done} of ${items.total}`) },
  );
  for (const { check: name, ok, detail } of lines)
    await output.result(
      { check: name, ok, detail },
      () => line`${ok ? 'sound' : output.strong('WRONG')}  ${name}: ${detail}`,
    );
  return whole ? 0 : 2;
}
