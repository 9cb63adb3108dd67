import workerAddress from './worker.ts?worker&url';

/** Trusted Types (W3C), as far as they are used here; browsers that lack them start the worker all the same. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}
declare const trustedTypes: PolicyFactory | undefined;

/** The page's only policy: it trusts one address, the build's own, so nothing that was typed or read is ever run. */
const policy =
  typeof trustedTypes === 'undefined'
    ? null
    : trustedTypes.createPolicy('verbatim', {
        createScriptURL(address) {
          if (address !== workerAddress) throw new TypeError('This address is not a script of Verbatim.');
          return address;
        },
      });

export function startWorker(): Worker {
  return new Worker(policy === null ? workerAddress : policy.createScriptURL(workerAddress), { type: 'module' });
}
