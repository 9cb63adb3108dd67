import type { ImportId, ImportLine } from '../../contract/index.ts';
import type { CoreContext } from '../context.ts';

/** A line that says why something was not taken. */
export function refusal(path: string, bytes: number, reason: string): ImportLine {
  return { path, outcome: 'refused', article: null, revision: null, title: null, reason, bytes };
}

/** The report of one run: lines go to whoever watches at once, and to the library in batches. */
export class Report {
  readonly #context: CoreContext;
  readonly #id: ImportId;
  #pending: ImportLine[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(context: CoreContext, id: ImportId) {
    this.#context = context;
    this.#id = id;
  }

  add(...lines: readonly ImportLine[]): void {
    this.#pending.push(...lines);
    // A write that fails is told by the last flush, which the import waits for.
    this.#timer ??= setTimeout(() => this.flush().catch(() => undefined), 100);
  }

  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const lines = this.#pending;
    if (lines.length === 0) return this.#writing;
    this.#pending = [];
    this.#writing = this.#writing.then(async () => {
      await this.#context.pool.writeBatch('imports.addLines', this.#id, lines);
      this.#context.emit('import.lines', { id: this.#id, lines });
    });
    return this.#writing;
  }
}
