/** The words that stand in bylines around names, in the languages that papers use. */

/** What stands before a name. */
export const opener =
  /^(?:(?:(?:pressemitteilung|im wortlaut|nachricht|rede|meldung|gastkommentar|essay|review|story|report|article|recipe|text|words|posted|published|written|reviewed|reported|analysis|opinion|column|post|guest post|created|submitted|authored|updated|verfasst|geschrieben|veröffentlicht|erstellt|(?:ein|eine)? ?(?:beitrag|gastbeitrag|artikel|kommentar|interview|kolumne|reportage|glosse|rezension|bericht|porträt)|eingestellt|gepostet|hochgeladen|kommentar|interview|analyse|gastbeitrag|escrito|publicado|redactado|écrit|publié|rédigé|propos recueillis|scritto|pubblicato|geschreven|autorzy?|tekst)\s+)?(?:by|von|vom|por|par|di|door|av|af|od|przez|durch)\b[:\s]+|(?:authors?|autor(?:in|en|innen|:in|\*in|_in|es|a|as|i|e)?|auteurs?|autrice|written by|byline|redaktion|text|foto|verfasser(?:in)?|reporter|redacción|rédaction|testo|tekst|from|автор|текст|责任编辑|编辑|作者|记者)\s*(?::|：|\||–|-)\s*|(?:autor(?:in|en)?|authors?|von|by)\s+(?=\p{Lu}))/iu;

/** What follows a name: all from here on is none of it. */
export const closer =
  /\s*(?:[|•·–—:≈]|\s-\s|\(|\[|\bon\b|\bam\b\s+\d|\b(?:last )?updated\b|\bpublished\b|\bposted\b|\bveröffentlicht\b|\baktualisiert\b|\b(?:am\s+)?(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mo|Di|Mi|Do|Fr|Sa|So)\b,?\s*(?=\d|$)|\bim Gespräch\b|\bam\s+(?=Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)|\d{1,2}[./]\d{1,2}|\d{4}|\d+\s*(?:comments?|kommentare?|min)\b|\b(?:leave|add|post) a (?:comment|reply)\b|\bhinterlasse\b|\b(?:no|keine?) (?:comments?|kommentare?)\b|\bkommentar(?:e|ieren)?\b|\blesezeit\b|\blesedauer\b|\breading time\b|\bfor\b|\bfollow\b|\bvia\b|\b(?:at|um|à)\s+\d|<|…).*$/iu;

/** Texts that stand where a name is looked for, and are none. */
export const notNames =
  /^(?:(?:the )?(?:staff|editorial staff|editors?|editorial team|editorial board|newsroom|news desk|\S*admin|administrator|autoreninformation(?:en)?|profilbild|administrateur|webmaster|web|super user|superuser|root|user|guest|gast|anonymous|anonym|unknown|unbekannt|default|author|autor|editor|team|contributor|press release|pressemitteilung|agencies|agency|website|home|contact|news|none|staff writer|staff reporter|staff report|comments?|share|print|email|e-mail|twitter|facebook|instagram|linkedin|xing|rss|by|von|mehr|more|all posts|view all posts|(?:zeige |weitere |mehr )?(?:alle )?(?:artikel|beiträge)|author bio|full bio|bio|biography|biografie|about the author|über den autor|profil|profile|read more|follow|wordpress|wpadmin|(?:article|recipe|text|words|photos?) by|log ?in|log ?out|sign ?in|sign ?out|sign ?up|register|anmelden|abmelden|einloggen|registrieren|(?:my |your |\p{L}+ )account|mein konto|menu|menü|search|suche|close|nachricht|aktuell|zuletzt geändert|source|sources|quelle|quellen|fuente|źródło|cortesía|credit|credits|copyright\b.*|[\d.:/\s-]+))$/iu;

/** Words that say what somebody does, not who it is. */
export const roleWords =
  /^(?:special to\b.*|.*\b(?:reporter|correspondent|editor(?:-in-chief)?|writer|columnist|contributor|producer|journalist(?:in)?|redakteur(?:in)?|korrespondent(?:in)?|volontär(?:in)?|chefredakteur(?:in)?|autor(?:in)?|fotograf(?:in)?|photographer|staff|bureau|desk|periodista|rédact(?:eur|rice)|giornalista|ressort|\p{L}*leiter(?:in)?|manager|director|direktor(?:in)?|president|ceo|founder|contributeur|sponsor(?:ed)?|gesponsert\p{L}*|professor(?:in)? (?:für|of|at)\b.*|sprecher(?:in)?|geschäftsführer(?:in)?)\b.*)$/iu;

/** Degrees and the like after a name. */
export const degree =
  /^(?:ph\.?\s?d\.?|m\.?d\.?|jr\.?|sr\.?|ii|iii|iv|esq\.?|msc|m\.?sc\.?|b\.?sc\.?|mba|m\.?a\.?|b\.?a\.?|rn|rdn?|dvm|facs|jd|j\.d\.|llm|dipl\..*|mph|ms|md|cpt|lmft|lcsw|psyd|pharmd|do|cpa)$/iu;

/** News agencies: they sign like persons, alone or after one. */
export const agency =
  /^(?:dpa(?:[-/]\p{L}+)?|afp|apa|ap|reuters|sda|keystone-sda|ansa|efe|agencia efe|europa press|pti|ani|ians|kna|epd|sid|dts|ots|xinhua|tass|bloomberg|dapd|associated press|the associated press|agence france-presse|usa today|press association|canadian press|the canadian press)$/iu;

/** Desks, papers and firms sign too; a person who is named elsewhere on the page goes before them. */
export const deskWord =
  /(?<!\p{L})(?:editorial|editors?|redaktion|redaction|rédaction|redacción|redazione|team|newsroom|news|nachrichten|online|magazin|magazine|zeitung|blatt|verlag|media|medien|gmbh|ag|inc|ltd|e\.\s?v\.|stiftung|verband|institut|ministerium|pressestelle|presse|press|agentur|experience|webteam)(?!\p{L})/iu;
