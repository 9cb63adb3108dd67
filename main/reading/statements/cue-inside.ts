import type { Passage } from './passages.ts';
import type { Quotation } from './quotation-marks.ts';
import type { ReportingWords } from './reporting-words.ts';

/**
 * Quotations whose marks enclose their cue as well, parted at it: « Ça n’existe pas, *prévient-il*. Il y a ceux qui
 * l’avouent » in French, «Qui – *dice Rèina* – senza ponte» in Italian. Elsewhere words between marks are the speaker's.
 */
export function partedAtCues(
  quotations: readonly Quotation[],
  passages: readonly Passage[],
  words: ReportingWords,
): Quotation[] {
  const pattern = cuesInside(words);
  if (pattern === null) return [...quotations];
  return quotations.flatMap((quotation) => {
    const [span] = quotation.spans;
    const passage = passages[quotation.passage];
    if (span === undefined || passage === undefined || quotation.spans.length > 1) return [quotation];
    const match = pattern.exec(passage.text.slice(span.start - passage.start, span.end - passage.start));
    const { said = '', cue = '' } = match?.groups ?? {};
    if (match === null) return [quotation];
    const end = span.start + said.length;
    const from = end + cue.length;
    const rest = passage.text.slice(from - passage.start, span.end - passage.start);
    const start = from + (rest.length - rest.trimStart().length);
    const first: Quotation = {
      ...quotation,
      spans: [{ start: span.start, end: span.start + said.trimEnd().length }],
      outer: { start: quotation.outer.start, end },
    };
    if (rest.trim() === '') return [first];
    return [first, { ...quotation, spans: [{ start, end: span.end }], outer: { start, end: quotation.outer.end } }];
  });
}

/** How words and their cue stand within the same marks, of French and Italian; null elsewhere. */
export function cuesInside({ code, verb }: ReportingWords): RegExp | null {
  const who = "(?:(?:le|la|les|l[’']|un|une|M\\.|Mme|il|lo|uno|una) ?)?[\\p{L}’'-]+(?: [\\p{Lu}][\\p{L}’'-]+)*";
  if (code === 'fr')
    return new RegExp(
      `^(?<said>[^]{0,2000}?[,!?…])(?<cue>\\s(?:${verb.source})(?:-(?:t-)?(?:il|elle|ils|elles|on)|\\s${who})[^,.;:]{0,60}[.,]?)(?=\\s|$)`,
      'iu',
    );
  if (code === 'it')
    return new RegExp(`^(?<said>[^]{0,2000}?)(?<cue>\\s[–—-]\\s(?:${verb.source})\\s[^–—]{2,90}[–—-])(?=\\s)`, 'iu');
  return null;
}
