import { signal } from '@preact/signals';
import { VerbatimError } from '../../main/contract/errors.ts';
import type { JobName } from '../../main/contract/jobs.ts';
import type { MethodName } from '../../main/contract/methods.ts';
import type { Shell } from '../../main/contract/shell.ts';
import { type Client, type ClientCallOptions, createClient } from '../../main/rpc/client.ts';
import { browserShell } from './browser-shell.ts';
import { desktopShell } from './desktop-shell.ts';
import { openTransport } from './transport.ts';

/** `connecting` only at the start; later a break is `lost` until the core answers again. */
export const connection = signal<'connecting' | 'open' | 'lost'>('connecting');

/** Files, dialogs and the native menu of the host this page runs in. */
export const shell: Shell = window.verbatim === undefined ? browserShell() : desktopShell(window.verbatim);

const subscriptions = new Set<(client: Client) => void>();
let client: Client | null = null;

/** Calls methods and jobs of the core by name, and listens to its events over every connection to come. */
export const api: Pick<Client, 'call' | 'on'> = {
  call: ((name: MethodName & JobName, input: never, options?: ClientCallOptions) =>
    client === null
      ? Promise.reject(new VerbatimError('connection-lost', 'Verbatim does not answer.'))
      : client.call(name, input, options)) as Client['call'],
  on(topic, listener) {
    let stop = () => {};
    const subscribe = (to: Client) => {
      stop = to.on(topic, listener);
    };
    subscriptions.add(subscribe);
    if (client !== null) subscribe(client);
    return () => {
      subscriptions.delete(subscribe);
      stop();
    };
  },
};

/** Milliseconds before another try to connect, growing to the last. */
const pauses = [200, 500, 1000, 2000, 4000];

/** Connects, and connects again whenever the connection breaks. `ready` runs after each success. */
export function connect(ready: () => void, attempt = 0): void {
  const again = (next: number) => {
    client = null;
    connection.value = 'lost';
    setTimeout(() => connect(ready, next), pauses[Math.min(next, pauses.length - 1)]);
  };
  openTransport().then(
    (transport) => {
      transport.onClose(() => again(0));
      const opened = createClient(transport);
      client = opened;
      for (const subscribe of subscriptions) subscribe(opened);
      connection.value = 'open';
      ready();
    },
    () => again(attempt + 1),
  );
}
