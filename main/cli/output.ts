import { once } from 'node:events';
import { styleText } from 'node:util';

/**
 * Where a command writes. On a terminal it is words; with `--json` it is one object a line. Only
 * results go to the standard output; progress and errors go to the standard error.
 */
export class Output {
  readonly json: boolean;
  readonly #out: NodeJS.WriteStream;
  readonly #err: NodeJS.WriteStream;
  #progressShown = false;

  constructor(json: boolean, out: NodeJS.WriteStream = process.stdout, err: NodeJS.WriteStream = process.stderr) {
    this.json = json;
    this.#out = out;
    this.#err = err;
  }

  /** One result: the object with `--json`, else the words. Waits when whoever reads is slower. */
  async result(object: unknown, words: () => string): Promise<void> {
    await this.text(this.json ? JSON.stringify(object) : words());
  }

  /** A line (or several) on the standard output. */
  async text(words: string): Promise<void> {
    this.clearProgress();
    if (!this.#out.write(`${words}\n`)) await once(this.#out, 'drain');
  }

  /** A remark for the person, not part of the result. */
  remark(words: string): void {
    this.clearProgress();
    this.#err.write(`${words}\n`);
  }

  /** A line that is overwritten by the next; only where a person watches. */
  progress(words: string): void {
    if (this.json || !this.#err.isTTY) return;
    this.#progressShown = true;
    this.#err.write(`\r\u001b[2K${words.slice(0, Math.max(20, (this.#err.columns ?? 80) - 1))}`);
  }

  clearProgress(): void {
    if (!this.#progressShown) return;
    this.#progressShown = false;
    this.#err.write('\r\u001b[2K');
  }

  strong(words: string): string {
    return styleText('bold', words, { stream: this.#out });
  }
  faint(words: string): string {
    return styleText('dim', words, { stream: this.#out });
  }
  marked(words: string): string {
    return styleText('inverse', words, { stream: this.#out });
  }
}
