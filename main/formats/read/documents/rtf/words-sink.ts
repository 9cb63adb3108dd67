import type { RunStyle } from '../office/block-flow.ts';
import type { Gone } from '../office/gone.ts';
import type { PartKind, RtfSink } from './sink.ts';

/** Gathers all words, each part's by itself: those that are shown without a break where hidden ones stand. */
export class WordsSink implements RtfSink {
  readonly #all: string[];
  readonly #shown: string[] = [];
  readonly #gone: string[] = [];

  /** `all`: where the words go when the part closes. */
  constructor(all: string[]) {
    this.#all = all;
  }

  words(words: string, _style: RunStyle, gone: Gone | null): void {
    if (gone === null) this.#shown.push(words);
    else this.#gone.push(words, '\n');
  }

  lineBreak(): void {
    this.#shown.push('\n');
  }

  endParagraph(): void {
    this.#shown.push('\n');
  }

  endCell(): void {
    this.#shown.push('\n');
  }

  endRow(): void {}

  picture(): void {}

  log(): void {}

  part(_kind: PartKind): RtfSink {
    return new WordsSink(this.#all);
  }

  close(): void {
    this.#all.push(this.#shown.join(''), '\n', this.#gone.join(''), '\n');
  }
}
