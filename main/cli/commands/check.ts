import type { ExitCode, Session } from '../session.ts';

/** Looks at everything a library promises; 2 when something is wrong. */
export async function checkCommand({ api, output, signal }: Session): Promise<ExitCode> {
  const { ok, lines } = await api.call(
    'health.check',
    {},
    { signal, onProgress: ({ items }) => output.progress(`originals: ${items.done} of ${items.total}`) },
  );
  for (const line of lines)
    await output.result(
      { check: line.check, ok: line.ok, detail: line.detail },
      () => `${line.ok ? 'sound' : output.strong('WRONG')}  ${line.check}: ${line.detail}`,
    );
  return ok ? 0 : 2;
}
