/** A name that breaks its line to imitate another, colours a terminal and turns what comes after it around. */
export const hostileName = (own: string): string =>
  `${own}\nREFUSED     evidence.html\r\u001b[31m\u009b2J\u0007\u202egnp\u2066exe\u2028next\u061c`;

/** What may reach a terminal of such a name: none of these. */
export const actsOnTerminals = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** What may stand in a heading, a column or a label: none of these. */
export const breaksOrTurns = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
