import type { Transport, WireMessage } from '../contract/index.ts';

/**
 * Two ends of a pipe inside one process. Messages are cloned and delivered later, as every other
 * transport does it, so that nothing works here that fails over a socket.
 */
export function memoryPair(): readonly [Transport, Transport] {
  const left = new End();
  const right = new End();
  left.join(right);
  right.join(left);
  return [left, right];
}

class End implements Transport {
  readonly #messages: ((message: unknown) => void)[] = [];
  readonly #closes: (() => void)[] = [];
  #other: End | null = null;
  #open = true;

  join(other: End): void {
    this.#other = other;
  }
  send(message: WireMessage): void {
    if (!this.#open) return;
    const copy: unknown = structuredClone(message);
    queueMicrotask(() => this.#other?.deliver(copy));
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#messages.push(listener);
  }
  onClose(listener: () => void): void {
    this.#closes.push(listener);
  }
  close(): void {
    this.shut();
    this.#other?.shut();
  }
  deliver(message: unknown): void {
    if (this.#open) for (const listener of this.#messages) listener(message);
  }
  shut(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const listener of this.#closes) listener();
  }
}
