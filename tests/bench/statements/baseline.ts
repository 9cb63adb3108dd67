import type { Answer, Finder } from './answers.ts';

/**
 * The plain way, to be measured against: every stretch in quotation marks of two words or more is a statement, and the
 * capitalised name nearest to a reporting verb beside it is its speaker, in full where the text has it. It knows no structure and dates nothing.
 */
export const baseline: Finder = ({ text }) =>
  [...text.matchAll(stretch)].flatMap((match): Answer[] => {
    const words = match.groups?.words ?? match[0].slice(1, -1);
    if ((words.match(/[\p{L}\p{N}]+/gu) ?? []).length < 2) return [];
    const start = match.index + match[0].indexOf(words);
    const speaker = nameBeside(text, match.index, match.index + match[0].length);
    return [
      {
        spans: [{ start, end: start + words.length }],
        kind: 'direct',
        speakers: speaker === null ? [] : [speaker],
        described: null,
        role: null,
        said: null,
        confidence: 0.5,
        reason: { rule: 'marks', speakerBy: null, others: [] },
      },
    ];
  });

const stretch =
  /“[^“”]+[“”]|„[^„“”]+[“”]|”[^”]+”|«[^«»]+»|»[^«»]+«|「[^「」]+」|『[^『』]+』|(?<![\p{L}\d])"[^"]+"|(?<![\p{L}\d])‘(?<words>(?:[^‘’]|’(?=\p{L}))+)’(?!\p{L})|``[^`']+''/gu;

const verb =
  /\b(?:said|says|told|added|wrote|writes|announced|asked|argued|explained|noted|insisted|warned|replied|sagte|sagt|erklärte|schrieb|betonte|déclaré|déclare|dit|affirmé|expliqué|dijo|afirmó|declaró|señaló|explicó|detto|dichiarato|spiegato|afferma|disse|afirmou|declarou|explicou|zei|zegt|aldus|schreef)\b/gu;
const name =
  /\p{Lu}[\p{L}’'-]+(?: (?:de|la|van|von|der|den|di|da|dos|y|al|el|\p{Lu}[\p{L}’'.-]*))* \p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+/gu;

/** How far from the marks the verb and the name may stand, in UTF-16 units. */
const reach = 80;

function nameBeside(text: string, start: number, end: number): string | null {
  const after = /^[^\n“”„«»"]*/u.exec(text.slice(end, end + reach))?.[0] ?? '';
  const before = /[^\n“”„«»"]*$/u.exec(text.slice(Math.max(0, start - reach), start))?.[0] ?? '';
  for (const beside of [after, before]) {
    const said = [...beside.matchAll(verb)][0];
    if (said === undefined) continue;
    const distance = (found: RegExpMatchArray) =>
      Math.min(
        Math.abs((found.index ?? 0) - (said.index + said[0].length)),
        Math.abs((found.index ?? 0) + found[0].length - said.index),
      );
    const [nearest] = [...beside.matchAll(name)].sort((a, b) => distance(a) - distance(b));
    if (nearest !== undefined) return inFull(nearest[0], text);
  }
  return null;
}

/** A family name alone is the first whole name in the text that ends in it. */
function inFull(short: string, text: string): string {
  return [...text.matchAll(name)].find(([whole]) => whole.endsWith(` ${short}`))?.[0] ?? short;
}
