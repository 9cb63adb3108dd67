import { shownName, shownWords } from '../contract/index.ts';

/**
 * What may be printed in a terminal. Titles, names, notes and reasons are other people's text: only what
 * was put into a `line` (or, where it has several, into `words`) can reach the terminal, and there nothing
 * of it can turn the line, end it, or colour it. A command that forgets this doesn't compile.
 */
export class Printable {
  readonly text: string;
  constructor(made: Made) {
    this.text = made.text;
  }
}

/** Only this file makes one. */
interface Made {
  readonly [safely]: true;
  readonly text: string;
}
const safely = Symbol('made safely');

function printable(text: string): Printable {
  return new Printable({ [safely]: true, text });
}

/** A line as we write it, with other people's text in it: ``line`${title}  ${outcome}` ``. */
export function line(ours: TemplateStringsArray, ...theirs: readonly (string | number | Printable)[]): Printable {
  return printable(ours.map((text, index) => (index === 0 ? text : plain(theirs[index - 1] ?? '') + text)).join(''));
}

function plain(value: string | number | Printable): string {
  return value instanceof Printable ? value.text : shownName(String(value));
}

/** Other people's words of several lines. */
export function words(theirs: string): Printable {
  return printable(shownWords(theirs));
}

/** The same, each line after two spaces. */
export function indented(theirs: string): Printable {
  return printable(
    shownWords(theirs)
      .split('\n')
      .map((text) => (text === '' ? '' : `  ${text}`))
      .join('\n'),
  );
}

/** The same as they are, for a file or a program that takes what is printed: a terminal doesn't see them. */
export function exactWords(theirs: string): Printable {
  return printable(theirs);
}

/** Several after each other, those that are empty passed over. */
export function joined(parts: readonly (string | Printable | null | undefined)[], between: string): Printable {
  return printable(
    parts
      .filter((part) => part !== null && part !== undefined)
      .map(plain)
      .filter((text) => text !== '')
      .join(between),
  );
}

/** Put between two of our own signs, as a style is. */
export function enclosed(part: string | Printable, enclose: (text: string) => string): Printable {
  return printable(enclose(plain(part)));
}
