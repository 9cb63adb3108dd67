import type { BlockPurpose } from '../../contract/index.ts';
import { languages, phrasesOf } from '../languages/index.ts';
import type { ContactPhrases, FurniturePhrases } from '../languages/language.ts';
import { lineBeginning, personName, phraseSource, wholeLine } from '../languages/phrases.ts';

/**
 * How newspapers' appeals, labels and notices are known: by the words of `languages/`, never by them alone.
 * Each rule also says how long such a line may be and where it may stand, because the same words occur in
 * ordinary reporting.
 */
export interface FurnitureRule {
  readonly purpose: BlockPurpose;
  readonly pattern: RegExp;
  /** A longer block is the article's own prose, whatever it begins with. */
  readonly maximumWords: number;
  /** `end`: only where nothing but furniture follows. */
  readonly where: 'anywhere' | 'end';
  /** A line that reports what somebody said is prose, except after a label such as "Read more:". */
  readonly mayReportSpeech: boolean;
  /**
   * The line must name an address, an account or a number, or be no longer than this many words:
   * "Contact the harbour office" is advice in an article.
   */
  readonly unreachableWords: number | null;
}

interface RuleOptions {
  readonly maximumWords: number;
  readonly where?: 'anywhere' | 'end';
  readonly mayReportSpeech?: boolean;
  readonly unreachableWords?: number;
}

function rule(purpose: BlockPurpose, pattern: RegExp, options: RuleOptions): FurnitureRule {
  return {
    purpose,
    pattern,
    maximumWords: options.maximumWords,
    where: options.where ?? 'anywhere',
    mayReportSpeech: options.mayReportSpeech ?? false,
    unreachableWords: options.unreachableWords ?? null,
  };
}

/** Something one can be reached at: an address, an account or a telephone number. */
export const reachable =
  /[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}\d.-]+|(?<![\p{L}\d.])@[\p{L}\d_]{2,}|\+?\(?\d{2,4}\)?[-./ ]\d{3,}/u;

type PhraseKind<Phrases> = {
  [Kind in keyof Phrases]-?: Phrases[Kind] extends readonly string[] | undefined ? Kind : never;
}[keyof Phrases];

const all = (kind: PhraseKind<FurniturePhrases>): readonly string[] => phrasesOf(({ furniture }) => furniture?.[kind]);
const contact = (kind: PhraseKind<ContactPhrases>): readonly string[] =>
  phrasesOf(({ furniture }) => furniture?.contact?.[kind]);

/** English appeals are longer than others. */
function subscription(isEnglish: boolean): readonly string[] {
  const among = languages.filter(({ code }) => (code === 'en') === isEnglish);
  return phrasesOf(({ furniture }) => furniture?.subscription, among);
}

const labelOpens = '[[(»›→►•*]*\\s*';

/** A label, and a title after a sign that parts them. */
function labelledTitle(): RegExp {
  const prose = phraseSource(all('relatedLabelsOfProse'));
  const sign = `(?:[:|»›→►]|(?<!${prose}) [-–—] )`;
  return new RegExp(`^${labelOpens}${phraseSource(all('relatedLabels'))}\\s*${sign}\\s*\\S`, 'iu');
}

/** "Contact Ana Bell at …", and not "Contact the Harbour Police at …". */
function contactByName(): RegExp {
  const institution = phraseSource(contact('institutions'), { closes: true });
  const person = `(?!(?:\\S+ ){0,4}?${institution})${personName}`;
  const whom = `(?:${person}|${phraseSource(contact('pronouns'))})`;
  return new RegExp(
    `^${phraseSource(contact('verbs'))} ${whom}(?:,|:| \\(| @| ${phraseSource(contact('prepositions'))})`,
    'u',
  );
}

/** A row of buttons. */
function buttonRow(): RegExp {
  const button = `${phraseSource(all('shareWords'))}(?: ${phraseSource(all('shareParticles'))})?`;
  const joint = `[\\s,;:|/·•.+&]*${phraseSource(all('shareConjunctions'))}?\\s*`;
  return new RegExp(`^(?:${button}${joint}){1,14}$`, 'iu');
}

/** "Comments", "View all 12 comments", "1 comment". */
function commentCount(): RegExp {
  const of = (kind: 'many' | 'one' | 'before' | 'after'): string =>
    phraseSource(phrasesOf(({ furniture }) => furniture?.comments?.[kind]));
  const count = '\\(?\\d[\\d.,]*\\)?';
  const comments = `(?:${of('many')}|(?<=\\d\\)? )${of('one')})`;
  return new RegExp(
    `^(?:${count} )?(?:${of('before')} )*(?:${count} )?${comments}(?: (?:${count}|${of('after')}))?[\\s.:]*$`,
    'iu',
  );
}

/** "© 2019 The Harbour Courier. All rights reserved." */
function reservation(): RegExp {
  const reserved = phraseSource(all('rightsReserved'), { opens: true });
  return new RegExp(`^[^.]{0,60}(?:\\b\\d{4}\\b|©)[^.]{0,60}${reserved}`, 'iu');
}

/** "Ana Bell is a reporter at the Harbour Courier." */
function selfDescription(): RegExp {
  const occupation = phraseSource(all('occupations'), { opens: true, closes: true });
  return new RegExp(`^(?=.*${occupation})${phraseSource(all('selfDescriptions'), { closes: true })}`, 'u');
}

/** In the order in which they are tried. */
export const furnitureRules: readonly FurnitureRule[] = [
  // Labels: the whole line, or the label with a title after it.
  rule('related', wholeLine(all('relatedLabels'), { before: labelOpens, after: '[\\s:.…!»›→>|-]*' }), {
    maximumWords: 9,
  }),
  rule('related', labelledTitle(), { maximumWords: 32, mayReportSpeech: true }),
  rule('related', new RegExp(`^${phraseSource(all('relatedCapitals'))}\\s+\\S`, 'u'), {
    maximumWords: 24,
    mayReportSpeech: true,
  }),
  rule('related', lineBeginning(all('relatedAppeals')), { maximumWords: 24 }),
  rule('related', new RegExp(`^${phraseSource(all('relatedBeforeTitle'))}\\s+\\S`, 'iu'), {
    maximumWords: 24,
    mayReportSpeech: true,
  }),

  rule('subscription', lineBeginning(subscription(true)), { maximumWords: 60 }),
  rule('subscription', lineBeginning(subscription(false)), { maximumWords: 50 }),
  rule('subscription', lineBeginning(all('subscriptionAtEnd')), { maximumWords: 30, where: 'end' }),
  rule('subscription', wholeLine(all('accountLabels'), { after: '[\\s:.!?…»›→>|]*' }), { maximumWords: 16 }),

  // Whom to reach: the paper or its reporter.
  rule('contact', lineBeginning(contact('reporters')), { maximumWords: 40, unreachableWords: 6 }),
  rule('contact', lineBeginning(contact('followReporters')), { maximumWords: 30, unreachableWords: 0 }),
  rule('contact', lineBeginning(contact('named'), 'su'), { maximumWords: 40, where: 'end', unreachableWords: 0 }),
  rule('contact', contactByName(), { maximumWords: 30, where: 'end', unreachableWords: 0 }),
  rule('contact', lineBeginning(contact('paper')), { maximumWords: 30, unreachableWords: 3 }),
  rule('contact', lineBeginning(contact('tips')), { maximumWords: 40, unreachableWords: 14 }),
  rule('contact', new RegExp(`^${phraseSource(contact('pressLabels'))}\\s*[:|]`, 'iu'), {
    maximumWords: 40,
    unreachableWords: 2,
  }),
  rule('contact', lineBeginning(contact('appeals')), { maximumWords: 40, unreachableWords: 5 }),
  rule('contact', new RegExp(`^${phraseSource(contact('channels'))}\\s*[:.]\\s*\\S`, 'iu'), {
    maximumWords: 14,
    where: 'end',
    unreachableWords: 0,
  }),

  rule('share', buttonRow(), { maximumWords: 16 }),
  rule('share', lineBeginning(all('shareAppeals')), { maximumWords: 18 }),

  rule('comments', commentCount(), { maximumWords: 10 }),
  rule('comments', lineBeginning(phrasesOf(({ furniture }) => furniture?.comments?.appeals)), { maximumWords: 40 }),

  // Consent and legal notices.
  rule('consent', lineBeginning(all('consent')), { maximumWords: 90 }),
  rule('other', lineBeginning([...all('legal'), ...all('rightsReserved')]), { maximumWords: 60 }),
  rule('other', reservation(), { maximumWords: 40 }),

  // Advertising and promotion.
  rule('promotion', wholeLine(all('advertisingLabels'), { after: '[\\s:.]*' }), { maximumWords: 12 }),
  rule('promotion', lineBeginning(all('interruptions')), { maximumWords: 12 }),
  rule('promotion', lineBeginning(all('appAppeals')), { maximumWords: 30 }),

  rule('navigation', wholeLine(all('navigation'), { after: '[\\s»›→«←↑.]*' }), { maximumWords: 8 }),
  rule('navigation', new RegExp(`^${phraseSource(all('topicLabels'))}\\s*:`, 'iu'), {
    maximumWords: 40,
    mayReportSpeech: true,
  }),

  // Credits at the very end.
  rule('byline', lineBeginning(all('credits'), 'su'), { maximumWords: 40, where: 'end' }),
  rule('byline', selfDescription(), { maximumWords: 45, where: 'end' }),

  // E-mail: the way to the page, the way out of the list, and what mail programs add.
  rule('navigation', lineBeginning(all('viewInBrowser')), { maximumWords: 30 }),
  rule('share', lineBeginning(all('forwarding')), { maximumWords: 30 }),
  rule('subscription', lineBeginning(all('mailingList')), { maximumWords: 60, where: 'end' }),
  rule('other', lineBeginning(all('confidentiality')), { maximumWords: 200, where: 'end' }),
  rule('other', lineBeginning(all('mailPrograms')), { maximumWords: 30 }),
];

/** A note by which the paper corrects itself: part of the record, so it stays in the body. */
export const correctionPattern = correction();

function correction(): RegExp {
  const of = (kind: 'labels' | 'particles' | 'notes'): string =>
    phraseSource(
      phrasesOf(({ corrections }) => corrections?.[kind]),
      { closes: kind !== 'labels' },
    );
  const subject = `(?:(?:\\s?[,(]| ${of('particles')})[^:]{0,40})?`;
  const label = `\\W{0,3}${of('labels')}(?:$|${subject}(?::|\\s[-–—]\\s))`;
  return new RegExp(`^(?:${label}|${of('notes')})`, 'isu');
}
