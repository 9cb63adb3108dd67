import type { ArticleMetadata, Block, PreciseDate } from '../../../../contract/index.ts';
import { parseDate } from '../../../../reading/document/dates.ts';
import type { Head } from '../../../../reading/document/head.ts';
import { titleOfBody } from '../../../../reading/document/title.ts';
import { dateOfHead, parseMailDate } from '../../../shared/mime/dates.ts';
import { decodeWords } from '../../../shared/mime/encoded-words.ts';
import type { HeaderFields } from '../../../shared/mime/header-fields.ts';
import type { ForwardedHead } from './correspondence.ts';
import { domainOf, listName, readSender, type Sender } from './senders.ts';

/** What a message's head says of it as an article. */
export interface LetterHead {
  /** The subject as written, without signs of answering and forwarding; empty without one. */
  readonly subject: string;
  readonly isForward: boolean;
  readonly sender: Sender;
  readonly date: PreciseDate | null;
  readonly language: string | null;
}

const answered = /^(?:(?:re|aw|antw|sv|r[ée]f|odp|fwd?|wg|tr|rv|i|enc)(?:\[\d+\])?\s*:\s*|\[[^\]]{1,40}\]\s+(?=\S))/iu;
const forwardSign = /^(?:\[[^\]]{1,40}\]\s+)?(?:fwd?|wg|tr|rv|i|enc)\s*:/iu;

export function readLetterHead(fields: HeaderFields): LetterHead {
  const written = decodeWords(fields.get('subject') ?? '');
  return {
    subject: withoutSigns(written),
    isForward: forwardSign.test(written),
    sender: readSender(fields.get('from') ?? fields.get('sender') ?? ''),
    date: dateOfHead(fields),
    language: languageOf(fields.get('content-language')),
  };
}

function withoutSigns(subject: string): string {
  let rest = subject;
  while (answered.test(rest) && rest.length > 0) rest = rest.replace(answered, '');
  return rest.trim();
}

/** "Press release: The pier" is about the pier. */
const releaseLabel =
  /^(?:(?:press|news|media) (?:release|statement|advisory)|pressemitteilung|presseinformation|medienmitteilung|communiqué(?: de presse)?|nota de prensa|comunicado(?: de prensa)?|comunicato(?: stampa)?)\s*(?:[:|–—]|\s-)\s*(?=\S)/iu;

/** The title that a subject gives. */
export function titleOfSubject(subject: string): string {
  return subject.replace(releaseLabel, '');
}

function languageOf(field: string | null): string | null {
  const tag = field?.trim() ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

export interface MetadataInput {
  readonly fields: HeaderFields;
  readonly head: LetterHead;
  readonly forwarded: ForwardedHead | null;
  /** What stands above the text. */
  readonly inText: Head;
  readonly blocks: readonly Block[];
  readonly language: { readonly tag: string; readonly from: string } | null;
  /** The line that mail programs show beside the subject. */
  readonly preview: string | null;
  readonly leadImage: ArticleMetadata['leadImage'];
  readonly fallbackTitle: string;
}

type Source = NonNullable<ArticleMetadata['sources']['title']>;

/** What a message is as an article: its sender wrote it, its list or house published it on its day. */
export function letterMetadata(input: MetadataInput): ArticleMetadata {
  const { fields, head, forwarded, inText, blocks, language, preview, leadImage } = input;
  const sender = forwarded?.from == null ? head.sender : readSender(forwarded.from);
  const from = forwarded?.from == null ? 'mail-head' : 'forwarded-head';
  const overruledSender = from === 'mail-head' ? [] : named(head.sender).map((value) => ({ from: 'mail-head', value }));
  const subject = forwarded?.subject == null ? head.subject : withoutSigns(forwarded.subject);
  const title = titleOfSubject(subject);
  const shown = title === '' ? (inText.title ?? titleOfBody(blocks)) : title;
  const forwardedDate = forwarded?.date == null ? null : parseDate(forwarded.date, language?.tag ?? 'en');
  const published = forwardedDate ?? head.date;
  const house = houseOf(fields, sender, forwarded !== null);
  const byline = sender.person !== null ? [sender.person] : inText.byline;
  const url = addressOf(fields);
  const sources: Record<string, Source> = {
    title: {
      from: title === '' ? 'first-sentence' : 'subject',
      overruled: title !== subject ? [{ from: 'subject', value: subject }] : [],
    },
  };
  const note = (
    field: keyof ArticleMetadata['sources'],
    value: unknown,
    source: string,
    overruled: Source['overruled'] = [],
  ) => {
    if (value !== null) sources[field] = { from: source, overruled };
  };
  note('byline', byline.length === 0 ? null : byline, sender.person === null ? 'page' : from, overruledSender);
  note('publication', house?.name ?? null, house?.from ?? '');
  note(
    'published',
    published,
    forwardedDate === null ? 'mail-head' : 'forwarded-head',
    forwardedDate === null || head.date === null ? [] : [{ from: 'mail-head', value: head.date.value }],
  );
  note('url', url?.address ?? null, url?.from ?? '');
  note('language', language?.tag ?? null, language?.from ?? '');
  note('subheading', inText.subheading, 'page');
  note('description', preview, 'preview');
  note('leadImage', leadImage, 'page');
  return {
    title: shown === '' ? input.fallbackTitle : shown,
    subheading: inText.subheading,
    byline,
    publication: house?.name ?? null,
    section: null,
    published,
    modified: null,
    url: url?.address ?? null,
    language: language?.tag ?? null,
    description: preview,
    leadImage,
    sources,
  };
}

function named({ person, organization }: Sender): string[] {
  return [person, organization].filter((name) => name !== null);
}

/** Whose letter it is: the sender's organisation, the mailing list, the host it comes from. */
function houseOf(
  fields: HeaderFields,
  sender: Sender,
  isForwarded: boolean,
): { readonly name: string; readonly from: string } | null {
  const organization = isForwarded ? '' : decodeWords(fields.get('organization') ?? fields.get('organisation') ?? '');
  const list = isForwarded ? null : listName(fields.get('list-id') ?? '');
  const domain = domainOf(sender.address);
  if (organization.length > 1 && organization.length < 100) return { name: organization, from: 'organization' };
  if (sender.organization !== null) return { name: sender.organization, from: 'mail-head' };
  if (list !== null) return { name: list, from: 'list-id' };
  return domain === null ? null : { name: domain, from: 'domain' };
}

/** Where the letter can be read on the web, where a program says so: Archived-At (RFC 5064), or the post that a list's own address names. */
function addressOf(fields: HeaderFields): { readonly address: string; readonly from: string } | null {
  for (const field of ['archived-at', 'list-post'] as const) {
    const address = /<(https?:\/\/[^<>\s]+\/[^<>\s]+)>/iu.exec(fields.get(field) ?? '')?.[1];
    if (address !== undefined && URL.canParse(address)) return { address, from: field };
  }
  return null;
}

/** When the message reached its mailbox, by the last host that passed it on; ISO 8601 in UTC, or null. */
export function receivedOn(fields: HeaderFields): PreciseDate | null {
  const date = fields.get('received')?.split(';').at(-1) ?? '';
  return parseMailDate(date);
}
