/**
 * A file's name as a report shows it. Control characters and those that turn the direction of writing
 * (Unicode Bidirectional Algorithm, UAX 9) are shown as their numbers: a name can't pretend to be another
 * one ("annexe‮gpj.exe"), break a line or colour a terminal.
 */
export function shownName(name: string): string {
  return name.replace(
    /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
