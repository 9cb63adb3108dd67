import { once } from 'node:events';
import { styleText } from 'node:util';
import { shownJson } from '../contract/index.ts';
import { enclosed, exactWords, type Printable, words } from './printable.ts';

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
  async result(object: unknown, inWords: () => Printable): Promise<void> {
    if (this.json) await this.object(object);
    else await this.text(inWords());
  }

  /** A line (or several) on the standard output. */
  async text(text: Printable): Promise<void> {
    await this.#write(text.text);
  }

  /** One object on a line of its own. */
  async object(object: unknown): Promise<void> {
    await this.#write(shownJson(object));
  }

  /**
   * The words of an article: as they are where they go into a file or to a program, with what a terminal
   * would act on shown as its number where a person reads them.
   */
  exact(theirs: string): Printable {
    return this.#out.isTTY ? words(theirs) : exactWords(theirs);
  }

  /** A remark for the person, not part of the result. */
  remark(text: Printable): void {
    this.clearProgress();
    this.#err.write(`${text.text}\n`);
  }

  /** A line that is overwritten by the next; only where a person watches. */
  progress({ text }: Printable): void {
    if (this.json || !this.#err.isTTY) return;
    this.#progressShown = true;
    this.#err.write(`\r\u001b[2K${text.slice(0, Math.max(20, (this.#err.columns ?? 80) - 1))}`);
  }

  clearProgress(): void {
    if (!this.#progressShown) return;
    this.#progressShown = false;
    this.#err.write('\r\u001b[2K');
  }

  strong(part: string | Printable): Printable {
    return enclosed(part, (text) => styleText('bold', text, { stream: this.#out }));
  }
  faint(part: string | Printable): Printable {
    return enclosed(part, (text) => styleText('dim', text, { stream: this.#out }));
  }
  marked(part: string | Printable): Printable {
    return enclosed(part, (text) => styleText('inverse', text, { stream: this.#out }));
  }

  async #write(text: string): Promise<void> {
    this.clearProgress();
    if (!this.#out.write(`${text}\n`)) await once(this.#out, 'drain');
  }
}
