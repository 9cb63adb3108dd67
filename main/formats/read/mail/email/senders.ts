import { looksLikeName, paperWord } from '../../../../reading/document/byline.ts';
import { phrasesOf } from '../../../../reading/languages/index.ts';
import { holding } from '../../../../reading/languages/phrases.ts';
import { decodeWords } from '../../../shared/mime/encoded-words.ts';

/** Who sent a message, as its head writes it. */
export interface Sender {
  /** The person's name, or null. */
  readonly person: string | null;
  /** What they write for, or null. */
  readonly organization: string | null;
  /** Lower case, or null. */
  readonly address: string | null;
}

/** Reads the first sender of a From field (RFC 5322, 3.4), with what people write into a name besides a name. */
export function readSender(field: string): Sender {
  const { name, address } = firstMailbox(field);
  const written = name.replace(/\s+via\s+\S.*$/iu, '').trim();
  if (written === '' || written.includes('@')) return { person: null, organization: null, address };
  for (const [pattern, personFirst] of joints) {
    const [, one = '', other = ''] = pattern.exec(written) ?? [];
    const [person, organization] = personFirst ? [one, other] : [other, one];
    if (isPerson(person, address) && organization.trim() !== '')
      return { person: person.trim(), organization: organization.trim(), address };
  }
  return isPerson(written, address)
    ? { person: written, organization: null, address }
    : { person: null, organization: written, address };
}

/** Between a person's name and what they write for: "Ana Bell (The Ledger)", "Ana Bell from The Ledger", "The Ledger | Ana Bell". */
const joints: readonly (readonly [RegExp, boolean])[] = [
  [/^([^()]+?)\s*\(([^()]+)\)$/u, true],
  [/^(.+?)\s+(?:from|at|von|bei|de chez|@)\s+(.+)$/iu, true],
  [/^(.+?)\s*(?:\||·|•|:|\s[-–—]\s|,|\/)\s*(.+)$/u, true],
  [/^(.+?)\s*(?:\||·|•|:|\s[-–—]\s|,|\/)\s*(.+)$/u, false],
];

/** Words in the names of organisations and of the letters they send, and in nobody's own. */
const organizationWord = holding(phrasesOf(({ letters }) => letters?.organizations));

/** Mailboxes that belong to a role; a person's name before them is still theirs. */
const roleMailbox =
  /^(?:press|presse|prensa|stampa|news|newsletters?|letters?|info|hello|hallo|contact|kontakt|mail|media|editors?|editorial|redaktion|redaccion|redazione|office|pr|comms|communications?|kommunikation|alerts?|updates?|team|service|support|admin|bounces?|(?:no|do-?not)[._-]?reply)\b/u;

function isPerson(written: string, address: string | null): boolean {
  const name = written.trim();
  if (!looksLikeName(name) || organizationWord.test(name) || paperWord.test(name)) return false;
  const [mailbox = '', host = ''] = address?.split('@') ?? [];
  const words = name.toLowerCase().split(/[\s.'’-]+/u);
  // "ines.alder@alder.example": the mailbox is hers, and so is the host.
  if (words.some((word) => word.length > 2 && mailbox.includes(word))) return true;
  const label = mainLabel(host);
  const isNamedLikeHost = label.length >= 5 && words.join('').includes(label.replace(/[^a-z\d]/gu, ''));
  return !(isNamedLikeHost && (roleMailbox.test(mailbox) || words.length > 2));
}

/** Hosts at which everybody has a mailbox: they say nothing of who writes. */
const hostLabels = (
  'gmail googlemail outlook hotmail live msn yahoo ymail aol icloud me mac gmx web t-online freenet ' +
  'posteo mailbox proton protonmail pm tutanota tuta fastmail zoho yandex mail orange wanadoo free ' +
  'laposte sfr libero virgilio alice qq 163 126 comcast verizon att btinternet sky substack beehiiv ' +
  'buttondown ghost mailchimp mcsv mailchimpapp sendgrid amazonses mailgun createsend cmail\\d* ' +
  'hubspotemail rsgsv list-manage revue medium'
).split(' ');
const commonHosts = new RegExp(
  `(?:^|\\.)(?:${hostLabels.join('|')})\\.(?:[a-z]{2,4}|co\\.[a-z]{2}|com\\.[a-z]{2})$`,
  'u',
);
/** Parts of a host that only send mail. */
const sendingPart =
  /^(?:mail\d*|e?mailing|email|e|em\d*|m|news|newsletters?|letters?|info|send\d*|smtp|bounces?|reply|click|links?|go|www|mx\d*|lists?)\./u;

/** The host that a sender writes from, without what only sends its mail; null for a host of everybody's. */
export function domainOf(address: string | null): string | null {
  let host = address?.split('@')[1] ?? '';
  if (!/^(?:[a-z\d-]+\.)+[a-z]{2,}$/u.test(host) || commonHosts.test(host)) return null;
  while (sendingPart.test(host) && host.split('.').length > 2) host = host.replace(sendingPart, '');
  return host;
}

function mainLabel(host: string): string {
  const labels = host.split('.');
  const isCountry = /^(?:co|com|org|gov|ac|net)$/u.test(labels.at(-2) ?? '');
  return labels.at(isCountry ? -3 : -2) ?? '';
}

/** The name that a mailing list gives itself in its List-Id (RFC 2919), or null where it is a number or a code. */
export function listName(field: string): string | null {
  const phrase = decodeWords(/^([^<]*)</u.exec(field)?.[1] ?? '')
    .replace(/^"|"$/gu, '')
    .trim();
  const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isCode = words.some((word) => /\d/u.test(word) && /\p{L}/u.test(word)) || /^\d|\blist\b|\.\w+\./iu.test(phrase);
  return phrase.length < 3 || phrase.length > 80 || isCode || !/\p{Lu}/u.test(phrase) ? null : phrase;
}

function firstMailbox(field: string): { readonly name: string; readonly address: string | null } {
  // The angle brackets that are not inside quotes.
  const match = /^((?:"(?:\\.|[^"\\])*"|[^"<>])*)<([^<>]*)>(.*)$/su.exec(field.slice(0, 4000));
  if (match === null) {
    // "ana@ledger.example (Ana Bell)", as it was written before there were angle brackets.
    const old = /^\s*(\S+@\S+?)\s*(?:\(([^()]*)\))?\s*(?:,.*)?$/su.exec(field.slice(0, 4000));
    return { name: decodeWords(old?.[2] ?? ''), address: old?.[1]?.toLowerCase() ?? null };
  }
  const [, phrase = '', address = ''] = match;
  const name = phrase
    .trim()
    .replace(/^"((?:\\.|[^"\\])*)"$/su, '$1')
    .replace(/\\(.)/gu, '$1');
  return {
    name: decodeWords(name)
      .replace(/^["'“„«]+|["'”“»]+$/gu, '')
      .trim(),
    address: /^\S+@\S+$/u.test(address.trim()) ? address.trim().toLowerCase() : null,
  };
}
