/** From byline lines to names of people. */

/** What stands before a name in a byline. */
const opener =
  /^(?:(?:(?:pressemitteilung|im wortlaut|nachricht|rede|meldung|gastkommentar|essay|review|story|report|article|text|words|posted|published|written|reviewed|reported|analysis|opinion|column|post|guest post|created|submitted|authored|updated|verfasst|geschrieben|veröffentlicht|erstellt|(?:ein|eine)? ?(?:beitrag|gastbeitrag|artikel|kommentar|interview|kolumne|reportage|glosse|rezension|bericht|porträt)|eingestellt|gepostet|hochgeladen|kommentar|interview|analyse|gastbeitrag|escrito|publicado|redactado|écrit|publié|rédigé|scritto|pubblicato|geschreven|autorzy?|tekst)\s+)?(?:by|von|vom|por|par|di|door|av|af|od|przez|durch)\b[:\s]+|(?:authors?|autor(?:in|en|innen|:in|\*in|_in|es|a|as|i|e)?|auteurs?|autrice|written by|byline|redaktion|text|foto|verfasser(?:in)?|reporter|redacción|rédaction|testo|tekst|from)\s*(?::|\||–|-)\s*|(?:autor(?:in|en)?|authors?|von|by)\s+(?=\p{Lu}))/iu;

/** What follows a name in a byline. */
const closer =
  /\s*(?:[|•·–—:]|\s-\s|\(|\[|\bon\b|\bam\b\s+\d|\bupdated\b|\bpublished\b|\bposted\b|\bveröffentlicht\b|\b(?:am\s+)?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mo|Di|Mi|Do|Fr|Sa|So)\b,?\s*(?=\d|$)|\bim Gespräch\b|\bam\s+(?=Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|\d{1,2}[./]\d{1,2}|\d{4}|\bfor\b|\bfollow\b|\bvia\b|\b(?:at|um|à)\s+\d|<|…).*$/iu;

const notNames =
  /^(?:(?:the )?(?:staff|editorial staff|editors?|editorial team|editorial board|newsroom|news desk|\S*admin|administrator|autoreninformation(?:en)?|profilbild|administrateur|webmaster|web|super user|superuser|root|user|guest|gast|anonymous|anonym|unknown|unbekannt|default|author|autor|editor|team|contributor|press release|pressemitteilung|agencies|agency|website|home|contact|news|none|staff writer|staff reporter|staff report|comments?|share|print|email|twitter|facebook|instagram|by|von|mehr|more|all posts|view all posts|alle beiträge|author bio|about the author|über den autor|profil|profile|read more|follow|wordpress|wpadmin|[\d.:/\s-]+))$/iu;

const roleWords =
  /^(?:.*\b(?:reporter|correspondent|editor(?:-in-chief)?|writer|columnist|contributor|producer|journalist(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|volontär(?:in)?|chefredakteur(?:in)?|autor(?:in)?|fotograf(?:in)?|photographer|staff|bureau|desk|periodista|rédact(?:eur|rice)|giornalista|ressort|\p{L}*leiter(?:in)?|manager|director|direktor(?:in)?|president|ceo|founder|contributeur|sponsor(?:ed)?|gesponsert\p{L}*|professor(?:in)? (?:für|of|at)\b.*|sprecher(?:in)?|geschäftsführer(?:in)?)\b.*)$/iu;

const suffix =
  /^(?:ph\.?\s?d\.?|m\.?d\.?|jr\.?|sr\.?|ii|iii|iv|esq\.?|msc|m\.?sc\.?|b\.?sc\.?|mba|m\.?a\.?|b\.?a\.?|rn|rd|dvm|facs|jd|j\.d\.|llm|dipl\..*|mph|ms|md)$/iu;

export interface NameOptions {
  /** The publication's own name is no author. */
  readonly publication: string | null;
}

/**
 * Splits a byline into names: "By Ana Bell and Tom Ruiz, staff reporters" gives two. What is no
 * name (a desk, a role, an address) is left out.
 */
export function namesIn(byline: string, options: NameOptions): string[] {
  let text = byline
    .replace(/\s+/gu, ' ')
    .replace(
      /^(?:view|show|see|read|more)\b[^:]{0,30}\b(?:by|of|from)\s+|^(?:alle|weitere|mehr) (?:beiträge|artikel) (?:von|anzeigen von)\s+/iu,
      '',
    )
    .replace(/\s*\b(?:view|show|see) (?:all|more)\b.*$|\s*search for (?:this|more).*$/iu, '')
    .replace(/\s*[|•·–—-]+\s*$/u, '')
    .replace(/^(?:Post author|Authors?|Autor(?:in)?|By|Von|About|Über)(?=\s*\p{Lu}\p{Ll})/u, '')
    .replace(/\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \p{Lu}\p{Ll}+ \d.*$/u, '')
    .replace(
      /\s+(?:Illustration(?:en)?|Foto(?:s|graf(?:ie|ien|in)?)?|Photos?|Bild(?:er)?|Grafik|Übersetzung|Video)\s*(?::|von\b|by\b).*$/u,
      '',
    )
    .replace(/\s*(?:\bDate\b|\bShares?\b|Follow|\b[Ii]n\s+\p{Lu}).*$/u, '')
    .trim();
  for (let round = 0; round < 3; round += 1) {
    const shorter = text.replace(opener, '').trim();
    if (shorter === text) break;
    text = shorter;
  }
  text = withoutRole(text).replace(/^.{3,60}\b(?:artikel|text|beitrag) von:?\s+(?=\p{Lu})/iu, '');
  text = text
    .replace(/https?:\/\/\S+|\S+@\S+\.\S+|(?<!\S)@\w+/gu, ' ')
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const parts = text
    .split(
      /\s*(?:;|\||•|·|\s\/\s|\n|,(?!\s*(?:Jr|Sr|Ph\.?\s?D|M\.?D)\b)|\s(?:and|und|y|et|e|en|og|och|i|with|mit|&|\+)\s(?=\p{Lu}))\s*/u,
    )
    .map((part) => tidyName(part))
    .filter((part) => part !== '');
  const names: string[] = [];
  for (const part of parts) {
    if (suffix.test(part)) continue;
    if (!isName(part, options)) {
      // After the first name a part that is none is a role or a place: what follows belongs to it.
      if (names.length > 0 && !/^\p{Lu}\p{Ll}+ \p{Lu}/u.test(part)) continue;
      continue;
    }
    if (!names.some((name) => name.toLowerCase() === part.toLowerCase())) names.push(part);
  }
  return names;
}

/** Whether a line says that it names its writer ("By …", "Autor: …"), rather than holding a name only. */
export function saysWriter(line: string): boolean {
  return opener.test(line.trim());
}

/** "FOCUS-Online-Experte Ana Bell", "Staff Writer Ana Bell": the role before a name is none of it. */
function withoutRole(text: string): string {
  return text.replace(
    /^(?:\S+ )?\S*(?:Experte|Expertin|Redakteur(?:in)?|Reporter(?:in)?|Korrespondent(?:in)?|Gastautor(?:in)?|Correspondent|Editor|Writer)\s+(?=\p{Lu}\S+ \p{Lu})/u,
    '',
  );
}

function tidyName(part: string): string {
  return fromAccount(
    part
      .replace(/,\s*(?:Ph\.?\s?D|M\.?D)\.?$/u, '')
      .replace(opener, '')
      .replace(closer, '')
      .replace(/^[\s"'“”„.,:;–—|*-]+|[\s"'“”„,:;–—|*-]+$/gu, '')
      .trim(),
  );
}

/** "ana.bell" is how an account writes "Ana Bell". */
function fromAccount(name: string): string {
  return /^\p{Ll}{2,}\.\p{Ll}{3,}$/u.test(name)
    ? name.replace('.', ' ').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}

/** Desks, papers and firms sign too; a person who is named elsewhere on the page goes before them. */
export function isDesk(name: string): boolean {
  return /(?<!\p{L})(?:editorial|editors?|redaktion|redaction|rédaction|redacción|redazione|team|newsroom|news|nachrichten|online|magazin|magazine|zeitung|blatt|verlag|media|medien|gmbh|ag|inc|ltd|e\.\s?v\.|stiftung|verband|institut|ministerium|pressestelle|presse|press|agentur|experience|webteam)(?!\p{L})/iu.test(
    name,
  );
}

export function isName(text: string, options: NameOptions): boolean {
  if (text.length < 2 || text.length > 60 || !/\p{L}/u.test(text)) return false;
  if (/^(?:eine?|der|die|das|the|an?) /iu.test(text) && text.split(' ').length > 2) return false;
  if (notNames.test(text) || /[<>{}=#%]|https?:|www\./iu.test(text)) return false;
  const words = text.split(' ');
  if (words.length > 6) return false;
  if (/\d{2}|\d\.\s/u.test(text)) return false;
  if (words.length > 1 && roleWords.test(text)) return false;
  if (options.publication !== null && squeeze(text) === squeeze(options.publication)) return false;
  return !/\.(?:com|de|org|net|at|ch|fr|es|it|co\.uk|pl)$/iu.test(text);
}

function squeeze(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(?:the|der|die|das|la|le|el)\s/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
