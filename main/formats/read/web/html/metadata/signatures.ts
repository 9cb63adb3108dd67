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
const signature =
  /^(?:[^.!?]{0,60}\b(?:posted|published|written|submitted|veröffentlicht|geschrieben|eingestellt|gespeichert|verfasst|erstellt|publié|écrit|publicado|escrito)\b[^.!?]{0,60}?\b(?:by|von|par|por)\b:?|(?:ein (?:beitrag|artikel|kommentar|interview) )?(?:by|von|par|por)\b:?|(?:text|story|words|redaktion|autor(?:in)?|author|bericht|reportage)(?:\s*(?:&|und|and|\+|\/)\s*\p{L}+)?\s*(?::|von\b|by\b))\s*([^|•·–—]{3,60})/iu;

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
