/**
 * What a language's file holds: the words and phrases by which texts in that language say what they are,
 * written as `phrases.ts` explains. A language leaves out what nobody has collected for it yet.
 */
export interface Language {
  /** BCP 47, the primary part. */
  readonly code: string;
  /** Lines by which a page tells what follows from the article before it. */
  readonly edges?: EdgePhrases;
  /** What newspapers and mail programs put between an article's own lines. */
  readonly furniture?: FurniturePhrases;
  readonly corrections?: CorrectionPhrases;
  /** Lines and fields that name who wrote an article. */
  readonly bylines?: BylinePhrases;
  /** What stands before the first paragraph of a text without markup. */
  readonly head?: HeadPhrases;
  readonly statements?: StatementPhrases;
  /** In small letters; a name that women and men bear stands in both. */
  readonly givenNames?: { readonly women: readonly string[]; readonly men: readonly string[] };
  /** What letters carry besides their own words. */
  readonly letters?: LetterPhrases;
  /** What stands beside a person's name and is no part of it. */
  readonly people?: PeoplePhrases;
  readonly weekdays?: readonly string[];
  /** Spellings of months, folded (`month-names.ts`), that the runtime's own tables don't list. */
  readonly monthSpellings?: readonly (readonly [name: string, month: number])[];
  /** Words that lead on to others: no title that is cut off ends with one. */
  readonly danglingWords?: readonly string[];
  /** Verbs and prepositions that report what somebody said: a line that holds one is the article's prose. */
  readonly reported?: readonly string[];
}

export interface PeoplePhrases {
  /** Titles and offices right before a name: "Dr", "Mayor". */
  readonly beforeNames?: readonly string[];
  /** "Jr", "MP". */
  readonly afterNames?: readonly string[];
}

export interface EdgePhrases {
  /** Whole lines after which other articles, comments or the paper itself follow. */
  readonly tailLabels?: readonly string[];
  /** Of these, what the labels over comments hold. */
  readonly commentSigns?: readonly string[];
  /** What stands before a name in a line that signs an article. */
  readonly signatures?: readonly string[];
  /** How a line begins that says when an article was published or how long it is. */
  readonly dateLabels?: readonly string[];
}

/** How the lines of a kind begin, or, where it says so, the whole of them. */
export interface FurniturePhrases {
  /** The whole line, or a label before a title: "Read more". */
  readonly relatedLabels?: readonly string[];
  /** Labels that a dash doesn't part from a title, because prose says them so: "More – and better – …". */
  readonly relatedLabelsOfProse?: readonly string[];
  /** Labels in capitals, right before a title. */
  readonly relatedCapitals?: readonly string[];
  /** Labels right before a title, without a sign between them. */
  readonly relatedBeforeTitle?: readonly string[];
  /** Sentences that lead to other articles. */
  readonly relatedAppeals?: readonly string[];
  readonly subscription?: readonly string[];
  /** Subscriptions where nothing but furniture follows. */
  readonly subscriptionAtEnd?: readonly string[];
  /** Whole lines: what buttons and fields of accounts say. */
  readonly accountLabels?: readonly string[];
  /** How to reach the paper or its reporters. */
  readonly contact?: ContactPhrases;
  /** Words that rows of buttons are made of, what may follow one of them, and what joins them. */
  readonly shareWords?: readonly string[];
  readonly shareParticles?: readonly string[];
  readonly shareConjunctions?: readonly string[];
  readonly shareAppeals?: readonly string[];
  readonly comments?: CommentPhrases;
  readonly consent?: readonly string[];
  readonly legal?: readonly string[];
  /** Also after a year or a sign of copyright. */
  readonly rightsReserved?: readonly string[];
  /** Whole lines over advertising. */
  readonly advertisingLabels?: readonly string[];
  /** Lines that lead over an advertisement. */
  readonly interruptions?: readonly string[];
  /** Appeals to install the paper's app or to hear its podcast. */
  readonly appAppeals?: readonly string[];
  /** Whole lines: links around the page. */
  readonly navigation?: readonly string[];
  /** Before a colon and an article's topics. */
  readonly topicLabels?: readonly string[];
  /** At the very end, who else worked on an article; capitals count. */
  readonly credits?: readonly string[];
  /** At the very end, who wrote the article and what for; capitals count, and an occupation is among the words. */
  readonly selfDescriptions?: readonly string[];
  readonly occupations?: readonly string[];
  /** In mail: the way to the page that shows it. */
  readonly viewInBrowser?: readonly string[];
  readonly forwarding?: readonly string[];
  /** In mail: why it came and how to leave the list. */
  readonly mailingList?: readonly string[];
  readonly confidentiality?: readonly string[];
  /** What mail programs add. */
  readonly mailPrograms?: readonly string[];
}

export interface ContactPhrases {
  /** How to reach somebody who writes for the paper. */
  readonly reporters?: readonly string[];
  readonly followReporters?: readonly string[];
  /** The same by name, where nothing but furniture follows; capitals count. */
  readonly named?: readonly string[];
  /** Verbs before a name ("Contact Ana Bell at …"), and what begins no person's name; capitals count. */
  readonly verbs?: readonly string[];
  readonly institutions?: readonly string[];
  readonly pronouns?: readonly string[];
  readonly prepositions?: readonly string[];
  readonly paper?: readonly string[];
  /** Appeals for tips and letters. */
  readonly tips?: readonly string[];
  /** Before a colon or a bar. */
  readonly pressLabels?: readonly string[];
  /** Any of these in languages with fewer of them. */
  readonly appeals?: readonly string[];
  /** Before a colon and an address. */
  readonly channels?: readonly string[];
}

export interface CommentPhrases {
  /** "Comments", alone or with their number. */
  readonly many?: readonly string[];
  /** "comment": only after a number. */
  readonly one?: readonly string[];
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  readonly appeals?: readonly string[];
}

export interface CorrectionPhrases {
  /** Alone, or before a colon or a dash. */
  readonly labels?: readonly string[];
  /** What may stand between such a label and its colon ("Correction to an earlier version: …"). */
  readonly particles?: readonly string[];
  /** How a note begins that says what was corrected. */
  readonly notes?: readonly string[];
}

/** A list of short phrases, written as a line of them with commas between. */
export function words(line: string): readonly string[] {
  return line.split(', ');
}

export interface LetterPhrases {
  /** Whole lines above a letter that is forwarded or answered. */
  readonly forwarded?: readonly string[];
  /** "On Sunday Petra Holm wrote:": its first word, and its verb. */
  readonly answerBegins?: readonly string[];
  readonly wrote?: readonly string[];
  /** Fields of such a letter's head. */
  readonly sender?: readonly string[];
  readonly date?: readonly string[];
  readonly subject?: readonly string[];
  readonly otherFields?: readonly string[];
  /** Words in the names of organisations and of the letters they send, and in nobody's own. */
  readonly organizations?: readonly string[];
}

export interface StatementPhrases {
  /** What makes somebody speak for more than themselves: offices, ranks, professions. Words alone, without signs. */
  readonly roles?: readonly string[];
  /** Small words that a role is made of, before its head: "deputy", "city". Words alone. */
  readonly roleModifiers?: readonly string[];
  /** Verbs by which somebody says, writes or gives out something. */
  readonly publishing?: readonly string[];
  /** Verbs that stand beside quoted words and report who says them. */
  readonly reporting?: readonly string[];
  /** Verbs that report what somebody says in the reporter's words. */
  readonly telling?: readonly string[];
  /** Before whoever is meant: "according to". */
  readonly accordingTo?: readonly string[];
  /** Pronouns that take up one person, and several. */
  readonly pronouns?: {
    readonly she: readonly string[];
    readonly he: readonly string[];
    readonly they: readonly string[];
    /** Of a body that speaks. */
    readonly it?: readonly string[];
  };
  /** What a description of somebody begins with: "the", "her". */
  readonly determiners?: readonly string[];
  /** What is called by somebody's name and speaks for itself: "the Alder campaign". */
  readonly bodies?: readonly string[];
  /** What nobody speaks in: "the idea". */
  readonly thoughts?: readonly string[];
  /** What says something and is nobody: "the sign". Its words in quotation marks are somebody's. */
  readonly writings?: readonly string[];
  /** What people are called who hold no office: "neighbour", "mother". */
  readonly kindsOfPeople?: readonly string[];
  /** Leads on to what is said: "that". */
  readonly that?: readonly string[];
  /** Before words that are a name or a thing and nobody's statement: "titled", "so-called". */
  readonly naming?: readonly string[];
  /** "what … calls": before and behind whoever calls something so. */
  readonly whatIsCalled?: readonly string[];
  readonly calling?: readonly string[];
  /** What bears a name that is set in marks before it: "the “Quick connect” feature". */
  readonly namedThings?: readonly string[];
  /** Small words that may follow quoted words, and verbs: no nouns that the words describe. */
  readonly behindFragments?: readonly string[];
  /** Reporting verbs that take whom somebody speaks to, so that no speaker follows them: "told TMZ". */
  readonly toHearers?: readonly string[];
  /** Open a clause that hangs on another: "although". */
  readonly subordinators?: readonly string[];
  /** What a work has or shows: "featuring Ada Byron" has no speaker. */
  readonly presenting?: readonly string[];
  /** What may follow a subject behind its verb and is no part of it: "said Alder *on* Monday". */
  readonly behindSubjects?: readonly string[];
  /** Titles that are cut off with a full stop, as they are written: "Dr", "Gov". */
  readonly titles?: readonly string[];
  /** The day itself and the one before: "today", "yesterday". */
  readonly today?: readonly string[];
  readonly yesterday?: readonly string[];
  /** What bears words that nobody says: "a banner behind the goal read". */
  readonly inscribed?: readonly string[];
  /** When something happened, as reporters say it: days, and other times. */
  readonly days?: readonly string[];
  readonly times?: readonly string[];
  /** "The department": an article, and the noun by which an organisation is taken up again. */
  readonly articles?: readonly string[];
  readonly organizations?: readonly string[];
  /** Words of organisations, places and days, which are in nobody's name; capitals count. */
  readonly notInNames?: readonly string[];
  /** What may open a sentence in front of its subject: "After", "On". */
  readonly clauseOpeners?: readonly string[];
  /** Lead to what hangs on a subject and does not speak: "an aide to", "the estate of". */
  readonly complements?: readonly string[];
  /** Verbs that go on with a sentence behind what interrupts it, and follow no "that" but a relative one: "was", "could". */
  readonly goingOn?: readonly string[];
  /** Small words between a subject and its verb: "has", "also". */
  readonly beforeVerbs?: readonly string[];
  /** What is said or printed, and says nothing of itself: "the statement", "a letter". */
  readonly printed?: readonly string[];
}

export interface BylinePhrases {
  /** "Posted", and the preposition after it, in a line that signs an article. */
  readonly signatureVerbs?: readonly string[];
  readonly signaturePrepositions?: readonly string[];
  /** What may stand before the preposition. */
  readonly signatureWorks?: readonly string[];
  /** Before a colon or the preposition. */
  readonly signatureLabels?: readonly string[];
  /** Before names in a line that stands alone. */
  readonly lineLabels?: readonly string[];
  /** What may stand before the preposition before a name: "Text by", "Ein Beitrag von". */
  readonly works?: readonly string[];
  readonly prepositions?: readonly string[];
  /** Before a colon, a bar or a dash and a name. */
  readonly labels?: readonly string[];
  /** Right before a name's capital. */
  readonly beforeCapital?: readonly string[];
  /** What follows a name: all from here on is none of it. */
  readonly closers?: readonly string[];
  /** Closers where a number follows, or goes before. */
  readonly beforeTime?: readonly string[];
  readonly afterNumber?: readonly string[];
  /** Days that end a name where a number follows or nothing; not where people are called so (Domingo). */
  readonly weekdays?: readonly string[];
  readonly weekdayAbbreviations?: readonly string[];
  readonly beforeWeekday?: readonly string[];
  /** Whole texts that stand where a name is looked for, and are none. */
  readonly notNames?: readonly string[];
  /** Words that are part of nobody's name. */
  readonly notInNames?: readonly string[];
  /** Words that say what somebody does, not who it is. */
  readonly roles?: readonly string[];
  readonly roleBeginnings?: readonly string[];
  /** Desks, papers and firms that sign too. */
  readonly desks?: readonly string[];
  /** What newspapers are called. */
  readonly paperWords?: readonly string[];
  /** Between a name and what its bearer writes for. */
  readonly affiliationPrepositions?: readonly string[];
  /** What follows there: a role or a paper. */
  readonly affiliations?: readonly string[];
}

export interface HeadPhrases {
  /** Whole lines that say what kind of text follows, not what it is about. */
  readonly releases?: readonly string[];
  /** Labels before a colon, by what follows it. */
  readonly title?: readonly string[];
  readonly byline?: readonly string[];
  readonly published?: readonly string[];
  readonly modified?: readonly string[];
  readonly publication?: readonly string[];
  readonly section?: readonly string[];
  readonly url?: readonly string[];
  /** Fields of mail that say nothing of the article. */
  readonly mail?: readonly string[];
  /** "Published", and what may follow it before a date. */
  readonly dateVerbs?: readonly string[];
  readonly datePrepositions?: readonly string[];
  /** Other words of a line that is a date and nothing else. */
  readonly dateWords?: readonly string[];
}
