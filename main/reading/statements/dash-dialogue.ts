import type { Span } from '../../contract/index.ts';
import { cuesInside } from './cue-inside.ts';
import type { Passage } from './passages.ts';
import type { Quotation } from './quotation-marks.ts';
import type { ReportingWords } from './reporting-words.ts';

/** A stretch of a line, by offsets in it: its words, and all that isn't its cue. */
interface Stretch {
  readonly words: Span;
  readonly outer: Span;
}

/**
 * Words that a dash opens, one speaker a paragraph: «—No vamos a irnos —dijo Alder—, y menos hoy.» in Spanish, Portuguese
 * and Italian, « — Il se repose, répond Jouvet. » in French. A dash alone also begins lists and asides: a line counts
 * where a reporting verb stands in it, or in the line right above or below.
 */
export function dashDialogue(passages: readonly Passage[], words: ReportingWords): Quotation[] {
  if (!words.opensByDash) return [];
  const lines = passages.map((passage) => (passage.kind === 'paragraph' && dash.test(passage.text) ? passage : null));
  if (lines.every((line) => line === null)) return [];
  const told = lines.map((line) => (line === null ? [] : stretchesOf(line.text, words)));
  return lines.flatMap((line, index) => {
    if (line === null) return [];
    const own = told[index] ?? [];
    const isBeside = [told[index - 1], told[index + 1]].some((beside) => beside !== undefined && beside.length > 0);
    const stretches = own.length > 0 ? own : isBeside ? [wholeOf(line.text)] : [];
    return stretches.map(
      ({ words: { start, end }, outer }): Quotation => ({
        passage: index,
        last: index,
        spans: [{ start: line.start + start, end: line.start + end }],
        outer: { start: line.start + outer.start, end: line.start + outer.end },
        isClosed: true,
        isTurn: true,
      }),
    );
  });
}

const dash = /^[—–]\s?(?=[\p{L}¿¡«“"])/u;

function wholeOf(text: string): Stretch {
  const start = dash.exec(text)?.[0].length ?? 0;
  return { words: { start, end: text.trimEnd().length }, outer: { start: 0, end: text.length } };
}

/** The words of a line, parted at its cue; empty where no verb reports them. */
function stretchesOf(text: string, words: ReportingWords): Stretch[] {
  const whole = wholeOf(text);
  const inside = words.code === 'fr' ? cuesInside(words) : null;
  // French sets its cue behind a comma: whoever parts marks at their cues parts this too.
  if (inside !== null) return inside.test(text.slice(whole.words.start)) ? [whole] : [];
  const cue = new RegExp(`\\s?[—–]\\s?(?:\\p{Ll}{1,4}\\s)?(?=${words.verb.source})`, 'iu').exec(
    text.slice(whole.words.start),
  );
  if (cue === null || cue.index === 0) return [];
  const end = whole.words.start + cue.index;
  const verb = end + cue[0].length;
  const first = { words: { start: whole.words.start, end }, outer: { start: 0, end: verb } };
  const back = /[—–][\s,;:.]*/u.exec(text.slice(verb));
  if (back === null) return [first];
  const again = verb + back.index;
  const start = again + back[0].length;
  const rest = text.slice(start).trimEnd();
  return rest === ''
    ? [first]
    : [first, { words: { start, end: start + rest.length }, outer: { start: again, end: text.length } }];
}
