import { phrasesOf } from '../../../../../reading/languages/index.ts';
import { phraseSource } from '../../../../../reading/languages/phrases.ts';

/** Lines that sign an article without any mark-up that says so. */

const capitalised = "\\p{Lu}[\\p{L}'’.-]+";

/** Whom a short line beside the headline names as its writer, or null. */
export function signerOf(text: string): string | null {
  const line = text.replace(leadingDate, '');
  const signed = signature.exec(line)?.[1];
  // "by" alone begins sentences; a name follows it with a capital, or with a date after it.
  if (signed !== undefined) return /^\p{Lu}|^\S+\s(?:on|am|le|el|,|\d)/u.test(signed) ? signed : null;
  const dated = line === text ? nameBeforeDate.exec(text)?.[1] : line;
  return dated !== undefined && nameAlone.test(dated) ? dated : null;
}

const nameBeforeDate = new RegExp(
  `^(${capitalised}(?: ${capitalised}){1,3})\\s*[,|•·–—-]?\\s*(?:\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?\\d{2,4}|\\d{1,2}\\.? \\p{L}{3,10} \\d{4})\\b`,
  'u',
);
const nameAlone = new RegExp(`^${capitalised}(?: ${capitalised}){1,3}$`, 'u');
const leadingDate = /^\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}(?:,?\s+\d{1,2}:\d{2}(?: Uhr)?)?\s*[,|•·–—-]\s*/u;

/** A short line that signs: "Posted by Ana Bell on May 3", "Text & Fotos: Ana Bell". */
function signing(
  kind: 'Verbs' | 'Prepositions' | 'Works' | 'Labels',
  edges?: { opens?: boolean; closes?: boolean },
): string {
  return phraseSource(
    phrasesOf(({ bylines }) => bylines?.[`signature${kind}`]),
    edges,
  );
}
const by = `${signing('Prepositions', { closes: true })}:?`;
const signature = new RegExp(
  `^(?:[^.!?]{0,60}${signing('Verbs', { opens: true, closes: true })}[^.!?]{0,60}?` +
    `${signing('Prepositions', { opens: true, closes: true })}:?|(?:${signing('Works')} )?${by}|` +
    `${signing('Labels')}(?:\\s*(?:&|und|and|\\+|\\/)\\s*\\p{L}+)?\\s*(?::|${signing('Prepositions', { closes: true })}))` +
    '\\s*([^|•·–—]{3,60})',
  'iu',
);

/** Whom a line names that only signs, wherever the article puts it ("Von Ana Bell", "Eine Kolumne von Ana Bell"); else null. */
export function signerAlone(text: string): string | null {
  const opener = signsAlone.exec(text);
  if (opener === null) return null;
  const isLabel = opener[0].includes(':');
  const name = text
    .slice(opener[0].length)
    .replace(isLabel ? /,\s.*$/u : /$^/u, '')
    .replace(/[\s:)]+$/u, '');
  return /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?(?: (?:von|van|de|der|zu))?(?: \p{Lu}[\p{L}'’-]+){1,2}$/u.test(name)
    ? name
    : null;
}
const signsAlone =
  /^[(\s]*(?:(?:eine? )?(?:beitrag|artikel|kommentar|kolumne|reportage|bericht|interview|analyse) )?(?:von:?|by:?|par:?|text:|autor(?:in)?:?|author:?|words:|bericht:)\s+(?:Rechtsanwält(?:in)?\s+|Rechtsanwalt\s+|(?:Prof\.|Dr\.)\s+)*/iu;
